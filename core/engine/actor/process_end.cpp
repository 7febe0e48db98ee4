// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a process, in CPython's order; and its whole life around its main actor's code.
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <optional>

#include "core/engine/actor/actor.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/actor/pthread_start.h"
#include "core/engine/actor/thread_actor.h"
#include "core/engine/gil/gil.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/process_memory.h"

namespace threadline::engine {

namespace {

Event eventAbout(const ProcessRuntime& process, EventKind kind) {
  Event event;
  event.kind = kind;
  event.target = process.identity.id.value;
  return event;
}

/// The parent has said the same, unless it was killed between the start and its word.
void recordOwnStart(const ProcessRuntime& process, Recorder& recorder) {
  const std::uint32_t name = recorder.text(process.identity.name);
  Event event = eventAbout(process, EventKind::kProcess);
  event.other = process.identity.parent.value;
  event.value = static_cast<std::uint64_t>(process.identity.pid);
  event.sub = static_cast<std::uint8_t>(process.identity.startMethod);
  event.step = process.identity.isDaemon ? kProcessDaemon : 0;
  event.text = name;
  recorder.push(event);
}

StateDetail waitingFor(LaneId whom) {
  StateDetail detail;
  detail.targetKind = TargetKind::kLane;
  detail.target = whom.value;
  return detail;
}

void joinThreads(Actor& actor) {
  ThreadRegistry& registry = *actor.process.threads;
  actor.process.objects->closePools();
  // A thread that is waited for may start others.
  for (auto threads = registry.unfinishedNonDaemons(); !threads.empty(); threads = registry.unfinishedNonDaemons()) {
    for (const std::uint32_t thread : threads) {
      const LaneId lane = registry.record(thread).lane;
      {
        const BlockingCall wait(actor, LaneState::kJoining, waitingFor(lane));
        registry.join(thread, std::nullopt);
      }
      actor.recorder.flowIn(FlowKind::kJoin, Recorder::endFlowOf(lane), {});
    }
  }
}

void endChildren(Actor& actor) {
  ChildRegistry& children = *actor.process.children;
  for (std::uint32_t i = 0; i < children.count(); ++i) {
    const ChildProcess child = children.child(i);
    // A child that cannot be signalled any more has ended, which is what was wanted.
    if (child.isDaemon && child.hasStarted) static_cast<void>(children.signal(actor.recorder, i, SIGTERM));
  }
  for (std::uint32_t i = 0; i < children.count(); ++i) {
    const ChildProcess child = children.child(i);
    if (!child.pidfd) continue;
    {
      const BlockingCall wait(actor, LaneState::kJoining, waitingFor(child.mainLane));
      children.join(actor.recorder, i, std::nullopt);
    }
    actor.recorder.flowIn(FlowKind::kJoin, Recorder::endFlowOf(child.mainLane), {});
  }
  actor.process.objects->finishFeeders(actor);
}

void recordLastWord(const ProcessRuntime& process, Recorder& recorder, ProcessEndHow how, std::int64_t code,
                    std::string_view text) {
  recorder.flowOut(FlowKind::kJoin, Recorder::endFlowOf(recorder.lane()), {});
  const std::uint32_t textNumber = recorder.text(text);
  Event word = eventAbout(process, EventKind::kProcessLastWord);
  word.sub = static_cast<std::uint8_t>(how);
  word.value = static_cast<std::uint64_t>(code);
  word.text = textNumber;
  recorder.push(word);
}

void recordMemory(const ProcessRuntime& process, Recorder& recorder) {
  const std::optional<std::int64_t> kb = readPrivateMemoryKb(*process.rings);
  if (!kb) return;
  Event memory = eventAbout(process, EventKind::kProcessMemory);
  memory.value = static_cast<std::uint64_t>(*kb);
  recorder.push(memory);
}

ProcessEndHow howOf(ActorOutcome::How how) {
  switch (how) {
    case ActorOutcome::How::kReturned: return ProcessEndHow::kReturned;
    case ActorOutcome::How::kException: return ProcessEndHow::kException;
    case ActorOutcome::How::kExit: return ProcessEndHow::kExited;
  }
  return ProcessEndHow::kReturned;
}

/// What the parent will see of a code: its lowest eight bits.
std::int64_t visibleCode(const ActorOutcome& outcome) {
  if (outcome.how == ActorOutcome::How::kException) return 1;
  return outcome.how == ActorOutcome::How::kExit ? outcome.code & 0xFF : 0;
}

void waitForTheOthers(Actor& actor) {
  // CPython's main process waits for its threads before multiprocessing's exit handler sees to the children; a child
  // process runs that handler before it waits for its threads.
  const bool isMain = actor.process.identity.startMethod == StartMethod::kMain;
  if (isMain) joinThreads(actor);
  endChildren(actor);
  if (!isMain) joinThreads(actor);
}

}  // namespace

void runProcess(ProcessRuntime& process, const ActorStart& start) {
  Recorder recorder(*process.rings, start.recorder);
  nameThisThread(start.name);
  recorder.identity(::gettid(), static_cast<std::uint64_t>(::pthread_self()));
  if (process.identity.startMethod != StartMethod::kMain) recordOwnStart(process, recorder);
  Actor actor{process, recorder, start.name, start.isDaemon};
  actor.keepsGil = true;
  const ActorOutcome outcome = runFunction(actor, start);

  recorder.instant(InstantKind::kCodeEnd);
  // What follows belongs to no step.
  actor.step = kNoStep;
  actor.label = 0;
  actor.working = LaneState::kRunning;
  recorder.state(LaneState::kRunning);
  waitForTheOthers(actor);
  if (process.gil) process.gil->beginExit(recorder.lane());  // daemon threads stop where they next ask for it
  recordMemory(process, recorder);
  const std::int64_t code = visibleCode(outcome);
  recordLastWord(process, recorder, howOf(outcome.how), code, outcome.text);
  const bool hasFailed = outcome.how == ActorOutcome::How::kException;
  recorder.laneEnds(hasFailed ? LaneExit::kException : LaneExit::kReturned, outcome.text, true);
  ::_exit(static_cast<int>(code));
}

void exitNow(ProcessRuntime& process, Recorder& recorder, std::int64_t code) {
  const std::int64_t visible = code & 0xFF;
  recordLastWord(process, recorder, ProcessEndHow::kExited, visible, {});
  ::_exit(static_cast<int>(visible));
}

}  // namespace threadline::engine
