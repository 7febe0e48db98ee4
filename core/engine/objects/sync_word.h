// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The memory of a semaphore, read-write lock, event or barrier, and how actors wait on it: the same between threads of
// a process (it lies in the object) and between processes (it lies in the shared block).
//
// The memory may be shared with processes that are killed at any moment: a wait looks again every 100 ms, and says in
// its lane when the holder has changed or died. What a killed holder held stays held, as in multiprocessing.
//
// Thread: any thread of any process of the run.

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "core/engine/objects/lock.h"

namespace threadline::engine {

/// One of those who hold something now. The name is written by the holder and read once it is dead.
struct SharedHolder {
  std::atomic<std::uint32_t> lane;
  std::atomic<std::int32_t> pid;
  char name[40];
};

struct SharedSyncWord {
  static constexpr std::size_t kHolders = 8;  // more are not remembered: they are hints for people
  static constexpr std::size_t kFlows = 8;
  std::atomic<std::uint32_t> state;    // what the object makes of it
  std::atomic<std::uint32_t> changes;  // what waiters wait on: one more with each change
  std::atomic<std::uint32_t> waiters;
  std::atomic<std::int64_t>
      extra;  // of a read-write lock: when a writer last said that it waits; of an event: its sets
  std::array<std::atomic<std::uint64_t>, kFlows> flows;  // of hand-overs that nobody has taken up yet; 0: none
  std::array<SharedHolder, kHolders> holders;
};

/// Puts an initial state into memory that is all zero.
void beginSyncWord(SharedSyncWord& word, std::uint32_t state);

/// The word in the shared block, or one of its own.
class SyncMemory {
 public:
  /// `shared` null: of its own, which begins with `state`.
  SyncMemory(SharedSyncWord* shared, std::uint32_t state);
  [[nodiscard]] SharedSyncWord& word() const { return *m_word; }
  /// For a forked child: the same word between processes, else a copy without waiters.
  [[nodiscard]] SyncMemory copyForFork() const;

 private:
  std::unique_ptr<SharedSyncWord> m_own;
  SharedSyncWord* m_word = nullptr;
};

/// The lane `user` holds it from now on, or no longer (then somebody else's entry goes where it has none).
void addHolder(SharedSyncWord& word, const LockUser& user);
void removeHolder(SharedSyncWord& word, const LockUser& user);
/// The first holder that is not this lane, or else this lane when it is one; none.
[[nodiscard]] LaneId holderBeside(const SharedSyncWord& word, LaneId lane);

/// Keeps a flow of a hand-over for whoever takes it up; forgets all older ones where nobody waits.
void offerFlow(SharedSyncWord& word, std::uint64_t flow);
void forgetFlows(SharedSyncWord& word);
/// The oldest flow that another lane has offered; 0 where there is none.
[[nodiscard]] std::uint64_t takeFlow(SharedSyncWord& word, LaneId lane);

/// Tells waiters of a change: one of them, or all.
void announceOne(SharedSyncWord& word);
void announceAll(SharedSyncWord& word);

/// Asks `attempt` until it gives true, and waits for a change in between; false when the deadline came first.
/// `waiting` is what the caller has recorded as waiting_lock.
[[nodiscard]] bool waitForChange(SharedSyncWord& word, const LockUser& user, const Deadline& deadline,
                                 const StateDetail& waiting, const std::function<bool()>& attempt);

}  // namespace threadline::engine
