// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Counters over time as lines with steps: how full a queue is, the value of a variable. At most kMostCounters lines of
// at most kMostSteps steps each; where there are more samples, each stretch keeps its smallest and its largest.
//
// Costs nothing while hidden. Thread: GUI.

#include <QPointF>

#include "core/model/trace.h"
#include "ui/charts/chart_box.h"

class QValueAxis;

namespace threadline::charts {

class CounterChart : public ChartBox {
  Q_OBJECT
 public:
  static constexpr int kMostCounters = 8;
  static constexpr std::size_t kMostSteps = 1000;

  explicit CounterChart(QWidget* parent = nullptr);

  /// An empty range means all of the trace.
  void setSource(model::SnapshotPtr snapshot, TimeRange range);
  [[nodiscard]] int lineCount() const;

  /// The corners of the counter's line within the range, x in milliseconds.
  [[nodiscard]] static QList<QPointF> stepsOf(const model::Counter& counter, TimeRange range);

 protected:
  void rebuild() override;
  void retranslate() override;

 private:
  void addLine(const model::Counter& counter, TimeRange range, int number);

  model::SnapshotPtr m_snapshot;
  TimeRange m_range;
  QValueAxis* m_time = nullptr;
  QValueAxis* m_value = nullptr;
};

}  // namespace threadline::charts
