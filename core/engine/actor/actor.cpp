// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/actor.h"

#include "core/engine/gil/gil.h"
#include "core/engine/loop/task.h"

namespace threadline::engine {
namespace {

StateDetail workingDetail(const Actor& actor) {
  StateDetail detail;
  detail.step = actor.step;
  detail.label = actor.label;
  if (actor.working == LaneState::kChecking && !actor.checked.isNone()) {
    detail.targetKind = TargetKind::kObject;
    detail.target = actor.checked.value;
  }
  return detail;
}

}  // namespace

void Actor::resume() {
  const StateDetail detail = workingDetail(*this);
  StateDetail waiting;
  waiting.step = detail.step;
  waiting.label = detail.label;
  // It works from the moment it has the GIL; without one from now on.
  if (task != nullptr) {
    const TimeNs since = task->loop().takeGil(recorder, waiting);
    task->loop().carryOn(*task, since);
    recorder.stateSince(since, working, detail);
    return;
  }
  const TimeNs since = process.gil ? process.gil->take(recorder, waiting) : monotonicNow();
  recorder.stateSince(since, working, detail);
}

TimeNs Actor::pause() {
  if (!process.gil) return monotonicNow();
  return process.gil->drop(task != nullptr ? task->loop().recorder() : recorder);
}

void Actor::yieldOnRequest() {
  if (!process.gil || !process.gil->isBreakerSet()) return;
  const StateDetail detail = workingDetail(*this);
  StateDetail waiting;
  waiting.step = detail.step;
  waiting.label = detail.label;
  if (task != nullptr) {
    // The thread's lane has the GIL, and the task waits with it.
    recorder.state(LaneState::kWaitingGil, waiting);
    const TimeNs since = process.gil->yieldOnRequest(task->loop().recorder());
    task->loop().carryOn(*task, since);
    recorder.stateSince(since, working, detail);
    return;
  }
  const TimeNs since = process.gil->yieldOnRequest(recorder, waiting);
  recorder.stateSince(since, working, detail);
}

void Actor::beginWait(LaneState state, const StateDetail& detail) {
  recorder.state(state, detail);
  if (task != nullptr) task->loop().stall(state);
}

void Actor::recordWorking(TimeNs since) {
  recorder.stateSince(since, working, workingDetail(*this));
}

}  // namespace threadline::engine
