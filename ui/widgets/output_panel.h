// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the run printed, with a filter. A line that is chosen is told, so that the timeline can show its moment; the
// newest line stays in sight while the end of the list is. Ctrl+C copies the chosen lines, or all that are shown.
//
// Thread: GUI.

#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QWidget>
#include <cstddef>

#include "core/model/trace.h"
#include "ui/models/output_model.h"

namespace threadline::widgets {

class OutputPanel : public QWidget {
  Q_OBJECT

 public:
  explicit OutputPanel(QWidget* parent = nullptr);

  void setSnapshot(model::SnapshotPtr snapshot);

 public slots:
  /// Chooses line `line` of Snapshot::output() without telling lineActivated; a filter that hides it is cleared.
  void selectLine(std::size_t line);
  /// To the clipboard: tabs between the columns.
  void copy();

 signals:
  void lineActivated(std::size_t line);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void refresh();

  models::OutputModel m_model;
  QSortFilterProxyModel m_shown;
  QLineEdit* m_filter = nullptr;
  QToolButton* m_copy = nullptr;
  QTableView* m_table = nullptr;
  QLabel* m_empty = nullptr;
  bool m_isSelecting = false;
};

}  // namespace threadline::widgets
