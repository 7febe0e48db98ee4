// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quick_list.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "core/scenario/search_fold.h"

namespace threadline::widgets {
namespace {

constexpr QSize kFirstSize(460, 420);
constexpr int kEntryRole = Qt::UserRole;

}  // namespace

QuickList::QuickList(const QString& title, const QString& nothing, QWidget* parent)
    : QDialog(parent),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_nothing(new QLabel(nothing, this)) {
  setModal(false);
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(title);
  m_search->setObjectName(QStringLiteral("quickSearch"));
  m_search->setClearButtonEnabled(true);
  m_search->setPlaceholderText(title);
  m_search->setAccessibleName(title);
  m_search->installEventFilter(this);
  m_list->setObjectName(QStringLiteral("quickEntries"));
  m_list->setAccessibleName(title);
  m_list->setUniformItemSizes(true);
  m_list->setAlternatingRowColors(true);
  m_nothing->setTextFormat(Qt::PlainText);
  m_nothing->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_search);
  column->addWidget(m_list, 1);
  column->addWidget(m_nothing);
  connect(m_search, &QLineEdit::textChanged, this, &QuickList::filter);
  connect(m_list, &QListWidget::itemActivated, this, &QuickList::take);
  connect(m_list, &QListWidget::itemClicked, this, &QuickList::take);
  resize(kFirstSize);
}

void QuickList::setEntries(const std::vector<Entry>& entries) {
  m_entries = entries;
  filter();
  m_search->setFocus();
}

int QuickList::shownCount() const {
  return m_list->count();
}

void QuickList::filter() {
  m_list->clear();
  const std::string wanted = m_search->text().toStdString();
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    const Entry& entry = m_entries[i];
    if (!scenario::matches(wanted, {entry.text.toStdString(), entry.hint.toStdString()})) continue;
    const QString text = entry.hint.isEmpty() ? entry.text : QStringLiteral("%1   (%2)").arg(entry.text, entry.hint);
    auto* item = new QListWidgetItem(text, m_list);
    item->setData(kEntryRole, static_cast<int>(i));
    if (!entry.isEnabled) item->setFlags(Qt::NoItemFlags);
  }
  move(0);
  m_nothing->setVisible(m_list->count() == 0);
}

/// Over what can be taken only.
void QuickList::move(int by) {
  const int step = by < 0 ? -1 : 1;
  int row = by == 0 ? 0 : m_list->currentRow() + by;
  row = std::clamp(row, 0, std::max(0, m_list->count() - 1));
  while (row >= 0 && row < m_list->count() && m_list->item(row)->flags() == Qt::NoItemFlags) row += step;
  if (row >= 0 && row < m_list->count()) m_list->setCurrentRow(row);
}

void QuickList::take() {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr || item->flags() == Qt::NoItemFlags) return;
  const int entry = item->data(kEntryRole).toInt();
  close();
  emit taken(entry);
}

bool QuickList::eventFilter(QObject* watched, QEvent* event) {
  constexpr int kPage = 10;
  if (watched == m_search && event->type() == QEvent::KeyPress) {
    switch (static_cast<QKeyEvent*>(event)->key()) {
      case Qt::Key_Down: move(1); return true;
      case Qt::Key_Up: move(-1); return true;
      case Qt::Key_PageDown: move(kPage); return true;
      case Qt::Key_PageUp: move(-kPage); return true;
      case Qt::Key_Return:
      case Qt::Key_Enter: take(); return true;
      default: break;
    }
  }
  return QDialog::eventFilter(watched, event);
}

}  // namespace threadline::widgets
