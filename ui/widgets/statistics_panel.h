// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables of the visible range with their charts: states by lane, spans, counters. The tables are the picture's twin for
// who cannot see it.
//
// A live run may give a new snapshot with every frame: it is taken over at most four times a second, only for the tab
// that can be seen, and not at all while the panel is hidden.
// Thread: GUI.

#include <QWidget>

#include <array>
#include <vector>

#include "core/model/trace.h"
#include "ui/paint/theme.h"

class QAction;
class QLabel;
class QSplitter;
class QTableView;
class QTabWidget;
class QTimer;

namespace threadline::models {
class StatisticsModel;
class StatisticsSorting;
class SpanTableModel;
class CounterTableModel;
}  // namespace threadline::models

namespace threadline::charts {
class StateChart;
class CounterChart;
}  // namespace threadline::charts

namespace threadline::widgets {

class StatisticsPanel : public QWidget {
  Q_OBJECT
 public:
  enum class Tab { kStates, kSpans, kCounters };

  explicit StatisticsPanel(QWidget* parent = nullptr);

  void setSnapshot(model::SnapshotPtr snapshot);
  /// An empty range means all of the trace.
  void setRange(TimeRange range);
  void setThemeKind(paint::ThemeKind kind);
  /// The lanes of the table of spans; none: all.
  void setLanes(std::vector<LaneId> lanes);
  void showTab(Tab tab);
  /// Selects this span in the table of spans, where it is in it.
  void selectSpan(LaneId lane, std::size_t span);

  /// The table of the tab that is shown: its selected rows, or all where at most one is selected.
  [[nodiscard]] QString asMarkdown() const;
  [[nodiscard]] QString asCsv() const;

 signals:
  void laneActivated(LaneId lane);
  void spanActivated(LaneId lane, std::size_t span);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  static constexpr int kTabs = 3;

  [[nodiscard]] QTableView* addTable(const QString& name);
  void addStates();
  void addSpans();
  void addCounters();
  void addCopying(QTableView* table);
  void schedule();
  void refresh();
  void refreshSpans();
  void retranslate();
  void activateLane(const QModelIndex& index);
  void activateSpan(const QModelIndex& index);
  [[nodiscard]] QTableView* shownTable() const;

  model::SnapshotPtr m_snapshot;
  TimeRange m_range;
  std::vector<LaneId> m_lanes;
  std::array<bool, kTabs> m_isStale{};
  QTimer* m_timer = nullptr;
  QTabWidget* m_tabs = nullptr;
  std::array<QTableView*, kTabs> m_tables{};
  std::array<QSplitter*, kTabs> m_splitters{};  // of the spans: none
  models::StatisticsModel* m_statistics = nullptr;
  models::StatisticsSorting* m_sorting = nullptr;
  models::SpanTableModel* m_spans = nullptr;
  models::CounterTableModel* m_counters = nullptr;
  charts::StateChart* m_stateChart = nullptr;
  charts::CounterChart* m_counterChart = nullptr;
  QLabel* m_spanNote = nullptr;
  QAction* m_copy = nullptr;
  QAction* m_copyCsv = nullptr;
};

}  // namespace threadline::widgets
