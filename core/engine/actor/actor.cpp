// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/actor.h"

#include "core/engine/gil/gil.h"

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
  const TimeNs since = process.gil ? process.gil->take(recorder, waiting) : monotonicNow();
  recorder.stateSince(since, working, detail);
}

TimeNs Actor::pause() {
  return process.gil ? process.gil->drop(recorder) : monotonicNow();
}

void Actor::yieldOnRequest() {
  if (!process.gil || !process.gil->isBreakerSet()) return;
  const StateDetail detail = workingDetail(*this);
  StateDetail waiting;
  waiting.step = detail.step;
  waiting.label = detail.label;
  const TimeNs since = process.gil->yieldOnRequest(recorder, waiting);
  recorder.stateSince(since, working, detail);
}

}  // namespace threadline::engine
