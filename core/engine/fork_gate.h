// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Forking takes this gate alone; whoever changes something that a forked child takes over, and that is not copied for
// it under its own lock (ObjectTable::copyForFork), passes it shared. So a child never inherits a thing half done.
//
// A forker that waits keeps newcomers out: it cannot starve. Therefore never pass the gate twice in one thread.
// A child makes a new gate: the one that it inherits is closed by a thread that it does not have.
//
// Thread: any thread of the process.

#include <pthread.h>

namespace threadline::engine {

class ForkGate {
 public:
  ForkGate();
  ForkGate(const ForkGate&) = delete;
  ForkGate& operator=(const ForkGate&) = delete;
  ~ForkGate();

  // The names that std::lock_guard and std::shared_lock ask for.
  void lock();
  void unlock();
  void lock_shared();    // NOLINT(readability-identifier-naming)
  void unlock_shared();  // NOLINT(readability-identifier-naming)

 private:
  pthread_rwlock_t m_lock{};
};

}  // namespace threadline::engine
