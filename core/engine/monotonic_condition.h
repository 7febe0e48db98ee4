// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A condition variable whose deadlines are times of the run's clock (CLOCK_MONOTONIC).
// std::condition_variable would do, but its timed wait is a call that thread sanitizers of this compiler do not know.
//
// Thread: any; each wait holds the lock that guards the condition. Never destroyed while somebody waits.

#include <pthread.h>

#include <ctime>
#include <mutex>
#include <optional>

#include "core/base/check.h"
#include "core/base/clock.h"
#include "core/base/time.h"

namespace threadline::engine {

/// When a wait gives up; nothing: never.
using Deadline = std::optional<TimeNs>;

/// The deadline that lies `limit` from now.
inline Deadline deadlineIn(std::optional<DurationNs> limit) {
  if (!limit) return std::nullopt;
  return monotonicNow() + *limit;
}

inline timespec toTimespec(std::int64_t ns) {
  constexpr std::int64_t kNsPerSecond = 1'000'000'000;
  return {static_cast<time_t>(ns / kNsPerSecond), static_cast<long>(ns % kNsPerSecond)};
}

class MonotonicCondition {
 public:
  MonotonicCondition() {
    pthread_condattr_t attributes;
    TL_CHECK(pthread_condattr_init(&attributes) == 0);
    TL_CHECK(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC) == 0);
    TL_CHECK(pthread_cond_init(&m_condition, &attributes) == 0);
    pthread_condattr_destroy(&attributes);
  }
  MonotonicCondition(const MonotonicCondition&) = delete;
  MonotonicCondition& operator=(const MonotonicCondition&) = delete;
  ~MonotonicCondition() = default;  // nothing to free on Linux; a process of a run ends by _exit anyway

  void wait(std::unique_lock<std::mutex>& lock) { pthread_cond_wait(&m_condition, lock.mutex()->native_handle()); }
  /// False when the deadline came first. A wake-up without cause is possible, as with every condition variable.
  bool waitUntil(std::unique_lock<std::mutex>& lock, const Deadline& deadline) {
    if (!deadline) {
      wait(lock);
      return true;
    }
    const timespec at = toTimespec(deadline->ns);
    return pthread_cond_timedwait(&m_condition, lock.mutex()->native_handle(), &at) == 0;
  }
  void signal() { pthread_cond_signal(&m_condition); }
  void broadcast() { pthread_cond_broadcast(&m_condition); }

 private:
  pthread_cond_t m_condition;
};

}  // namespace threadline::engine
