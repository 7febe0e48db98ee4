// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/lane_factory.h"

#include <ctime>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/engine/actor/actor.h"
#include "core/engine/monotonic_condition.h"

namespace threadline::engine {
namespace {

constexpr DurationNs kSlotPatience = seconds(1);
// The reader comes by every 12 ms; looking oftener than it frees slots is for nothing.
constexpr DurationNs kLookAgain = milliseconds(2);

Error limitError(const std::string& message) {
  return {ErrorCode::kLimit, message, ""};
}

/// Counts one start; false when all are used up. The counter stops at the limit, so it cannot wrap.
bool countStart(ring::RunHeader& run) {
  std::uint32_t used = run.starts.load(std::memory_order_relaxed);
  while (used < ring::kMaxStarts) {
    if (run.starts.compare_exchange_weak(used, used + 1, std::memory_order_relaxed)) return true;
  }
  return false;
}

Result<ring::SlotClaim> claimSlot(ring::SharedRings& rings, Actor* waiter) {
  std::optional<BlockingCall> wait;
  const TimeNs giveUp = monotonicNow() + kSlotPatience;
  while (true) {
    if (rings.header().liveLanes.load(std::memory_order_relaxed) >= ring::kMaxLanesLive) {
      return limitError("can't start a new actor: " + std::to_string(ring::kMaxLanesLive) + " are alive");
    }
    if (const auto claim = rings.claim()) return *claim;
    if (!wait && waiter != nullptr) {
      StateDetail detail;
      detail.label = waiter->recorder.text("until a lane comes free");
      wait.emplace(*waiter, LaneState::kBlocked, detail);
    }
    const TimeNs now = monotonicNow();
    if (now >= giveUp) return limitError("can't start a new actor: no lane came free within a second");
    const timespec at = toTimespec((now + kLookAgain).ns);
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, nullptr);
  }
}

}  // namespace

Result<RecorderSeed> makeLane(ring::SharedRings& rings, const LaneRequest& request) {
  if (!countStart(rings.header())) {
    return limitError("can't start a new actor: a run has at most " + std::to_string(ring::kMaxStarts) + " starts");
  }
  auto claim = claimSlot(rings, request.waiter);
  if (!claim) return claim.error();
  RecorderSeed seed;
  seed.claim = claim.value();
  seed.lane = {rings.header().nextLane.fetch_add(1, std::memory_order_relaxed)};
  Recorder recorder(rings, seed);
  std::uint16_t flags = 0;
  if (request.isDaemon) flags |= kLaneDaemon;
  if (request.isMain) flags |= kLaneMain;
  recorder.laneBegins(request.kind, request.process, request.parent, request.name, flags);
  recorder.state(request.firstState);
  return recorder.seed();
}

}  // namespace threadline::engine
