// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/output_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace threadline::widgets {

using models::OutputModel;

OutputPanel::OutputPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("outputPanel"));
  m_shown.setSourceModel(&m_model);
  m_shown.setFilterKeyColumn(-1);
  m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
  m_filter = new QLineEdit(this);
  m_filter->setObjectName(QStringLiteral("outputFilter"));
  m_filter->setClearButtonEnabled(true);
  m_copy = new QToolButton(this);
  m_copy->setObjectName(QStringLiteral("outputCopy"));
  m_table = new QTableView(this);
  m_table->setObjectName(QStringLiteral("outputTable"));
  m_table->setModel(&m_shown);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setShowGrid(false);
  m_table->setTabKeyNavigation(false);
  m_table->installEventFilter(this);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_table->setColumnWidth(OutputModel::kTime, m_table->fontMetrics().horizontalAdvance(QStringLiteral("0000.00 ms")));
  m_empty = new QLabel(this);
  m_empty->setObjectName(QStringLiteral("outputEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setTextFormat(Qt::PlainText);

  auto* top = new QHBoxLayout;
  top->addWidget(m_filter, 1);
  top->addWidget(m_copy);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(top);
  layout->addWidget(m_table, 1);
  layout->addWidget(m_empty, 1);
  connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
    m_shown.setFilterFixedString(text);
    refresh();
  });
  connect(m_copy, &QToolButton::clicked, this, &OutputPanel::copy);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
    if (!current.isValid() || m_isSelecting) return;
    emit lineActivated(static_cast<std::size_t>(m_shown.mapToSource(current).row()));
  });
  retranslate();
}

void OutputPanel::setSnapshot(model::SnapshotPtr snapshot) {
  const QScrollBar* bar = m_table->verticalScrollBar();
  const bool isAtEnd = bar->value() == bar->maximum();
  m_isSelecting = true;  // a new run takes the chosen line away; nobody chose another
  m_model.setSnapshot(std::move(snapshot));
  m_isSelecting = false;
  refresh();
  if (isAtEnd) m_table->scrollToBottom();
}

void OutputPanel::selectLine(std::size_t line) {
  if (line >= static_cast<std::size_t>(m_model.rowCount())) return;
  const QModelIndex source = m_model.index(static_cast<int>(line), OutputModel::kText);
  if (!m_shown.mapFromSource(source).isValid()) m_filter->clear();
  const QModelIndex shown = m_shown.mapFromSource(source);
  m_isSelecting = true;
  m_table->selectionModel()->setCurrentIndex(shown, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_isSelecting = false;
  m_table->scrollTo(shown);
}

void OutputPanel::copy() {
  QModelIndexList rows = m_table->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  if (rows.isEmpty()) {
    for (int row = 0; row < m_shown.rowCount(); ++row) rows.push_back(m_shown.index(row, 0));
  }
  QStringList lines;
  for (const QModelIndex& row : rows) lines.push_back(row.data(OutputModel::kLineRole).toString());
  if (!lines.isEmpty()) QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void OutputPanel::refresh() {
  const bool isEmpty = m_shown.rowCount() == 0;
  m_table->setVisible(!isEmpty);
  m_empty->setVisible(isEmpty);
  m_copy->setEnabled(!isEmpty);
  m_empty->setText(m_model.rowCount() == 0 ? tr("What a run prints appears here.")
                                           : tr("No line has \"%1\" in it.").arg(m_filter->text()));
}

// A table's own copy takes the current cell alone.
bool OutputPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
    copy();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void OutputPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void OutputPanel::retranslate() {
  m_filter->setPlaceholderText(tr("Filter lines"));
  m_filter->setAccessibleName(tr("Filter lines"));
  m_filter->setToolTip(tr("Shows only lines with this text"));
  m_copy->setText(tr("Copy"));
  m_copy->setAccessibleName(tr("Copy"));
  m_copy->setToolTip(tr("Copies the chosen lines, or all that are shown (Ctrl+C)"));
  m_table->setAccessibleName(tr("Output of the run"));
  m_model.retranslate();
  refresh();
}

}  // namespace threadline::widgets
