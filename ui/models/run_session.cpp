// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_session.h"

#include "core/report/machine_load.h"
#include "core/report/run_facts.h"
#include "core/scenario/run_package.h"
#include "ui/models/pool_work.h"

namespace threadline::models {

RunSession::RunSession(std::string hostPath, QObject* parent) : QObject(parent), m_hostPath(std::move(hostPath)) {
  relay::TraceConsumer& consumer = m_consumer.consumer();
  connect(
      &consumer, &relay::TraceConsumer::runStarted, this,
      [this](quint64 run) {
        if (run == m_run && m_state == State::kStarting) setState(State::kRunning);
      },
      Qt::QueuedConnection);
  connect(&consumer, &relay::TraceConsumer::snapshotReady, this, &RunSession::takeSnapshot, Qt::QueuedConnection);
  connect(&consumer, &relay::TraceConsumer::runEnded, this, &RunSession::end, Qt::QueuedConnection);
}

RunSession::~RunSession() = default;

DurationNs RunSession::elapsed() const {
  if (m_length) return *m_length;
  return m_clock.isValid() ? DurationNs{m_clock.nsecsElapsed()} : DurationNs{};
}

void RunSession::start(const RunOrder& order) {
  m_order = order;
  m_startedAt = report::localTimeNow();
  m_snapshot.reset();
  m_length.reset();
  m_clock.start();
  relay::RunRequest request;
  request.package = scenario::writeRunPackage({order.scenarioJson, order.parameters, false});
  request.hostPath = m_hostPath;
  request.timeLimit = order.timeLimit;
  setState(State::kStarting);
  m_run = m_consumer.startRun(std::move(request));
}

void RunSession::stop() {
  if (!isLive() || m_state == State::kStopping) return;
  setState(State::kStopping);
  m_consumer.stopRun();
}

void RunSession::takeSnapshot() {
  auto latest = m_consumer.consumer().mailbox().take();
  if (!latest || !isLive()) return;
  m_snapshot = std::move(*latest);
  emit snapshotChanged();
}

void RunSession::end(const relay::RunResult& result) {
  if (result.run != m_run || !isLive()) return;
  m_length = DurationNs{m_clock.nsecsElapsed()};
  if (result.error) {
    setState(State::kIdle);
    emit failed(*result.error);
    return;
  }
  m_snapshot = result.snapshot;
  emit snapshotChanged();
  auto record = std::make_shared<report::RunRecord>();
  record->scenario = *m_order.scenario;
  record->scenarioJson = m_order.scenarioJson;
  record->preset = m_order.preset;
  record->parameters = m_order.parameters;
  record->ending = result.ending;
  record->message = report::failureMessage(*result.snapshot, result.ending, result.hostMessage);
  record->snapshot = result.snapshot;
  record->otherLoad = result.otherLoad;
  record->startedAt = m_startedAt;
  record->machine = report::machineName();
  if (!result.hostMessage.empty()) emit failed(Error{ErrorCode::kSystem, result.hostMessage, m_hostPath});
  judge(record);
  setState(State::kIdle);
}

void RunSession::judge(const RunRecordPtr& record) {
  using Claims = std::vector<report::ClaimResult>;
  onPool<Claims>(
      this, [record] { return report::checkClaims(*record); },
      [this, record](const Claims& claims) { emit finished(record, claims); });
}

std::set<StepIndex> runningSteps(const model::Snapshot& snapshot) {
  std::set<StepIndex> steps;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const LaneId lane{i};
    const std::size_t count = snapshot.spanCount(lane);
    if (count == 0 || snapshot.lane(lane).end) continue;
    const model::Span span = snapshot.span(lane, count - 1);
    if (!span.step.isNone()) steps.insert(span.step);
  }
  return steps;
}

void RunSession::setState(State state) {
  if (m_state == state) return;
  m_state = state;
  emit stateChanged(state);
}

}  // namespace threadline::models
