// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/counter_chart.h"

#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/models/counter_table_model.h"

namespace threadline::charts {
namespace {

double millisecondsOf(TimeNs time) {
  return static_cast<double>(time.ns) / 1e6;
}

// Lines are told apart by their dashes first: colour alone does not reach everybody.
constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

QString timeFormat(DurationNs length) {
  if (length < microseconds(10)) return QStringLiteral("%.6f");
  if (length < milliseconds(5)) return QStringLiteral("%.3f");
  return length < milliseconds(50) ? QStringLiteral("%.1f") : QStringLiteral("%.0f");
}

QColor lineColour(int number, const QColor& words) {
  // Hues of Okabe and Ito, as light or dark as the page asks for.
  constexpr std::array kHues{210, 30, 165, 325, 50, 260, 0, 120};
  const bool isDarkPage = words.lightnessF() > 0.5F;
  return QColor::fromHsl(kHues[static_cast<std::size_t>(number) % kHues.size()], 190, isDarkPage ? 175 : 85);
}

}  // namespace

CounterChart::CounterChart(QWidget* parent) : ChartBox(parent) {
  setObjectName(QStringLiteral("counterChart"));
  m_time = new QValueAxis;
  m_value = new QValueAxis;
  m_value->setLabelFormat(QStringLiteral("%.0f"));
  chart()->addAxis(m_time, Qt::AlignBottom);
  chart()->addAxis(m_value, Qt::AlignLeft);
  for (QAbstractAxis* axis : chart()->axes()) paintAxis(axis);
  retranslate();
}

void CounterChart::setSource(model::SnapshotPtr snapshot, TimeRange range) {
  m_snapshot = std::move(snapshot);
  m_range = range;
  invalidate();
}

int CounterChart::lineCount() const {
  return static_cast<int>(chart()->series().size());
}

QList<QPointF> CounterChart::stepsOf(const model::Counter& counter, TimeRange range) {
  const auto& samples = counter.samples;
  const auto isBefore = [](const model::CounterSample& sample, TimeNs time) { return sample.time < time; };
  const auto first = std::lower_bound(samples.begin(), samples.end(), range.start, isBefore);
  const auto end = std::lower_bound(first, samples.end(), range.end, isBefore);
  QList<QPointF> out;
  const auto stepTo = [&out](double x, std::int64_t value) {
    if (!out.isEmpty()) out.append({x, out.last().y()});
    out.append({x, static_cast<double>(value)});
  };
  if (first != samples.begin()) stepTo(millisecondsOf(range.start), (first - 1)->value);
  const auto count = static_cast<std::size_t>(end - first);
  const std::size_t stretch = std::max<std::size_t>(1, (count + kMostSteps / 2 - 1) / (kMostSteps / 2));
  for (auto it = first; it != end;) {
    const auto next = it + static_cast<std::ptrdiff_t>(std::min(stretch, static_cast<std::size_t>(end - it)));
    if (stretch == 1) {
      stepTo(millisecondsOf(it->time), it->value);
    } else {
      const auto isLess = [](const model::CounterSample& a, const model::CounterSample& b) {
        return a.value < b.value;
      };
      auto [low, high] = std::minmax_element(it, next, isLess);
      if (high < low) std::swap(low, high);
      stepTo(millisecondsOf(low->time), low->value);
      if (high != low) stepTo(millisecondsOf(high->time), high->value);
    }
    it = next;
  }
  if (!out.isEmpty()) out.append({millisecondsOf(range.end), out.last().y()});
  return out;
}

void CounterChart::addLine(const model::Counter& counter, TimeRange range, int number) {
  auto* line = new QLineSeries;
  line->setName(models::CounterTableModel::nameOf(*m_snapshot, counter));
  const QColor colour = lineColour(number, words());
  line->setPen(QPen(colour, 2, kDashes[static_cast<std::size_t>(number) % kDashes.size()]));
  line->replace(stepsOf(counter, range));
  chart()->addSeries(line);  // takes it
  line->attachAxis(m_time);
  line->attachAxis(m_value);
}

void CounterChart::rebuild() {
  chart()->removeAllSeries();
  const std::size_t all = m_snapshot == nullptr ? 0 : m_snapshot->counters().size();
  const int shown = static_cast<int>(std::min<std::size_t>(all, kMostCounters));
  if (shown > 0) {
    const TimeRange range = m_range.end > m_range.start ? m_range : m_snapshot->extent();
    double low = 0;
    double high = 1;
    for (int i = 0; i < shown; ++i) {
      const model::Counter& counter = m_snapshot->counters()[static_cast<std::size_t>(i)];
      addLine(counter, range, i);
      for (const QPointF& corner : static_cast<QLineSeries*>(chart()->series().last())->points()) {
        low = std::min(low, corner.y());
        high = std::max(high, corner.y());
      }
    }
    m_time->setRange(millisecondsOf(range.start), millisecondsOf(range.end));
    m_value->setRange(low, high);
    m_value->applyNiceNumbers();
    m_time->setLabelFormat(timeFormat(range.length()));
  }
  chart()->legend()->setVisible(shown > 0);
  m_time->setVisible(shown > 0);
  m_value->setVisible(shown > 0);
  if (shown == 0) {
    setNote(tr("This run has no counters: there are some where a workload uses queues or variables."));
  } else if (all > static_cast<std::size_t>(shown)) {
    setNote(tr("The first %1 of %2 counters are shown. The table shows all.").arg(shown).arg(all));
  } else {
    setNote({});
  }
  setAccessibleDescription(tr("%n counter(s) are shown. The table beside it has their figures.", nullptr, shown));
}

void CounterChart::retranslate() {
  setAccessibleName(tr("Chart: counters over time"));
  m_time->setTitleText(tr("time (ms)"));
}

}  // namespace threadline::charts
