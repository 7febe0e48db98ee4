// SPDX-License-Identifier: GPL-3.0-or-later
#include <mutex>

#include "core/engine/objects/futex.h"
#include "core/engine/objects/lock.h"

namespace threadline::engine {
namespace {

// About what a waiter needs to wake up; see needsNewFlow.
constexpr std::int64_t kFlowAgainNs = 100'000;

class ThreadLock final : public Lock {
 public:
  using Lock::Lock;

  bool tryAcquire(const LockUser& user) override {
    const std::lock_guard lock(m_mutex);
    if (m_isLocked) return false;
    takeOver(user);
    return true;
  }

  bool acquire(const LockUser& user, const Deadline& deadline, const StateDetail& waiting) override {
    std::unique_lock lock(m_mutex);
    StateDetail told = waiting;
    ++m_waiters;
    while (m_isLocked && !hasPassed(deadline)) {
      const TimeNs look = monotonicNow() + kLookAgainAfter;
      const bool wasWoken = m_released.waitUntil(lock, deadline && *deadline < look ? *deadline : look);
      // Whoever waits long says who holds it now: it may have changed hands under the waiter's nose.
      if (wasWoken || !m_isLocked || m_holder == told.holder) continue;
      told.holder = m_holder;
      user.recorder.state(LaneState::kWaitingLock, told);
    }
    --m_waiters;
    if (m_isLocked) return false;
    takeOver(user);
    return true;
  }

  Status release(const LockUser& user) override {
    const std::lock_guard lock(m_mutex);
    if (!m_isLocked) return Error{ErrorCode::kRunFailed, "release unlocked lock", ""};
    m_isLocked = false;
    m_holder = {};
    if (m_waiters == 0) {
      m_flow = 0;  // who waited for it has given up
      return ok();
    }
    if (needsNewFlow(m_flow, user.recorder.lane())) {
      m_flow = user.recorder.newFlow();
      user.recorder.flowOut(FlowKind::kRelease, m_flow, id());
    }
    m_released.signal();
    return ok();
  }

  LaneId holder() const override {
    const std::lock_guard lock(m_mutex);
    return m_holder;
  }

  std::unique_ptr<Lock> copyForFork() const override {
    const std::lock_guard lock(m_mutex);
    auto copy = std::make_unique<ThreadLock>(id());
    copy->m_isLocked = m_isLocked;
    copy->m_holder = m_holder;
    return copy;
  }

 private:
  void takeOver(const LockUser& user) {
    m_isLocked = true;
    m_holder = user.recorder.lane();
    if (m_flow == 0) return;
    // A lane that snatches the lock back from under the waiters was not handed anything: the flow stays for them.
    if (static_cast<std::uint32_t>(m_flow >> 32U) == m_holder.value) return;
    user.recorder.flowIn(FlowKind::kRelease, m_flow, id());
    m_flow = 0;
  }

  mutable std::mutex m_mutex;
  MonotonicCondition m_released;
  bool m_isLocked = false;
  LaneId m_holder;
  std::uint32_t m_waiters = 0;
  std::uint64_t m_flow = 0;  // of a release that nobody has taken up yet
};

}  // namespace

bool Lock::needsNewFlow(std::uint64_t pending, LaneId lane) {
  const std::int64_t now = monotonicNow().ns;
  const bool isOwn = pending != 0 && static_cast<std::uint32_t>(pending >> 32U) == lane.value;
  if (isOwn && now - m_flowNs < kFlowAgainNs) return false;
  m_flowNs = now;
  return true;
}

std::unique_ptr<Lock> makeThreadLock(ObjectId id) {
  return std::make_unique<ThreadLock>(id);
}

}  // namespace threadline::engine
