// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/comparison_panel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "core/report/comparison_table.h"
#include "core/report/sweeps.h"
#include "ui/charts/comparison_chart.h"
#include "ui/charts/heat_chart.h"
#include "ui/charts/sweep_chart.h"
#include "ui/models/comparison_model.h"
#include "ui/models/localized.h"
#include "ui/widgets/table_text.h"

namespace threadline::widgets {
namespace {

QString numberText(double value) {
  constexpr int kDigits = 12;
  return QString::number(value, 'g', kDigits);
}

/// The parameter as its scenario calls it, with its unit.
QString parameterTitle(const report::Comparison& comparison, const std::string& name) {
  const scenario::Parameter* parameter =
      comparison.runs.empty() ? nullptr : comparison.runs.front().record->scenario.parameter(name);
  const QString label = parameter ? models::localized(parameter->label) : QString();
  QString title = label.isEmpty() ? QString::fromStdString(name) : label;
  if (!parameter || parameter->unit.empty()) return title;
  return QStringLiteral("%1 (%2)").arg(
      title, parameter->unit == "us" ? QStringLiteral("\u00B5s") : QString::fromStdString(parameter->unit));
}

}  // namespace

ComparisonPanel::ComparisonPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("comparisonPanel"));
  m_model = new models::ComparisonModel(this);
  m_pages = new QStackedWidget(this);
  m_empty = new QLabel(m_pages);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setTextFormat(Qt::PlainText);
  m_pages->addWidget(m_empty);
  m_filled = new QWidget(m_pages);
  m_pages->addWidget(m_filled);
  m_note = new QLabel(m_filled);
  m_note->setObjectName(QStringLiteral("comparisonNote"));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_note->setContentsMargins(6, 0, 6, 2);
  m_note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  makeActions();
  makeTable();
  m_charts = new QStackedWidget(m_filled);
  m_bars = new charts::ComparisonChart(m_charts);
  m_sweep = new charts::SweepChart(m_charts);
  m_heat = new charts::HeatChart(m_charts);
  for (QWidget* chart :
       {static_cast<QWidget*>(m_bars), static_cast<QWidget*>(m_sweep), static_cast<QWidget*>(m_heat)}) {
    m_charts->addWidget(chart);
  }
  m_splitter = new QSplitter(m_filled);
  m_splitter->addWidget(m_table);
  m_splitter->addWidget(m_charts);
  m_splitter->setStretchFactor(0, 3);
  m_splitter->setStretchFactor(1, 2);
  auto* filled = new QVBoxLayout(m_filled);
  filled->setContentsMargins(0, 0, 0, 0);
  filled->setSpacing(0);
  filled->addWidget(m_bar);
  filled->addWidget(m_note);
  filled->addWidget(m_splitter, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_pages);
  setThemeKind(paint::ThemeKind::kLight);
  retranslate();
}

void ComparisonPanel::makeActions() {
  m_bar = new QToolBar(m_filled);
  m_bar->setObjectName(QStringLiteral("comparisonBar"));
  m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
  m_copy = m_bar->addAction(QString(), this, [this] { QGuiApplication::clipboard()->setText(asMarkdown()); });
  m_copyCsv = m_bar->addAction(QString(), this, [this] { QGuiApplication::clipboard()->setText(asCsv()); });
  m_save = m_bar->addAction(QString(), this, &ComparisonPanel::saveRequested);
  m_logarithmic = m_bar->addAction(QString());
  m_copy->setObjectName(QStringLiteral("comparisonCopyMarkdown"));
  m_copyCsv->setObjectName(QStringLiteral("comparisonCopyCsv"));
  m_save->setObjectName(QStringLiteral("comparisonSave"));
  m_logarithmic->setObjectName(QStringLiteral("comparisonLogarithmic"));
  m_copy->setShortcut(QKeySequence::Copy);
  m_copyCsv->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  for (QAction* action : {m_copy, m_copyCsv}) {
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
  }
  m_logarithmic->setCheckable(true);
  connect(m_logarithmic, &QAction::toggled, this, [this](bool isOn) { m_sweep->setLogarithmic(isOn); });
  for (QWidget* button : m_bar->findChildren<QWidget*>()) button->setFocusPolicy(Qt::TabFocus);
}

void ComparisonPanel::makeTable() {
  m_table = new QTableView(m_filled);
  m_table->setObjectName(QStringLiteral("comparisonTable"));
  m_table->setModel(m_model);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setAlternatingRowColors(true);
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
  m_table->addActions({m_copy, m_copyCsv, m_save});
  connect(m_table, &QTableView::activated, this,
          [this](const QModelIndex& index) { emit variantActivated(static_cast<std::size_t>(index.row())); });
}

void ComparisonPanel::setComparison(const models::JudgedComparisonPtr& judged, std::size_t planned) {
  m_planned = planned;
  m_model->setComparison(judged);
  m_pages->setCurrentWidget(judged ? m_filled : m_empty);
  fillCharts();
  if (m_charts->currentWidget() == m_sweep) {
    m_logarithmic->setChecked(m_sweep->isBetterLogarithmic());
    m_logarithmic->setEnabled(m_sweep->canBeLogarithmic());
  }
  showNote();
}

void ComparisonPanel::setThemeKind(paint::ThemeKind kind) {
  const paint::Theme& theme = paint::themeFor(kind);
  QPalette colours = palette();
  colours.setColor(QPalette::Base, theme.background);
  colours.setColor(QPalette::Text, theme.text);
  colours.setColor(QPalette::Mid, theme.grid);
  const auto& running = theme.states[static_cast<std::size_t>(LaneState::kRunning)];
  const auto& waiting = theme.states[static_cast<std::size_t>(LaneState::kSleeping)];
  m_bars->setColours(running.fill, running.edge);
  m_bars->setTheme(colours);
  m_sweep->setColours(running.fill, waiting.fill);
  m_sweep->setTheme(colours);
  m_heat->setColour(running.fill);
  m_heat->setTheme(colours);
}

void ComparisonPanel::fillCharts() {
  const models::JudgedComparisonPtr& judged = m_model->comparison();
  const bool isSweep = judged && fillSweep(*judged);
  const bool isMap = judged && !isSweep && fillMap(*judged);
  if (judged && !isSweep && !isMap) fillBars(*judged);
  m_logarithmic->setVisible(isSweep);
}

void ComparisonPanel::fillBars(const models::JudgedComparison& judged) {
  std::vector<charts::ComparisonBar> bars;
  for (std::size_t i = 0; i < judged.summaries.size(); ++i) {
    const auto& wall = judged.summaries[i].wallNs;
    if (!wall) continue;
    bars.push_back({models::localized(judged.comparison.variants[i].label), DurationNs{wall->median},
                    DurationNs{wall->min}, DurationNs{wall->max}});
  }
  m_bars->setBars(std::move(bars));
  m_charts->setCurrentWidget(m_bars);
}

bool ComparisonPanel::fillSweep(const models::JudgedComparison& judged) {
  const auto sweep = report::numberSweepOf(judged.comparison);
  if (!sweep) return false;
  const auto ideal = report::idealNs(*sweep, judged.summaries);
  const auto& first = judged.summaries.front().wallNs;
  std::vector<charts::SweepPoint> points;
  for (std::size_t i = 0; i < judged.summaries.size(); ++i) {
    const report::VariantSummary& summary = judged.summaries[i];
    if (!summary.wallNs) continue;
    charts::SweepPoint point{sweep->values[i],
                             DurationNs{summary.wallNs->median},
                             DurationNs{summary.wallNs->min},
                             DurationNs{summary.wallNs->max},
                             {},
                             {}};
    if (ideal) point.idealNs = (*ideal)[i];
    if (summary.document && first) point.documentNs = *summary.document * static_cast<double>(first->median);
    points.push_back(point);
  }
  m_sweep->setPoints(parameterTitle(judged.comparison, sweep->parameter), std::move(points));
  m_charts->setCurrentWidget(m_sweep);
  return true;
}

bool ComparisonPanel::fillMap(const models::JudgedComparison& judged) {
  const auto map = report::numberMapOf(judged.comparison);
  if (!map) return false;
  charts::HeatCells cells;
  cells.columnTitle = parameterTitle(judged.comparison, map->column);
  cells.rowTitle = parameterTitle(judged.comparison, map->row);
  for (const double value : map->columns) cells.columns += numberText(value);
  for (const double value : map->rows) cells.rows += numberText(value);
  for (const auto& variant : map->variants) {
    const auto wall = variant ? judged.summaries[*variant].wallNs : std::nullopt;
    cells.times.push_back(wall ? std::optional(DurationNs{wall->median}) : std::nullopt);
  }
  m_heat->setCells(std::move(cells));
  m_charts->setCurrentWidget(m_heat);
  return true;
}

void ComparisonPanel::showNote() {
  const models::JudgedComparisonPtr& judged = m_model->comparison();
  QStringList parts;
  if (judged) {
    const std::size_t done = judged->comparison.runs.size();
    if (done < m_planned) parts += tr("Only %1 of %2 runs.").arg(done).arg(m_planned);
    if (const auto noise = report::noiseOf(judged->summaries)) {
      parts += tr("Runs of one variant differ by %1 %; smaller differences say nothing.").arg(*noise * 100, 0, 'f', 1);
    } else {
      parts += tr("Each ran once: how far the times vary is not known.");
    }
    if (const auto load = report::foreignLoadOf(judged->comparison)) {
      parts += tr("Other programs used %1 of %2 cores: times are longer than on a quiet machine.")
                   .arg(load->cores, 0, 'f', 1)
                   .arg(load->of);
    }
  }
  m_note->setText(parts.join(QLatin1Char(' ')));
}

QString ComparisonPanel::note() const {
  return m_note->text();
}

QString ComparisonPanel::asMarkdown() const {
  return m_model->comparison() ? markdownOf(*m_model) : QString();
}

QString ComparisonPanel::asCsv() const {
  const models::JudgedComparisonPtr& judged = m_model->comparison();
  if (!judged) return {};
  std::vector<std::string> labels;
  for (const scenario::Variant& variant : judged->comparison.variants) {
    labels.push_back(models::localized(variant.label).toStdString());
  }
  return QString::fromStdString(report::comparisonCsv(judged->comparison, judged->summaries, labels));
}

void ComparisonPanel::retranslate() {
  setAccessibleName(tr("Comparison"));
  m_table->setAccessibleName(tr("Compared variants"));
  m_table->setAccessibleDescription(tr("Enter shows the variant in the timeline."));
  m_empty->setText(tr(
      "Nothing is compared yet. Run a comparison from the examples, vary a value of the form, or compare two runs."));
  m_copy->setText(tr("Copy as Markdown"));
  m_copyCsv->setText(tr("Copy as CSV"));
  m_save->setText(tr("Save the table…"));
  m_save->setToolTip(tr("Save the table as a CSV or Markdown file"));
  m_logarithmic->setText(tr("Logarithmic axes"));
  m_logarithmic->setToolTip(tr("Equal steps of the axes are equal factors"));
  m_bar->setWindowTitle(tr("Comparison"));
  showNote();
}

void ComparisonPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  m_model->retranslate();
  fillCharts();
  retranslate();
}

void ComparisonPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // Beside one another below the timeline, above one another at its side.
  const Qt::Orientation orientation = width() > height() * 3 / 2 ? Qt::Horizontal : Qt::Vertical;
  if (m_splitter->orientation() != orientation) m_splitter->setOrientation(orientation);
}

}  // namespace threadline::widgets
