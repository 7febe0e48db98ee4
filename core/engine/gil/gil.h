// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The global interpreter lock of one process, as CPython 3.11 has it.
//
// One flag guarded by a mutex and a condition variable; no queue. A waiter that has waited one whole interval without a
// change of holder asks for the lock (drop request, which sets the eval breaker); the holder looks at the breaker at
// backward jumps and after calls, and gives the lock up. Forced switching: who drops the lock on request waits until
// another thread has taken it, so the same thread cannot get it back. A drop of its own accord does not force anything.
//
// Every taking and dropping is recorded while the mutex is held, so that in the trace the holds never overlap.
//
// Thread: any thread of the process, each with its own Recorder. A forked child makes a new one.
// Source: CPython 3.11, Python/ceval_gil.h, described in the project's reference notes section 4.

#include <atomic>
#include <cstdint>
#include <mutex>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/engine/monotonic_condition.h"
#include "core/engine/recorder/recorder.h"

namespace threadline::engine {

class Gil {
 public:
  struct Settings {
    DurationNs interval = microseconds(5000);  // at least 1 us
    bool forcedSwitching = true;               // off: only to show what it is for
  };

  explicit Gil(const Settings& settings);
  Gil(const Gil&) = delete;
  Gil& operator=(const Gil&) = delete;
  ~Gil() = default;

  /// Blocks until this lane holds the lock; records waiting_gil (with `detail`'s label and step) if it is not free at
  /// once. The caller records what the lane does next. In a process whose exit began it never comes back, except for
  /// the lane that ends the process: so die daemon threads.
  /// Returns the moment from which the lane holds it.
  TimeNs take(Recorder& recorder, const StateDetail& detail = {});
  /// Gives the lock up of its own accord, before a blocking call or at the end. Returns the moment.
  TimeNs drop(Recorder& recorder);
  /// True when a waiter asked for the lock. One relaxed load: it stands in the interpreter's loop.
  [[nodiscard]] bool isBreakerSet() const { return m_breaker.load(std::memory_order_relaxed) != 0; }
  /// What the interpreter looks at.
  [[nodiscard]] const std::atomic<std::uint32_t>& breaker() const { return m_breaker; }
  /// The holder's answer to a set breaker: drops the lock on request and takes it again. Records waiting_gil; the
  /// caller records what the lane does next.
  /// Returns the moment from which the lane holds it again. Only when the breaker is set.
  TimeNs yieldOnRequest(Recorder& recorder, const StateDetail& detail = {});

  /// The thread that holds the lock goes on in another of its lanes: no drop, no switch.
  void handOver(Recorder& from, Recorder& to);

  /// The process's exit has begun: from now on every other lane stops where it next tries to take the lock.
  void beginExit(LaneId survivor);

 private:
  TimeNs release(Recorder& recorder, GilEvent how, std::unique_lock<std::mutex>& lock);
  void waitForSwitch(LaneId lane);
  void waitWhileLocked(Recorder& recorder, std::unique_lock<std::mutex>& lock);
  void stopIfExiting(LaneId lane, std::unique_lock<std::mutex>& lock);

  const Settings m_settings;
  std::mutex m_mutex;         // guards m_isLocked
  MonotonicCondition m_free;  // wakes one waiter
  bool m_isLocked = false;
  std::atomic<std::uint32_t> m_lastHolder{LaneId::kNone};  // lanes are never given out twice
  std::atomic<std::uint64_t> m_switchNumber{0};            // changes of holder
  std::mutex m_switchMutex;
  MonotonicCondition m_switched;
  std::atomic<std::uint32_t> m_dropRequest{0};
  std::atomic<std::uint32_t> m_breaker{0};
  std::atomic<bool> m_isExiting{false};
  std::atomic<std::uint32_t> m_survivor{LaneId::kNone};
};

}  // namespace threadline::engine
