// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs since the start: shown, kept, renamed, compared (two under one another), saved and deleted, by buttons, keys
// and a context menu. It changes names and what is kept in its model; all else it asks for by signals.
//
// Keys in the table: Enter shows, F2 renames, K keeps, C compares two, Ctrl+S saves, Delete deletes. K and C are keys
// of the keyboard, whatever an input method makes of them.
// Thread: GUI.

#include <QPointer>
#include <QWidget>

#include <vector>

class QAction;
class QKeyEvent;
class QLabel;
class QStackedWidget;
class QTableView;

namespace threadline::models {
class RunTableModel;
}

namespace threadline::widgets {

class RunsPanel : public QWidget {
  Q_OBJECT
 public:
  explicit RunsPanel(QWidget* parent = nullptr);
  ~RunsPanel() override;
  RunsPanel(const RunsPanel&) = delete;
  RunsPanel& operator=(const RunsPanel&) = delete;

  void setModel(models::RunTableModel* model);
  /// Ids of the selected rows, from the top.
  [[nodiscard]] std::vector<quint64> selectedRuns() const;
  void selectRun(quint64 id);

 signals:
  void activated(quint64 id);
  void compareRequested(std::vector<quint64> ids);
  void saveRequested(quint64 id);
  void removeRequested(std::vector<quint64> ids);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeActions();
  [[nodiscard]] bool tableKey(const QKeyEvent& key, bool isDry);
  [[nodiscard]] QAction* addRunAction(const QString& name, const QKeySequence& key, void (RunsPanel::*command)());
  void retranslate();
  void updateState();
  [[nodiscard]] quint64 oneRun() const;

  void showRun();
  void keepRuns();
  void renameRun();
  void compareRuns();
  void saveRun();
  void removeRuns();

  QPointer<models::RunTableModel> m_model;
  QStackedWidget* m_pages = nullptr;
  QTableView* m_table = nullptr;
  QLabel* m_empty = nullptr;
  QAction* m_show = nullptr;
  QAction* m_compare = nullptr;
  QAction* m_keep = nullptr;
  QAction* m_rename = nullptr;
  QAction* m_save = nullptr;
  QAction* m_remove = nullptr;
};

}  // namespace threadline::widgets
