// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweep_chart.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QLogValueAxis>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/models/state_words.h"

namespace threadline::charts {
namespace {

constexpr double kFarApart = 20;
constexpr double kManyPowers = 200;  // beyond it powers of ten are marked, else of two

double ns(DurationNs time) {
  return static_cast<double>(time.ns);
}

QString numberText(double value) {
  return QString::number(value, 'g', 12);
}

QAbstractAxis* linearAxis(double most) {
  auto* axis = new QValueAxis;
  axis->setRange(0, most > 0 ? most * 1.05 : 1);
  axis->applyNiceNumbers();
  axis->setLabelFormat(axis->max() < 10 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
  return axis;
}

/// From power to power, so that both ends are marked.
QAbstractAxis* logarithmicAxis(double least, double most) {
  auto* axis = new QLogValueAxis;
  const double base = most / least > kManyPowers ? 10 : 2;
  const double from = std::pow(base, std::floor(std::log(least) / std::log(base) + 1e-9));
  const double to = std::pow(base, std::ceil(std::log(most) / std::log(base) - 1e-9));
  axis->setBase(base);
  axis->setRange(from, std::max(to, from * base));
  axis->setLabelFormat(least < 1 ? QStringLiteral("%.3g") : QStringLiteral("%.0f"));
  return axis;
}

}  // namespace

SweepChart::SweepChart(QWidget* parent) : ChartBox(parent) {
  setObjectName(QStringLiteral("sweepChart"));
  m_line = palette().color(QPalette::Highlight);
  m_band = m_line.lighter();
  retranslate();
}

void SweepChart::setPoints(const QString& title, std::vector<SweepPoint> points) {
  m_title = title;
  m_points = std::move(points);
  std::sort(m_points.begin(), m_points.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  invalidate();
}

void SweepChart::setColours(const QColor& line, const QColor& band) {
  m_line = line;
  m_band = band;
  invalidate();
}

void SweepChart::setLogarithmic(bool isLogarithmic) {
  m_isLogarithmic = isLogarithmic;
  invalidate();
}

bool SweepChart::canBeLogarithmic() const {
  return !m_points.empty() && std::all_of(m_points.begin(), m_points.end(), [](const SweepPoint& point) {
    return point.value > 0 && point.smallest.ns > 0;
  });
}

bool SweepChart::isBetterLogarithmic() const {
  return canBeLogarithmic() && m_points.back().value / m_points.front().value >= kFarApart;
}

std::optional<double> SweepChart::best() const {
  if (m_points.empty()) return std::nullopt;
  return std::min_element(m_points.begin(), m_points.end(),
                          [](const auto& a, const auto& b) { return a.median < b.median; })
      ->value;
}

double SweepChart::factor() const {
  DurationNs longest{};
  for (const SweepPoint& point : m_points) longest = std::max(longest, point.largest);
  return longest >= seconds(10) ? 1e9 : 1e6;
}

void SweepChart::makeAxes() {
  for (QAbstractAxis* axis : chart()->axes()) {
    chart()->removeAxis(axis);
    delete axis;
  }
  double least = ns(m_points.front().smallest);
  double most = 0;
  for (const SweepPoint& point : m_points) {
    least = std::min(least, ns(point.smallest));
    most = std::max({most, ns(point.largest), point.documentNs.value_or(0)});
    if (point.idealNs) least = std::min(least, *point.idealNs);
    if (point.documentNs && *point.documentNs > 0) least = std::min(least, *point.documentNs);
  }
  const bool isLogarithmic = m_isLogarithmic && canBeLogarithmic() && least > 0;
  m_values = isLogarithmic ? logarithmicAxis(m_points.front().value, m_points.back().value)
                           : linearAxis(m_points.back().value);
  m_times = isLogarithmic ? logarithmicAxis(least / factor(), most / factor()) : linearAxis(most / factor());
  m_values->setTitleVisible(!isLow());
  m_times->setTitleVisible(!isLow());
  m_values->setTitleText(m_title);
  m_times->setTitleText(factor() > 1e6 ? tr("wall time (s)") : tr("wall time (ms)"));
  chart()->addAxis(m_values, Qt::AlignBottom);
  chart()->addAxis(m_times, Qt::AlignLeft);
  paintAxis(m_values);
  paintAxis(m_times);
}

void SweepChart::addBand() {
  const bool isSpread = std::any_of(m_points.begin(), m_points.end(),
                                    [](const SweepPoint& point) { return point.largest > point.smallest; });
  if (!isSpread) return;
  auto* lower = new QLineSeries(chart());
  auto* upper = new QLineSeries(chart());
  for (const SweepPoint& point : m_points) {
    lower->append(point.value, ns(point.smallest) / factor());
    upper->append(point.value, ns(point.largest) / factor());
  }
  auto* band = new QAreaSeries(upper, lower);
  band->setName(tr("least to most"));
  band->setBrush(m_band);
  band->setPen(QPen(m_band, 1));
  chart()->addSeries(band);  // takes it
  band->attachAxis(m_values);
  band->attachAxis(m_times);
}

void SweepChart::addLine(QXYSeries* series, const QString& name, const QList<QPointF>& points) {
  series->setName(name);
  series->replace(points);
  chart()->addSeries(series);  // takes it
  series->attachAxis(m_values);
  series->attachAxis(m_times);
}

void SweepChart::addBeside(const QString& name, std::optional<double> SweepPoint::*which, Qt::PenStyle style) {
  QList<QPointF> points;
  for (const SweepPoint& point : m_points) {
    if (point.*which) points += QPointF(point.value, *(point.*which) / factor());
  }
  if (points.size() < 2) return;
  auto* series = new QLineSeries;
  series->setPen(QPen(words(), 1.5, style));
  addLine(series, name, points);
}

void SweepChart::addBest() {
  const auto value = best();
  const auto point =
      std::find_if(m_points.begin(), m_points.end(), [&](const SweepPoint& one) { return one.value == *value; });
  auto* mark = new QScatterSeries;
  constexpr double kMarkSize = 14;
  mark->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
  mark->setMarkerSize(kMarkSize);
  mark->setBrush(Qt::NoBrush);
  mark->setPen(QPen(words(), 2));
  addLine(mark, tr("best: %1").arg(pointText(*point)), {{point->value, ns(point->median) / factor()}});
}

QString SweepChart::pointText(const SweepPoint& point) const {
  return tr("%1 → %2", "value → its time").arg(numberText(point.value), models::lengthText(point.median));
}

void SweepChart::rebuild() {
  chart()->removeAllSeries();
  if (m_points.empty()) {
    setNote(tr("There is nothing to draw."));
    setAccessibleDescription(note());
    return;
  }
  setNote(QString());
  chart()->legend()->setVisible(!isLow());
  makeAxes();
  addBand();
  addBeside(tr("ideal"), &SweepPoint::idealNs, Qt::DashLine);
  addBeside(tr("document"), &SweepPoint::documentNs, Qt::DotLine);
  QList<QPointF> medians;
  QStringList said;
  for (const SweepPoint& point : m_points) {
    medians += QPointF(point.value, ns(point.median) / factor());
    said += pointText(point);
  }
  auto* line = new QLineSeries;
  line->setPen(QPen(m_line, 2));
  line->setPointsVisible(true);
  addLine(line, tr("median"), medians);
  addBest();
  setAccessibleDescription(said.join(QStringLiteral("; ")));
}

void SweepChart::retranslate() {
  setAccessibleName(tr("Chart: times over a value that was varied"));
}

}  // namespace threadline::charts
