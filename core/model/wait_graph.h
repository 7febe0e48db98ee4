// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who waits for whom, and the cycle in it that will never end: a deadlock.
//
// Only waits without a time limit count: for a lock whose one holder is known, and for an actor's end. A cycle is a
// deadlock once nothing in it has changed for half a second: those who wait tell ten times a second who holds what they
// wait for, so each edge has been told again while the other end stood still. A holder that others could stand in for
// (a semaphore with several permits out, a lock with several readers) makes no edge. That somebody outside of the cycle
// would release a lock that is not his is not foreseen.
//
// Thread: the builder's.

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"

namespace threadline::model {

/// A lane that waits for another one.
struct WaitEdge {
  LaneId lane;
  LaneId other;     // the holder, or the actor whose end is awaited
  ObjectId object;  // none: it waits for the end
  TimeNs since;     // nothing about this wait has changed since then
};

/// The lanes of a cycle, each waiting for the next and the last for the first.
using WaitCycle = std::vector<WaitEdge>;

inline constexpr DurationNs kDeadlockAfter = milliseconds(500);

/// Thread: any. A cycle among the edges (at most one for each lane) of which no edge is younger than kDeadlockAfter;
/// it begins with its smallest lane.
[[nodiscard]] std::optional<WaitCycle> findDeadlock(const std::vector<WaitEdge>& edges, TimeNs now);

}  // namespace threadline::model
