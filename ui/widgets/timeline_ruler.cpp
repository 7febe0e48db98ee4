// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_ruler.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

#include "ui/paint/words.h"
#include "ui/scene/ticks.h"
#include "ui/scene/units.h"

namespace threadline::widgets {
namespace {

constexpr int kTickLength = 6;

}  // namespace

TimelineRuler::TimelineRuler(const TimelineData& shown, QWidget* parent) : QWidget(parent), m_data(shown) {
  setObjectName(QStringLiteral("timelineRuler"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  retranslate();
}

void TimelineRuler::retranslate() {
  setAccessibleName(tr("Time axis"));
  setToolTip(tr("Double-click to show everything."));
  update();
}

void TimelineRuler::setScale(const scene::TimeScale& scale) {
  m_scale = scale;
  update();
}

QSize TimelineRuler::sizeHint() const {
  return {320, fontMetrics().height() + kTickLength + 8};
}

void TimelineRuler::paintTicks(QPainter& painter) const {
  const paint::Theme& theme = paint::themeFor(m_data.theme);
  const scene::Ticks ticks = scene::ticksFor(m_scale.range());
  const int baseline = height() - kTickLength - 4 - fontMetrics().descent();
  double taken = 0;
  const QString unit = paint::axisLabel(QString::fromUtf8(scene::symbolOf(ticks.unit)));
  painter.setPen(theme.faintText);
  painter.drawText(QRectF(10, 0, m_scale.left() - 20, height() - kTickLength), Qt::AlignVCenter | Qt::AlignLeft, unit);
  taken = 10 + fontMetrics().horizontalAdvance(unit) + 10;
  for (const scene::Tick& tick : ticks.ticks) {
    const double x = std::floor(m_scale.xOf(tick.time)) + 0.5;
    if (x < m_scale.left() || x > m_scale.right() + 0.5) continue;
    painter.setPen(theme.axis);
    painter.drawLine(QLineF(x, height() - kTickLength, x, height()));
    const QString label = QString::fromStdString(tick.label);
    const double half = fontMetrics().horizontalAdvance(label) / 2.0;
    if (x - half < taken || x + half > width()) continue;
    painter.setPen(theme.text);
    painter.drawText(QPointF(x - half, baseline), label);
    taken = x + half + 8;
  }
}

void TimelineRuler::paintSelection(QPainter& painter) const {
  if (!m_data.state.selection) return;
  const paint::Theme& theme = paint::themeFor(m_data.theme);
  const TimeRange range = *m_data.state.selection;
  const double left = std::max(m_scale.xOf(range.start), m_scale.left());
  const double right = std::min(m_scale.xOf(range.end), m_scale.right());
  if (right < left) return;
  const QString length = QString::fromStdString(scene::durationText(range.length()));
  const double width = fontMetrics().horizontalAdvance(length) + 12;
  double x = (left + right) / 2 - width / 2;
  x = std::clamp(x, m_scale.left(), std::max(m_scale.left(), this->width() - width));
  painter.fillRect(QRectF(left, height() - 4, right - left, 4), palette().color(QPalette::Highlight));
  const QRectF plate(x, 2, width, fontMetrics().height() + 2);
  painter.setPen(palette().color(QPalette::Highlight));
  painter.setBrush(theme.background);
  painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  painter.setPen(theme.text);
  painter.drawText(plate, Qt::AlignCenter, length);
}

void TimelineRuler::paintEvent(QPaintEvent*) {
  const paint::Theme& theme = paint::themeFor(m_data.theme);
  QPainter painter(this);
  painter.fillRect(rect(), theme.background);
  painter.setPen(theme.axis);
  painter.drawLine(QLineF(0, height() - 0.5, width(), height() - 0.5));
  if (m_data.panes.empty()) return;
  paintTicks(painter);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.mark);
  for (const model::ViewMark& mark : m_data.marks) {
    const double x = m_scale.xOf(mark.range.start);
    if (x < m_scale.left() || x > m_scale.right()) continue;
    const QPointF flag[] = {{x, height() - 10.0}, {x + 8, height() - 7.0}, {x, height() - 4.0}};
    painter.drawPolygon(flag, 3);
  }
  paintSelection(painter);
}

void TimelineRuler::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit fitRequested();
}

void TimelineRuler::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

}  // namespace threadline::widgets
