// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/view_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/scene/sample_traces.h"
#include "ui/scene/search.h"

namespace threadline::scene {
namespace {

using testing::ElementsAre;

constexpr TimeRange kExtent{{0}, {1'000'000'000}};

std::vector<Pane> panesOf(const test::Sample& sample) {
  return {{sample.snapshot, sample.view, {}, {}}};
}

TEST(Ranges, ZoomKeepsTheTimeUnderThePointer) {
  const TimeRange zoomed = zoomedAbout({{0}, {1'000'000'000}}, {250'000'000}, 0.5, kExtent);
  EXPECT_EQ(zoomed, (TimeRange{{125'000'000}, {625'000'000}}));
}

TEST(Ranges, ZoomOutStopsAtAllWithAMargin) {
  const TimeRange out = zoomedAbout({{0}, {1'000'000'000}}, {500'000'000}, 100, kExtent);
  EXPECT_EQ(out, (TimeRange{{-20'400'000}, {1'040'400'000}}));
}

TEST(Ranges, ZoomInStopsAtTheShortestRange) {
  EXPECT_EQ(zoomedAbout({{0}, {4000}}, {1000}, 1e-6, kExtent).length(), kShortestRange);
}

TEST(Ranges, PanStopsAtTheEnds) {
  const TimeRange right = panned({{900'000'000}, {1'000'000'000}}, 5, kExtent);
  EXPECT_EQ(right.length(), milliseconds(100));
  EXPECT_EQ(right.end, (TimeNs{1'040'400'000}));
  EXPECT_EQ(panned({{0}, {100'000'000}}, 0.5, kExtent).start, (TimeNs{50'000'000}));
}

TEST(RangeHistory, GoesBackAndForwardAndForgetsWhatWasAhead) {
  RangeHistory history;
  const TimeRange a{{0}, {10}};
  const TimeRange b{{2}, {8}};
  const TimeRange c{{3}, {5}};
  for (const TimeRange& range : {a, b, b, c}) history.visit(range);
  EXPECT_EQ(history.size(), 3U);
  EXPECT_EQ(history.back(), b);
  EXPECT_EQ(history.forward(), c);
  EXPECT_EQ(history.forward(), std::nullopt);
  EXPECT_EQ(history.back(), b);
  history.visit(a);
  EXPECT_FALSE(history.canGoForward());
  EXPECT_EQ(history.back(), b);
}

TEST(ViewState, LeavesOutHiddenLanesAndArrows) {
  const test::Sample sample = test::forkJoinSample();
  const std::vector<Pane> panes = panesOf(sample);
  ViewState state;
  state.range = kExtent;
  state.hiddenLanes.insert({0, LaneId{1}});
  state.hiddenArrows.insert(FlowKind::kJoin);
  const model::View view = viewOf(panes[0], 0, state);
  EXPECT_THAT(view.lanes, ElementsAre(LaneId{0}, LaneId{2}));
  EXPECT_THAT(view.arrows, ElementsAre(FlowKind::kStart));
  EXPECT_EQ(view.range, kExtent);
  state.showsArrows = false;
  EXPECT_TRUE(viewOf(panes[0], 0, state).arrows.empty());
}

TEST(ViewState, MovesLanesAmongTheShownOnesOfTheirProcess) {
  const test::Sample sample = test::forkJoinSample();
  const std::vector<Pane> panes = panesOf(sample);
  ViewState state;
  moveLane(state, panes, {0, LaneId{2}}, true);
  EXPECT_THAT(orderedLanes(panes[0], 0, state), ElementsAre(LaneId{0}, LaneId{2}, LaneId{1}));
  state.hiddenLanes.insert({0, LaneId{2}});
  moveLane(state, panes, {0, LaneId{1}}, true);
  EXPECT_THAT(orderedLanes(panes[0], 0, state), ElementsAre(LaneId{1}, LaneId{2}, LaneId{0}));
}

TEST(ViewState, MovesAWholeProcessWhereItsLaneIsTheLastOne) {
  const test::Sample sample = test::sumSample();
  const std::vector<Pane> panes = panesOf(sample);
  ViewState state;
  const std::vector<LaneId> before = orderedLanes(panes[0], 0, state);
  ASSERT_EQ(before.size(), 3U);
  moveLane(state, panes, {0, before[2]}, true);
  EXPECT_THAT(orderedLanes(panes[0], 0, state), ElementsAre(before[0], before[2], before[1]));
}

TEST(ViewState, PinsALaneToTheTopAndLetsGo) {
  const test::Sample sample = test::forkJoinSample();
  const std::vector<Pane> panes = panesOf(sample);
  ViewState state;
  togglePin(state, {0, LaneId{2}});
  EXPECT_THAT(orderedLanes(panes[0], 0, state), ElementsAre(LaneId{2}, LaneId{0}, LaneId{1}));
  togglePin(state, {0, LaneId{2}});
  EXPECT_THAT(orderedLanes(panes[0], 0, state), ElementsAre(LaneId{0}, LaneId{1}, LaneId{2}));
}

TEST(Search, FindsNamesLabelsAndPrints) {
  const std::vector<Pane> panes = panesOf(test::forkJoinSample());
  const ViewState state;
  EXPECT_EQ(findText(panes, state, "MAINTHREAD").size(), 1U);
  const auto labels = findText(panes, state, "sleep 2");
  ASSERT_EQ(labels.size(), 2U);
  EXPECT_EQ(labels[0].lane.lane, LaneId{1});
  EXPECT_TRUE(labels[0].span.has_value());
  EXPECT_EQ(findText(panes, state, "sub thread").size(), 2U);
  EXPECT_TRUE(findText(panes, state, "").empty());
  EXPECT_TRUE(findText(panes, state, "nowhere").empty());
}

TEST(Search, FollowsAFlowToWhomItWakesAndBack) {
  const std::vector<Pane> panes = panesOf(test::forkJoinSample());
  const SpanRef main{{0, LaneId{0}}, 0};
  const auto woken = flowNeighbour(panes, main, false);
  ASSERT_TRUE(woken.has_value());
  EXPECT_EQ(woken->lane.lane, LaneId{1});
  EXPECT_EQ(flowNeighbour(panes, *woken, true), main);
  EXPECT_EQ(neighbourSpan(panes, main, false), std::nullopt);
  EXPECT_EQ(neighbourSpan(panes, main, true)->span, 1U);
}

}  // namespace
}  // namespace threadline::scene
