// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One place for the latest value: the drain puts, the window takes; an older value that nobody took is replaced.
// A std::mutex and not a queued pointer, so that ThreadSanitizer can check the hand-over and back-pressure is free.

#include <mutex>
#include <optional>
#include <utility>

namespace threadline::relay {

template <typename T>
class Mailbox {
 public:
  /// Thread: any. The lock is held for a move only.
  void put(T value) {
    std::lock_guard lock(m_mutex);
    m_latest = std::move(value);
  }
  /// The latest value, once; nothing when it was taken already. Thread: any.
  [[nodiscard]] std::optional<T> take() {
    std::lock_guard lock(m_mutex);
    return std::exchange(m_latest, std::nullopt);
  }

 private:
  std::mutex m_mutex;
  std::optional<T> m_latest;
};

}  // namespace threadline::relay
