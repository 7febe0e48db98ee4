// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes the lane of a new actor: counts it against the run's limits, claims a slot (waiting for a free one for at most
// 1 s), and writes its first events, so that the actor only has to go on.
//
// Thread: any.

#include <string_view>

#include "core/base/result.h"
#include "core/engine/process_runtime.h"
#include "core/engine/recorder/recorder.h"

namespace threadline::engine {

struct Actor;

struct LaneRequest {
  LaneKind kind = LaneKind::kThread;
  ProcessId process;
  LaneId parent;
  std::string_view name;
  bool isDaemon = false;
  bool isMain = false;
  LaneState firstState = LaneState::kStarting;  // or kCreated
  Actor* waiter = nullptr;  // the maker: if it has to wait, it does so as `blocked` and without the GIL
};

/// Errors: kLimit with the limit's number when 1000 lanes live, 100 000 starts are used up, or no slot came free in 1
/// s.
[[nodiscard]] Result<RecorderSeed> makeLane(ring::SharedRings& rings, const LaneRequest& request);

}  // namespace threadline::engine
