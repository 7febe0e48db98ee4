// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <exception>
#include <utility>

#include "core/engine/actor/actor.h"
#include "core/engine/loop/event_loop.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/variable.h"
#include "core/engine/program.h"
#include "core/engine/steps/code.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/pool_worker.h"
#include "core/engine/whole_characters.h"

namespace threadline::engine {
namespace {

using scenario::Value;

constexpr std::size_t kMaxLocalsRecorded = 256;
constexpr std::size_t kMaxLocalText = 4096;

/// What the actor's process has from its start: recorded once per process, by its main actor.
void recordBeginning(const Actor& actor) {
  const ProcessRuntime& process = actor.process;
  if (actor.isThread) return;
  if (process.identity.startMethod == StartMethod::kMain) introduceObjects(*process.program, actor.recorder);
  for (const ObjectSpec& object : process.program->objects) {
    const Variable* variable = process.objects->variable(object.id);
    if (variable == nullptr) continue;
    const Variable::Read read = variable->read();
    if (const std::int64_t* integer = read.value.asInteger()) {
      actor.recorder.counter(CounterKind::kValue, object.id, *integer);
    }
  }
}

void recordLocal(Recorder& recorder, const Local& local) {
  Event event;
  event.kind = EventKind::kLocal;
  LocalKind kind = LocalKind::kNone;
  if (const bool* truth = local.value.asBool()) {
    kind = LocalKind::kBool;
    event.value = *truth ? 1 : 0;
  } else if (const std::int64_t* integer = local.value.asInteger()) {
    kind = LocalKind::kInteger;
    event.value = static_cast<std::uint64_t>(*integer);
  } else if (const double* decimal = local.value.asDecimal()) {
    kind = LocalKind::kDecimal;
    std::memcpy(&event.value, decimal, sizeof *decimal);
  } else if (local.value.asText() != nullptr || local.value.asList() != nullptr) {
    kind = LocalKind::kText;
    const std::string text = local.value.toText();
    event.value = recorder.textOnce(wholeCharacters(text, kMaxLocalText));
  } else if (local.value.asActor() != nullptr) {
    return;  // a number that means nothing outside
  }
  event.sub = static_cast<std::uint8_t>(kind);
  event.text = recorder.text(local.name);
  recorder.push(event);
}

Error wrongArguments(const FunctionCode& function, std::size_t given) {
  return {ErrorCode::kRunFailed,
          function.name + "() takes " + std::to_string(function.arguments.size()) + " arguments but " +
              std::to_string(given) + " were given",
          ""};
}

}  // namespace

void recordFunctionEnd(ActorRun& run, const Frame& frame) {
  Recorder& recorder = run.actor.recorder;
  run.watch.finish();
  if (run.outcome.how == ActorOutcome::How::kException) {
    recorder.instant(InstantKind::kException, recorder.text(run.outcome.text), LaneId::kNone, 0, frame.step());
  }
  std::size_t recorded = 0;
  for (const Local& local : frame.locals()) {
    if (++recorded > kMaxLocalsRecorded) break;
    recordLocal(recorder, local);
  }
}

StepEnd bindArguments(Frame& frame, const FunctionCode& function, const std::vector<Value>& arguments) {
  if (arguments.size() != function.arguments.size()) return frame.fail(wrongArguments(function, arguments.size()));
  for (std::size_t i = 0; i < arguments.size(); ++i) frame.setLocal(function.arguments[i], arguments[i]);
  return StepEnd::kNext;
}

StepEnd runInFrame(Frame& frame, const FunctionCode& function, const std::vector<Value>& arguments) {
  if (const StepEnd bound = bindArguments(frame, function, arguments); bound != StepEnd::kNext) return bound;
  return function.steps.run(frame);
}

ActorOutcome runFunction(Actor& actor, const ActorStart& start) {
  ActorRun run(actor);
  actor.resume();
  if (actor.whenRunning) actor.whenRunning();
  if (start.startFlow != 0) actor.recorder.flowIn(FlowKind::kStart, start.startFlow, {});
  recordBeginning(actor);
  const FunctionCode* function = actor.process.program->code->function(start.function);
  if (!start.pool.isNone()) {
    actor.serves = start.pool;
    servePool(run);
    if (actor.loop) actor.loop->close();
  } else if (function == nullptr) {
    run.outcome = {ActorOutcome::How::kException, 0, "there is no function \"" + start.function + "\""};
  } else {
    Frame frame(run, *function);
    // The root of everything that an actor does: what the library may throw (no memory) ends this actor only.
    try {
      static_cast<void>(runInFrame(frame, *function, start.arguments));
    } catch (const std::exception& failure) {
      run.outcome = {ActorOutcome::How::kException, 0, failure.what()};
    }
    if (actor.loop) actor.loop->close();
    recordFunctionEnd(run, frame);
  }
  // A process goes on to wait for others; a thread has nothing more to do, and may not get a core for a while.
  if (actor.isThread) actor.recorder.flowOut(FlowKind::kJoin, Recorder::endFlowOf(actor.recorder.lane()), {});
  if (!actor.keepsGil) actor.endedAt = actor.pause();
  return std::move(run.outcome);
}

}  // namespace threadline::engine
