// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The part of a run's evidence that is about its queues: who starves, and where work piles up. Private to core/report.
//
// Thread: any.

#include "core/report/evidence.h"

namespace threadline::report {

/// Adds kStarved..., kBacklog and kTakersWait, where lanes other than main take from a queue.
void addQueues(const model::Snapshot& snapshot, Evidence& evidence);

}  // namespace threadline::report
