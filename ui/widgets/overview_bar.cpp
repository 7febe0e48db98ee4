// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/overview_bar.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/paint/timeline_painter.h"
#include "ui/scene/span_layout.h"

namespace threadline::widgets {
namespace {

constexpr int kStripMargin = 5;
constexpr qint64 kStripEveryMs = 250;

}  // namespace

OverviewBar::OverviewBar(const TimelineData& shown, QWidget* parent) : QWidget(parent), m_data(shown) {
  setObjectName(QStringLiteral("overviewBar"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  retranslate();
}

void OverviewBar::retranslate() {
  setAccessibleName(tr("Overview"));
  setToolTip(tr("The whole run. Drag the frame to move the visible part; double-click to show everything."));
}

void OverviewBar::setPlot(double left, double right) {
  if (left == m_left && right == m_right) return;
  m_left = left;
  m_right = right;
  m_strip = QImage();
  update();
}

scene::TimeScale OverviewBar::scale() const {
  return {scene::fitted(m_data.state.extent), m_left, m_right - m_left};
}

bool OverviewBar::isStripOld() const {
  if (m_strip.isNull() || m_stripTheme != m_data.theme || m_stripOf.size() != m_data.panes.size()) return true;
  for (std::size_t i = 0; i < m_stripOf.size(); ++i) {
    if (m_stripOf[i] == m_data.panes[i].snapshot.get()) continue;
    const bool isFinished = m_data.panes[i].snapshot && m_data.panes[i].snapshot->isFinished();
    return isFinished || m_sinceStrip.elapsed() >= kStripEveryMs;
  }
  return false;
}

void OverviewBar::refresh() {
  if (isVisible() && isStripOld()) makeStrip();
  update();
}

void OverviewBar::makeStrip() {
  m_stripRange = scene::fitted(m_data.state.extent);
  m_stripTheme = m_data.theme;
  m_stripOf.clear();
  m_sinceStrip.start();
  scene::DrawList list;
  list.width = std::max(1.0, m_right - m_left);
  list.height = std::max(1, height() - 2 * kStripMargin);
  const scene::TimeScale whole(m_stripRange, 0, list.width);
  scene::Metrics metrics;
  metrics.boxFrom = 1e9;  // columns only
  metrics.column = 2;
  metrics.tooltips = false;
  double top = 0;
  const double each = list.height / static_cast<double>(std::max<std::size_t>(1, m_data.panes.size()));
  for (const scene::Pane& pane : m_data.panes) {
    m_stripOf.push_back(pane.snapshot.get());
    scene::Row row;
    row.kind = scene::RowKind::kFold;
    row.top = top;
    row.height = each;
    top += each;
    if (!pane.snapshot || pane.view.lanes.empty()) continue;
    std::vector<scene::LabelSpot> spots;
    scene::SpanLayout(*pane.snapshot, whole, metrics, nullptr, list, spots).addFold(pane.view.lanes, row);
  }
  m_strip = paint::rasterOf(list, paint::themeFor(m_data.theme), 1);
}

QRectF OverviewBar::windowPlace() const {
  const scene::TimeScale whole = scale();
  const double left = std::max(whole.xOf(m_data.state.range.start), m_left);
  const double right = std::min(whole.xOf(m_data.state.range.end), m_right);
  const double middle = (left + right) / 2;
  const double half = std::max(3.0, (right - left) / 2);  // always something to take hold of
  return {middle - half, 1.5, 2 * half, height() - 3.0};
}

void OverviewBar::paintEvent(QPaintEvent*) {
  const paint::Theme& theme = paint::themeFor(m_data.theme);
  if (isStripOld()) makeStrip();
  QPainter painter(this);
  painter.fillRect(rect(), theme.background);
  if (m_data.panes.empty()) return;
  const scene::TimeScale whole = scale();
  const double left = whole.xOf(m_stripRange.start);
  const double right = whole.xOf(m_stripRange.end);
  const QRectF place(left, kStripMargin, right - left, height() - 2.0 * kStripMargin);
  // Stretched only while a run outgrows the strip: a plain copy is several times as quick.
  if (std::abs(place.width() - m_strip.width()) < 1.5 && std::abs(place.height() - m_strip.height()) < 1.5) {
    painter.drawImage(place.topLeft().toPoint(), m_strip);
  } else {
    painter.drawImage(place, m_strip);
  }
  const QRectF window = windowPlace();
  QColor veil = theme.background;
  veil.setAlpha(150);
  painter.fillRect(QRectF(m_left, 0, window.left() - m_left, height()), veil);
  painter.fillRect(QRectF(window.right(), 0, m_right - window.right(), height()), veil);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.text, 1.5));
  painter.drawRoundedRect(window, 2, 2);
}

void OverviewBar::requestAround(TimeNs centre) {
  const std::int64_t half = m_data.state.range.length().ns / 2;
  const TimeRange range{{centre.ns - half}, {centre.ns - half + m_data.state.range.length().ns}};
  emit rangeRequested(scene::clamped(range, m_data.state.extent));
}

void OverviewBar::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const TimeNs at = scale().timeAt(event->position().x());
  const TimeRange range = m_data.state.range;
  const std::int64_t middle = range.start.ns + range.length().ns / 2;
  m_isDragging = true;
  m_grabOffset = windowPlace().contains(event->position()) ? at.ns - middle : 0;
  if (m_grabOffset == 0) requestAround(at);
}

void OverviewBar::mouseMoveEvent(QMouseEvent* event) {
  if (m_isDragging) requestAround({scale().timeAt(event->position().x()).ns - m_grabOffset});
}

void OverviewBar::mouseReleaseEvent(QMouseEvent*) {
  if (!m_isDragging) return;
  m_isDragging = false;
  emit dragFinished();
}

void OverviewBar::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit fitRequested();
}

void OverviewBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace threadline::widgets
