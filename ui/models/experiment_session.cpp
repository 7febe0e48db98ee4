// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/experiment_session.h"

#include <algorithm>
#include <utility>

#include "core/report/experiment_plan.h"

namespace threadline::models {

ExperimentSession::ExperimentSession(RunSession& session, QObject* parent) : QObject(parent), m_session(session) {
  connect(&m_session, &RunSession::finished, this, [this](const RunRecordPtr& record) { take(record); });
  connect(&m_session, &RunSession::failed, this, [this] {
    if (m_isLive) finish(false);
  });
}

RunRecordPtr ExperimentSession::latest(std::size_t variant) const {
  const auto newest = std::find_if(m_runs.rbegin(), m_runs.rend(),
                                   [variant](const ExperimentRun& run) { return run.variant == variant; });
  return newest == m_runs.rend() ? nullptr : newest->record;
}

std::optional<DurationNs> ExperimentSession::timeLeft() const {
  if (!m_isLive) return std::nullopt;
  std::vector<report::ExperimentStep> steps;
  steps.reserve(m_plan.size());
  for (const PlannedRun& run : m_plan) steps.push_back({run.variant, run.repeat, {}});
  return report::timeLeft(steps, m_durations, m_session.elapsed());
}

void ExperimentSession::start(std::vector<PlannedRun> plan) {
  m_plan = std::move(plan);
  m_runs.clear();
  m_durations.clear();
  m_isStopping = false;
  m_isLive = !m_plan.empty();
  if (m_isLive) next();
}

void ExperimentSession::stop() {
  if (!m_isLive) return;
  m_isStopping = true;
  m_session.stop();
}

void ExperimentSession::next() {
  emit advanced(static_cast<int>(current()), static_cast<int>(m_plan.size()));
  m_session.start(m_plan[current()].order);
}

void ExperimentSession::take(const RunRecordPtr& record) {
  if (!m_isLive) return;
  if (m_isStopping || record->ending == model::RunEnding::kStopped) {
    finish(false);
    return;
  }
  const PlannedRun& planned = m_plan[current()];
  m_durations.push_back(m_session.elapsed());
  m_runs.push_back({planned.variant, record, planned.repeat});
  if (m_runs.size() == m_plan.size()) {
    finish(true);
  } else {
    next();
  }
}

void ExperimentSession::finish(bool isComplete) {
  m_isLive = false;
  emit finished(isComplete);
}

}  // namespace threadline::models
