// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/process_lock.h"

#include <cstring>
#include <string>

#include "core/engine/objects/dead_process.h"
#include "core/engine/objects/futex.h"
#include "core/engine/whole_characters.h"

namespace threadline::engine {
namespace {

// The words are hints for people (holder, name) or counts; only isLocked decides. Its acquire and release pair with
// each other: who gets the lock sees what its last holder did.
constexpr auto kRelaxed = std::memory_order_relaxed;

std::string nameIn(const SharedLockWord& word) {
  return {word.holderName, strnlen(word.holderName, sizeof word.holderName)};
}

}  // namespace

bool tryAcquireWord(SharedLockWord& word, const LockUser& user) {
  std::uint32_t unlocked = 0;
  if (!word.isLocked.compare_exchange_strong(unlocked, 1, std::memory_order_acquire, kRelaxed)) return false;
  word.holderLane.store(user.recorder.lane().value, kRelaxed);
  word.holderPid.store(user.pid, kRelaxed);
  const std::string_view name = wholeCharacters(user.name, sizeof word.holderName - 1);
  std::memcpy(word.holderName, name.data(), name.size());
  word.holderName[name.size()] = '\0';
  return true;
}

bool acquireWord(SharedLockWord& word, const LockUser& user, const Deadline& deadline, LaneState state,
                 const StateDetail& waiting) {
  bool hasToldDeath = false;
  StateDetail told = waiting;
  word.waiters.fetch_add(1, kRelaxed);
  while (!tryAcquireWord(word, user)) {
    if (hasPassed(deadline)) {
      word.waiters.fetch_sub(1, kRelaxed);
      return false;
    }
    const TimeNs began = monotonicNow();
    futexWait(word.isLocked, 1, deadline);
    // Only a wait that nobody ended gives reason to doubt that the holder lives.
    if (hasToldDeath || monotonicNow() - began < kLookAgainAfter) continue;
    const LaneId holder{word.holderLane.load(kRelaxed)};
    hasToldDeath = isDeadProcess(word.holderPid.load(kRelaxed));
    const bool hasChanged = state == LaneState::kWaitingLock && !holder.isNone() && holder != told.holder;
    if (!hasToldDeath && !hasChanged) continue;
    told.holder = holder;
    if (hasToldDeath) told.label = user.recorder.text("held by " + nameIn(word) + ", which was killed");
    user.recorder.state(state, told);
  }
  word.waiters.fetch_sub(1, kRelaxed);
  return true;
}

void releaseWord(SharedLockWord& word) {
  word.holderPid.store(0, kRelaxed);
  word.holderLane.store(LaneId::kNone, kRelaxed);
  word.isLocked.store(0, std::memory_order_release);
  if (word.waiters.load(kRelaxed) != 0) futexWakeOne(word.isLocked);
}

namespace {

class ProcessLock final : public Lock {
 public:
  ProcessLock(ObjectId id, SharedLockWord& word) : Lock(id), m_word(word) {}

  bool tryAcquire(const LockUser& user) override {
    if (!tryAcquireWord(m_word, user)) return false;
    takeFlow(user);
    return true;
  }

  bool acquire(const LockUser& user, const Deadline& deadline, const StateDetail& waiting) override {
    if (!acquireWord(m_word, user, deadline, LaneState::kWaitingLock, waiting)) return false;
    takeFlow(user);
    return true;
  }

  Status release(const LockUser& user) override {
    if (m_word.isLocked.load(kRelaxed) == 0) return Error{ErrorCode::kRunFailed, "release unlocked lock", ""};
    if (m_word.waiters.load(kRelaxed) == 0) {
      m_word.releaseFlow.store(0, kRelaxed);  // who waited for it has given up
    } else if (needsNewFlow(m_word.releaseFlow.load(kRelaxed), user.recorder.lane())) {
      const std::uint64_t flow = user.recorder.newFlow();
      user.recorder.flowOut(FlowKind::kRelease, flow, id());
      m_word.releaseFlow.store(flow, kRelaxed);
    }
    releaseWord(m_word);
    return ok();
  }

  LaneId holder() const override { return {m_word.holderLane.load(kRelaxed)}; }
  std::unique_ptr<Lock> copyForFork() const override { return std::make_unique<ProcessLock>(id(), m_word); }

 private:
  void takeFlow(const LockUser& user) {
    const std::uint64_t flow = m_word.releaseFlow.load(kRelaxed);
    if (flow == 0 || static_cast<std::uint32_t>(flow >> 32U) == user.recorder.lane().value) return;
    m_word.releaseFlow.store(0, kRelaxed);
    user.recorder.flowIn(FlowKind::kRelease, flow, id());
  }

  SharedLockWord& m_word;
};

}  // namespace

std::unique_ptr<Lock> makeProcessLock(ObjectId id, SharedLockWord& word) {
  return std::make_unique<ProcessLock>(id, word);
}

}  // namespace threadline::engine
