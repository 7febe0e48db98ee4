// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/futex.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <limits>

namespace threadline::engine {

void futexWait(std::atomic<std::uint32_t>& word, std::uint32_t expected, const Deadline& deadline) {
  std::int64_t patienceNs = kLookAgainAfter.ns;
  if (deadline) patienceNs = std::min(patienceNs, (*deadline - monotonicNow()).ns);
  if (patienceNs <= 0) return;
  const timespec patience = toTimespec(patienceNs);
  syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), FUTEX_WAIT, expected, &patience, nullptr, 0);
}

void futexWakeOne(std::atomic<std::uint32_t>& word) {
  syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

void futexWakeAll(std::atomic<std::uint32_t>& word) {
  syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), FUTEX_WAKE, std::numeric_limits<int>::max(), nullptr,
          nullptr, 0);
}

}  // namespace threadline::engine
