// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card_column.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace threadline::widgets {
namespace {

constexpr int kLeastHeight = 96;  // some lines, and a scroll bar to hold

}  // namespace

CardColumn::CardColumn(QWidget* parent) : QScrollArea(parent), m_content(new QWidget) {
  setObjectName(QStringLiteral("cardColumn"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);  // the cards are reached by themselves
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  setWidgetResizable(true);
  m_cards = new QVBoxLayout(m_content);
  m_cards->setContentsMargins(0, 0, 0, 0);
  setWidget(m_content);
  m_content->installEventFilter(this);
}

void CardColumn::add(QWidget* card) {
  m_cards->addWidget(card);
}

void CardColumn::showEndOf(const QWidget* card) {
  QTimer::singleShot(0, this, [this, card] { ensureVisible(0, card->geometry().bottom(), 0, 0); });
}

int CardColumn::contentHeight() const {
  if (m_cards->isEmpty()) return 0;  // all that it has is hidden
  return m_cards->hasHeightForWidth() ? m_cards->totalHeightForWidth(viewport()->width())
                                      : m_cards->totalSizeHint().height();
}

QSize CardColumn::sizeHint() const {
  return {m_cards->totalSizeHint().width(), contentHeight()};
}

QSize CardColumn::minimumSizeHint() const {
  return {m_cards->totalMinimumSize().width() + verticalScrollBar()->sizeHint().width(),
          std::min(contentHeight(), kLeastHeight)};
}

bool CardColumn::eventFilter(QObject* watched, QEvent* event) {
  // A card has other words, or was shown or hidden.
  if (watched == m_content && event->type() == QEvent::LayoutRequest) updateGeometry();
  return QScrollArea::eventFilter(watched, event);
}

void CardColumn::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) updateGeometry();
}

}  // namespace threadline::widgets
