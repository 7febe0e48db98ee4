// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Measures how long a thread leaves an event waiting: a thread of its own posts one event after the other and looks
// when each is answered. The longest wait is the longest stall; beside it stands how much of it the watched thread
// itself computed, because on a busy machine a thread also waits for a core. Asks nothing before begin().
//
// Thread: made and destroyed in the GUI thread, watches the thread that it lives on; the rest from any.

#include <QObject>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>

namespace threadline::stories {

class Watchdog : public QObject {
 public:
  struct Stall {
    double wallMs = 0;
    double cpuMs = 0;      // of the watched thread within that stall
    double mostCpuMs = 0;  // the most that it computed in any
  };

  Watchdog();
  ~Watchdog() override;

  /// Forgets what was measured: the story begins.
  void begin();
  [[nodiscard]] Stall longest() const;

 protected:
  bool event(QEvent* event) override;

 private:
  void ask();

  mutable std::mutex m_mutex;
  Stall m_longest;  // under m_mutex
  std::atomic<std::int64_t> m_askedNs{0};
  std::atomic<std::int64_t> m_cpuNs{0};
  std::atomic<bool> m_isWaiting{false};
  std::atomic<bool> m_isOver{false};
  std::atomic<clockid_t> m_clock{};  // of the watched thread; known with its first event
  std::atomic<bool> m_hasClock{false};
  std::thread m_asker;
};

}  // namespace threadline::stories
