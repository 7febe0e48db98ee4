// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The life of a pool's worker: idle until a chunk comes, then the function for each of its items, in their order.
//
// Thread: the worker's.

#include "core/engine/objects/pool.h"
#include "core/engine/steps/frame.h"

namespace threadline::engine {

/// Serves the pool that the actor's start names until no more work comes, or the function asks for the process's end.
void servePool(ActorRun& run);

/// The function for each of the items, in this actor; what a function throws ends its item and is the result's.
[[nodiscard]] PoolResult runChunk(ActorRun& run, const PoolChunk& chunk);

}  // namespace threadline::engine
