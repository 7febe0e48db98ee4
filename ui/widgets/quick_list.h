// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A list that is searched while one types, for going somewhere by name: all commands of the window, all lanes of the
// timeline. Up and Down move while the field keeps the keys, Enter takes, Esc closes. Not modal.
//
// The search is the gallery's: spellings are folded, initial consonants find their word.
// Thread: GUI.

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace threadline::widgets {

class QuickList : public QDialog {
  Q_OBJECT

 public:
  struct Entry {
    QString text;
    QString hint;  // keys, kind: at the right, and searched as well
    bool isEnabled = true;
  };

  /// `nothing`: what is said where no entry has the words.
  QuickList(const QString& title, const QString& nothing, QWidget* parent);

  void setEntries(const std::vector<Entry>& entries);
  [[nodiscard]] int shownCount() const;

 signals:
  /// The number of an entry; the list is closed by then.
  void taken(int entry);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void filter();
  void take();
  void move(int by);

  std::vector<Entry> m_entries;
  QLineEdit* m_search;
  QListWidget* m_list;
  QLabel* m_nothing;
};

}  // namespace threadline::widgets
