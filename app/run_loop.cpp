// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_loop.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "core/base/clock.h"
#include "core/base/unique_fd.h"
#include "core/model/trace_builder.h"
#include "core/relay/drain.h"
#include "core/relay/run_controller.h"
#include "core/report/machine_load.h"
#include "core/report/run_facts.h"

namespace threadline::app {
namespace {

constexpr int kTickMs = 12;
constexpr DurationNs kFirstProgress = seconds(1);
constexpr DurationNs kProgressStep = milliseconds(250);

/// Blocks the signals that end a program and hands them out by descriptor, until it goes.
class EndSignals {
 public:
  EndSignals() {
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&wanted, signal);
    ::pthread_sigmask(SIG_BLOCK, &wanted, &m_before);
    m_fd.reset(::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK));
  }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  ~EndSignals() {
    // A second Ctrl+C during the run has been answered: it must not end the program before the results are written.
    static_cast<void>(take());
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
  }
  [[nodiscard]] int fd() const { return m_fd.get(); }
  /// True when at least one has come; takes all of them.
  [[nodiscard]] bool take() {
    signalfd_siginfo info{};
    bool hasCome = false;
    while (::read(m_fd.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) hasCome = true;
    return hasCome;
  }

 private:
  sigset_t m_before{};
  UniqueFd m_fd;
};

}  // namespace

Result<RunOutcome> executeRun(const RunWish& wish, const ProgressReceiver& progress) {
  EndSignals signals;
  if (signals.fd() < 0) return systemError("signalfd", errno);
  const report::MachineLoad load;
  const TimeNs start = monotonicNow();
  auto started = relay::RunController::start({wish.package, wish.hostPath, wish.timeLimit});
  if (!started) return started.error();
  relay::RunController& controller = *started.value();
  model::TraceBuilder builder;
  relay::Drain drain(controller.rings(), builder);

  DurationNs nextProgress = kFirstProgress;
  while (!controller.poll()) {
    std::array<pollfd, 2> wanted{{{controller.pidfd(), POLLIN, 0}, {signals.fd(), POLLIN, 0}}};
    ::poll(wanted.data(), wanted.size(), kTickMs);
    if (signals.take()) controller.stop();
    drain.pass();
    const DurationNs elapsed = monotonicNow() - start;
    if (progress && elapsed >= nextProgress) {
      nextProgress = elapsed + kProgressStep;
      const auto snapshot = builder.snapshot();
      progress({elapsed, snapshot->totals().eventsRecorded, snapshot->laneCount()});
    }
  }
  drain.finish();

  RunOutcome outcome;
  outcome.snapshot = builder.snapshot();
  outcome.ending = controller.ending(*outcome.snapshot);
  outcome.hostMessage = controller.hostMessage();
  outcome.otherLoad = load.othersSince(report::cpuTime(*outcome.snapshot).value_or(DurationNs{}));
  return outcome;
}

}  // namespace threadline::app
