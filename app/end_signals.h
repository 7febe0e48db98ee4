// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The signals that end a program (SIGINT, SIGTERM, SIGHUP), taken from a descriptor while this lives; afterwards they
// do what they did before. So Ctrl+C stops what goes on, and what was recorded is still written.
//
// Thread: main's; nothing else in the process may want these signals.

#include <csignal>

#include "core/base/unique_fd.h"

namespace threadline::app {

class EndSignals {
 public:
  EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  /// What has come meanwhile was meant for what is over: it is dropped.
  ~EndSignals();

  /// Readable when one has come; -1 when there could be no descriptor (errno tells why).
  [[nodiscard]] int fd() const { return m_fd.get(); }
  /// True when at least one has come; takes all of them.
  [[nodiscard]] bool take();

 private:
  sigset_t m_before{};
  UniqueFd m_fd;
};

}  // namespace threadline::app
