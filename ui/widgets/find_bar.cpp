// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/find_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace threadline::widgets {
namespace {

constexpr int kAfterLetterMs = 150;
constexpr int kLongestText = 200;

}  // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent),
      m_name(new QLabel(this)),
      m_field(new QLineEdit(this)),
      m_previous(new QToolButton(this)),
      m_next(new QToolButton(this)),
      m_close(new QToolButton(this)),
      m_hits(new QLabel(this)) {
  setObjectName(QStringLiteral("findBar"));
  m_field->setObjectName(QStringLiteral("findField"));
  m_field->setMaxLength(kLongestText);
  m_field->setClearButtonEnabled(true);
  m_field->setMinimumWidth(220);
  m_field->installEventFilter(this);
  m_name->setBuddy(m_field);
  m_previous->setObjectName(QStringLiteral("findBack"));
  m_previous->setArrowType(Qt::UpArrow);
  m_next->setObjectName(QStringLiteral("findForward"));
  m_next->setArrowType(Qt::DownArrow);
  m_close->setObjectName(QStringLiteral("findClose"));
  m_close->setAutoRaise(true);
  m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  m_hits->setObjectName(QStringLiteral("findHits"));
  m_hits->setTextFormat(Qt::PlainText);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(8, 4, 8, 4);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_field, m_previous, m_next, m_hits}) {
    row->addWidget(widget);
  }
  row->addStretch(1);
  row->addWidget(m_close);
  m_later.setSingleShot(true);
  m_later.setInterval(kAfterLetterMs);
  connect(&m_later, &QTimer::timeout, this, &FindBar::search);
  connect(m_field, &QLineEdit::textChanged, this, [this] { m_later.start(); });
  connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
  connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
  connect(m_close, &QToolButton::clicked, this, &FindBar::closeBar);
  retranslate();
  hide();
}

QString FindBar::text() const {
  return m_field->text();
}

void FindBar::open() {
  show();
  m_field->setFocus(Qt::ShortcutFocusReason);
  m_field->selectAll();
  if (!m_field->text().isEmpty()) search();
}

void FindBar::closeBar() {
  if (isHidden()) return;
  hide();
  m_later.stop();
  m_searched.clear();
  setHits(0, 0, false);
  emit textChanged(QString());
  emit closed();
}

void FindBar::search() {
  m_later.stop();
  if (m_field->text() == m_searched) return;
  m_searched = m_field->text();
  emit textChanged(m_searched);
}

void FindBar::setHits(int current, int count, bool mayBeMore) {
  m_current = current;
  m_count = count;
  m_mayBeMore = mayBeMore;
  sayHits();
}

void FindBar::sayHits() {
  QString text;
  if (m_count > 0) {
    text =
        m_mayBeMore ? tr("%1 of the first %2").arg(m_current).arg(m_count) : tr("%1 of %2").arg(m_current).arg(m_count);
  } else if (!m_searched.isEmpty()) {
    text = tr("Nothing found");
  }
  m_hits->setText(text);
  m_hits->setAccessibleName(text);
  m_previous->setEnabled(m_count > 0);
  m_next->setEnabled(m_count > 0);
}

bool FindBar::key(const QKeyEvent& event) {
  if (event.key() == Qt::Key_Escape) {
    closeBar();
    return true;
  }
  if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) return false;
  if (m_field->text() != m_searched) {
    search();  // a new search goes to its first place by itself
  } else if (event.modifiers().testFlag(Qt::ShiftModifier)) {
    emit previousRequested();
  } else {
    emit nextRequested();
  }
  return true;
}

void FindBar::keyPressEvent(QKeyEvent* event) {
  if (!key(*event)) QWidget::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_field && event->type() == QEvent::KeyPress && key(*static_cast<QKeyEvent*>(event))) return true;
  return QWidget::eventFilter(watched, event);
}

void FindBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void FindBar::retranslate() {
  setAccessibleName(tr("Find in the timeline"));
  m_name->setText(tr("&Find:"));
  m_field->setPlaceholderText(tr("Lanes, labels and prints"));
  m_field->setAccessibleName(tr("Find in lanes, labels and prints"));
  m_previous->setAccessibleName(tr("The place before"));
  m_previous->setToolTip(tr("The place before (Shift+Enter)"));
  m_next->setAccessibleName(tr("The next place"));
  m_next->setToolTip(tr("The next place (Enter)"));
  m_close->setAccessibleName(tr("Close"));
  m_close->setToolTip(tr("Close and take the marks away (Esc)"));
  sayHits();
}

}  // namespace threadline::widgets
