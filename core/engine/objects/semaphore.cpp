// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/engine/objects/sync_lock.h"
#include "core/engine/objects/sync_word.h"

namespace threadline::engine {
namespace {

// The word's state is the number of permits that are left.
class Semaphore final : public Lock {
 public:
  Semaphore(ObjectId id, std::uint32_t permits, bool isBounded, SyncMemory memory)
      : Lock(id), m_permits(permits), m_isBounded(isBounded), m_memory(std::move(memory)) {}

  bool tryAcquire(const LockUser& user) override {
    std::uint32_t left = m_memory.word().state.load();
    while (left > 0) {
      if (!m_memory.word().state.compare_exchange_weak(left, left - 1)) continue;
      addHolder(m_memory.word(), user);
      recordTaken(user, left - 1);
      return true;
    }
    return false;
  }

  bool acquire(const LockUser& user, const Deadline& deadline, const StateDetail& waiting) override {
    const bool isTaken =
        waitForChange(m_memory.word(), user, deadline, waiting, [this, &user] { return tryAcquire(user); });
    if (!isTaken) return false;
    if (const std::uint64_t flow = takeFlow(m_memory.word(), user.recorder.lane()); flow != 0) {
      user.recorder.flowIn(FlowKind::kRelease, flow, id());
    }
    return true;
  }

  Status release(const LockUser& user) override {
    SharedSyncWord& word = m_memory.word();
    std::uint32_t left = word.state.load();
    const std::uint32_t most = m_isBounded ? m_permits : kMostPermits;
    if (left >= most) return Error{ErrorCode::kRunFailed, "semaphore released too many times", ""};
    // What the trace says must stand there before anybody can go on because of it.
    if (word.waiters.load() == 0) {
      forgetFlows(word);
    } else {
      const std::uint64_t flow = user.recorder.newFlow();
      user.recorder.flowOut(FlowKind::kRelease, flow, id());
      offerFlow(word, flow);
    }
    removeHolder(word, user);
    while (!word.state.compare_exchange_weak(left, left + 1)) {
      if (left >= most) return Error{ErrorCode::kRunFailed, "semaphore released too many times", ""};
    }
    recordTaken(user, left + 1);
    announceOne(word);
    return ok();
  }

  LaneId holder() const override { return holderBeside(m_memory.word(), {}); }
  std::unique_ptr<Lock> copyForFork() const override {
    return std::make_unique<Semaphore>(id(), m_permits, m_isBounded, m_memory.copyForFork());
  }

 private:
  // Beyond this a semaphore without bound counts no more: a loop that only releases is a slip.
  static constexpr std::uint32_t kMostPermits = 1'000'000'000;

  void recordTaken(const LockUser& user, std::uint32_t left) const {
    user.recorder.counter(CounterKind::kDepth, id(), std::int64_t{m_permits} - std::int64_t{left});
  }

  const std::uint32_t m_permits;
  const bool m_isBounded;
  SyncMemory m_memory;
};

}  // namespace

std::unique_ptr<Lock> makeSemaphore(ObjectId id, std::int64_t permits, bool isBounded, SharedSyncWord* shared) {
  const auto count = static_cast<std::uint32_t>(permits);
  return std::make_unique<Semaphore>(id, count, isBounded, SyncMemory(shared, count));
}

}  // namespace threadline::engine
