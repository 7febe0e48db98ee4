// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shares of states of each lane as stacked horizontal bars, first lane above: the twin of the table of statistics,
// from whose model it takes its figures. At most kMostLanes lanes are drawn, and the chart says so.
//
// It knows no theme of timelines: colours and patterns are given. Costs nothing while hidden.
// Thread: GUI.

#include <QBrush>
#include <QColor>
#include <QPointer>

#include <vector>

#include "core/event/lane_state.h"
#include "ui/charts/chart_box.h"

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace threadline::models {
class StatisticsModel;
}

namespace threadline::charts {

class StateChart : public ChartBox {
  Q_OBJECT
 public:
  static constexpr int kMostLanes = 24;

  explicit StateChart(QWidget* parent = nullptr);

  void setModel(models::StatisticsModel* model);
  void setColours(const PerState<QBrush>& fills, const PerState<QColor>& edges);
  /// Per cent of the bar of this lane, as drawn; -1: not drawn.
  [[nodiscard]] double drawnPercent(int lane, LaneState state) const;

 protected:
  void rebuild() override;
  void retranslate() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitLegend();
  void rebuildSets(const std::vector<LaneState>& states);
  void setValues(int lanes);

  QPointer<models::StatisticsModel> m_model;
  PerState<QBrush> m_fills;
  PerState<QColor> m_edges;
  QHorizontalStackedBarSeries* m_series = nullptr;
  QBarCategoryAxis* m_lanes = nullptr;
  QValueAxis* m_shares = nullptr;
  std::vector<QBarSet*> m_sets;  // in the order of m_states
  std::vector<LaneState> m_states;
};

}  // namespace threadline::charts
