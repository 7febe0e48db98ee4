// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline by mouse and wheel.
#include <QMenu>

#include "tests/ui/widgets/timeline_fixture.h"
#include "ui/widgets/overview_bar.h"

namespace threadline::widgets {
namespace {

class TimelineMouse : public TimelineFixture {};

TEST_F(TimelineMouse, ZoomsByControlAndWheelAboutThePointer) {
  const QPoint place = placeOf(first, 500);
  wheel(place, 3, Qt::ControlModifier);
  EXPECT_LT(range().length(), view.viewState().extent.length());
  EXPECT_NEAR(canvas->frame().scale.xOf(test::atMs(500)), place.x(), 1.5);
}

TEST_F(TimelineMouse, PansByShiftAndWheel) {
  key(Qt::Key_W);
  const TimeRange before = range();
  wheel(placeOf(first, 1200), -1, Qt::ShiftModifier);
  EXPECT_GT(range().start, before.start);
  EXPECT_EQ(range().length(), before.length());
}

TEST_F(TimelineMouse, ScrollsLanesByThePlainWheelUnlessItShallZoom) {
  view.setPanes(paneOf(test::crowdSample(60)));
  const auto* bar = view.findChild<QScrollBar*>(QStringLiteral("laneScrollBar"));
  (void)canvas->frame();
  ASSERT_GT(bar->maximum(), 0);
  const TimeRange before = range();
  wheel({400, 100}, -2);
  EXPECT_GT(bar->value(), 0);
  EXPECT_EQ(range(), before);
  key(Qt::Key_End, Qt::ControlModifier);
  EXPECT_EQ(bar->value(), bar->maximum());
  key(Qt::Key_PageUp);
  EXPECT_LT(bar->value(), bar->maximum());
  view.setWheelZooms(true);
  wheel({400, 100}, 1);
  EXPECT_LT(range().length(), before.length());
}

TEST_F(TimelineMouse, SelectsARangeByDragging) {
  QSignalSpy changed(&view, &TimelineView::selectionChanged);
  drag(placeOf(first, 400), placeOf(second, 900));
  ASSERT_TRUE(view.viewState().selection.has_value());
  EXPECT_NEAR(static_cast<double>(view.viewState().selection->start.ns) / 1e6, 400, 4);
  EXPECT_NEAR(static_cast<double>(view.viewState().selection->end.ns) / 1e6, 900, 4);
  EXPECT_GT(changed.count(), 0);
  EXPECT_FALSE(view.selectedSpan().has_value());
}

TEST_F(TimelineMouse, ExtendsTheSelectionByShiftAndClick) {
  view.setSelection(TimeRange{test::atMs(400), test::atMs(500)});
  QTest::mouseClick(canvas, Qt::LeftButton, Qt::ShiftModifier, placeOf(first, 900));
  EXPECT_EQ(view.viewState().selection->start, test::atMs(400));
  EXPECT_NEAR(static_cast<double>(view.viewState().selection->end.ns) / 1e6, 900, 4);
}

TEST_F(TimelineMouse, ZoomsToARangeByControlAndDragging) {
  drag(placeOf(first, 400), placeOf(first, 900), Qt::LeftButton, Qt::ControlModifier);
  EXPECT_NEAR(static_cast<double>(range().start.ns) / 1e6, 400, 4);
  EXPECT_NEAR(static_cast<double>(range().end.ns) / 1e6, 900, 4);
  EXPECT_FALSE(view.viewState().selection.has_value());
}

TEST_F(TimelineMouse, PansByShiftAndDraggingAndByTheMiddleButton) {
  key(Qt::Key_W);
  for (const auto& [button, modifiers] : {std::pair{Qt::LeftButton, Qt::KeyboardModifiers(Qt::ShiftModifier)},
                                          std::pair{Qt::MiddleButton, Qt::KeyboardModifiers()}}) {
    const TimeRange before = range();
    drag({600, 100}, {560, 100}, button, modifiers);
    EXPECT_GT(range().start, before.start);
    EXPECT_EQ(range().length(), before.length());
  }
}

TEST_F(TimelineMouse, SelectsASpanByAClickAndClearsByAClickBesideIt) {
  QTest::mouseClick(canvas, Qt::LeftButton, {}, placeOf(first, 1000));
  ASSERT_TRUE(view.selectedSpan().has_value());
  EXPECT_EQ(view.selectedSpan()->lane, first);
  QTest::mouseClick(canvas, Qt::LeftButton, {}, {600, canvas->height() - 4});
  EXPECT_FALSE(view.selectedSpan().has_value());
}

TEST_F(TimelineMouse, TellsTheFieldsOfTheSpanUnderThePointer) {
  QSignalSpy hovered(&view, &TimelineView::spanHovered);
  QTest::mouseMove(canvas, placeOf(first, 1000));
  ASSERT_GT(hovered.count(), 0);
  EXPECT_EQ(hovered.last().front().toString(), QStringLiteral("sleep · sleep 2 s · 2 s"));
}

TEST_F(TimelineMouse, ShowsEverythingByADoubleClickOnTheRulerAndByTheButton) {
  const TimeRange whole = range();
  auto* ruler = view.findChild<QWidget*>(QStringLiteral("timelineRuler"));
  key(Qt::Key_W);
  QTest::mouseDClick(ruler, Qt::LeftButton, {}, ruler->rect().center());
  EXPECT_EQ(range(), whole);
  key(Qt::Key_W);
  QTest::mouseClick(view.findChild<QToolButton*>(QStringLiteral("fitButton")), Qt::LeftButton);
  EXPECT_EQ(range(), whole);
}

TEST_F(TimelineMouse, MovesTheRangeByTheOverview) {
  key(Qt::Key_W);
  key(Qt::Key_W);
  auto* overview = view.findChild<OverviewBar*>(QStringLiteral("overviewBar"));
  const int x = static_cast<int>(overview->scale().xOf(test::atMs(600)));
  QTest::mouseClick(overview, Qt::LeftButton, {}, {x, 10});
  EXPECT_NEAR(static_cast<double>(range().start.ns + range().length().ns / 2) / 1e6, 600, 6);
}

TEST_F(TimelineMouse, OpensAMenuOnALaneThatHidesIt) {
  const QPoint place(20, placeOf(first, 100).y());
  QContextMenuEvent event(QContextMenuEvent::Mouse, place, canvas->mapToGlobal(place));
  QApplication::sendEvent(canvas, &event);
  auto* menu = view.findChild<QMenu*>(QStringLiteral("laneMenu"));
  ASSERT_NE(menu, nullptr);
  auto* hide = menu->findChild<QAction*>(QStringLiteral("hideLane"));
  ASSERT_NE(hide, nullptr);
  hide->trigger();
  menu->close();
  EXPECT_TRUE(view.viewState().isHidden(first));
}

}  // namespace
}  // namespace threadline::widgets
