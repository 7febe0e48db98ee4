// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/engine/objects/sync_lock.h"
#include "core/engine/objects/sync_word.h"

namespace threadline::engine {
namespace {

constexpr std::uint32_t kWriter = 0x8000'0000U;
// A waiting writer renews its wish each 100 ms; one that is older is of a writer that was killed.
constexpr DurationNs kWishHolds = milliseconds(400);

// The word's state is kWriter, or the number of readers.
class RwLock final : public Lock {
 public:
  RwLock(ObjectId id, SyncMemory memory) : Lock(id), m_memory(std::move(memory)) {}

  bool tryAcquire(const LockUser& user) override { return user.isReader ? tryRead(user) : tryWrite(user); }

  bool acquire(const LockUser& user, const Deadline& deadline, const StateDetail& waiting) override {
    SharedSyncWord& word = m_memory.word();
    const bool isTaken = waitForChange(word, user, deadline, waiting, [this, &user, &word] {
      if (!user.isReader) word.extra.store(monotonicNow().ns);
      return tryAcquire(user);
    });
    if (!user.isReader) word.extra.store(0);
    if (!isTaken) {
      announceAll(word);  // readers that stood behind this writer
      return false;
    }
    // One release lets many readers in: they all take up its flow.
    const std::uint64_t flow = word.flows[0].load();
    const bool isOwn = static_cast<std::uint32_t>(flow >> 32U) == user.recorder.lane().value;
    if (flow != 0 && !isOwn) user.recorder.flowIn(FlowKind::kRelease, flow, id());
    // Readers that waited behind the same writer may come in beside this one.
    if (user.isReader) announceAll(word);
    return true;
  }

  Status release(const LockUser& user) override {
    SharedSyncWord& word = m_memory.word();
    if (word.state.load() == 0) return Error{ErrorCode::kRunFailed, "release unlocked read-write lock", ""};
    std::uint64_t flow = 0;
    if (word.waiters.load() != 0) {
      flow = user.recorder.newFlow();
      user.recorder.flowOut(FlowKind::kRelease, flow, id());
    }
    word.flows[0].store(flow);
    removeHolder(word, user);
    std::uint32_t state = word.state.load();
    while (state != 0 && !word.state.compare_exchange_weak(state, state == kWriter ? 0 : state - 1)) {
    }
    recordHolders(user, state == kWriter || state == 0 ? 0 : state - 1);
    announceAll(word);
    return ok();
  }

  LaneId holder() const override { return holderBeside(m_memory.word(), {}); }
  std::unique_ptr<Lock> copyForFork() const override { return std::make_unique<RwLock>(id(), m_memory.copyForFork()); }

 private:
  bool isWriterWaiting() const {
    const std::int64_t wish = m_memory.word().extra.load();
    return wish != 0 && (monotonicNow() - TimeNs{wish}).ns < kWishHolds.ns;
  }

  bool tryRead(const LockUser& user) {
    std::uint32_t state = m_memory.word().state.load();
    while (state != kWriter && !isWriterWaiting()) {
      if (!m_memory.word().state.compare_exchange_weak(state, state + 1)) continue;
      return taken(user, state + 1);
    }
    return false;
  }

  bool tryWrite(const LockUser& user) {
    std::uint32_t free = 0;
    return m_memory.word().state.compare_exchange_strong(free, kWriter) && taken(user, 1);
  }

  bool taken(const LockUser& user, std::int64_t holders) {
    addHolder(m_memory.word(), user);
    recordHolders(user, holders);
    return true;
  }

  void recordHolders(const LockUser& user, std::int64_t holders) const {
    user.recorder.counter(CounterKind::kDepth, id(), holders);
  }

  SyncMemory m_memory;
};

}  // namespace

std::unique_ptr<Lock> makeRwLock(ObjectId id, SharedSyncWord* shared) {
  return std::make_unique<RwLock>(id, SyncMemory(shared, 0));
}

}  // namespace threadline::engine
