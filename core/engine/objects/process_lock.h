// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The futex word of a lock between processes, as locks and the two ends of a queue use it. A holder that is killed
// leaves it locked for ever, as in multiprocessing; who waits for it says so in its lane.
//
// Thread: any thread of any process of the run.

#include "core/engine/objects/lock.h"
#include "core/engine/shared_block.h"

namespace threadline::engine {

[[nodiscard]] bool tryAcquireWord(SharedLockWord& word, const LockUser& user);
/// Waits for it; false when the deadline came first. `state` and `waiting` are what the caller has recorded.
[[nodiscard]] bool acquireWord(SharedLockWord& word, const LockUser& user, const Deadline& deadline, LaneState state,
                               const StateDetail& waiting);
void releaseWord(SharedLockWord& word);

}  // namespace threadline::engine
