// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_loop.h"

#include <poll.h>

#include <array>
#include <cerrno>

#include "app/end_signals.h"
#include "core/base/clock.h"
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
    controller.endWhenStuck(builder);
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
