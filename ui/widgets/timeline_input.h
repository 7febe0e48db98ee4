// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keys and mouse of the timeline, turned into its commands. The table of both is the advice column of our survey of
// other viewers: what hands already know works here.
//
// Thread: GUI. Keeps nothing but the gesture that is going on.

#include <QObject>
#include <QPointF>

#include "core/base/time.h"

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;
class QHelpEvent;
class QContextMenuEvent;
class QNativeGestureEvent;

namespace threadline::widgets {

class TimelineCanvas;
class TimelineView;

class TimelineInput : public QObject {
  Q_OBJECT
 public:
  TimelineInput(TimelineView& view, TimelineCanvas& canvas);

  /// Whether the key has a meaning here; `isDry`: without doing it.
  bool key(const QKeyEvent& event, bool isDry);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Drag { kNone, kPressed, kSelect, kPan, kZoom };
  bool plainKey(int key, bool isDry);
  bool showKey(int key, bool isDry);
  bool modifiedKey(int key, Qt::KeyboardModifiers modifiers, bool isDry);
  void extendSelection(bool right);
  void press(const QMouseEvent& event);
  void move(const QMouseEvent& event);
  void release(const QMouseEvent& event);
  void click(const QMouseEvent& event);
  void doubleClick(const QMouseEvent& event);
  void wheel(const QWheelEvent& event);
  void pinch(const QNativeGestureEvent& event);
  void hint(const QHelpEvent& event);
  void contextMenu(const QContextMenuEvent& event);
  void cancel();
  [[nodiscard]] TimeNs timeAt(double x) const;
  [[nodiscard]] TimeNs zoomCentre() const;

  TimelineView& m_view;
  TimelineCanvas& m_canvas;
  Drag m_drag = Drag::kNone;
  Drag m_meant = Drag::kNone;  // what the press becomes when it is dragged
  QPointF m_pressedAt;
  TimeNs m_pressedTime;
  TimeRange m_pressedRange;
  int m_pressedScroll = 0;
};

}  // namespace threadline::widgets
