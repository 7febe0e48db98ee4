// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waiting on a word in memory that several processes share. Every wait ends after 100 ms at the latest: whoever should
// have woken it may have been killed, so the waiter looks again.
//
// Thread: any.

#include <atomic>
#include <cstdint>

#include "core/base/time.h"
#include "core/engine/monotonic_condition.h"

namespace threadline::engine {

inline constexpr DurationNs kLookAgainAfter = milliseconds(100);

/// Waits while the word holds `expected`, until woken, the deadline, or kLookAgainAfter.
void futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, const Deadline& deadline);
void futexWakeOne(std::atomic<std::uint32_t>& word);
void futexWakeAll(std::atomic<std::uint32_t>& word);
[[nodiscard]] inline bool hasPassed(const Deadline& deadline) {
  return deadline && monotonicNow() >= *deadline;
}

}  // namespace threadline::engine
