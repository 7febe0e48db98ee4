// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_input.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <functional>

#include "ui/widgets/lane_menu.h"
#include "ui/widgets/physical_keys.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {
namespace {

constexpr double kKeyPan = 0.2;
constexpr double kWheelStep = 120;         // eighths of a degree of one notch
constexpr double kWheelZoom = 0.8;         // of one notch
constexpr double kLanesPerNotch = 60;      // pixels
constexpr double kExtendShare = 1.0 / 40;  // of the visible range

using Remember = TimelineView::Remember;

TimeRange ordered(TimeNs a, TimeNs b) {
  return {std::min(a, b), std::max(a, b)};
}

}  // namespace

TimelineInput::TimelineInput(TimelineView& view, TimelineCanvas& canvas)
    : QObject(&view), m_view(view), m_canvas(canvas) {
  canvas.installEventFilter(this);
}

TimeNs TimelineInput::timeAt(double x) const {
  const scene::TimeScale& scale = m_canvas.frame().scale;
  return scale.timeAt(std::clamp(x, scale.left(), scale.right()));
}

TimeNs TimelineInput::zoomCentre() const {
  const TimeRange range = m_view.viewState().range;
  const auto cursor = m_canvas.cursorTime();
  if (cursor && range.contains(*cursor)) return *cursor;
  return {range.start.ns + range.length().ns / 2};
}

bool TimelineInput::key(const QKeyEvent& event, bool isDry) {
  const int key = physicalKey(event);
  const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
  // Shift belongs to some of the signs: "+" on most keyboards.
  const bool isSign = key == Qt::Key_Plus || key == Qt::Key_BracketLeft || key == Qt::Key_BracketRight;
  if (modifiers == Qt::NoModifier || (modifiers == Qt::ShiftModifier && isSign)) return plainKey(key, isDry);
  return modifiedKey(key, modifiers, isDry);
}

bool TimelineInput::plainKey(int key, bool isDry) {
  const auto run = [&](const std::function<void()>& command) {
    if (!isDry) command();
    return true;
  };
  switch (key) {
    case Qt::Key_W:
    case Qt::Key_Plus:
    case Qt::Key_Equal: return run([&] { m_view.zoomAbout(zoomCentre(), 0.5, Remember::kYes); });
    case Qt::Key_S:
    case Qt::Key_Minus: return run([&] { m_view.zoomAbout(zoomCentre(), 2, Remember::kYes); });
    case Qt::Key_A: return run([&] { m_view.pan(-kKeyPan, Remember::kYes); });
    case Qt::Key_D: return run([&] { m_view.pan(kKeyPan, Remember::kYes); });
    case Qt::Key_PageUp: return run([&] { m_view.scrollLanes(-m_canvas.height() * 4 / 5); });
    case Qt::Key_PageDown: return run([&] { m_view.scrollLanes(m_canvas.height() * 4 / 5); });
    case Qt::Key_F:
    case Qt::Key_Z: return run([&] { m_view.zoomToSelection(); });
    case Qt::Key_0:
    case Qt::Key_Home: return run([&] { m_view.fit(); });
    case Qt::Key_M: return run([&] { m_view.markHere(); });
    case Qt::Key_Slash: return run([&] { emit m_view.findRequested(); });
    case Qt::Key_Q: return run([&] { emit m_view.drawerRequested(); });
    case Qt::Key_Delete:
      return run([&] { m_view.removeMarks(m_view.viewState().selection.value_or(m_view.viewState().range)); });
    case Qt::Key_Period:
    case Qt::Key_Right: return run([&] { m_view.selectNextSpan(); });
    case Qt::Key_Comma:
    case Qt::Key_Left: return run([&] { m_view.selectPreviousSpan(); });
    case Qt::Key_Up: return run([&] { m_view.selectNeighbourLane(false); });
    case Qt::Key_Down: return run([&] { m_view.selectNeighbourLane(true); });
    case Qt::Key_BracketRight: return run([&] { m_view.followFlow(true); });
    case Qt::Key_BracketLeft: return run([&] { m_view.followFlow(false); });
    case Qt::Key_Escape:
      return run([&] {
        cancel();
        m_view.clearSelection();
      });
    default: return showKey(key, isDry);
  }
}

/// What is drawn, on or off.
bool TimelineInput::showKey(int key, bool isDry) {
  const scene::ViewState& state = m_view.viewState();
  const auto run = [&](const std::function<void()>& command) {
    if (!isDry) command();
    return true;
  };
  switch (key) {
    case Qt::Key_C: return run([&] { m_view.setCompact(!state.isCompact); });
    case Qt::Key_G: return run([&] { m_view.setGridVisible(!state.showsGrid); });
    case Qt::Key_X: return run([&] { m_view.setLabelsVisible(!state.showsLabels); });
    case Qt::Key_T: return run([&] { m_view.setHintsVisible(!m_view.showsHints()); });
    default: return false;
  }
}

bool TimelineInput::modifiedKey(int key, Qt::KeyboardModifiers modifiers, bool isDry) {
  const auto run = [&](const std::function<void()>& command) {
    if (!isDry) command();
    return true;
  };
  if (modifiers == Qt::ControlModifier) {
    constexpr int kFar = 10'000'000;
    if (key == Qt::Key_Home) return run([&] { m_view.scrollLanes(-kFar); });
    if (key == Qt::Key_End) return run([&] { m_view.scrollLanes(kFar); });
  }
  if (modifiers == Qt::AltModifier) {
    if (key == Qt::Key_Left) return run([&] { m_view.back(); });
    if (key == Qt::Key_Right) return run([&] { m_view.forward(); });
  }
  if (modifiers == Qt::ShiftModifier) {
    if (key == Qt::Key_Left) return run([&] { extendSelection(false); });
    if (key == Qt::Key_Right) return run([&] { extendSelection(true); });
    if (key == Qt::Key_M) return run([&] { m_view.braceHere(); });
    if (key == Qt::Key_T) return run([&] { m_view.pinSelected(); });
  }
  return false;
}

void TimelineInput::extendSelection(bool right) {
  const TimeRange range = m_view.viewState().range;
  const DurationNs step{std::max<std::int64_t>(1, std::llround(static_cast<double>(range.length().ns) * kExtendShare))};
  TimeRange selection = m_view.viewState().selection.value_or(TimeRange{zoomCentre(), zoomCentre()});
  selection.end = right ? selection.end + step : selection.end - step;
  if (selection.end < selection.start) selection.end = selection.start;
  m_view.setSelection(selection);
}

bool TimelineInput::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &m_canvas) return false;
  switch (event->type()) {
    case QEvent::MouseButtonPress: press(*static_cast<QMouseEvent*>(event)); return false;  // focus is Qt's
    case QEvent::MouseMove: move(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::MouseButtonRelease: release(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::MouseButtonDblClick: doubleClick(*static_cast<QMouseEvent*>(event)); return true;
    case QEvent::Wheel:
      wheel(*static_cast<QWheelEvent*>(event));
      event->accept();
      return true;
    case QEvent::NativeGesture: pinch(*static_cast<QNativeGestureEvent*>(event)); return true;
    case QEvent::ToolTip: hint(*static_cast<QHelpEvent*>(event)); return true;
    case QEvent::ContextMenu: contextMenu(*static_cast<QContextMenuEvent*>(event)); return true;
    case QEvent::Leave: m_view.hover(std::nullopt, std::nullopt); return false;
    default: return false;
  }
}

void TimelineInput::press(const QMouseEvent& event) {
  m_pressedAt = event.position();
  m_pressedTime = timeAt(event.position().x());
  m_pressedRange = m_view.viewState().range;
  m_pressedScroll = m_canvas.scrollTop();
  m_drag = Drag::kPressed;
  if (event.button() == Qt::MiddleButton) {
    m_meant = Drag::kPan;
  } else if (event.button() != Qt::LeftButton) {
    m_drag = m_meant = Drag::kNone;
  } else if (event.modifiers().testFlag(Qt::ControlModifier)) {
    m_meant = Drag::kZoom;
  } else if (event.modifiers().testFlag(Qt::ShiftModifier)) {
    m_meant = Drag::kPan;
  } else {
    m_meant = event.position().x() < m_canvas.frame().scale.left() ? Drag::kNone : Drag::kSelect;
  }
}

void TimelineInput::move(const QMouseEvent& event) {
  const QPointF at = event.position();
  if (m_drag == Drag::kPressed && m_meant != Drag::kNone &&
      (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
    m_drag = m_meant;
    if (m_drag == Drag::kPan) m_canvas.setCursor(Qt::ClosedHandCursor);
  }
  const TimeRange band = ordered(m_pressedTime, timeAt(at.x()));
  switch (m_drag) {
    case Drag::kSelect: m_view.setSelection(band); break;
    case Drag::kZoom: m_canvas.setZoomBand(band); break;
    case Drag::kPan: {
      const scene::TimeScale scale = m_canvas.frame().scale;
      const DurationNs by{std::llround((m_pressedAt.x() - at.x()) * scale.nsPerPx())};
      m_view.showRange({m_pressedRange.start + by, m_pressedRange.end + by}, Remember::kNo);
      const int wanted = m_pressedScroll + static_cast<int>(m_pressedAt.y() - at.y());
      m_view.scrollLanes(wanted - m_canvas.scrollTop());
      break;
    }
    case Drag::kPressed: break;
    case Drag::kNone: {
      const scene::Frame& frame = m_canvas.frame();
      const auto hit = scene::hitFrame(frame, m_view.panes(), at.x(), at.y());
      const bool isInPlot = at.x() >= frame.scale.left() && at.x() <= frame.scale.right();
      m_view.hover(hit ? hit->span : std::nullopt,
                   isInPlot ? std::optional<TimeNs>(frame.scale.timeAt(at.x())) : std::nullopt);
      break;
    }
  }
}

void TimelineInput::release(const QMouseEvent& event) {
  const Drag was = m_drag;
  m_drag = Drag::kNone;
  if (was == Drag::kPan) m_canvas.unsetCursor();
  if (was == Drag::kZoom) {
    m_canvas.setZoomBand(std::nullopt);
    m_view.showRange(ordered(m_pressedTime, timeAt(event.position().x())), Remember::kYes);
  } else if (was == Drag::kPressed && event.button() == Qt::LeftButton) {
    click(event);
  } else if (was == Drag::kSelect) {
    m_view.setSelection(ordered(m_pressedTime, timeAt(event.position().x())));
  } else if (was == Drag::kPan) {
    m_view.showRange(m_view.viewState().range, Remember::kYes);
  }
}

void TimelineInput::click(const QMouseEvent& event) {
  const QPointF at = event.position();
  const auto& state = m_view.viewState();
  if (event.modifiers().testFlag(Qt::ShiftModifier)) {
    const TimeNs to = timeAt(at.x());
    const TimeRange old = state.selection.value_or(TimeRange{to, to});
    m_view.setSelection(TimeRange{std::min(old.start, to), std::max(old.end, to)});
    return;
  }
  const auto hit = scene::hitFrame(m_canvas.frame(), m_view.panes(), at.x(), at.y());
  if (hit && hit->span) {
    m_view.selectSpan(*hit->span);
  } else if (hit && hit->isOverLabels &&
             (hit->kind == scene::RowKind::kProcess || hit->kind == scene::RowKind::kFold)) {
    m_view.setProcessFolded(hit->pane, hit->process, hit->kind == scene::RowKind::kProcess);
  } else if (!hit || !hit->isOverLabels) {
    m_view.clearSelection();
  }
}

void TimelineInput::doubleClick(const QMouseEvent& event) {
  m_drag = Drag::kNone;
  const auto hit = scene::hitFrame(m_canvas.frame(), m_view.panes(), event.position().x(), event.position().y());
  if (event.button() == Qt::LeftButton && hit && hit->span) m_view.zoomToSpan(*hit->span);
}

void TimelineInput::wheel(const QWheelEvent& event) {
  // Some platforms turn the wheel sideways while Alt or Shift is held.
  const QPoint angle = event.angleDelta();
  const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / kWheelStep;
  const bool isZoom = event.modifiers().testFlag(Qt::ControlModifier);
  const bool isShift = event.modifiers().testFlag(Qt::ShiftModifier);
  if (notches == 0) return;
  if (isZoom || (m_view.wheelZooms() && !isShift && angle.y() != 0)) {
    m_view.zoomAbout(timeAt(event.position().x()), std::pow(kWheelZoom, notches), Remember::kNo);
  } else if (isShift || angle.y() == 0) {
    m_view.pan(-notches * kKeyPan / 2, Remember::kNo);
  } else {
    m_view.scrollLanes(static_cast<int>(-notches * kLanesPerNotch));
  }
}

void TimelineInput::pinch(const QNativeGestureEvent& event) {
  if (event.gestureType() != Qt::ZoomNativeGesture) return;
  m_view.zoomAbout(timeAt(event.position().x()), 1 / std::max(0.1, 1 + event.value()), Remember::kNo);
}

void TimelineInput::hint(const QHelpEvent& event) {
  if (!m_view.showsHints()) return;
  const auto hit = scene::hitFrame(m_canvas.frame(), m_view.panes(), event.pos().x(), event.pos().y());
  const bool isFoldable = hit && hit->isOverLabels && !hit->process.isNone() &&
                          (hit->kind == scene::RowKind::kProcess || hit->kind == scene::RowKind::kFold);
  if (isFoldable) {
    QToolTip::showText(event.globalPos(), tr("Click to fold the process into one row or to unfold it."), &m_canvas);
    return;
  }
  if (!hit || hit->lane.isNone()) {
    QToolTip::hideText();
    return;
  }
  // Names come from files: never as markup.
  QString text = m_canvas.laneName({hit->pane, hit->lane}).toHtmlEscaped();
  const scene::LaneRef lane{hit->pane, hit->lane};
  const QString fields = hit->span ? m_canvas.hintOf(*hit->span) : m_canvas.laneFacts(lane);
  text = QStringLiteral("<b>%1</b><br>%2").arg(text, fields.toHtmlEscaped());
  QToolTip::showText(event.globalPos(), text, &m_canvas);
}

void TimelineInput::contextMenu(const QContextMenuEvent& event) {
  const auto hit = scene::hitFrame(m_canvas.frame(), m_view.panes(), event.pos().x(), event.pos().y());
  openLaneMenu(m_view, hit, m_canvas.words(), event.globalPos());
}

void TimelineInput::cancel() {
  m_drag = Drag::kNone;
  m_canvas.setZoomBand(std::nullopt);
  m_canvas.unsetCursor();
}

}  // namespace threadline::widgets
