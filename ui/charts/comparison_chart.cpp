// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/comparison_chart.h"

#include <QFontInfo>
#include <QFontMetrics>
#include <QGraphicsSimpleTextItem>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <utility>

#include "ui/models/state_words.h"

namespace threadline::charts {
namespace {

constexpr int kNameWidth = 180;
constexpr int kBehindBar = 5;
constexpr int kNarrow = 420;  // below, fewer ticks, so that none of their labels is cut

}  // namespace

ComparisonChart::ComparisonChart(QWidget* parent) : ChartBox(parent) {
  setObjectName(QStringLiteral("comparisonChart"));
  m_fill = palette().color(QPalette::Highlight);
  m_edge = m_fill.darker();
  m_names = new QBarCategoryAxis;
  m_names->setGridLineVisible(false);
  m_time = new QValueAxis;
  chart()->addAxis(m_names, Qt::AlignLeft);
  chart()->addAxis(m_time, Qt::AlignBottom);
  chart()->legend()->hide();
  for (QAbstractAxis* axis : chart()->axes()) paintAxis(axis);
  connect(chart(), &QChart::plotAreaChanged, this, &ComparisonChart::placeNames);
  retranslate();
}

void ComparisonChart::setBars(std::vector<ComparisonBar> bars) {
  m_bars = std::move(bars);
  invalidate();
}

void ComparisonChart::setColours(const QColor& fill, const QColor& edge) {
  m_fill = fill;
  m_edge = edge;
  invalidate();
}

int ComparisonChart::drawnBars() const {
  return m_names->count();
}

void ComparisonChart::addRange(std::size_t place, double factor) {
  const ComparisonBar& bar = m_bars[place];
  if (bar.largest <= bar.smallest) return;
  constexpr double kCap = 0.12;  // of a bar's place
  const auto y = static_cast<double>(m_bars.size() - 1 - place);
  const double from = static_cast<double>(bar.smallest.ns) / factor;
  const double to = static_cast<double>(bar.largest.ns) / factor;
  auto* line = new QLineSeries;
  line->setPen(QPen(words(), 2));
  line->replace({{from, y - kCap}, {from, y + kCap}, {from, y}, {to, y}, {to, y - kCap}, {to, y + kCap}});
  chart()->addSeries(line);  // takes it
  line->attachAxis(m_time);
  line->attachAxis(m_names);
}

void ComparisonChart::rebuild() {
  chart()->removeAllSeries();
  m_names->clear();
  DurationNs longest{};
  for (const ComparisonBar& bar : m_bars) longest = std::max({longest, bar.median, bar.largest});
  const bool inSeconds = longest >= seconds(10);
  const double factor = inSeconds ? 1e9 : 1e6;
  m_factor = factor;

  auto* series = new QHorizontalBarSeries;
  auto* set = new QBarSet(QString());
  set->setBrush(m_fill);
  set->setPen(QPen(m_edge, 1));
  QStringList names;
  QStringList said;
  const QFontMetrics metrics(font());
  m_names->setLabelsVisible(height() > (static_cast<int>(m_bars.size()) + 3) * (metrics.height() + 4));
  const int widest = m_names->labelsVisible() ? std::min(width() / 3, kNameWidth) : width() / 2;
  for (const ComparisonBar& bar : m_bars) {
    // From below, so that the first stands above.
    set->insert(0, static_cast<double>(bar.median.ns) / factor);
    QString name = metrics.elidedText(bar.name.simplified(), Qt::ElideMiddle, widest);
    while (names.contains(name)) name += QChar(0x200B);
    names.prepend(name);
    said += QStringLiteral("%1: %2").arg(bar.name, models::lengthText(bar.median));
  }
  m_names->append(names);
  series->append(set);
  chart()->addSeries(series);  // takes it
  series->attachAxis(m_names);
  series->attachAxis(m_time);
  for (std::size_t i = 0; i < m_bars.size(); ++i) addRange(i, factor);
  m_time->setRange(0, std::max(static_cast<double>(longest.ns) / factor * roomBehind(), 0.001));
  m_time->setTickCount(width() < kNarrow ? 3 : 5);
  m_time->applyNiceNumbers();
  // The unit stands in the labels: a title below would take the bars' room in a low panel.
  const QString number = m_time->max() < 10 ? QStringLiteral("%.1f ") : QStringLiteral("%.0f ");
  m_time->setLabelFormat(number + (inSeconds ? QStringLiteral("s") : QStringLiteral("ms")));
  setAccessibleDescription(said.join(QStringLiteral("; ")));
  placeNames();
}

/// In a low panel the axis would leave names out: there each stands behind its bar.
void ComparisonChart::placeNames() {
  qDeleteAll(m_behind);
  m_behind.clear();
  if (m_names->labelsVisible() || chart()->series().isEmpty()) return;
  const QFont small = smallFont();
  for (std::size_t i = 0; i < m_bars.size(); ++i) {
    auto* name = new QGraphicsSimpleTextItem(m_names->at(static_cast<int>(m_bars.size() - 1 - i)), chart());
    name->setFont(small);
    name->setBrush(words());
    const double value = static_cast<double>(std::max(m_bars[i].median, m_bars[i].largest).ns) / m_factor;
    const QPointF end =
        chart()->mapToPosition({value, static_cast<double>(m_bars.size() - 1 - i)}, chart()->series().front());
    name->setPos(end.x() + kBehindBar, end.y() - name->boundingRect().height() / 2);
    m_behind.push_back(name);
  }
}

QFont ComparisonChart::smallFont() const {
  constexpr double kLinesOfAxis = 2.5;  // the room of the time axis, in lines of text
  constexpr double kSmallest = 9;
  const double room = height() - kLinesOfAxis * QFontMetrics(font()).height();
  const double slot = room / static_cast<double>(std::max<std::size_t>(m_bars.size(), 1));
  QFont out = font();
  out.setPixelSize(static_cast<int>(
      std::clamp(slot, kSmallest, std::max(kSmallest, static_cast<double>(QFontInfo(font()).pixelSize())))));
  return out;
}

/// How much longer than the longest bar the axis must be for the names behind the bars.
double ComparisonChart::roomBehind() const {
  if (m_names->labelsVisible()) return 1.05;
  constexpr double kMost = 0.6;  // of the plot: the bars stay readable
  const QFontMetrics metrics(smallFont());
  int widest = 0;
  for (const QString& name : m_names->categories()) widest = std::max(widest, metrics.horizontalAdvance(name));
  const double share = (widest + 2.0 * kBehindBar) / std::max(1, width());
  return 1 / (1 - std::min(share, kMost));
}

void ComparisonChart::resizeEvent(QResizeEvent* event) {
  ChartBox::resizeEvent(event);
  invalidate();
}

void ComparisonChart::retranslate() {
  setAccessibleName(tr("Chart: wall times compared"));
}

}  // namespace threadline::charts
