// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is acquired and released like a lock and is none: a counting semaphore, and a lock that many readers share.
//
// A semaphore counts its permits; bounded, as Python's BoundedSemaphore, it refuses a release too many. Its depth in
// the trace is how many permits are taken. A read-write lock has any number of readers or one writer. A writer that
// waits comes before readers that come later; its wish is renewed while it waits, so that the wish of a killed writer
// is forgotten. Its depth is how many hold it.
//
// Thread: any; `shared` null: between threads of one process, else any thread of any process of the run.

#include <cstdint>
#include <memory>

#include "core/engine/objects/lock.h"

namespace threadline::engine {

struct SharedSyncWord;

/// `shared`, where given, was begun with `permits`.
[[nodiscard]] std::unique_ptr<Lock> makeSemaphore(ObjectId id, std::int64_t permits, bool isBounded,
                                                  SharedSyncWord* shared);
/// `shared`, where given, was begun with 0.
[[nodiscard]] std::unique_ptr<Lock> makeRwLock(ObjectId id, SharedSyncWord* shared);

}  // namespace threadline::engine
