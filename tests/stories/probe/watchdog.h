// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Measures how long the GUI thread leaves an event waiting: a thread of its own posts one event after the other and
// looks when each is answered. The longest wait is the longest stall; beside it stands how much of it the GUI thread
// itself computed, because on a busy machine a thread also waits for a core.
//
// Thread: made, asked and destroyed in the GUI thread.

#include <QObject>

#include <atomic>
#include <cstdint>
#include <thread>

namespace threadline::stories {

class Watchdog : public QObject {
 public:
  struct Stall {
    double wallMs = 0;
    double cpuMs = 0;  // of the GUI thread within that stall
  };

  Watchdog();
  ~Watchdog() override;

  /// Forgets what was measured: the story begins.
  void begin();
  [[nodiscard]] Stall longest() const { return m_longest; }
  [[nodiscard]] double mostCpuMs() const { return m_mostCpuMs; }

 protected:
  bool event(QEvent* event) override;

 private:
  void ask();

  Stall m_longest;
  double m_mostCpuMs = 0;
  std::atomic<std::int64_t> m_askedNs{0};
  std::atomic<std::int64_t> m_cpuNs{0};
  std::atomic<bool> m_isWaiting{false};
  std::atomic<bool> m_isOver{false};
  clockid_t m_guiClock{};
  std::thread m_asker;
};

}  // namespace threadline::stories
