// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lesson_paragraph.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace threadline::widgets {

namespace {
constexpr int kBarWidth = 3;
constexpr int kIndent = 10;
}  // namespace

LessonParagraphLabel::LessonParagraphLabel(const QString& pointer, QWidget* parent)
    : QLabel(parent), m_pointer(pointer) {
  setTextFormat(Qt::PlainText);
  setWordWrap(true);
  setContentsMargins(kIndent, 3, 3, 3);
  if (pointer.isEmpty()) return;
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
}

void LessonParagraphLabel::setHighlighted(bool isHighlighted) {
  m_isHighlighted = isHighlighted;
  update();
}

void LessonParagraphLabel::mouseReleaseEvent(QMouseEvent* event) {
  QLabel::mouseReleaseEvent(event);
  if (event->button() == Qt::LeftButton && rect().contains(event->pos()) && !m_pointer.isEmpty()) {
    emit activated(m_pointer);
  }
}

void LessonParagraphLabel::keyPressEvent(QKeyEvent* event) {
  const bool isPress = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (!isPress || m_pointer.isEmpty()) return QLabel::keyPressEvent(event);
  emit activated(m_pointer);
}

void LessonParagraphLabel::focusInEvent(QFocusEvent* event) {
  QLabel::focusInEvent(event);
  update();
}

void LessonParagraphLabel::focusOutEvent(QFocusEvent* event) {
  QLabel::focusOutEvent(event);
  update();
}

// A thin bar says "this can be clicked", a bold one "this is it": shape and not colour alone.
void LessonParagraphLabel::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  if (!m_pointer.isEmpty()) {
    const int width = m_isHighlighted ? 2 * kBarWidth : kBarWidth;
    painter.fillRect(0, 0, width, height(), palette().color(m_isHighlighted ? QPalette::Highlight : QPalette::Mid));
  }
  if (hasFocus()) {
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
  }
  painter.end();
  QLabel::paintEvent(event);
}

}  // namespace threadline::widgets
