// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace threadline::widgets {
namespace {

QStyle::StandardPixmap pictureOf(Severity severity) {
  switch (severity) {
    case Severity::kInformation: return QStyle::SP_MessageBoxInformation;
    case Severity::kWarning: return QStyle::SP_MessageBoxWarning;
    case Severity::kError: return QStyle::SP_MessageBoxCritical;
  }
  return QStyle::SP_MessageBoxInformation;
}

}  // namespace

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("noticeBar"));
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::AlternateBase);
  m_icon = new QLabel(this);
  m_text = new QLabel(this);
  m_text->setObjectName(QStringLiteral("noticeText"));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_text->setWordWrap(true);
  m_more = new QLabel(this);
  m_more->setObjectName(QStringLiteral("noticeMore"));
  m_more->setTextFormat(Qt::PlainText);
  m_action = new QPushButton(this);
  m_action->setObjectName(QStringLiteral("noticeAction"));
  m_action->setAutoDefault(false);
  m_close = new QToolButton(this);
  m_close->setObjectName(QStringLiteral("noticeClose"));
  m_close->setAutoRaise(true);
  m_close->setFocusPolicy(Qt::TabFocus);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 4, 4, 4);
  row->addWidget(m_icon);
  row->addWidget(m_text, 1);
  row->addWidget(m_more);
  row->addWidget(m_action);
  row->addWidget(m_close);
  connect(m_action, &QPushButton::clicked, this, &NoticeBar::act);
  connect(m_close, &QToolButton::clicked, this, &NoticeBar::closeFirst);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  retranslate();
  hide();
}

quint64 NoticeBar::show(Severity severity, const QString& text, const QString& actionText) {
  const auto same = std::find_if(m_notices.begin(), m_notices.end(), [&](const Notice& notice) {
    return notice.severity == severity && notice.text == text && notice.actionText == actionText;
  });
  if (same != m_notices.end()) return same->id;
  const quint64 id = m_nextId++;
  // Errors stand before what can wait, but never push away what a person is reading unless it is less severe.
  const auto place = std::find_if(m_notices.begin(), m_notices.end(),
                                  [severity](const Notice& notice) { return notice.severity < severity; });
  m_notices.insert(place, Notice{id, severity, text, actionText});
  if (m_notices.size() > kMost) dropOne();
  showFirst();
  return id;
}

void NoticeBar::dropOne() {
  const auto least = std::min_element(m_notices.begin(), m_notices.end(), [](const Notice& a, const Notice& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.id < b.id;
  });
  m_notices.erase(least);
}

void NoticeBar::dismiss(quint64 id) {
  const auto gone =
      std::find_if(m_notices.begin(), m_notices.end(), [id](const Notice& notice) { return notice.id == id; });
  if (gone == m_notices.end()) return;
  m_notices.erase(gone);
  showFirst();
}

void NoticeBar::clear() {
  m_notices.clear();
  showFirst();
}

QString NoticeBar::text() const {
  return m_notices.empty() ? QString() : m_notices.front().text;
}

void NoticeBar::showFirst() {
  if (m_notices.empty()) {
    m_shown = 0;
    hide();
    return;
  }
  const Notice& first = m_notices.front();
  const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
  m_icon->setPixmap(style()->standardIcon(pictureOf(first.severity)).pixmap(side, side));
  m_text->setText(first.text);
  m_action->setText(first.actionText);
  m_action->setVisible(!first.actionText.isEmpty());
  retranslate();
  setVisible(true);
  if (m_shown == first.id) return;
  m_shown = first.id;
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void NoticeBar::retranslate() {
  m_close->setToolTip(tr("Close this notice (Esc)"));
  m_close->setAccessibleName(tr("Close this notice"));
  m_more->setText(m_notices.size() > 1 ? tr("%n more", nullptr, count() - 1) : QString());
  m_more->setVisible(m_notices.size() > 1);
  if (m_notices.empty()) {
    setAccessibleName(tr("Notices"));
    return;
  }
  const Notice& first = m_notices.front();
  QString kind = tr("Notice");
  if (first.severity == Severity::kWarning) kind = tr("Warning");
  if (first.severity == Severity::kError) kind = tr("Error");
  m_icon->setToolTip(kind);
  m_icon->setAccessibleName(kind);
  setAccessibleName(kind);
  setAccessibleDescription(first.text);
}

void NoticeBar::closeFirst() {
  if (m_notices.empty()) return;
  m_notices.pop_front();
  showFirst();
}

void NoticeBar::act() {
  if (m_notices.empty()) return;
  const quint64 id = m_notices.front().id;
  closeFirst();
  emit actionTriggered(id);
}

void NoticeBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void NoticeBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !m_notices.empty()) {
    closeFirst();
    return;
  }
  QFrame::keyPressEvent(event);
}

}  // namespace threadline::widgets
