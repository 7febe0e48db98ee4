// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline shows when panes come, and its keys.
#include "tests/ui/widgets/timeline_fixture.h"
#include "ui/scene/view_state.h"

namespace threadline::widgets {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TimelineViewTest : public TimelineFixture {};

/// One thread that has run up to this time and still does.
scene::Pane runningPane(double untilMs) {
  test::TraceSketch sketch;
  const ProcessId process = sketch.process("MainProcess", 1, 0);
  const LaneId lane = sketch.lane(process, "MainThread", 0, true);
  sketch.span(lane, 0, LaneState::kRunning);
  sketch.span(lane, untilMs / 2, LaneState::kSleeping);
  sketch.writer.advance(test::atMs(untilMs));
  const model::SnapshotPtr snapshot = sketch.writer.snapshot();
  return {snapshot, test::wholeView(*snapshot), {}, {}};
}

TEST_F(TimelineViewTest, ShowsEverythingAtFirst) {
  EXPECT_LE(range().start, view.viewState().extent.start);
  EXPECT_GE(range().end, view.viewState().extent.end);
}

TEST_F(TimelineViewTest, ZoomsAndPansByKeysAndByTheSameKeysUnderAKoreanInputMethod) {
  const TimeRange whole = range();
  key(Qt::Key_W);
  EXPECT_LT(range().length().ns, whole.length().ns * 6 / 10);
  const TimeRange zoomed = range();
  key(Qt::Key_D);
  EXPECT_GT(range().start, zoomed.start);
  key(Qt::Key_A);
  EXPECT_EQ(range(), zoomed);
  key(Qt::Key_S);
  key(Qt::Key_0);
  EXPECT_EQ(range(), whole);
  const std::pair<char16_t, bool> letters[] = {{u'ㅈ', true}, {u'ㄴ', false}};
  for (const auto& [letter, isIn] : letters) {
    const DurationNs before = range().length();
    QKeyEvent press(QEvent::KeyPress, letter, Qt::NoModifier, QString(QChar(letter)));
    QApplication::sendEvent(&view, &press);
    EXPECT_EQ(range().length() < before, isIn);
  }
}

TEST_F(TimelineViewTest, TakesTheScanCodeWhereTheKeyIsUnknown) {
  const DurationNs before = range().length();
  QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, 25, 0, 0);
  QApplication::sendEvent(&view, &press);
  EXPECT_LT(range().length(), before);
}

TEST_F(TimelineViewTest, LeavesKeysWithControlToTheWindow) {
  const TimeRange whole = range();
  key(Qt::Key_W, Qt::ControlModifier);
  EXPECT_EQ(range(), whole);
}

TEST_F(TimelineViewTest, GoesBackAndForward) {
  const TimeRange whole = range();
  key(Qt::Key_W);
  const TimeRange zoomed = range();
  key(Qt::Key_Left, Qt::AltModifier);
  EXPECT_EQ(range(), whole);
  key(Qt::Key_Right, Qt::AltModifier);
  EXPECT_EQ(range(), zoomed);
}

TEST_F(TimelineViewTest, WalksSpansByKeysAndSaysWhatIsSelected) {
  QSignalSpy selected(&view, &TimelineView::spanSelected);
  key(Qt::Key_Period);
  EXPECT_EQ(view.selectedSpan(), (scene::SpanRef{main, 0}));
  key(Qt::Key_Right);
  EXPECT_EQ(view.selectedSpan(), (scene::SpanRef{main, 1}));
  EXPECT_TRUE(view.accessibleDescription().startsWith(QStringLiteral("MainThread, join")))
      << view.accessibleDescription().toStdString();
  key(Qt::Key_Comma);
  EXPECT_EQ(view.selectedSpan(), (scene::SpanRef{main, 0}));
  key(Qt::Key_Down);
  EXPECT_EQ(view.selectedSpan()->lane, first);
  EXPECT_EQ(selected.count(), 4);
  key(Qt::Key_Escape);
  EXPECT_FALSE(view.selectedSpan().has_value());
}

TEST_F(TimelineViewTest, FollowsAFlowToItsCauseAndItsEffect) {
  view.selectSpan({main, 0});
  key(Qt::Key_BracketLeft);
  EXPECT_EQ(view.selectedSpan()->lane, first);
  key(Qt::Key_BracketRight);
  EXPECT_EQ(view.selectedSpan(), (scene::SpanRef{main, 0}));
}

TEST_F(TimelineViewTest, ExtendsTheSelectionByKeysAndZoomsToIt) {
  key(Qt::Key_Right, Qt::ShiftModifier);
  key(Qt::Key_Right, Qt::ShiftModifier);
  ASSERT_TRUE(view.viewState().selection.has_value());
  const TimeRange selection = *view.viewState().selection;
  key(Qt::Key_Left, Qt::ShiftModifier);
  EXPECT_LT(view.viewState().selection->length(), selection.length());
  const TimeRange smaller = *view.viewState().selection;
  key(Qt::Key_F);
  EXPECT_EQ(range(), smaller);
}

TEST_F(TimelineViewTest, AsksForAMarkOverTheSelectionAndDrawsIt) {
  QSignalSpy asked(&view, &TimelineView::markRequested);
  view.setSelection(TimeRange{test::atMs(100), test::atMs(200)});
  key(Qt::Key_M);
  ASSERT_EQ(asked.count(), 1);
  const auto wanted = asked.front().front().value<TimeRange>();
  EXPECT_EQ(wanted, (TimeRange{test::atMs(100), test::atMs(200)}));
  view.addMark(wanted, QStringLiteral("여기"));
  ASSERT_EQ(view.marks().size(), 1U);
  EXPECT_EQ(view.shownView(0).marks.back().text, "여기");
  key(Qt::Key_Delete);
  EXPECT_THAT(view.marks(), IsEmpty());
}

TEST_F(TimelineViewTest, FindsAndStepsThroughHits) {
  QSignalSpy hits(&view, &TimelineView::hitsChanged);
  view.find(QStringLiteral("sleep 2"));
  EXPECT_EQ(hits.takeLast(), (QVariantList{1, 2}));
  EXPECT_EQ(view.selectedSpan()->lane, first);
  view.nextHit();
  EXPECT_EQ(hits.takeLast(), (QVariantList{2, 2}));
  EXPECT_EQ(view.selectedSpan()->lane, second);
  view.nextHit();
  view.previousHit();
  EXPECT_EQ(hits.takeLast(), (QVariantList{2, 2}));
  view.find(QStringLiteral("nowhere"));
  EXPECT_EQ(hits.takeLast(), (QVariantList{0, 0}));
}

TEST_F(TimelineViewTest, HidesPinsAndFoldsLanes) {
  QSignalSpy changed(&view, &TimelineView::lanesShownChanged);
  view.setLaneHidden(first, true);
  EXPECT_THAT(view.shownView(0).lanes, ElementsAre(LaneId{0}, LaneId{2}));
  EXPECT_EQ(scene::rowOf(canvas->frame(), first), nullptr);
  view.pinLane(second);
  EXPECT_THAT(view.shownView(0).lanes, ElementsAre(LaneId{2}, LaneId{0}));
  view.setProcessFolded(0, ProcessId{0}, true);
  EXPECT_EQ(canvas->frame().panes[0].rows.rows.size(), 2U) << "the pinned lane by itself, and the rest";
  view.showAllLanes();
  EXPECT_EQ(view.shownView(0).lanes.size(), 3U);
  EXPECT_EQ(changed.count(), 4);
}

TEST_F(TimelineViewTest, KeepsTheRangeWhenNewerPanesComeAfterAZoom) {
  key(Qt::Key_W);
  const TimeRange zoomed = range();
  view.setPanes({runningPane(5000)});
  EXPECT_EQ(range(), zoomed);
}

TEST_F(TimelineViewTest, GrowsWithALiveRunAndKeepsItsEndAtTheNewest) {
  view.setLive(true);
  EXPECT_TRUE(view.isFollowing());
  view.setPanes({runningPane(100)});
  EXPECT_EQ(range(), (TimeRange{test::atMs(0), test::atMs(100)}));
  view.setPanes({runningPane(200)});
  EXPECT_EQ(range(), (TimeRange{test::atMs(0), test::atMs(200)}));
  key(Qt::Key_W);
  EXPECT_EQ(range(), (TimeRange{test::atMs(100), test::atMs(200)}));
  view.setPanes({runningPane(300)});
  EXPECT_EQ(range(), (TimeRange{test::atMs(200), test::atMs(300)}));
}

TEST_F(TimelineViewTest, StopsFollowingWhenThePersonPansBackAndFollowsAgainByTheButton) {
  view.setLive(true);
  view.setPanes({runningPane(1000)});
  key(Qt::Key_W);
  QSignalSpy following(&view, &TimelineView::followingChanged);
  key(Qt::Key_A);
  EXPECT_EQ(following.count(), 1);
  const TimeRange kept = range();
  view.setPanes({runningPane(1500)});
  EXPECT_EQ(range(), kept);
  QTest::mouseClick(view.findChild<QToolButton*>(QStringLiteral("followButton")), Qt::LeftButton);
  EXPECT_TRUE(view.isFollowing());
  EXPECT_EQ(range().end, test::atMs(1500));
}

TEST_F(TimelineViewTest, HoldsThePictureWhilePausedAndLosesNothing) {
  view.setLive(true);
  view.setPanes({runningPane(100)});
  auto* button = view.findChild<QToolButton*>(QStringLiteral("pauseButton"));
  QTest::mouseClick(button, Qt::LeftButton);
  EXPECT_TRUE(view.isPaused());
  view.setPanes({runningPane(200)});
  view.setPanes({runningPane(300)});
  EXPECT_EQ(view.panes()[0].snapshot->now(), test::atMs(100));
  QTest::mouseClick(button, Qt::LeftButton);
  EXPECT_EQ(view.panes()[0].snapshot->now(), test::atMs(300));
}

TEST_F(TimelineViewTest, ShowsASelectedSpanAndRangeWithoutChangingTheColourOfItsState) {
  const QPoint inside = placeOf(main, 2100) - QPoint(0, 8);  // a running span, beside its label
  const QRgb before = canvas->grab().toImage().pixel(inside);
  view.selectSpan({main, 2});
  view.setSelection(TimeRange{test::atMs(1000), test::atMs(2350)});
  EXPECT_EQ(canvas->grab().toImage().pixel(inside), before);
  EXPECT_EQ(before, paint::themeFor(paint::ThemeKind::kLight).of(LaneState::kRunning).fill.rgb());
}

TEST_F(TimelineViewTest, ChangesItsColoursWithTheTheme) {
  const QPoint corner(canvas->width() - 3, canvas->height() - 3);
  view.setThemeKind(paint::ThemeKind::kDark);
  EXPECT_EQ(canvas->grab().toImage().pixel(corner), paint::themeFor(paint::ThemeKind::kDark).background.rgb());
}

TEST_F(TimelineViewTest, TakesItsLettersBeforeTheWindowsShortcuts) {
  QKeyEvent letter(QEvent::ShortcutOverride, Qt::Key_W, Qt::NoModifier, QStringLiteral("w"));
  letter.ignore();
  QApplication::sendEvent(&view, &letter);
  EXPECT_TRUE(letter.isAccepted());
  QKeyEvent find(QEvent::ShortcutOverride, Qt::Key_F, Qt::ControlModifier);
  find.ignore();
  QApplication::sendEvent(&view, &find);
  EXPECT_FALSE(find.isAccepted());
}

TEST_F(TimelineViewTest, BeginsWithTheRangeOfTheView) {
  std::vector<scene::Pane> panes = paneOf(test::gilSample());
  view.setPanes(panes);
  view.resetView();
  EXPECT_EQ(range(), panes[0].view.range);
  EXPECT_FALSE(view.selectedSpan().has_value());
}

TEST_F(TimelineViewTest, KeepsOnlyOneFrameForManyPanesInARow) {
  QSignalSpy frames(canvas, &TimelineCanvas::frameChanged);
  for (int i = 1; i <= 50; ++i) view.setPanes({runningPane(100 + i)});
  EXPECT_EQ(frames.count(), 0);
  EXPECT_TRUE(QTest::qWaitFor([&] { return frames.count() > 0; }, 2000));
  EXPECT_EQ(frames.count(), 1);
}

TEST_F(TimelineViewTest, TurnsNoTimerWhenNothingChanges) {
  (void)canvas->grab();
  EXPECT_TRUE(QTest::qWaitFor(
      [&] {
        const auto timers = view.findChildren<QTimer*>();
        return std::none_of(timers.begin(), timers.end(), [](const QTimer* timer) { return timer->isActive(); });
      },
      2000));
}

TEST_F(TimelineViewTest, PutsTheLanesBelowTheRuler) {
  const auto* ruler = view.findChild<QWidget*>(QStringLiteral("timelineRuler"));
  EXPECT_LE(ruler->geometry().bottom(), canvas->geometry().top());
  EXPECT_GE(scene::rowOf(canvas->frame(), main)->top, 0);
}

TEST_F(TimelineViewTest, APinnedLaneStandsOnTopByItselfWithoutItsProcess) {
  view.selectSpan({second, 0});
  key(Qt::Key_T, Qt::ShiftModifier);
  const auto& rows = canvas->frame().panes[0].rows.rows;
  ASSERT_GE(rows.size(), 3U);
  EXPECT_EQ(rows[0].kind, scene::RowKind::kLane);
  EXPECT_EQ(rows[0].lanes, std::vector<LaneId>{LaneId{2}});
  EXPECT_EQ(rows[1].kind, scene::RowKind::kProcess);
  key(Qt::Key_T, Qt::ShiftModifier);
  EXPECT_EQ(canvas->frame().panes[0].rows.rows[0].kind, scene::RowKind::kProcess);
}

TEST_F(TimelineViewTest, KeysSwitchGridLabelsLowRowsAndToolTips) {
  QSignalSpy told(&view, &TimelineView::shownThingsChanged);
  const double high = canvas->frame().contentHeight;
  key(Qt::Key_C);
  EXPECT_LT(canvas->frame().contentHeight, high);
  const std::size_t withLabels = canvas->frame().list.primitives.size();
  key(Qt::Key_X);
  EXPECT_LT(canvas->frame().list.primitives.size(), withLabels);
  const std::size_t withGrid = canvas->frame().list.primitives.size();
  key(Qt::Key_G);
  EXPECT_LT(canvas->frame().list.primitives.size(), withGrid);
  key(Qt::Key_T);
  EXPECT_FALSE(view.showsHints());
  EXPECT_EQ(told.count(), 4);
}

TEST_F(TimelineViewTest, TheSameKeysWorkUnderAKoreanInputMethod) {
  QTest::sendKeyEvent(QTest::Click, &view, Qt::Key_unknown, QString::fromUtf8("ㅎ"), Qt::NoModifier);
  EXPECT_FALSE(view.viewState().showsGrid);
  QTest::sendKeyEvent(QTest::Click, &view, Qt::Key_unknown, QString::fromUtf8("ㅌ"), Qt::NoModifier);
  EXPECT_FALSE(view.viewState().showsLabels);
}

TEST_F(TimelineViewTest, ShiftMAsksForABraceOverAllInSightAndSlashForFinding) {
  QSignalSpy marks(&view, &TimelineView::markRequested);
  QSignalSpy find(&view, &TimelineView::findRequested);
  key(Qt::Key_M, Qt::ShiftModifier);
  ASSERT_EQ(marks.count(), 1);
  EXPECT_EQ(marks[0][0].value<TimeRange>(), range());
  key(Qt::Key_Slash);
  EXPECT_EQ(find.count(), 1);
}

TEST_F(TimelineViewTest, GlidesToAPlaceOnItsWayAndJumpsWithReducedMotion) {
  const TimeRange wanted{test::atMs(500), test::atMs(600)};
  view.setReducedMotion(false);
  view.glideTo(wanted);
  EXPECT_NE(range(), wanted);
  EXPECT_TRUE(QTest::qWaitFor([&] { return range() == wanted; }, 10'000));
  view.setReducedMotion(true);
  view.glideTo({test::atMs(100), test::atMs(900)});
  EXPECT_EQ(range(), (TimeRange{test::atMs(100), test::atMs(900)}));
}

TEST_F(TimelineViewTest, MarksAndBracesAreInWhatAPictureIsMadeOf) {
  view.addMark({test::atMs(100), test::atMs(100)}, QStringLiteral("here"));
  view.addMark({test::atMs(200), test::atMs(700)}, QStringLiteral("all of this"));
  const std::vector<model::ViewMark> marks = view.shownView(0).marks;
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[1].text, "all of this");
}

}  // namespace
}  // namespace threadline::widgets
