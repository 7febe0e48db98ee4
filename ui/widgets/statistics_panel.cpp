// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statistics_panel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/charts/counter_chart.h"
#include "ui/charts/state_chart.h"
#include "ui/models/counter_table_model.h"
#include "ui/models/span_table_model.h"
#include "ui/models/statistics_model.h"
#include "ui/paint/hatch.h"
#include "ui/scene/units.h"
#include "ui/widgets/table_text.h"

namespace threadline::widgets {
namespace {

constexpr int kRefreshMs = 250;

/// The state's fill with its pattern: in a chart, too, no state is told by its colour alone.
QBrush brushOf(const paint::StateStyle& style, double ratio) {
  const paint::Hatch hatch = paint::hatchOf(style.pattern);
  if (hatch.period <= 0) return style.fill;
  const int side = std::max(1, static_cast<int>(std::lround(hatch.period * ratio)));
  QPixmap tile(side, side);
  tile.fill(style.fill);
  QPainter painter(&tile);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(side / hatch.period, side / hatch.period);
  painter.setPen(QPen(style.hatch(), paint::kHatchWidth, Qt::SolidLine, Qt::FlatCap));
  for (const QLineF& line : hatch.lines) painter.drawLine(line);
  painter.end();
  tile.setDevicePixelRatio(ratio);
  return {tile};
}

}  // namespace

StatisticsPanel::StatisticsPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("statisticsPanel"));
  m_timer = new QTimer(this);
  m_timer->setSingleShot(true);
  m_timer->setInterval(kRefreshMs);
  connect(m_timer, &QTimer::timeout, this, &StatisticsPanel::refresh);
  m_copy = new QAction(this);
  m_copy->setObjectName(QStringLiteral("copyMarkdown"));
  m_copy->setShortcut(QKeySequence::Copy);
  m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  m_copyCsv = new QAction(this);
  m_copyCsv->setObjectName(QStringLiteral("copyCsv"));
  m_copyCsv->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  m_copyCsv->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(asMarkdown()); });
  connect(m_copyCsv, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(asCsv()); });
  addAction(m_copy);
  addAction(m_copyCsv);

  m_tabs = new QTabWidget(this);
  m_tabs->setObjectName(QStringLiteral("statisticsTabs"));
  m_tabs->setDocumentMode(true);
  addStates();
  addSpans();
  addCounters();
  m_isStale.fill(true);
  connect(m_tabs, &QTabWidget::currentChanged, this, &StatisticsPanel::refresh);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_tabs);
  setThemeKind(paint::ThemeKind::kLight);
  retranslate();
}

QTableView* StatisticsPanel::addTable(const QString& name) {
  auto* table = new QTableView(this);
  table->setObjectName(name);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setAlternatingRowColors(true);
  table->setShowGrid(false);
  table->setWordWrap(false);
  table->setTabKeyNavigation(false);
  table->setCornerButtonEnabled(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
  table->horizontalHeader()->setHighlightSections(false);
  table->setContextMenuPolicy(Qt::ActionsContextMenu);
  table->addAction(m_copy);
  table->addAction(m_copyCsv);
  return table;
}

void StatisticsPanel::addStates() {
  m_statistics = new models::StatisticsModel(this);
  m_sorting = new models::StatisticsSorting(this);
  m_sorting->setSourceModel(m_statistics);
  QTableView* table = addTable(QStringLiteral("statesTable"));
  table->setModel(m_sorting);
  table->setSortingEnabled(true);
  // As recorded until somebody asks for another order.
  table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  connect(table, &QTableView::activated, this, &StatisticsPanel::activateLane);
  m_stateChart = new charts::StateChart(this);
  m_stateChart->setModel(m_statistics);
  auto* splitter = new QSplitter(this);
  splitter->setChildrenCollapsible(true);
  splitter->addWidget(table);
  splitter->addWidget(m_stateChart);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  m_tables[0] = table;
  m_splitters[0] = splitter;
  m_tabs->addTab(splitter, QString());
}

void StatisticsPanel::addSpans() {
  m_spans = new models::SpanTableModel(this);
  QTableView* table = addTable(QStringLiteral("spansTable"));
  table->setModel(m_spans);
  QHeaderView* header = table->horizontalHeader();
  // Words first, numbers last: a right-aligned column would touch the left-aligned one behind it.
  header->moveSection(header->visualIndex(models::SpanTableModel::kStart), models::SpanTableModel::kHeldBy);
  header->moveSection(header->visualIndex(models::SpanTableModel::kLength), models::SpanTableModel::kHeldBy);
  const int letter = fontMetrics().horizontalAdvance(QLatin1Char('0'));
  const std::array<int, models::SpanTableModel::kColumnCount> letters{22, 16, 12, 22, 24, 22, 22};
  for (int column = 0; column < models::SpanTableModel::kColumnCount; ++column) {
    header->resizeSection(column, letters.at(static_cast<std::size_t>(column)) * letter);
  }
  connect(table, &QTableView::activated, this, &StatisticsPanel::activateSpan);
  m_spanNote = new QLabel(this);
  m_spanNote->setObjectName(QStringLiteral("spansNote"));
  m_spanNote->setTextFormat(Qt::PlainText);
  m_spanNote->setWordWrap(true);
  m_spanNote->setMargin(4);
  m_spanNote->hide();
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_spanNote);
  column->addWidget(table, 1);
  m_tables[1] = table;
  m_tabs->addTab(page, QString());
}

void StatisticsPanel::addCounters() {
  m_counters = new models::CounterTableModel(this);
  QTableView* table = addTable(QStringLiteral("countersTable"));
  table->setModel(m_counters);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_counterChart = new charts::CounterChart(this);
  auto* splitter = new QSplitter(this);
  splitter->addWidget(table);
  splitter->addWidget(m_counterChart);
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 3);
  m_tables[2] = table;
  m_splitters[2] = splitter;
  m_tabs->addTab(splitter, QString());
}

void StatisticsPanel::setSnapshot(model::SnapshotPtr snapshot) {
  if (m_snapshot == snapshot) return;
  m_snapshot = std::move(snapshot);
  schedule();
}

void StatisticsPanel::setRange(TimeRange range) {
  if (m_range == range) return;
  m_range = range;
  schedule();
}

void StatisticsPanel::setLanes(std::vector<LaneId> lanes) {
  if (m_lanes == lanes) return;
  m_lanes = std::move(lanes);
  schedule();
}

void StatisticsPanel::schedule() {
  m_isStale.fill(true);
  if (isVisible() && !m_timer->isActive()) refresh();
}

void StatisticsPanel::refresh() {
  const int tab = m_tabs->currentIndex();
  if (!isVisible() || tab < 0 || !m_isStale.at(static_cast<std::size_t>(tab))) return;
  m_isStale.at(static_cast<std::size_t>(tab)) = false;
  switch (static_cast<Tab>(tab)) {
    case Tab::kStates: m_statistics->setSnapshot(m_snapshot, m_range); break;
    case Tab::kSpans: refreshSpans(); break;
    case Tab::kCounters:
      m_counters->setSource(m_snapshot, m_range);
      m_counterChart->setSource(m_snapshot, m_range);
      break;
  }
  m_timer->start();
}

void StatisticsPanel::refreshSpans() {
  std::vector<LaneId> lanes = m_lanes;
  if (lanes.empty() && m_snapshot != nullptr) {
    for (std::uint32_t i = 0; i < m_snapshot->laneCount(); ++i) lanes.push_back(LaneId{i});
  }
  m_spans->setSource(m_snapshot, std::move(lanes), m_range);
  m_spanNote->setVisible(m_spans->isCut());
  if (!m_spans->isCut()) return;
  const auto number = [](std::size_t value) {
    return QString::fromStdString(scene::numberText(static_cast<std::int64_t>(value)));
  };
  m_spanNote->setText(tr("The first %1 of %2 spans are listed. Zoom in to see the others.")
                          .arg(number(models::SpanTableModel::kMostRows), number(m_spans->wantedRows())));
}

void StatisticsPanel::setThemeKind(paint::ThemeKind kind) {
  const paint::Theme& theme = paint::themeFor(kind);
  PerState<QBrush> fills;
  PerState<QColor> edges;
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    fills[i] = brushOf(theme.states[i], devicePixelRatioF());
    edges[i] = theme.states[i].edge;
  }
  QPalette colours = palette();
  colours.setColor(QPalette::Base, theme.background);
  colours.setColor(QPalette::Text, theme.text);
  colours.setColor(QPalette::Mid, theme.grid);
  m_stateChart->setColours(fills, edges);
  m_stateChart->setTheme(colours);
  m_counterChart->setTheme(colours);
}

void StatisticsPanel::showTab(Tab tab) {
  m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void StatisticsPanel::selectSpan(LaneId lane, std::size_t span) {
  const int row = m_spans->rowOf({lane, span});
  if (row < 0) {
    m_tables[1]->clearSelection();
    return;
  }
  // Not selectRow(), which selects more while somebody happens to hold Shift or Ctrl.
  m_tables[1]->selectionModel()->setCurrentIndex(m_spans->index(row, 0),
                                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QTableView* StatisticsPanel::shownTable() const {
  return m_tables.at(static_cast<std::size_t>(std::max(0, m_tabs->currentIndex())));
}

namespace {

std::vector<int> rowsToCopy(const QTableView& table) {
  std::vector<int> rows;
  for (const QModelIndex& row : table.selectionModel()->selectedRows()) rows.push_back(row.row());
  // One row is where the cursor stands and not a choice.
  if (rows.size() < 2) return {};
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace

QString StatisticsPanel::asMarkdown() const {
  const QTableView* table = shownTable();
  return markdownOf(*table->model(), rowsToCopy(*table));
}

QString StatisticsPanel::asCsv() const {
  const QTableView* table = shownTable();
  return csvOf(*table->model(), rowsToCopy(*table));
}

void StatisticsPanel::activateLane(const QModelIndex& index) {
  const QVariant lane = index.data(models::StatisticsModel::kLaneRole);
  if (lane.isValid()) emit laneActivated(LaneId{lane.toUInt()});
}

void StatisticsPanel::activateSpan(const QModelIndex& index) {
  const auto place = m_spans->spanAt(index.row());
  if (place.has_value()) emit spanActivated(place->lane, place->span);
}

void StatisticsPanel::retranslate() {
  setAccessibleName(tr("Statistics"));
  m_tabs->setTabText(0, tr("States"));
  m_tabs->setTabText(1, tr("Spans"));
  m_tabs->setTabText(2, tr("Counters"));
  m_tabs->setTabToolTip(0, tr("How long each lane was in each state, in the visible range"));
  m_tabs->setTabToolTip(1, tr("Every span of the visible range"));
  m_tabs->setTabToolTip(2, tr("How full queues are and what variables are worth, in the visible range"));
  m_tables[0]->setAccessibleName(tr("States by lane"));
  m_tables[1]->setAccessibleName(tr("Spans"));
  m_tables[2]->setAccessibleName(tr("Counters"));
  m_tables[0]->setAccessibleDescription(tr("Enter shows the lane in the timeline."));
  m_tables[1]->setAccessibleDescription(tr("Enter shows the span in the timeline."));
  m_copy->setText(tr("Copy as Markdown"));
  m_copyCsv->setText(tr("Copy as CSV"));
}

void StatisticsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  m_statistics->retranslate();
  m_spans->retranslate();
  m_counters->retranslate();
  schedule();
}

void StatisticsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void StatisticsPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // Beside one another below the timeline, above one another at its side.
  const Qt::Orientation orientation = width() > height() * 3 / 2 ? Qt::Horizontal : Qt::Vertical;
  for (QSplitter* splitter : {m_splitters[0], m_splitters[2]}) {
    if (splitter->orientation() != orientation) splitter->setOrientation(orientation);
  }
}

}  // namespace threadline::widgets
