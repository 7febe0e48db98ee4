// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lock as Python has it: no owner, so any actor may release it, and the same actor waits for itself. Semaphores and
// read-write locks are used in the same way: acquired, waited for and released.
//
// A release that somebody waited for begins a flow, which the next acquisition takes up. Without waiters nothing is
// recorded: a lock that is always free costs a trace nothing.
//
// Thread: any.

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/engine/monotonic_condition.h"
#include "core/engine/recorder/recorder.h"

namespace threadline::engine {

/// Who uses a lock: its lane, its name for those who will wait for it, and how.
struct LockUser {
  Recorder& recorder;
  std::string_view name;
  pid_t pid = 0;
  bool isReader = false;  // of a read-write lock: shares it with other readers
};

class Lock {
 public:
  explicit Lock(ObjectId id) : m_id(id) {}
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  virtual ~Lock() = default;

  [[nodiscard]] ObjectId id() const { return m_id; }
  /// Takes it if it is free.
  [[nodiscard]] virtual bool tryAcquire(const LockUser& user) = 0;
  /// Waits until it has it; false when the deadline came first. The caller has recorded waiting_lock and given up the
  /// GIL. When the holder turns out to be dead, the state is recorded anew with a label that says so.
  [[nodiscard]] virtual bool acquire(const LockUser& user, const Deadline& deadline, const StateDetail& waiting) = 0;
  /// Errors: kRunFailed "release unlocked lock".
  [[nodiscard]] virtual Status release(const LockUser& user) = 0;
  /// The lane that acquired it last, for as long as it is locked.
  [[nodiscard]] virtual LaneId holder() const = 0;
  [[nodiscard]] virtual std::unique_ptr<Lock> copyForFork() const = 0;

 protected:
  /// Whether a release must begin a new flow. Not when this lane's last one is still waiting to be taken up and hardly
  /// older than the time that a waiter needs to wake: a loop that releases and acquires under a waiter's nose would
  /// record each turn.
  [[nodiscard]] bool needsNewFlow(std::uint64_t pending, LaneId lane);

 private:
  const ObjectId m_id;
  std::int64_t m_flowNs = 0;  // when this process last began one
};

/// Between threads of one process.
[[nodiscard]] std::unique_ptr<Lock> makeThreadLock(ObjectId id);
/// Between processes: `word` lies in the shared block.
struct SharedLockWord;
[[nodiscard]] std::unique_ptr<Lock> makeProcessLock(ObjectId id, SharedLockWord& word);

}  // namespace threadline::engine
