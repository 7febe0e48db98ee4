// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A timeline in a window without a screen, with two threads and the main one in sight, and the places of things in it.

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/scene/sample_traces.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {

inline std::vector<scene::Pane> paneOf(const test::Sample& sample) {
  return {{sample.snapshot, sample.view, {}, {}}};
}

class TimelineFixture : public testing::Test {
 protected:
  TimelineFixture() {
    view.resize(1000, 420);
    view.setPanes(paneOf(test::forkJoinSample()));
    view.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
    canvas = view.findChild<TimelineCanvas*>(QStringLiteral("timelineCanvas"));
  }

  [[nodiscard]] TimeRange range() const { return view.viewState().range; }
  [[nodiscard]] QPoint placeOf(scene::LaneRef lane, double ms) {
    const scene::Row* row = scene::rowOf(canvas->frame(), lane);
    EXPECT_NE(row, nullptr);
    if (row == nullptr) return {};
    return QPointF(canvas->frame().scale.xOf(test::atMs(ms)), row->middle()).toPoint();
  }
  void key(int which, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&view, static_cast<Qt::Key>(which), modifiers);
  }
  void wheel(QPoint place, int notches, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(place, canvas->mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas, &event);
  }
  void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(canvas, button, modifiers, from);
    for (const QPoint& at : {(from + to) / 2, to}) {
      QMouseEvent event(QEvent::MouseMove, at, canvas->mapToGlobal(at), Qt::NoButton, button, modifiers);
      QApplication::sendEvent(canvas, &event);
    }
    QTest::mouseRelease(canvas, button, modifiers, to);
  }

  TimelineView view;
  TimelineCanvas* canvas = nullptr;
  const scene::LaneRef main{0, LaneId{0}};
  const scene::LaneRef first{0, LaneId{1}};
  const scene::LaneRef second{0, LaneId{2}};
};

}  // namespace threadline::widgets
