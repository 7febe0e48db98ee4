// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heat_chart.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/models/plain_tool_tip.h"
#include "ui/models/state_words.h"

namespace threadline::charts {
namespace {

constexpr double kMargin = 6;
constexpr double kGap = 1;
constexpr double kLightest = 0.08;  // an empty cell has none of it

QColor mixed(const QColor& page, const QColor& dark, double share) {
  const auto part = [share](float a, float b) {
    return static_cast<float>(static_cast<double>(a) * (1 - share) + static_cast<double>(b) * share);
  };
  return QColor::fromRgbF(part(page.redF(), dark.redF()), part(page.greenF(), dark.greenF()),
                          part(page.blueF(), dark.blueF()));
}

double widestOf(const QStringList& texts, const QFontMetricsF& metrics) {
  double widest = 0;
  for (const QString& text : texts) widest = std::max(widest, metrics.horizontalAdvance(text));
  return widest;
}

/// The one of two colours that is further from the ground in lightness.
QColor readableOn(const QColor& ground, const QColor& one, const QColor& other) {
  const auto distance = [&](const QColor& colour) { return std::abs(qGray(colour.rgb()) - qGray(ground.rgb())); };
  return distance(one) >= distance(other) ? one : other;
}

}  // namespace

HeatChart::HeatChart(QWidget* parent) : QWidget(parent), m_theme(palette()) {
  setObjectName(QStringLiteral("heatChart"));
  m_dark = palette().color(QPalette::Highlight);
  retranslate();
}

void HeatChart::setCells(HeatCells cells) {
  m_cells = std::move(cells);
  retranslate();
  update();
}

void HeatChart::setTheme(const QPalette& palette) {
  m_theme = palette;
  update();
}

void HeatChart::setColour(const QColor& dark) {
  m_dark = dark;
  update();
}

std::optional<DurationNs> HeatChart::timeAt(int column, int row) const {
  const auto place = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_cells.columns.size()) +
                     static_cast<std::size_t>(column);
  return place < m_cells.times.size() ? m_cells.times[place] : std::nullopt;
}

std::optional<double> HeatChart::shadeOf(int column, int row) const {
  const auto time = timeAt(column, row);
  if (!time || time->ns <= 0) return std::nullopt;
  auto least = static_cast<double>(time->ns);
  double most = least;
  for (const auto& other : m_cells.times) {
    if (!other || other->ns <= 0) continue;
    least = std::min(least, static_cast<double>(other->ns));
    most = std::max(most, static_cast<double>(other->ns));
  }
  if (most <= least) return kLightest;
  const double share = std::log(static_cast<double>(time->ns) / least) / std::log(most / least);
  return kLightest + share * (1 - kLightest);
}

QRectF HeatChart::plot() const {
  const QFontMetricsF metrics(font());
  const double left = kMargin * 3 + metrics.height() + widestOf(m_cells.rows, metrics);
  const double below = kMargin * 3 + 2 * metrics.height();
  return QRectF(rect()).adjusted(left, kMargin, -kMargin, -below);
}

QRectF HeatChart::cellRect(int column, int row) const {
  const QRectF area = plot();
  const double width = area.width() / static_cast<double>(m_cells.columns.size());
  const double height = area.height() / static_cast<double>(m_cells.rows.size());
  return QRectF(area.left() + column * width, area.bottom() - (row + 1) * height, width, height)
      .adjusted(kGap, kGap, -kGap, -kGap);
}

QString HeatChart::cellText(int column, int row) const {
  const auto time = timeAt(column, row);
  return tr("%1 %2, %3 %4: %5", "name value, name value: time")
      .arg(m_cells.columnTitle, m_cells.columns[column], m_cells.rowTitle, m_cells.rows[row],
           time ? models::lengthText(*time) : tr("no run to its end"));
}

void HeatChart::paintCell(QPainter& painter, int column, int row) const {
  const QRectF cell = cellRect(column, row);
  const QColor page = m_theme.color(QPalette::Base);
  const QColor words = m_theme.color(QPalette::Text);
  const auto time = timeAt(column, row);
  const auto shade = shadeOf(column, row);
  if (!time || !shade) {
    painter.setPen(QPen(words, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell);
    return;
  }
  const QColor ground = mixed(page, m_dark, *shade);
  painter.fillRect(cell, ground);
  const bool isBest = *shade <= kLightest;
  if (isBest) {
    painter.setPen(QPen(words, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.adjusted(1, 1, -1, -1));
  }
  const QString text = models::lengthText(*time);
  const QFontMetricsF metrics(font());
  if (metrics.horizontalAdvance(text) > cell.width() - 4 || metrics.height() > cell.height()) return;
  painter.setPen(readableOn(ground, words, page));
  painter.drawText(cell, Qt::AlignCenter, text);
}

void HeatChart::paintTitles(QPainter& painter) const {
  const QRectF area = plot();
  const QFontMetricsF metrics(font());
  painter.setPen(m_theme.color(QPalette::Text));
  for (int column = 0; column < m_cells.columns.size(); ++column) {
    const QRectF cell = cellRect(column, 0);
    if (metrics.horizontalAdvance(m_cells.columns[column]) > cell.width()) continue;
    painter.drawText(QRectF(cell.left(), area.bottom() + kMargin, cell.width(), metrics.height()), Qt::AlignCenter,
                     m_cells.columns[column]);
  }
  for (int row = 0; row < m_cells.rows.size(); ++row) {
    const QRectF cell = cellRect(0, row);
    if (metrics.height() > cell.height() + 2) continue;
    const QRectF label(kMargin, cell.top(), area.left() - 2 * kMargin, cell.height());
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, m_cells.rows[row]);
  }
  const QRectF below(area.left(), area.bottom() + 2 * kMargin + metrics.height(), area.width(), metrics.height());
  painter.drawText(below, Qt::AlignCenter, metrics.elidedText(m_cells.columnTitle, Qt::ElideRight, below.width()));
  painter.save();
  painter.translate(kMargin, area.center().y());
  painter.rotate(-90);
  const QRectF side(-area.height() / 2, 0, area.height(), metrics.height());
  painter.drawText(side, Qt::AlignCenter, metrics.elidedText(m_cells.rowTitle, Qt::ElideRight, side.width()));
  painter.restore();
}

void HeatChart::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), m_theme.color(QPalette::Base));
  if (m_cells.columns.isEmpty() || m_cells.rows.isEmpty()) return;
  for (int row = 0; row < m_cells.rows.size(); ++row) {
    for (int column = 0; column < m_cells.columns.size(); ++column) paintCell(painter, column, row);
  }
  paintTitles(painter);
}

bool HeatChart::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  for (int row = 0; row < m_cells.rows.size(); ++row) {
    for (int column = 0; column < m_cells.columns.size(); ++column) {
      if (!cellRect(column, row).contains(help->pos())) continue;
      QToolTip::showText(help->globalPos(), models::plainToolTip(cellText(column, row)), this);
      return true;
    }
  }
  QToolTip::hideText();
  return true;
}

void HeatChart::retranslate() {
  setAccessibleName(tr("Chart: times over two values that were varied"));
  QStringList said;
  for (int row = 0; row < m_cells.rows.size(); ++row) {
    for (int column = 0; column < m_cells.columns.size(); ++column) said += cellText(column, row);
  }
  setAccessibleDescription(said.join(QStringLiteral("; ")));
}

void HeatChart::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace threadline::charts
