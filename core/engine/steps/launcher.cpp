// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/launcher.h"

#include <utility>

#include "core/engine/actor/handle_table.h"
#include "core/engine/actor/lane_factory.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/actor/thread_actor.h"
#include "core/engine/loop/event_loop.h"

namespace threadline::engine {
namespace {

using scenario::Runtime;
using scenario::Value;

bool holdsActor(const Value& value) {
  if (value.asActor() != nullptr) return true;
  if (const scenario::List* list = value.asList()) {
    for (const Value& element : *list) {
      if (holdsActor(element)) return true;
    }
  }
  return false;
}

/// As Python names what was given no name.
std::string defaultName(HandleTable& handles, Runtime runtime, const std::string& function) {
  const std::string number = std::to_string(handles.countUnnamed(runtime));
  if (runtime == Runtime::kProcess) return "Process-" + number;
  if (runtime == Runtime::kTask) return "Task-" + number;
  return runtime == Runtime::kThread ? "Thread-" + number + " (" + function + ")" : function;
}

Result<RecorderSeed> newLane(Frame& frame, const ActorStart& start, ProcessId process, bool isMain, bool starts) {
  LaneRequest request;
  request.process = process;
  request.parent = frame.recorder().lane();
  request.name = start.name;
  request.isDaemon = start.isDaemon;
  request.isMain = isMain;
  request.firstState = starts ? LaneState::kStarting : LaneState::kCreated;
  request.waiter = &frame.actor();
  return makeLane(*frame.process().rings, request);
}

/// Under its loop; the task never was anybody else's.
Result<RecorderSeed> newTaskLane(Frame& frame, const ActorStart& start, bool starts) {
  const auto loop = EventLoop::of(frame.actor());
  if (!loop) return loop.error();
  LaneRequest request;
  request.kind = LaneKind::kTask;
  request.process = frame.process().identity.id;
  request.parent = loop.value()->lane();
  request.name = start.name;
  request.firstState = starts ? LaneState::kStarting : LaneState::kCreated;
  request.waiter = &frame.actor();
  return makeLane(*frame.process().rings, request);
}

/// The new lane's next word, by its maker: it is not the new actor's yet.
void recordStarting(Frame& frame, ActorStart& start) {
  if (start.recorder.state == LaneState::kStarting) return;
  Recorder lane(*frame.process().rings, start.recorder);
  lane.state(LaneState::kStarting);
  start.recorder = lane.seed();
}

Status startThreadActor(Frame& frame, scenario::ActorHandle handle, const ActorStart& start) {
  Result<std::uint32_t> thread = [&] {
    // start() waits until the new thread runs, and that needs the GIL.
    const BlockingCall call(frame.actor(), LaneState::kWaitingLock,
                            frame.waitFor(TargetKind::kLane, start.recorder.lane.value));
    return frame.process().threads->startThread(start);
  }();
  if (!thread) {
    Recorder(*frame.process().rings, start.recorder).laneEnds(LaneExit::kException, thread.error().message, false);
    return thread.error();
  }
  frame.process().handles->setNumber(handle, thread.value());
  return ok();
}

Status startTask(Frame& frame, scenario::ActorHandle handle, const ActorStart& start) {
  const auto loop = EventLoop::of(frame.actor());
  if (!loop) return loop.error();
  frame.process().handles->setNumber(handle, loop.value()->start(start));
  return ok();
}

Status runHere(Frame& frame, const ActorStart& start) {
  const FunctionCode& function = *frame.process().program->code->function(start.function);
  Recorder& recorder = frame.recorder();
  recorder.sliceBegin(recorder.text(start.name), frame.step());
  Frame inner(frame.run(), function);
  inner.makePlain();
  const StepEnd end = runInFrame(inner, function, start.arguments);
  recorder.sliceEnd();
  if (end == StepEnd::kNext) return ok();
  return Error{ErrorCode::kRunFailed, frame.run().outcome.text, ""};
}

}  // namespace

Result<ActorPlan> ActorPlan::read(const scenario::Step& step, CodeBuilder& builder) {
  ActorPlan plan;
  auto function = builder.function(step, "function");
  if (!function) return function.error();
  plan.m_function = function.value();
  plan.m_runtime = CodeBuilder::argument(step, "runtime");
  plan.m_method = CodeBuilder::argument(step, "method");
  plan.m_name = CodeBuilder::argument(step, "name");
  plan.m_arguments = CodeBuilder::argument(step, "arguments");
  plan.m_daemon = CodeBuilder::argument(step, "daemon");
  plan.m_count = CodeBuilder::argument(step, "count");
  plan.m_as = step.as;
  plan.m_isInRepeat = builder.isInRepeat();
  return plan;
}

StepEnd ActorPlan::run(Frame& frame, bool starts) const {
  Runtime runtime = Runtime::kThread;
  if (m_runtime) {
    const auto word = frame.text(*m_runtime);
    if (!word) return frame.fail(word.error());
    const auto named = scenario::runtimeNamed(word.value());
    if (!named) return frame.fail({ErrorCode::kRunFailed, "found no runtime \"" + word.value() + "\"", ""});
    runtime = *named;
  }
  const auto count = frame.integerOr(m_count, 1);
  if (!count) return frame.fail(count.error());
  scenario::List handles;
  for (std::int64_t i = 0; i < count.value(); ++i) {
    auto handle = makeOne(frame, runtime, starts, m_count ? std::optional(i) : std::nullopt);
    if (!handle && frame.hasEnded()) return StepEnd::kActorEnds;
    if (!handle) return frame.fail(handle.error());
    handles.emplace_back(handle.value());
  }
  keep(frame, std::move(handles));
  return StepEnd::kNext;
}

Result<scenario::ActorHandle> ActorPlan::makeOne(Frame& frame, Runtime runtime, bool starts,
                                                 std::optional<std::int64_t> index) const {
  if (!index) return make(frame, runtime, starts);
  // `index` is known to name and arguments only; a local of that name comes back afterwards.
  const Local* outer = frame.local("index");
  const std::optional<Local> saved = outer == nullptr ? std::nullopt : std::optional(*outer);
  frame.setLocal("index", Value(*index));
  auto handle = make(frame, runtime, starts);
  if (saved) {
    frame.setLocal("index", saved->value, saved->stamp);
  } else {
    frame.removeLocal("index");
  }
  return handle;
}

Result<scenario::ActorHandle> ActorPlan::make(Frame& frame, Runtime runtime, bool starts) const {
  auto start = startOf(frame, runtime);
  if (!start) return start.error();
  const auto method = runtime == Runtime::kProcess ? methodOf(frame) : Result<StartMethod>(StartMethod::kFork);
  if (!method) return method.error();
  return makeActor(frame, runtime, start.take(), method.value(), starts);
}

Result<scenario::ActorHandle> makeActor(Frame& frame, Runtime runtime, ActorStart start, StartMethod method,
                                        bool starts) {
  HandleEntry entry;
  entry.runtime = runtime;
  entry.start = std::move(start);
  if (runtime == Runtime::kProcess) {
    ChildRegistry& children = *frame.process().children;
    entry.number = children.reserve(frame.recorder(), entry.start.name, entry.start.isDaemon, method);
    auto lane = newLane(frame, entry.start, children.child(entry.number).id, true, starts);
    if (!lane) return lane.error();
    entry.start.recorder = lane.value();
  } else if (runtime == Runtime::kTask) {
    auto lane = newTaskLane(frame, entry.start, starts);
    if (!lane) return lane.error();
    entry.start.recorder = lane.value();
  } else if (runtime == Runtime::kThread) {
    auto lane = newLane(frame, entry.start, frame.process().identity.id, false, starts);
    if (!lane) return lane.error();
    entry.start.recorder = lane.value();
  }
  const scenario::ActorHandle handle = frame.process().handles->add(std::move(entry));
  if (starts) {
    if (auto started = startActor(frame, handle); !started) return started.error();
  }
  return handle;
}

std::shared_ptr<const UniqueFd> pidfdOf(Frame& frame, scenario::ActorHandle handle) {
  const auto entry = frame.process().handles->entry(handle);
  if (!entry || entry->runtime != Runtime::kProcess) return nullptr;
  return frame.process().children->child(entry->number).pidfd;
}

Result<ActorStart> ActorPlan::startOf(Frame& frame, Runtime runtime) const {
  ActorStart start;
  start.function = m_function->name;
  start.parentLane = frame.recorder().lane();
  const auto daemon = isDaemon(frame, runtime);
  if (!daemon) return daemon.error();
  if (runtime == Runtime::kTask && daemon.value() && m_daemon) {
    return Error{ErrorCode::kRunFailed, "a task cannot be a daemon: it ends with its event loop", ""};
  }
  start.isDaemon = daemon.value();
  if (m_name) {
    auto name = frame.text(*m_name);
    if (!name) return name.error();
    start.name = name.take();
  } else {
    start.name = defaultName(*frame.process().handles, runtime, m_function->name);
  }
  if (!m_arguments) return start;
  const auto arguments = frame.value(*m_arguments);
  if (!arguments) return arguments.error();
  if (runtime == Runtime::kProcess && holdsActor(arguments.value())) {
    return Error{ErrorCode::kRunFailed, "an actor cannot be passed to another process", ""};
  }
  if (const scenario::List* list = arguments.value().asList()) start.arguments = *list;
  return start;
}

Result<StartMethod> ActorPlan::methodOf(Frame& frame) const {
  if (!m_method) return frame.process().program->startMethod;
  const auto word = frame.text(*m_method);
  if (!word) return word.error();
  return startMethodNamed(word.value());
}

Result<bool> ActorPlan::isDaemon(Frame& frame, Runtime runtime) const {
  // Python: a thread is a daemon as its maker is (a main thread never is one); a process as its maker's process is.
  if (runtime == Runtime::kTask) return frame.boolOr(m_daemon, false);
  const bool fallback = runtime == Runtime::kProcess ? frame.process().identity.isDaemon
                                                     : frame.actor().isThread && frame.actor().isDaemon;
  return frame.boolOr(m_daemon, fallback);
}

void ActorPlan::keep(Frame& frame, scenario::List handles) const {
  if (m_as.empty()) return;
  const Local* before = frame.local(m_as);
  scenario::List all;
  if (m_isInRepeat && before != nullptr) {
    if (const scenario::List* list = before->value.asList(); list != nullptr && holdsActor(before->value)) all = *list;
    if (before->value.asActor() != nullptr) all.push_back(before->value);
  }
  const bool isSingle = !m_count && all.empty() && handles.size() == 1;
  for (Value& handle : handles) all.push_back(std::move(handle));
  frame.setLocal(m_as, isSingle ? all.front() : Value(std::move(all)));
}

Status startActor(Frame& frame, scenario::ActorHandle handle) {
  HandleTable& handles = *frame.process().handles;
  const auto entry = handles.entry(handle);
  if (!entry) return Error{ErrorCode::kRunFailed, "this actor belongs to another process", ""};
  if (!handles.markStarted(handle)) {
    return Error{
        ErrorCode::kRunFailed,
        entry->runtime == Runtime::kProcess ? "cannot start a process twice" : "threads can only be started once", ""};
  }
  ActorStart start = entry->start;
  if (entry->runtime == Runtime::kSequential) return runHere(frame, start);
  recordStarting(frame, start);
  Recorder& recorder = frame.recorder();
  recorder.instant(InstantKind::kStart, 0, start.recorder.lane.value, 0, frame.step());
  start.startFlow = recorder.newFlow();
  recorder.flowOut(FlowKind::kStart, start.startFlow, {});
  if (entry->runtime == Runtime::kThread) return startThreadActor(frame, handle, start);
  if (entry->runtime == Runtime::kTask) return startTask(frame, handle, start);
  return frame.process().children->startProcess(recorder, entry->number, start);
}

}  // namespace threadline::engine
