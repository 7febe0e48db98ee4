// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/fork_gate.h"

#include "core/base/check.h"

namespace threadline::engine {

// std::shared_mutex prefers readers here, and threads that pass all the time would keep a fork waiting for ever.
ForkGate::ForkGate() {
  pthread_rwlockattr_t attributes;
  TL_CHECK(::pthread_rwlockattr_init(&attributes) == 0);
  TL_CHECK(::pthread_rwlockattr_setkind_np(&attributes, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP) == 0);
  TL_CHECK(::pthread_rwlock_init(&m_lock, &attributes) == 0);
  ::pthread_rwlockattr_destroy(&attributes);
}

ForkGate::~ForkGate() {
  ::pthread_rwlock_destroy(&m_lock);
}

void ForkGate::lock() {
  TL_CHECK(::pthread_rwlock_wrlock(&m_lock) == 0);
}

void ForkGate::unlock() {
  ::pthread_rwlock_unlock(&m_lock);
}

void ForkGate::lock_shared() {
  TL_CHECK(::pthread_rwlock_rdlock(&m_lock) == 0);
}

void ForkGate::unlock_shared() {
  ::pthread_rwlock_unlock(&m_lock);
}

}  // namespace threadline::engine
