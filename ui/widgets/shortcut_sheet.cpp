// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace threadline::widgets {

ShortcutSheet::ShortcutSheet(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("shortcutSheet"));
  setModal(false);
  m_search = new QLineEdit(this);
  m_search->setObjectName(QStringLiteral("shortcutSearch"));
  m_search->setClearButtonEnabled(true);
  connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
  m_table = new QTreeWidget(this);
  m_table->setObjectName(QStringLiteral("shortcutTable"));
  m_table->setColumnCount(2);
  m_table->setRootIsDecorated(false);
  m_table->setItemsExpandable(false);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_table->header()->setStretchLastSection(false);
  m_none = new QLabel(this);
  m_none->setTextFormat(Qt::PlainText);
  m_none->hide();
  auto* box = new QDialogButtonBox(this);
  m_close = box->addButton(QString(), QDialogButtonBox::RejectRole);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_search);
  column->addWidget(m_table, 1);
  column->addWidget(m_none);
  column->addWidget(box);
  retranslate();
  resize(520, 560);
}

void ShortcutSheet::setRows(const std::vector<ShortcutRow>& rows) {
  m_table->clear();
  QFont bold = m_table->font();
  bold.setBold(true);
  for (const ShortcutRow& row : rows) {
    const QList<QTreeWidgetItem*> groups = m_table->findItems(row.group, Qt::MatchExactly);
    QTreeWidgetItem* group = groups.isEmpty() ? nullptr : groups.front();
    if (group == nullptr) {
      group = new QTreeWidgetItem(m_table, {row.group, QString()});
      group->setFont(0, bold);
      group->setFirstColumnSpanned(true);
      group->setFlags(Qt::ItemIsEnabled);
    }
    new QTreeWidgetItem(group, {row.action, row.keys});
  }
  m_table->expandAll();
  filter(m_search->text());
}

int ShortcutSheet::shownRows() const {
  int out = 0;
  for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
    const QTreeWidgetItem* group = m_table->topLevelItem(i);
    for (int j = 0; j < group->childCount(); ++j) out += group->child(j)->isHidden() ? 0 : 1;
  }
  return out;
}

void ShortcutSheet::filter(const QString& text) {
  const QString wanted = text.simplified();
  for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
    QTreeWidgetItem* group = m_table->topLevelItem(i);
    bool isAnyShown = false;
    for (int j = 0; j < group->childCount(); ++j) {
      QTreeWidgetItem* row = group->child(j);
      const bool isShown = wanted.isEmpty() || row->text(0).contains(wanted, Qt::CaseInsensitive) ||
                           row->text(1).contains(wanted, Qt::CaseInsensitive) ||
                           group->text(0).contains(wanted, Qt::CaseInsensitive);
      row->setHidden(!isShown);
      isAnyShown = isAnyShown || isShown;
    }
    group->setHidden(!isAnyShown);
  }
  m_none->setVisible(!wanted.isEmpty() && shownRows() == 0);
}

void ShortcutSheet::retranslate() {
  setWindowTitle(tr("Keyboard shortcuts"));
  m_search->setPlaceholderText(tr("Search for an action or a key"));
  m_search->setAccessibleName(tr("Search"));
  m_table->setHeaderLabels({tr("Action"), tr("Keys")});
  m_table->setAccessibleName(tr("Actions and their keys"));
  m_none->setText(tr("No action has these words or this key."));
  m_close->setText(tr("Close"));
}

void ShortcutSheet::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace threadline::widgets
