// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gil/gil.h"

#include <unistd.h>

#include <algorithm>

namespace threadline::engine {

// The memory orders: everything that the holder of the lock may touch is ordered by m_mutex. Drop request, breaker,
// last holder and switch number are read outside of it as hints only, so they are relaxed, as in CPython.
namespace {
constexpr auto kRelaxed = std::memory_order_relaxed;
}

Gil::Gil(const Settings& settings)
    : m_settings{std::max(settings.interval, microseconds(1)), settings.forcedSwitching} {}

TimeNs Gil::take(Recorder& recorder, const StateDetail& detail) {
  std::unique_lock lock(m_mutex);
  if (m_isLocked) {
    if (recorder.currentState() != LaneState::kWaitingGil) {
      StateDetail waiting = detail;
      waiting.holder = {m_lastHolder.load(kRelaxed)};
      recorder.state(LaneState::kWaitingGil, waiting);
    }
    waitWhileLocked(recorder, lock);
  }
  stopIfExiting(recorder.lane(), lock);
  const LaneId previous{m_lastHolder.load(kRelaxed)};
  {
    const std::lock_guard switching(m_switchMutex);
    m_isLocked = true;
    if (previous != recorder.lane()) {
      m_lastHolder.store(recorder.lane().value, kRelaxed);
      m_switchNumber.fetch_add(1, kRelaxed);
    }
    m_switched.signal();
  }
  m_dropRequest.store(0, kRelaxed);
  m_breaker.store(0, kRelaxed);
  return recorder.gil(GilEvent::kTaken, previous, m_switchNumber.load(kRelaxed));
}

void Gil::waitWhileLocked(Recorder& recorder, std::unique_lock<std::mutex>& lock) {
  while (m_isLocked) {
    stopIfExiting(recorder.lane(), lock);
    const std::uint64_t seen = m_switchNumber.load(kRelaxed);
    const bool woken = m_free.waitUntil(lock, monotonicNow() + m_settings.interval);
    // Only a whole interval without a wake-up and without another holder entitles to ask.
    if (woken || !m_isLocked || m_switchNumber.load(kRelaxed) != seen) continue;
    stopIfExiting(recorder.lane(), lock);
    if (m_dropRequest.exchange(1, kRelaxed) == 0) {
      recorder.gil(GilEvent::kRequested, {m_lastHolder.load(kRelaxed)}, seen);
    }
    m_breaker.store(1, kRelaxed);
  }
}

TimeNs Gil::drop(Recorder& recorder) {
  std::unique_lock lock(m_mutex);
  const TimeNs since = release(recorder, GilEvent::kDropped, lock);
  waitForSwitch(recorder.lane());
  return since;
}

TimeNs Gil::yieldOnRequest(Recorder& recorder, const StateDetail& detail) {
  std::unique_lock lock(m_mutex);
  // The wait begins with the drop itself: who is woken by it often runs on this core first.
  const TimeNs since = release(recorder, GilEvent::kDroppedOnRequest, lock);
  waitForSwitch(recorder.lane());
  // Recorded late, because only now it is known who has it.
  StateDetail waiting = detail;
  waiting.holder = {m_lastHolder.load(kRelaxed)};
  recorder.stateSince(since, LaneState::kWaitingGil, waiting);
  return take(recorder, detail);
}

TimeNs Gil::release(Recorder& recorder, GilEvent how, std::unique_lock<std::mutex>& lock) {
  TL_CHECK(m_isLocked);
  m_lastHolder.store(recorder.lane().value, kRelaxed);
  const TimeNs since = recorder.gil(how, recorder.lane(), m_switchNumber.load(kRelaxed));
  m_isLocked = false;
  m_free.signal();
  lock.unlock();
  return since;
}

void Gil::waitForSwitch(LaneId lane) {
  if (!m_settings.forcedSwitching || m_dropRequest.load(kRelaxed) == 0) return;
  std::unique_lock switching(m_switchMutex);
  // Somebody took it in between: the switch has happened. Or who asked for it has stopped for ever.
  if (m_lastHolder.load(kRelaxed) != lane.value || m_dropRequest.load(kRelaxed) == 0) return;
  m_dropRequest.store(0, kRelaxed);
  m_breaker.store(0, kRelaxed);
  // Once and without a limit: who asked is awake and will take it.
  m_switched.wait(switching);
}

void Gil::handOver(Recorder& from, Recorder& to) {
  const std::lock_guard lock(m_mutex);
  TL_CHECK(m_isLocked);
  const std::uint64_t switchNumber = m_switchNumber.load(kRelaxed);
  from.gil(GilEvent::kDropped, from.lane(), switchNumber);
  m_lastHolder.store(to.lane().value, kRelaxed);
  to.gil(GilEvent::kTaken, from.lane(), switchNumber);
}

void Gil::beginExit(LaneId survivor) {
  m_survivor.store(survivor.value, kRelaxed);
  m_isExiting.store(true, kRelaxed);
}

void Gil::stopIfExiting(LaneId lane, std::unique_lock<std::mutex>& lock) {
  if (!m_isExiting.load(kRelaxed) || m_survivor.load(kRelaxed) == lane.value) return;
  {
    // This thread may have asked for the lock and will not come for it, so nobody may wait for it to be taken. Requests
    // of others go with it: they ask again.
    const std::lock_guard switching(m_switchMutex);
    m_dropRequest.store(0, kRelaxed);
    m_breaker.store(0, kRelaxed);
    m_switched.signal();
  }
  m_free.signal();  // this thread may have used up the wake-up that was another's
  lock.unlock();
  // The process ends within moments; unwinding a thread that stands in the middle of a step would run its code again.
  while (true) pause();
}

}  // namespace threadline::engine
