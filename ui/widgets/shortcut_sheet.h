// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All actions with their keys, in groups, with a field to search in them (F1, ?). Not modal; use show(). Whoever knows
// the actions gives the rows, already in the window's language, and again when it changes.
// Thread: GUI.

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace threadline::widgets {

struct ShortcutRow {
  QString group;
  QString action;
  QString keys;
};

class ShortcutSheet : public QDialog {
  Q_OBJECT
 public:
  explicit ShortcutSheet(QWidget* parent = nullptr);

  /// Rows of one group need not stand together; groups come in the order of their first row.
  void setRows(const std::vector<ShortcutRow>& rows);
  [[nodiscard]] int shownRows() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void filter(const QString& text);
  void retranslate();

  QLineEdit* m_search = nullptr;
  QTreeWidget* m_table = nullptr;
  QLabel* m_none = nullptr;
  QPushButton* m_close = nullptr;
};

}  // namespace threadline::widgets
