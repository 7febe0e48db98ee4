// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A child process of a test: runs a function and ends with _exit; killed by its own pid, and always collected.

#include <csignal>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace threadline::ring::testing {

class ForkedChild {
 public:
  template <typename Body>
  explicit ForkedChild(Body body) : m_pid(::fork()) {
    if (m_pid != 0) return;
    body();
    ::_exit(0);
  }
  ForkedChild(const ForkedChild&) = delete;
  ForkedChild& operator=(const ForkedChild&) = delete;
  ~ForkedChild() { kill(); }

  [[nodiscard]] bool isRunning() const { return m_pid > 0; }
  /// Waits for the end; the wait status, or -1 when there is no child.
  int wait() {
    int status = -1;
    if (m_pid > 0 && ::waitpid(m_pid, &status, 0) != m_pid) status = -1;
    m_pid = -1;
    return status;
  }
  /// Kills it with SIGKILL and collects it. Idempotent.
  void kill() {
    if (m_pid <= 0) return;
    ::kill(m_pid, SIGKILL);
    wait();
  }

 private:
  pid_t m_pid = -1;
};

}  // namespace threadline::ring::testing
