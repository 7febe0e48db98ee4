// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Wall times of the variants of an experiment as horizontal bars, first variant above; where a variant ran several
// times the bar is the median and a line runs from the fastest to the slowest.
//
// Costs nothing while hidden. Its table is the caller's. Thread: GUI.

#include <QString>

#include <vector>

#include "core/base/time.h"
#include "ui/charts/chart_box.h"

class QBarCategoryAxis;
class QGraphicsSimpleTextItem;
class QValueAxis;

namespace threadline::charts {

struct ComparisonBar {
  QString name;
  DurationNs median;
  DurationNs smallest;  // the same as the largest: ran once
  DurationNs largest;
};

class ComparisonChart : public ChartBox {
  Q_OBJECT
 public:
  explicit ComparisonChart(QWidget* parent = nullptr);

  void setBars(std::vector<ComparisonBar> bars);
  void setColours(const QColor& fill, const QColor& edge);
  [[nodiscard]] int drawnBars() const;

 protected:
  void rebuild() override;
  void retranslate() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addRange(std::size_t place, double factor);
  void placeNames();
  [[nodiscard]] QFont smallFont() const;
  [[nodiscard]] double roomBehind() const;

  std::vector<ComparisonBar> m_bars;
  QColor m_fill;
  QColor m_edge;
  QBarCategoryAxis* m_names = nullptr;
  QValueAxis* m_time = nullptr;
  double m_factor = 1e6;                           // ns in a unit of the axis
  std::vector<QGraphicsSimpleTextItem*> m_behind;  // names behind the bars, the chart's children
};

}  // namespace threadline::charts
