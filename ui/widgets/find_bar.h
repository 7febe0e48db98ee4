// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finding in the timeline: a field below the lanes that searches while one types, says how many places there are, and
// steps through them. Enter is the next one, Shift+Enter the one before, Esc closes.
//
// Thread: GUI. One timer, for a moment after each letter.

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace threadline::widgets {

class FindBar : public QWidget {
  Q_OBJECT

 public:
  explicit FindBar(QWidget* parent = nullptr);

  [[nodiscard]] QString text() const;

 public slots:
  /// Shows the bar, with its words selected, and takes the keys.
  void open();
  /// Hides it and ends the search: nothing stays marked.
  void closeBar();
  /// Which place is shown, counted from 1, and how many there are. `mayBeMore`: the search ended at its limit.
  void setHits(int current, int count, bool mayBeMore);

 signals:
  /// Another text; empty: nothing is searched.
  void textChanged(const QString& text);
  void nextRequested();
  void previousRequested();
  void closed();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void sayHits();
  void search();
  bool key(const QKeyEvent& event);

  QLabel* m_name;
  QLineEdit* m_field;
  QToolButton* m_previous;
  QToolButton* m_next;
  QToolButton* m_close;
  QLabel* m_hits;
  QTimer m_later;
  QString m_searched;
  int m_current = 0;
  int m_count = 0;
  bool m_mayBeMore = false;
};

}  // namespace threadline::widgets
