// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/state_chart.h"

#include <QFontMetrics>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>

#include <algorithm>

#include "ui/models/state_words.h"
#include "ui/models/statistics_model.h"

namespace threadline::charts {
namespace {

constexpr int kNameWidth = 140;

std::size_t at(LaneState state) {
  return static_cast<std::size_t>(state);
}

}  // namespace

StateChart::StateChart(QWidget* parent) : ChartBox(parent) {
  setObjectName(QStringLiteral("stateChart"));
  m_series = new QHorizontalStackedBarSeries;
  m_series->setBarWidth(0.7);
  chart()->addSeries(m_series);  // takes it
  m_lanes = new QBarCategoryAxis;
  m_lanes->setGridLineVisible(false);
  m_shares = new QValueAxis;
  m_shares->setRange(0, 100);
  m_shares->setTickCount(5);
  m_shares->setLabelFormat(QStringLiteral("%d %%"));
  chart()->addAxis(m_lanes, Qt::AlignLeft);
  chart()->addAxis(m_shares, Qt::AlignBottom);
  m_series->attachAxis(m_lanes);
  m_series->attachAxis(m_shares);
  for (QAbstractAxis* axis : chart()->axes()) paintAxis(axis);
  retranslate();
}

void StateChart::setModel(models::StatisticsModel* model) {
  if (m_model != nullptr) disconnect(m_model, nullptr, this, nullptr);
  m_model = model;
  if (model != nullptr) connect(model, &models::StatisticsModel::figuresChanged, this, &StateChart::invalidate);
  invalidate();
}

void StateChart::setColours(const PerState<QBrush>& fills, const PerState<QColor>& edges) {
  m_fills = fills;
  m_edges = edges;
  m_states.clear();  // so that the bars are made anew
  invalidate();
}

void StateChart::rebuildSets(const std::vector<LaneState>& states) {
  m_series->clear();  // deletes the sets
  m_sets.clear();
  m_states = states;
  for (const LaneState state : states) {
    auto* set = new QBarSet(models::stateWord(state));
    set->setBrush(m_fills[at(state)]);
    set->setPen(QPen(m_edges[at(state)], 1));
    m_series->append(set);
    m_sets.push_back(set);
  }
}

void StateChart::setValues(int lanes) {
  for (std::size_t i = 0; i < m_sets.size(); ++i) {
    QBarSet* set = m_sets[i];
    // Bars are stacked from below, and the first lane stands above.
    for (int place = 0; place < lanes; ++place) {
      const int row = lanes - 1 - place;
      const auto length = static_cast<double>(m_model->lengthOf(row).ns);
      const double percent =
          length > 0 ? 100.0 * static_cast<double>(m_model->timeOf(row, m_states[i]).ns) / length : 0;
      if (place < set->count()) {
        set->replace(place, percent);
      } else {
        set->append(percent);
      }
    }
  }
}

void StateChart::rebuild() {
  const int all = m_model == nullptr ? 0 : m_model->laneRows();
  const int lanes = std::min(all, kMostLanes);
  const std::vector<LaneState> states = m_model == nullptr ? std::vector<LaneState>{} : m_model->states();
  const bool hasFewer = !m_sets.empty() && m_sets.front()->count() > lanes;
  if (states != m_states || hasFewer) rebuildSets(states);
  setValues(lanes);

  QStringList names;
  const QFontMetrics metrics(font());
  for (int row = lanes; row-- > 0;) {
    QString name = metrics.elidedText(m_model->nameOf(row), Qt::ElideMiddle, kNameWidth);
    // Categories of an axis must differ, names of lanes need not.
    while (names.contains(name)) name += QChar(0x200B);
    names += name;
  }
  if (m_lanes->categories() != names) {
    m_lanes->clear();
    m_lanes->append(names);
  }
  for (std::size_t i = 0; i < m_sets.size(); ++i) m_sets[i]->setLabel(models::stateWord(m_states[i]));
  fitLegend();
  setNote(all > lanes ? tr("The first %1 of %2 lanes are shown. The table shows all.").arg(lanes).arg(all) : QString());
  setAccessibleDescription(lanes == 0
                               ? tr("There is nothing to show yet.")
                               : tr("%n lane(s) are shown. The table beside it has the same figures.", nullptr, lanes));
}

/// Whole words or none: the window's legend has the same colours, and the table the names.
void StateChart::fitLegend() {
  constexpr int kBesideWord = 34;  // the marker and what Qt keeps free around it
  int needed = 2 * kBesideWord;
  for (const LaneState state : m_states)
    needed += fontMetrics().horizontalAdvance(models::stateWord(state)) + kBesideWord;
  chart()->legend()->setVisible(!m_states.empty() && needed <= width());
}

void StateChart::resizeEvent(QResizeEvent* event) {
  ChartBox::resizeEvent(event);
  fitLegend();
}

double StateChart::drawnPercent(int lane, LaneState state) const {
  const auto found = std::find(m_states.begin(), m_states.end(), state);
  if (found == m_states.end()) return -1;
  const QBarSet* set = m_sets[static_cast<std::size_t>(found - m_states.begin())];
  return lane < set->count() ? set->at(set->count() - 1 - lane) : -1;
}

void StateChart::retranslate() {
  setAccessibleName(tr("Chart: shares of states by lane"));
}

}  // namespace threadline::charts
