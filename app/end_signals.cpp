// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/end_signals.h"

#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace threadline::app {

EndSignals::EndSignals() {
  sigset_t wanted;
  sigemptyset(&wanted);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&wanted, signal);
  ::pthread_sigmask(SIG_BLOCK, &wanted, &m_before);
  m_fd.reset(::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK));
}

EndSignals::~EndSignals() {
  // A second Ctrl+C during the run has been answered: it must not end the program before the results are written.
  static_cast<void>(take());
  ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

bool EndSignals::take() {
  signalfd_siginfo info{};
  bool hasCome = false;
  while (::read(m_fd.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) hasCome = true;
  return hasCome;
}

}  // namespace threadline::app
