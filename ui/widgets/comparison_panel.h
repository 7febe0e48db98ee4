// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The variants of the newest comparison as a table, and its twin: bars, a line over the number that was varied, or a
// map over two. Above them how far the times can be trusted; the table leaves as Markdown or CSV, by the clipboard or
// as a file.
//
// Enter or a double click on a row asks for that variant on the timeline.
// Thread: GUI.

#include <QWidget>

#include "ui/models/judge.h"
#include "ui/paint/theme.h"

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolBar;

namespace threadline::models {
class ComparisonModel;
}

namespace threadline::charts {
class ComparisonChart;
class HeatChart;
class SweepChart;
}  // namespace threadline::charts

namespace threadline::widgets {

class ComparisonPanel : public QWidget {
  Q_OBJECT
 public:
  explicit ComparisonPanel(QWidget* parent = nullptr);

  /// `planned`: how many runs there would have been.
  void setComparison(const models::JudgedComparisonPtr& judged, std::size_t planned);
  void setThemeKind(paint::ThemeKind kind);

  /// The table for a document in the person's language, and the raw numbers for a spreadsheet; empty where nothing is
  /// compared.
  [[nodiscard]] QString asMarkdown() const;
  [[nodiscard]] QString asCsv() const;
  /// How many runs there are and how far their times can be trusted.
  [[nodiscard]] QString note() const;

 signals:
  void variantActivated(std::size_t variant);
  void saveRequested();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeActions();
  void makeTable();
  void fillCharts();
  void fillBars(const models::JudgedComparison& judged);
  bool fillSweep(const models::JudgedComparison& judged);
  bool fillMap(const models::JudgedComparison& judged);
  void showNote();
  void retranslate();

  std::size_t m_planned = 0;
  models::ComparisonModel* m_model = nullptr;
  QStackedWidget* m_pages = nullptr;
  QLabel* m_empty = nullptr;
  QWidget* m_filled = nullptr;
  QToolBar* m_bar = nullptr;
  QLabel* m_note = nullptr;
  QSplitter* m_splitter = nullptr;
  QTableView* m_table = nullptr;
  QStackedWidget* m_charts = nullptr;
  charts::ComparisonChart* m_bars = nullptr;
  charts::SweepChart* m_sweep = nullptr;
  charts::HeatChart* m_heat = nullptr;
  QAction* m_copy = nullptr;
  QAction* m_copyCsv = nullptr;
  QAction* m_save = nullptr;
  QAction* m_logarithmic = nullptr;
};

}  // namespace threadline::widgets
