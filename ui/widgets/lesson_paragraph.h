// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A paragraph of a lesson. One that speaks of a step can be clicked, or pressed with Enter, and is marked with a bar
// while that step is the chosen one.
//
// Thread: GUI.

#include <QLabel>

namespace threadline::widgets {

class LessonParagraphLabel : public QLabel {
  Q_OBJECT

 public:
  /// `pointer`: JSON pointer of the step; empty: plain text.
  explicit LessonParagraphLabel(const QString& pointer, QWidget* parent = nullptr);

  [[nodiscard]] const QString& pointer() const { return m_pointer; }
  [[nodiscard]] bool isHighlighted() const { return m_isHighlighted; }
  void setHighlighted(bool isHighlighted);

 signals:
  void activated(const QString& pointer);

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QString m_pointer;
  bool m_isHighlighted = false;
};

}  // namespace threadline::widgets
