// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times over two numbers that were varied: a cell for each pair, the longer the darker, with its time in it and a frame
// around the best. The shades are of a logarithmic scale, because times differ by factors.
//
// Qt Charts has no such chart; this one paints itself. Its table is the caller's. Thread: GUI.

#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

#include "core/base/time.h"

namespace threadline::charts {

struct HeatCells {
  QString columnTitle;
  QString rowTitle;
  QStringList columns;
  QStringList rows;                              // from below
  std::vector<std::optional<DurationNs>> times;  // rows one after the other
};

class HeatChart : public QWidget {
  Q_OBJECT
 public:
  explicit HeatChart(QWidget* parent = nullptr);

  void setCells(HeatCells cells);
  /// Base and Text are used: page and words.
  void setTheme(const QPalette& palette);
  /// Of the longest time; shorter ones are mixed with the page.
  void setColour(const QColor& dark);
  /// How much of the dark colour a cell has, 0 to 1; nothing for an empty one.
  [[nodiscard]] std::optional<double> shadeOf(int column, int row) const;
  [[nodiscard]] QSize sizeHint() const override { return {360, 220}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] std::optional<DurationNs> timeAt(int column, int row) const;
  [[nodiscard]] QRectF plot() const;
  [[nodiscard]] QRectF cellRect(int column, int row) const;
  [[nodiscard]] QString cellText(int column, int row) const;
  void paintCell(QPainter& painter, int column, int row) const;
  void paintTitles(QPainter& painter) const;
  void retranslate();

  HeatCells m_cells;
  QPalette m_theme;
  QColor m_dark;
};

}  // namespace threadline::charts
