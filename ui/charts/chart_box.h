// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all charts here have in common: a QChartView without animation in a widget, colours from a palette, and the rule
// that a chart which cannot be seen is not computed: rebuild() runs when it is shown, or at once while it is.
//
// The chart says what it shows by its accessible description; its table stands beside it.
// Thread: GUI.

#include <QPalette>
#include <QWidget>

class QAbstractAxis;
class QChart;
class QChartView;
class QLabel;

namespace threadline::charts {

class ChartBox : public QWidget {
  Q_OBJECT
 public:
  /// Base, Text and Mid are used: page, words and grid.
  void setTheme(const QPalette& palette);
  [[nodiscard]] QChart* chart() const { return m_chart; }
  /// What stands below the chart: "The first 24 of 200 lanes are shown."
  [[nodiscard]] QString note() const;

 protected:
  explicit ChartBox(QWidget* parent);

  /// Marks the chart as out of date; it is rebuilt when it can be seen.
  void invalidate();
  virtual void rebuild() = 0;
  virtual void retranslate() = 0;
  void setNote(const QString& note);
  void paintAxis(QAbstractAxis* axis) const;
  /// In a low panel titles of axes and legends would take the room of what is drawn.
  [[nodiscard]] bool isLow() const;
  [[nodiscard]] QColor words() const { return m_palette.color(QPalette::Text); }

  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  [[nodiscard]] QSize sizeHint() const override;

 private:
  void applyTheme();

  QPalette m_palette;
  QChart* m_chart = nullptr;
  QChartView* m_view = nullptr;
  QLabel* m_note = nullptr;
  bool m_isStale = false;
  bool m_wasLow = false;
};

}  // namespace threadline::charts
