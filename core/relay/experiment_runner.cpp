// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/experiment_runner.h"

#include <utility>

#include "core/base/clock.h"
#include "core/model/trace_builder.h"
#include "core/relay/drain.h"
#include "core/relay/run_controller.h"
#include "core/report/machine_load.h"
#include "core/report/run_facts.h"
#include "core/scenario/run_package.h"

namespace threadline::relay {

struct ExperimentRunner::Run {
  Run(std::unique_ptr<RunController> started, report::RunRecord about)
      : controller(std::move(started)), drain(controller->rings(), builder), record(std::move(about)) {}

  report::MachineLoad load;  // measures from here on
  TimeNs start = monotonicNow();
  std::unique_ptr<RunController> controller;
  model::TraceBuilder builder;
  Drain drain;
  report::RunRecord record;
};

ExperimentRunner::ExperimentRunner(ExperimentRequest request) : m_request(std::move(request)) {
  TL_CHECK(m_request.scenarios.size() == m_request.plan.variants.size());
}

ExperimentRunner::~ExperimentRunner() = default;

bool ExperimentRunner::poll() {
  const bool isStopping = m_isStopWanted.load();
  if (m_run) {
    if (isStopping) m_run->controller->stop();
    if (!m_run->controller->poll()) {
      m_run->drain.pass();
      m_run->controller->endWhenStuck(m_run->builder);
      return false;
    }
    take();
  }
  const bool isDone = m_finished.size() >= m_request.plan.steps.size();
  if (isStopping && !isDone) m_wasStopped = true;
  if (isDone || isStopping || m_error) return true;
  startNext();
  return m_error.has_value();
}

void ExperimentRunner::startNext() {
  const report::ExperimentStep& step = m_request.plan.steps[m_finished.size()];
  const scenario::RunnableScenario& source = *m_request.scenarios[step.variant];
  report::RunRecord record;
  record.scenario = source.scenario;
  record.scenarioJson = source.json;
  record.preset = m_request.preset;
  record.parameters = step.parameters;
  record.startedAt = report::localTimeNow();
  record.machine = report::machineName();
  auto started = RunController::start(
      {scenario::writeRunPackage({source.json, step.parameters, false}), m_request.hostPath, m_request.timeLimit});
  if (!started) {
    m_error = started.error();
    return;
  }
  m_run = std::make_unique<Run>(started.take(), std::move(record));
}

/// The run has ended: its record joins the others, unless it was stopped.
void ExperimentRunner::take() {
  Run& run = *m_run;
  run.drain.finish();
  report::RunRecord& record = run.record;
  record.snapshot = run.builder.snapshot();
  record.ending = run.controller->ending(*record.snapshot);
  record.message = report::failureMessage(*record.snapshot, record.ending, run.controller->hostMessage());
  record.otherLoad = run.load.othersSince(report::cpuTime(*record.snapshot).value_or(DurationNs{}));
  if (record.ending != model::RunEnding::kStopped) {
    const report::ExperimentStep& step = m_request.plan.steps[m_finished.size()];
    m_durations.push_back(monotonicNow() - run.start);
    m_finished.push_back({step.variant, step.repeat, std::make_shared<const report::RunRecord>(std::move(record))});
  }
  m_run.reset();
}

int ExperimentRunner::pidfd() const {
  return m_run ? m_run->controller->pidfd() : -1;
}

ExperimentRunner::Progress ExperimentRunner::progress() const {
  Progress out;
  out.index = m_finished.size();
  out.total = m_request.plan.steps.size();
  if (out.index < out.total) out.variant = m_request.plan.steps[out.index].variant;
  if (m_run) out.elapsed = monotonicNow() - m_run->start;
  out.left = report::timeLeft(m_request.plan.steps, m_durations, out.elapsed);
  return out;
}

model::SnapshotPtr ExperimentRunner::snapshot() const {
  return m_run ? m_run->builder.snapshot() : nullptr;
}

}  // namespace threadline::relay
