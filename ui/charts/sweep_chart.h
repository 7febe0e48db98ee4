// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times over a number that was varied: the medians as a line with points, least to most as a band, the best point
// marked, and beside them what would be ideal and what the documents state. Axes are linear or logarithmic; values that
// are not above zero keep them linear.
//
// Costs nothing while hidden. Its table is the caller's. Thread: GUI.

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

#include "core/base/time.h"
#include "ui/charts/chart_box.h"

class QAbstractAxis;
class QXYSeries;

namespace threadline::charts {

struct SweepPoint {
  double value = 0;
  DurationNs median;
  DurationNs smallest;  // the same as the largest: ran once
  DurationNs largest;
  std::optional<double> idealNs;
  std::optional<double> documentNs;
};

class SweepChart : public ChartBox {
  Q_OBJECT
 public:
  explicit SweepChart(QWidget* parent = nullptr);

  /// `points` in any order; `title` names the number.
  void setPoints(const QString& title, std::vector<SweepPoint> points);
  void setColours(const QColor& line, const QColor& band);
  void setLogarithmic(bool isLogarithmic);
  /// Whether the values allow logarithmic axes.
  [[nodiscard]] bool canBeLogarithmic() const;
  /// Whether the values lie so far apart that linear axes would hide most of them.
  [[nodiscard]] bool isBetterLogarithmic() const;
  /// The value with the shortest median; nothing where nothing is drawn.
  [[nodiscard]] std::optional<double> best() const;

 protected:
  void rebuild() override;
  void retranslate() override;

 private:
  [[nodiscard]] double factor() const;  // nanoseconds in the axis' unit
  void addBand();
  void addLine(QXYSeries* series, const QString& name, const QList<QPointF>& points);
  void addBeside(const QString& name, std::optional<double> SweepPoint::*which, Qt::PenStyle style);
  void addBest();
  void makeAxes();
  [[nodiscard]] QString pointText(const SweepPoint& point) const;

  QString m_title;
  std::vector<SweepPoint> m_points;  // by value
  QColor m_line;
  QColor m_band;
  bool m_isLogarithmic = false;
  QAbstractAxis* m_values = nullptr;
  QAbstractAxis* m_times = nullptr;
};

}  // namespace threadline::charts
