// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window asks in between: the note of a mark, whether runs may be lost. Every question is a dialog that is
// opened and not waited for; what is to be done with the answer comes along as a function.
//
// Thread: GUI.

#include <QCoreApplication>
#include <QString>

#include <functional>

class QWidget;

namespace threadline::widgets {

class WindowQuestions final {
  Q_DECLARE_TR_FUNCTIONS(threadline::widgets::WindowQuestions)

 public:
  static constexpr int kLongestNote = 120;

  explicit WindowQuestions(QWidget& window) : m_window(window) {}

  /// The note that stands above a mark or brace. An empty one is taken as well: a mark without words.
  void askNote(bool isBrace, std::function<void(const QString& note)> then);
  /// Whether this many runs that are not saved may be taken from the list.
  void askRemoval(int runs, std::function<void()> then);
  /// Whether the window may close although this many runs are not saved.
  void askClosing(int runs, std::function<void()> then);

 private:
  void askLoss(const QString& name, const QString& title, const QString& text, const QString& yes,
               std::function<void()> then);

  QWidget& m_window;
};

}  // namespace threadline::widgets
