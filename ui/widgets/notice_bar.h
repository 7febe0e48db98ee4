// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bar in which the window says what happened, instead of a dialog that stands in the way: one notice at a time, at
// most a few waiting behind it, each with a button to close it and at most one thing that can be done about it.
//
// A notice that is already there is not added again. Screen readers are told of each. Texts are shown as plain text.
// Thread: GUI.

#include <QFrame>

#include <deque>

class QLabel;
class QPushButton;
class QToolButton;

namespace threadline::widgets {

enum class Severity { kInformation, kWarning, kError };

class NoticeBar : public QFrame {
  Q_OBJECT
 public:
  static constexpr int kMost = 5;

  explicit NoticeBar(QWidget* parent = nullptr);

  using QFrame::show;
  /// Shows the notice, or queues it behind the one that is shown: errors before others. Beyond kMost the oldest of the
  /// least severe goes. Returns its number, by which actionTriggered() tells notices apart.
  quint64 show(Severity severity, const QString& text, const QString& actionText = {});
  /// Takes this notice away, shown or not; nothing happens where it is gone already.
  void dismiss(quint64 id);
  void clear();

  [[nodiscard]] int count() const { return static_cast<int>(m_notices.size()); }
  /// The text that can be read now; empty: none.
  [[nodiscard]] QString text() const;

 signals:
  /// The button of this notice was pressed. The notice is gone by then.
  void actionTriggered(quint64 id);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Notice {
    quint64 id = 0;
    Severity severity = Severity::kInformation;
    QString text;
    QString actionText;
  };

  void retranslate();
  void showFirst();
  void dropOne();
  void closeFirst();
  void act();

  std::deque<Notice> m_notices;  // the first is shown
  quint64 m_shown = 0;           // what was said to screen readers last
  quint64 m_nextId = 1;
  QLabel* m_icon = nullptr;
  QLabel* m_text = nullptr;
  QLabel* m_more = nullptr;
  QPushButton* m_action = nullptr;
  QToolButton* m_close = nullptr;
};

}  // namespace threadline::widgets
