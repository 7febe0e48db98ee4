// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/pool_worker.h"

#include <exception>
#include <string>

#include "core/engine/objects/object_table.h"
#include "core/engine/program.h"
#include "core/engine/steps/code.h"

namespace threadline::engine {
namespace {

/// False when the item's code asked for the end of its process.
bool runItem(ActorRun& run, const FunctionCode& function, const scenario::Value& item, PoolResult& result) {
  Frame frame(run, function);
  if (run.actor.task != nullptr) frame.makePlain();
  try {
    static_cast<void>(runInFrame(frame, function, {item}));
  } catch (const std::exception& failure) {
    run.outcome = {ActorOutcome::How::kException, 0, failure.what()};
  }
  if (run.outcome.how == ActorOutcome::How::kExit) return false;
  if (run.outcome.how == ActorOutcome::How::kReturned) return true;
  Recorder& recorder = run.actor.recorder;
  recorder.instant(InstantKind::kException, recorder.text(run.outcome.text), LaneId::kNone, 0, frame.step());
  if (!result.hasFailed) result.text = run.outcome.text;
  result.hasFailed = true;
  run.outcome = {};
  return true;
}

}  // namespace

PoolResult runChunk(ActorRun& run, const PoolChunk& chunk) {
  PoolResult result{chunk.number, false, {}};
  const FunctionCode* function = run.actor.process.program->code->function(chunk.function);
  if (function == nullptr) return {chunk.number, true, "there is no function \"" + chunk.function + "\""};
  for (const scenario::Value& item : chunk.items) {
    if (!runItem(run, *function, item, result)) break;
  }
  return result;
}

void servePool(ActorRun& run) {
  Actor& actor = run.actor;
  Pool& pool = *actor.process.objects->pool(actor.serves);
  while (true) {
    if (run.watch.hasPending()) run.watch.flush();
    actor.step = kNoStep;
    actor.label = 0;
    PoolChunk chunk;
    bool hasWork = false;
    {
      StateDetail detail;
      detail.targetKind = TargetKind::kObject;
      detail.target = pool.id().value;
      const BlockingCall call(actor, LaneState::kIdle, detail);
      hasWork = pool.take(chunk);
    }
    if (!hasWork) break;
    pool.recordTaken(actor.recorder, chunk);
    actor.recorder.sliceBegin(actor.recorder.text("chunk " + std::to_string(chunk.number + 1)), kNoStep);
    PoolResult result = runChunk(run, chunk);
    actor.recorder.sliceEnd();
    if (run.outcome.how == ActorOutcome::How::kExit) {
      // A thread cannot end its process so, in Python either: the item has failed, and the worker goes on.
      if (pool.runtime() == scenario::Runtime::kProcess) break;
      run.outcome = {};
      result.hasFailed = true;
      result.text = "SystemExit";
    }
    pool.finish(std::move(result));
  }
  run.watch.finish();
}

}  // namespace threadline::engine
