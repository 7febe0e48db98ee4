// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/runs_panel.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/models/run_table_model.h"
#include "ui/widgets/physical_keys.h"

namespace threadline::widgets {

RunsPanel::RunsPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("runsPanel"));
  m_table = new QTableView(this);
  m_table->setObjectName(QStringLiteral("runsTable"));
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
  m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
  m_table->setAlternatingRowColors(true);
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->installEventFilter(this);
  connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
    if (index.column() != models::RunTableModel::kKept) showRun();
  });

  m_empty = new QLabel(this);
  m_empty->setObjectName(QStringLiteral("runsEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setTextFormat(Qt::PlainText);
  m_pages = new QStackedWidget(this);
  m_pages->addWidget(m_empty);
  m_pages->addWidget(m_table);

  makeActions();
  auto* bar = new QToolBar(this);
  bar->setObjectName(QStringLiteral("runsBar"));
  bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
  for (QAction* action : {m_show, m_compare, m_keep, m_rename, m_save, m_remove}) bar->addAction(action);
  for (QWidget* button : bar->findChildren<QWidget*>()) button->setFocusPolicy(Qt::TabFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar);
  column->addWidget(m_pages, 1);
  retranslate();
  updateState();
}

RunsPanel::~RunsPanel() {
  // Children die after this destructor, and a dying table clears its selection and commits its editor.
  if (m_model != nullptr) m_model->disconnect(this);
  if (m_table->selectionModel() != nullptr) m_table->selectionModel()->disconnect(this);
}

QAction* RunsPanel::addRunAction(const QString& name, const QKeySequence& key, void (RunsPanel::*command)()) {
  auto* action = new QAction(this);
  action->setObjectName(name);
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetShortcut);
  connect(action, &QAction::triggered, this, command);
  m_table->addAction(action);
  return action;
}

void RunsPanel::makeActions() {
  m_show = addRunAction(QStringLiteral("runsShow"), QKeySequence(Qt::Key_Return), &RunsPanel::showRun);
  m_show->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
  m_compare = addRunAction(QStringLiteral("runsCompare"), QKeySequence(Qt::Key_C), &RunsPanel::compareRuns);
  m_keep = addRunAction(QStringLiteral("runsKeep"), QKeySequence(Qt::Key_K), &RunsPanel::keepRuns);
  m_rename = addRunAction(QStringLiteral("runsRename"), QKeySequence(Qt::Key_F2), &RunsPanel::renameRun);
  m_save = addRunAction(QStringLiteral("runsSave"), QKeySequence(QKeySequence::Save), &RunsPanel::saveRun);
  m_remove = addRunAction(QStringLiteral("runsRemove"), QKeySequence(QKeySequence::Delete), &RunsPanel::removeRuns);
  m_keep->setCheckable(true);
}

void RunsPanel::setModel(models::RunTableModel* model) {
  if (m_model != nullptr) disconnect(m_model, nullptr, this, nullptr);
  const QPointer<QItemSelectionModel> before = m_table->selectionModel();
  m_model = model;
  m_table->setModel(model);
  delete before.data();
  if (model != nullptr) {
    connect(model, &QAbstractItemModel::rowsInserted, this, &RunsPanel::updateState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RunsPanel::updateState);
    connect(model, &QAbstractItemModel::dataChanged, this, &RunsPanel::updateState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::updateState);
    // The table itself would switch it on for rows whose name can be edited, and keys would end in a composition.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { m_table->setAttribute(Qt::WA_InputMethodEnabled, false); });
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(models::RunTableModel::kName, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
  }
  updateState();
}

std::vector<quint64> RunsPanel::selectedRuns() const {
  std::vector<quint64> out;
  if (m_model == nullptr || m_table->selectionModel() == nullptr) return out;
  QModelIndexList rows = m_table->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  out.reserve(static_cast<std::size_t>(rows.size()));
  for (const QModelIndex& row : rows) out.push_back(m_model->idAt(row.row()));
  return out;
}

void RunsPanel::selectRun(quint64 id) {
  if (m_model == nullptr || m_model->rowOf(id) < 0) return;
  // Not selectRow(), which selects more while somebody happens to hold Shift or Ctrl.
  const QModelIndex row = m_model->index(m_model->rowOf(id), models::RunTableModel::kName);
  m_table->selectionModel()->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_table->scrollTo(row);
}

quint64 RunsPanel::oneRun() const {
  const std::vector<quint64> ids = selectedRuns();
  return ids.size() == 1 ? ids.front() : 0;
}

void RunsPanel::showRun() {
  if (const quint64 id = oneRun(); id != 0) emit activated(id);
}

void RunsPanel::compareRuns() {
  std::vector<quint64> ids = selectedRuns();
  if (ids.size() != 2) return;
  // The older stands above: the newest run is in the table's first row.
  std::reverse(ids.begin(), ids.end());
  emit compareRequested(ids);
}

void RunsPanel::keepRuns() {
  const std::vector<quint64> ids = selectedRuns();
  if (m_model == nullptr || ids.empty()) return;
  const bool isKept = std::all_of(ids.begin(), ids.end(), [this](quint64 id) { return m_model->run(id)->isKept; });
  for (const quint64 id : ids) m_model->setKept(id, !isKept);
  updateState();
}

void RunsPanel::renameRun() {
  const int row = m_model == nullptr ? -1 : m_model->rowOf(oneRun());
  if (row < 0) return;
  m_table->setFocus();
  m_table->setCurrentIndex(m_model->index(row, models::RunTableModel::kName));
  m_table->edit(m_model->index(row, models::RunTableModel::kName));
}

void RunsPanel::saveRun() {
  if (const quint64 id = oneRun(); id != 0) emit saveRequested(id);
}

void RunsPanel::removeRuns() {
  if (const std::vector<quint64> ids = selectedRuns(); !ids.empty()) emit removeRequested(ids);
}

void RunsPanel::updateState() {
  const std::vector<quint64> ids = selectedRuns();
  m_pages->setCurrentWidget(m_model != nullptr && m_model->rowCount() > 0 ? static_cast<QWidget*>(m_table) : m_empty);
  m_show->setEnabled(ids.size() == 1);
  m_compare->setEnabled(ids.size() == 2);
  m_keep->setEnabled(!ids.empty());
  m_keep->setChecked(!ids.empty() && std::all_of(ids.begin(), ids.end(), [this](quint64 id) {
    const models::RunItem* item = m_model->run(id);
    return item != nullptr && item->isKept;
  }));
  m_rename->setEnabled(ids.size() == 1);
  m_save->setEnabled(ids.size() == 1);
  m_remove->setEnabled(!ids.empty());
}

void RunsPanel::retranslate() {
  setAccessibleName(tr("Runs"));
  m_table->setAccessibleName(tr("Runs since the start"));
  m_table->setAccessibleDescription(tr("The newest run comes first. Enter shows the selected run."));
  m_empty->setText(tr("No runs yet. Each run will be listed here, so that you can compare it with others."));
  const auto say = [](QAction* action, const QString& text, const QString& hint) {
    action->setText(text);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(hint, action->shortcut().toString(QKeySequence::NativeText)));
  };
  say(m_show, tr("Show"), tr("Show this run in the timeline"));
  say(m_compare, tr("Compare"), tr("Show two selected runs under one another on one time axis"));
  say(m_keep, tr("Keep"), tr("Keep the run when many others follow"));
  say(m_rename, tr("Rename"), tr("Give the run another name"));
  say(m_save, tr("Save…"), tr("Save the run as a file"));
  say(m_remove, tr("Delete"), tr("Take the run from the list"));
}

void RunsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  if (m_model != nullptr) m_model->retranslate();
}

bool RunsPanel::tableKey(const QKeyEvent& key, bool isDry) {
  void (RunsPanel::*command)() = nullptr;
  const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (key.matches(QKeySequence::Save)) command = &RunsPanel::saveRun;
  if (isPlain && physicalKey(key) == Qt::Key_K) command = &RunsPanel::keepRuns;
  if (isPlain && physicalKey(key) == Qt::Key_C) command = &RunsPanel::compareRuns;
  if (command != nullptr && !isDry) (this->*command)();
  return command != nullptr;
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_table) return QWidget::eventFilter(watched, event);
  // Before any shortcut: a window's own for the same key (Ctrl+S) would make both ambiguous, and a letter of an input
  // method is no shortcut at all.
  if (event->type() == QEvent::ShortcutOverride && tableKey(*static_cast<QKeyEvent*>(event), true)) {
    event->accept();
    return true;
  }
  if (event->type() == QEvent::KeyPress && tableKey(*static_cast<QKeyEvent*>(event), false)) return true;
  return QWidget::eventFilter(watched, event);
}

}  // namespace threadline::widgets
