// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_canvas.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QPainter>

#include <algorithm>

#include "ui/paint/timeline_painter.h"
#include "ui/paint/words.h"
#include "ui/scene/span_text.h"
#include "ui/scene/units.h"

namespace threadline::widgets {
namespace {

Q_LOGGING_CATEGORY(lcFrame, "threadline.ui.frame", QtWarningMsg)

constexpr int kFrameMs = 16;

bool hasLanes(const TimelineData& data) {
  return std::any_of(data.panes.begin(), data.panes.end(),
                     [](const scene::Pane& pane) { return pane.snapshot && !pane.view.lanes.empty(); });
}

QColor faded(QColor colour, int alpha) {
  colour.setAlpha(alpha);
  return colour;
}

}  // namespace

TimelineCanvas::TimelineCanvas(const TimelineData& shown, QWidget* parent)
    : QWidget(parent), m_data(shown), m_words(paint::figureWords(false)) {
  setObjectName(QStringLiteral("timelineCanvas"));
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAttribute(Qt::WA_InputMethodEnabled, false);
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, [this] {
    m_sinceFrame.start();
    (void)frame();
    repaint();  // update() would let the platform wait some more milliseconds
  });
}

void TimelineCanvas::invalidate() {
  m_isDirty = true;
  if (m_timer.isActive()) return;
  const qint64 since = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : kFrameMs;
  m_timer.start(static_cast<int>(std::clamp<qint64>(kFrameMs - since, 0, kFrameMs)));
}

void TimelineCanvas::setScrollTop(int top) {
  if (top == m_scrollTop) return;
  m_scrollTop = top;
  invalidate();
}

void TimelineCanvas::setHover(const std::optional<scene::SpanRef>& span, const std::optional<TimeNs>& cursor) {
  if (span == m_hover && cursor == m_cursor) return;
  m_hover = span;
  m_cursor = cursor;
  update();
}

void TimelineCanvas::setZoomBand(const std::optional<TimeRange>& band) {
  m_zoomBand = band;
  update();
}

const scene::Frame& TimelineCanvas::frame() {
  if (m_isDirty) layOut();
  return m_frame;
}

void TimelineCanvas::layOut() {
  m_isDirty = false;
  const scene::Metrics usual = scene::windowMetrics(width());
  m_frame =
      scene::layoutFrame({m_data.panes, m_data.state, m_data.marks, m_data.state.isCompact ? usual.compacted() : usual,
                          static_cast<double>(height()), static_cast<double>(m_scrollTop), m_measure, m_words});
  m_image = QImage();
  emit frameChanged();
}

QString TimelineCanvas::hintOf(const scene::SpanRef& ref) const {
  const auto span = scene::spanAt(m_data.panes, ref);
  if (!span) return {};
  const scene::Pane& pane = m_data.panes[ref.lane.pane];
  return QString::fromStdString(scene::SpanText(*pane.snapshot, pane.view, m_words).hint(ref.lane.lane, *span));
}

QString TimelineCanvas::laneName(const scene::LaneRef& lane) const {
  if (lane.pane >= m_data.panes.size() || !m_data.panes[lane.pane].snapshot) return {};
  const scene::Pane& pane = m_data.panes[lane.pane];
  return QString::fromStdString(scene::SpanText(*pane.snapshot, pane.view, m_words).nameOf(lane.lane));
}

QString TimelineCanvas::laneFacts(const scene::LaneRef& ref) const {
  if (ref.pane >= m_data.panes.size() || !m_data.panes[ref.pane].snapshot) return {};
  const model::Snapshot& snapshot = *m_data.panes[ref.pane].snapshot;
  if (ref.lane.value >= snapshot.laneCount()) return {};
  const model::Lane& lane = snapshot.lane(ref.lane);
  const std::string& thread =
      lane.isMain ? m_words.mainThread : (lane.isDaemon ? m_words.daemonThread : m_words.thread);
  const bool isTask = lane.kind == LaneKind::kTask;
  const bool isService = lane.kind == LaneKind::kService;
  QStringList fields{QString::fromStdString(isTask ? m_words.task : (isService ? m_words.service : thread))};
  if (lane.process.value < snapshot.processes().size()) {
    const model::Process& process = snapshot.processes()[lane.process.value];
    const QString pid = QString::fromStdString(m_words.pid);
    if (process.pid != 0) fields << QStringLiteral("%1 %2").arg(pid).arg(process.pid);
  }
  if (lane.tid != 0) fields << QStringLiteral("tid %1").arg(lane.tid);
  if (!lane.exitText.empty()) fields << QString::fromStdString(scene::oneLine(lane.exitText, 120));
  return fields.join(QStringLiteral(" · "));
}

std::optional<QRectF> TimelineCanvas::placeOf(const scene::LaneRef& lane, const TimeRange& range) const {
  const scene::Row* row = scene::rowOf(m_frame, lane);
  if (row == nullptr) return std::nullopt;
  const double left = std::max(m_frame.scale.xOf(range.start), m_frame.scale.left());
  const double right = std::min(m_frame.scale.xOf(range.end), m_frame.scale.right());
  if (right < m_frame.scale.left() || left > m_frame.scale.right()) return std::nullopt;
  return QRectF(left, row->top, std::max(right - left, 2.0), row->height);
}

void TimelineCanvas::paintBand(QPainter& painter, const TimeRange& range, const QColor& colour) const {
  const double left = std::max(m_frame.scale.xOf(range.start), m_frame.scale.left());
  const double right = std::min(m_frame.scale.xOf(range.end), m_frame.scale.right());
  if (right < left) return;
  // Beside the lanes' lives only: a state's colour means something, and a tint would change it.
  const QColor tint = faded(colour, 60);
  const auto fill = [&](double x1, double x2, double top, double bottom) {
    if (x2 > x1 && bottom > top) painter.fillRect(QRectF(x1, top, x2 - x1, bottom - top), tint);
  };
  double y = 0;
  for (const scene::PaneFrame& pane : m_frame.panes) {
    for (const scene::Row& row : pane.rows.rows) {
      if (row.kind == scene::RowKind::kProcess) continue;
      fill(left, right, y, row.top);
      y = std::max(y, row.bottom());
      const model::Snapshot* snapshot = m_data.panes[pane.pane].snapshot.get();
      if (row.kind != scene::RowKind::kLane || snapshot == nullptr) continue;
      const LaneId lane = row.lanes.front();
      fill(left, std::min(right, m_frame.scale.xOf(snapshot->lane(lane).start)), row.top, row.bottom());
      fill(std::max(left, m_frame.scale.xOf(snapshot->laneEnd(lane))), right, row.top, row.bottom());
    }
  }
  fill(left, right, y, height());
  painter.setPen(QPen(colour, 1));
  painter.drawLine(QLineF(left, 0, left, height()));
  painter.drawLine(QLineF(right, 0, right, height()));
}

void TimelineCanvas::paintSelection(QPainter& painter) const {
  const QColor colour = palette().color(QPalette::Highlight);
  if (m_data.state.selection) paintBand(painter, *m_data.state.selection, colour);
  if (m_zoomBand) paintBand(painter, *m_zoomBand, paint::themeFor(m_data.theme).mark);
}

void TimelineCanvas::paintSpan(QPainter& painter, const scene::SpanRef& ref, double penWidth) const {
  const auto span = scene::spanAt(m_data.panes, ref);
  if (!span) return;
  const auto place = placeOf(ref.lane, {span->start, span->end});
  if (!place) return;
  const paint::Theme& theme = paint::themeFor(m_data.theme);
  // Outside of the box, so that its colour and its own edge stay as they are.
  const QRectF outline =
      place->adjusted(-penWidth / 2 - 0.5, -penWidth / 2 - 0.5, penWidth / 2 + 0.5, penWidth / 2 + 0.5);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.background, penWidth + 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  painter.drawRect(outline);
  painter.setPen(QPen(theme.text, penWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  painter.drawRect(outline);
}

void TimelineCanvas::paintHits(QPainter& painter) const {
  if (m_data.hits.empty()) return;
  const QColor colour = paint::themeFor(m_data.theme).mark;
  painter.setBrush(Qt::NoBrush);
  for (std::size_t i = 0; i < m_data.hits.size(); ++i) {
    const auto place = placeOf(m_data.hits[i].lane, m_data.hits[i].range);
    if (!place) continue;
    painter.setPen(QPen(colour, i == m_data.currentHit ? 3 : 1.5));
    painter.drawLine(QLineF(place->left(), place->bottom() + 2, place->right(), place->bottom() + 2));
  }
}

void TimelineCanvas::paintEvent(QPaintEvent*) {
  const scene::Frame& shown = frame();
  const paint::Theme& theme = paint::themeFor(m_data.theme);
  const double ratio = devicePixelRatioF();
  if (m_image.isNull() || m_image.devicePixelRatio() != ratio) {
    QElapsedTimer timer;
    timer.start();
    m_image = paint::rasterOf(shown.list, theme, ratio);
    m_image.setDevicePixelRatio(ratio);
    qCDebug(lcFrame) << "raster" << timer.nsecsElapsed() / 1000 << "us";
  }
  QPainter painter(this);
  if (!hasLanes(m_data)) {
    painter.fillRect(rect(), theme.background);
    painter.setPen(theme.faintText);
    painter.drawText(rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Run an example: its processes and threads appear here while they work."));
    return;
  }
  painter.drawImage(QPointF(0, 0), m_image);
  painter.setRenderHint(QPainter::Antialiasing);
  paintSelection(painter);
  paintHits(painter);
  if (m_cursor && *m_cursor >= shown.scale.range().start && *m_cursor <= shown.scale.range().end) {
    const double x = std::floor(shown.scale.xOf(*m_cursor)) + 0.5;
    painter.setPen(QPen(faded(theme.faintText, 110), 1, Qt::DotLine));
    painter.drawLine(QLineF(x, 0, x, height()));
  }
  painter.setClipRect(QRectF(shown.scale.left() - 4, 0, width(), height()));
  if (m_hover && m_hover != m_data.selected) paintSpan(painter, *m_hover, 1);
  if (m_data.selected) paintSpan(painter, *m_data.selected, 2);
}

void TimelineCanvas::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // At once: the old picture would be seen stretched or cut until the timer's turn.
  m_isDirty = true;
  (void)frame();
}

void TimelineCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_words = paint::figureWords(false);
    invalidate();
  }
  QWidget::changeEvent(event);
}

}  // namespace threadline::widgets
