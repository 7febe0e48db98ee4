// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Shows runs in the parts of the window: one that grows, one that is finished, or several under one another. Ties what
// is selected in one part to the others: span, step, printed line, paragraph of the lesson.
//
// Thread: GUI. Nothing here waits; what is large is read from immutable snapshots.

#include <QObject>

#include <set>
#include <string>
#include <vector>

#include "core/report/claims.h"
#include "ui/models/run_session.h"
#include "ui/scene/pane.h"
#include "ui/widgets/window_parts.h"

namespace threadline::widgets {

/// One of the runs that are shown.
struct ShownRun {
  models::RunRecordPtr record;  // of a run that still grows: what is known of it so far
  std::string title;            // above its lanes; empty for a run by itself
  std::string note;
};

class RunPresenter final : public QObject {
  Q_OBJECT

 public:
  RunPresenter(const WindowParts& parts, QObject* parent);

  /// A run begins: its lanes will come.
  void begin(const models::RunOrder& order);
  /// A newer snapshot of the run that was begun; `others` stand above it.
  void grow(const model::SnapshotPtr& snapshot, const std::vector<ShownRun>& others = {},
            const std::string& title = {});
  /// Finished runs; with claims where there is one.
  void show(const std::vector<ShownRun>& runs, const std::vector<report::ClaimResult>& claims = {});
  /// Nothing is shown.
  void clear();

  [[nodiscard]] const std::vector<ShownRun>& shown() const { return m_shown; }

  /// Brings a place of one of the shown runs into sight and selects the span there. An empty range: the whole run.
  void showPlace(std::size_t pane, LaneId lane, TimeRange range);

 public slots:
  /// All that shows this step: spans, step, paragraph.
  void showStep(std::uint32_t step);

 private:
  [[nodiscard]] scene::Pane paneOf(const ShownRun& run) const;
  void setPanes(bool isFirst);
  void connectParts();
  void selectSpan(const scene::SpanRef& ref);
  void showLine(std::size_t line);
  void showStepPointer(const QString& pointer);
  [[nodiscard]] const report::RunRecord* recordOf(std::size_t pane) const;

  WindowParts m_parts;
  models::RunOrder m_order;
  std::vector<ShownRun> m_shown;
  std::set<StepIndex> m_litSteps;
  std::size_t m_primary = 0;  // the pane that tables and output speak of
};

}  // namespace threadline::widgets
