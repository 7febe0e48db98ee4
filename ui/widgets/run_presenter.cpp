// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_presenter.h"

#include <algorithm>

#include "core/report/run_facts.h"
#include "core/report/view_resolver.h"
#include "ui/models/localized.h"
#include "ui/models/trace_files.h"
#include "ui/widgets/details_panel.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/output_panel.h"
#include "ui/widgets/statistics_panel.h"
#include "ui/widgets/steps_panel.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {

RunPresenter::RunPresenter(const WindowParts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  connectParts();
}

void RunPresenter::connectParts() {
  TimelineView* timeline = m_parts.timeline;
  connect(timeline, &TimelineView::spanSelected, this, &RunPresenter::selectSpan);
  connect(timeline, &TimelineView::rangeChanged, this,
          [this, timeline] { m_parts.statistics->setRange(timeline->viewState().range); });
  connect(m_parts.output, &OutputPanel::lineActivated, this, &RunPresenter::showLine);
  connect(m_parts.steps, &StepsPanel::stepActivated, this, [this](StepIndex step) { showStep(step.value); });
  connect(m_parts.lesson, &LessonPanel::stepActivated, this, &RunPresenter::showStepPointer);
  connect(m_parts.details, &DetailsPanel::stepRequested, this, [this](StepIndex step) { showStep(step.value); });
  connect(m_parts.details, &DetailsPanel::laneTimeRequested, this, [this](LaneId lane, TimeNs time) {
    const report::RunRecord* record = recordOf(m_primary);
    if (!record) return;
    const std::size_t span = record->snapshot->spanAt(lane, time);
    if (span < record->snapshot->spanCount(lane)) m_parts.timeline->selectSpan({{m_primary, lane}, span});
  });
  connect(m_parts.statistics, &StatisticsPanel::spanActivated, this, [this](LaneId lane, std::size_t span) {
    m_parts.timeline->selectSpan({{m_primary, lane}, span});
  });
}

void RunPresenter::begin(const models::RunOrder& order) {
  m_order = order;
  m_litSteps.clear();
  m_parts.lesson->clearClaims();
  m_parts.details->clear();
  m_parts.timeline->setLive(true);
  m_shown.clear();
}

void RunPresenter::grow(const model::SnapshotPtr& snapshot, const std::vector<ShownRun>& others,
                        const std::string& title) {
  auto record = std::make_shared<report::RunRecord>();
  if (!m_shown.empty() && m_shown.size() == others.size() + 1) {
    *record = *m_shown.back().record;
  } else {
    record->scenario = *m_order.scenario;
    record->scenarioJson = m_order.scenarioJson;
    record->preset = m_order.preset;
    record->parameters = m_order.parameters;
  }
  record->snapshot = snapshot;
  const bool isFirst = m_shown.empty();
  m_shown = others;
  m_shown.push_back({record, title, {}});
  m_primary = m_shown.size() - 1;
  setPanes(isFirst);
  const auto steps = models::runningSteps(*snapshot);
  if (steps != m_litSteps) {
    m_litSteps = steps;
    m_parts.steps->setRunning(m_litSteps);
  }
}

void RunPresenter::show(const std::vector<ShownRun>& runs, const std::vector<report::ClaimResult>& claims) {
  m_shown = runs;
  m_primary = runs.empty() ? 0 : runs.size() - 1;
  m_parts.timeline->setLive(false);
  setPanes(false);
  m_parts.timeline->resetView();
  m_litSteps.clear();
  m_parts.steps->setRunning(m_litSteps);
  if (claims.empty()) {
    m_parts.lesson->clearClaims();
  } else {
    m_parts.lesson->setClaims(claims);
  }
}

void RunPresenter::clear() {
  m_shown.clear();
  m_parts.timeline->setLive(false);
  m_parts.timeline->setPanes({});
  m_parts.output->setSnapshot(nullptr);
  m_parts.statistics->setSnapshot(nullptr);
  m_parts.details->clear();
  m_parts.lesson->clearClaims();
}

scene::Pane RunPresenter::paneOf(const ShownRun& run) const {
  const report::RunRecord& record = *run.record;
  scene::Pane pane;
  pane.snapshot = record.snapshot;
  const scenario::View* view = models::isOwnRun(record) ? &record.scenario.view : nullptr;
  pane.view = report::resolveView(*record.snapshot, view, record.parameters, {}, models::isKorean());
  pane.title = run.title;
  pane.note = run.note;
  return pane;
}

void RunPresenter::setPanes(bool isFirst) {
  std::vector<scene::Pane> panes;
  panes.reserve(m_shown.size());
  for (const ShownRun& run : m_shown) panes.push_back(paneOf(run));
  m_parts.timeline->setPanes(std::move(panes));
  if (isFirst) m_parts.timeline->resetView();
  if (m_shown.empty()) return;
  const model::SnapshotPtr& snapshot = m_shown[m_primary].record->snapshot;
  m_parts.output->setSnapshot(snapshot);
  m_parts.statistics->setSnapshot(snapshot);
}

const report::RunRecord* RunPresenter::recordOf(std::size_t pane) const {
  return pane < m_shown.size() ? m_shown[pane].record.get() : nullptr;
}

void RunPresenter::selectSpan(const scene::SpanRef& ref) {
  const report::RunRecord* record = recordOf(ref.lane.pane);
  if (!record || ref.span >= record->snapshot->spanCount(ref.lane.lane)) return;
  const model::Span span = record->snapshot->span(ref.lane.lane, ref.span);
  QString stepText;
  const auto& pointers = record->scenario.stepPointers;
  if (span.step.value < pointers.size()) {
    const QString pointer = QString::fromStdString(pointers[span.step.value]);
    m_parts.steps->selectStep(pointer);
    m_parts.lesson->highlightStep(pointer);
    stepText = pointer;
  }
  m_parts.details->setSpan(record->snapshot, ref.lane.lane, ref.span, stepText);
  // The line that was printed within the span, if there is one.
  const auto& output = record->snapshot->output();
  const auto line = std::lower_bound(output.begin(), output.end(), span.start,
                                     [](const model::OutputLine& one, TimeNs time) { return one.time < time; });
  for (auto it = line; it != output.end() && it->time <= span.end; ++it) {
    if (it->lane != ref.lane.lane) continue;
    m_parts.output->selectLine(static_cast<std::size_t>(it - output.begin()));
    break;
  }
}

void RunPresenter::showLine(std::size_t line) {
  const report::RunRecord* record = recordOf(m_primary);
  if (!record || line >= record->snapshot->output().size()) return;
  const model::OutputLine& printed = record->snapshot->output()[line];
  const std::size_t span = record->snapshot->spanAt(printed.lane, printed.time);
  if (span < record->snapshot->spanCount(printed.lane)) {
    m_parts.timeline->selectSpan({{m_primary, printed.lane}, span});
  }
}

void RunPresenter::showPlace(std::size_t pane, LaneId lane, TimeRange range) {
  const report::RunRecord* record = recordOf(pane);
  if (!record) return;
  const model::Snapshot& snapshot = *record->snapshot;
  const bool isWhole = range.length().ns <= 0;
  if (isWhole) range = {TimeNs{0}, TimeNs{report::wallTime(snapshot).ns}};
  if (lane.value < snapshot.laneCount() && snapshot.spanCount(lane) > 0) {
    const std::size_t span = isWhole ? 0 : snapshot.spanAt(lane, range.start);
    if (span < snapshot.spanCount(lane)) m_parts.timeline->selectSpan({{pane, lane}, span});
  }
  m_parts.timeline->glideTo(range);
}

void RunPresenter::showStep(std::uint32_t step) {
  const report::RunRecord* record = recordOf(m_primary);
  if (!record) return;
  const model::Snapshot& snapshot = *record->snapshot;
  // The step's first span; bounded, for a step that never ran in a long trace.
  constexpr std::size_t kMostLooked = 200'000;
  std::size_t looked = 0;
  for (std::uint32_t i = 0; i < snapshot.laneCount() && looked < kMostLooked; ++i) {
    const LaneId lane{i};
    const std::size_t count = snapshot.spanCount(lane);
    for (std::size_t span = 0; span < count && looked < kMostLooked; ++span, ++looked) {
      if (snapshot.span(lane, span).step.value != step) continue;
      m_parts.timeline->selectSpan({{m_primary, lane}, span});
      return;
    }
  }
}

void RunPresenter::showStepPointer(const QString& pointer) {
  m_parts.steps->selectStep(pointer);
  const report::RunRecord* record = recordOf(m_primary);
  if (!record) return;
  const auto& pointers = record->scenario.stepPointers;
  const auto found = std::find(pointers.begin(), pointers.end(), pointer.toStdString());
  if (found != pointers.end()) showStep(static_cast<std::uint32_t>(found - pointers.begin()));
}

}  // namespace threadline::widgets
