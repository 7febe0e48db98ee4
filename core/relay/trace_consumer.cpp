// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/trace_consumer.h"

#include "core/model/trace_builder.h"
#include "core/relay/drain.h"
#include "core/report/machine_load.h"
#include "core/report/run_facts.h"

namespace threadline::relay {
namespace {

// A little faster than the screen: what was recorded is at most one frame old when it is drawn.
constexpr int kTickMs = 12;

}  // namespace

void registerMetaTypes() {
  qRegisterMetaType<threadline::relay::RunResult>();
  qRegisterMetaType<threadline::relay::RunRequest>();
}

struct TraceConsumer::Run {
  Run(quint64 theNumber, std::unique_ptr<RunController> theController)
      : number(theNumber), controller(std::move(theController)), drain(controller->rings(), builder) {}

  quint64 number;
  report::MachineLoad load;
  std::unique_ptr<RunController> controller;
  model::TraceBuilder builder;
  Drain drain;
  std::size_t lanes = 0;
  std::size_t lines = 0;
};

TraceConsumer::TraceConsumer() : m_timer(this) {
  m_timer.setTimerType(Qt::PreciseTimer);
  m_timer.setInterval(kTickMs);
  connect(&m_timer, &QTimer::timeout, this, &TraceConsumer::tick);
}

TraceConsumer::~TraceConsumer() = default;

void TraceConsumer::startRun(quint64 run, const RunRequest& request) {
  m_run.reset();
  // What an earlier run left there must not be taken for this one's.
  static_cast<void>(m_mailbox.take());
  auto controller = RunController::start(request);
  if (!controller) {
    m_timer.stop();
    RunResult result;
    result.run = run;
    result.error = controller.error();
    emit runEnded(result);
    return;
  }
  m_run = std::make_unique<Run>(run, controller.take());
  m_timer.start();
  emit runStarted(run);
}

void TraceConsumer::stopRun() {
  if (m_run) m_run->controller->stop();
}

void TraceConsumer::tick() {
  if (!m_run) return;
  if (m_run->controller->poll()) {
    end();
    return;
  }
  m_run->drain.pass();
  m_run->controller->endWhenStuck(m_run->builder);
  publish(m_run->builder.snapshot());
}

void TraceConsumer::publish(const model::SnapshotPtr& snapshot) {
  const std::size_t lanes = snapshot->laneCount();
  const std::size_t lines = snapshot->output().size();
  const std::size_t firstLane = std::exchange(m_run->lanes, lanes);
  const std::size_t firstLine = std::exchange(m_run->lines, lines);
  // The mailbox first: who is told of lanes can have the snapshot that holds them.
  m_mailbox.put(snapshot);
  if (lanes > firstLane) emit lanesAdded(firstLane, lanes - firstLane);
  if (lines > firstLine) emit outputAdded(firstLine, lines - firstLine);
  emit snapshotReady(++m_seq);
}

void TraceConsumer::end() {
  m_timer.stop();
  m_run->drain.finish();
  RunResult result;
  result.run = m_run->number;
  result.snapshot = m_run->builder.snapshot();
  result.ending = m_run->controller->ending(*result.snapshot);
  result.hostMessage = m_run->controller->hostMessage();
  result.otherLoad = m_run->load.othersSince(report::cpuTime(*result.snapshot).value_or(DurationNs{}));
  publish(result.snapshot);
  m_run.reset();
  emit runEnded(result);
}

}  // namespace threadline::relay
