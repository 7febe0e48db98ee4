// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/frame_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/golden.h"
#include "tests/ui/scene/fixed_measure.h"
#include "tests/ui/scene/sample_traces.h"

namespace threadline::scene {
namespace {

using testing::Contains;
using testing::Not;

std::vector<Pane> twoPanes() {
  const test::Sample first = test::forkJoinSample();
  const test::Sample second = test::sumSample();
  return {{first.snapshot, first.view, "2 threads", "1.03x"}, {second.snapshot, second.view, "2 processes", {}}};
}

ViewState wholeState(const std::vector<Pane>& panes) {
  ViewState state;
  state.extent = extentOf(panes);
  state.range = fitted(state.extent);
  return state;
}

Frame frameOf(const std::vector<Pane>& panes, const ViewState& state, double height = 600, double scrollTop = 0) {
  const test::FixedMeasure measure;
  const Words words = test::plainWords();
  return layoutFrame({panes, state, {}, windowMetrics(1000), height, scrollTop, measure, words});
}

std::vector<std::string> textsOf(const Frame& frame) {
  std::vector<std::string> out;
  for (const Primitive& primitive : frame.list.primitives) {
    if (const auto* text = std::get_if<Text>(&primitive)) out.push_back(text->text);
  }
  return out;
}

TEST(FrameLayout, LooksAsKept) {
  const std::vector<Pane> panes = twoPanes();
  test::expectGolden(THREADLINE_GOLDEN_DIR, "frame-two-panes.txt", frameOf(panes, wholeState(panes)).list.dump());
}

TEST(FrameLayout, LooksAsKeptWhenAPersonHasWorkedOnIt) {
  const std::vector<Pane> panes = twoPanes();
  ViewState state = wholeState(panes);
  state.range = {test::atMs(100), test::atMs(900)};
  state.isCompact = true;
  state.showsGrid = false;
  state.hiddenStates.insert(LaneState::kSleeping);
  state.hiddenLanes.insert({0, LaneId{2}});
  togglePin(state, {0, LaneId{1}});
  state.foldedProcesses.insert({1, ProcessId{0}});
  const std::vector<model::ViewMark> marks{{{test::atMs(300), test::atMs(300)}, "here it waits"},
                                           {{test::atMs(400), test::atMs(700)}, "a brace"}};
  const test::FixedMeasure measure;
  const Words words = test::plainWords();
  const Frame frame = layoutFrame({panes, state, marks, windowMetrics(1000).compacted(), 400, 12, measure, words});
  test::expectGolden(THREADLINE_GOLDEN_DIR, "frame-worked-on.txt", frame.list.dump());
}

TEST(FrameLayout, PutsPanesUnderOneAnotherWithTheirTitlesAndNotes) {
  const std::vector<Pane> panes = twoPanes();
  const Frame frame = frameOf(panes, wholeState(panes));
  ASSERT_EQ(frame.panes.size(), 2U);
  EXPECT_GT(frame.panes[1].top, frame.panes[0].bottom);
  EXPECT_GE(frame.contentHeight, frame.panes[1].bottom);
  EXPECT_THAT(textsOf(frame), Contains("2 threads"));
  EXPECT_THAT(textsOf(frame), Contains("1.03x"));
  EXPECT_THAT(textsOf(frame), Contains("2 processes"));
}

TEST(FrameLayout, DrawsNothingOfARowThatIsScrolledOut) {
  const std::vector<Pane> panes = twoPanes();
  const Frame all = frameOf(panes, wholeState(panes));
  const Frame scrolled = frameOf(panes, wholeState(panes), 120, all.panes[1].top);
  EXPECT_THAT(textsOf(scrolled), Not(Contains("2 threads")));
  EXPECT_THAT(textsOf(scrolled), Contains("2 processes"));
  EXPECT_EQ(scrolled.contentHeight, all.contentHeight);
  EXPECT_LT(scrolled.list.primitives.size(), all.list.primitives.size());
}

TEST(FrameLayout, FindsTheSpanUnderAPointAlsoWhenScrolled) {
  const std::vector<Pane> panes = twoPanes();
  for (const double scroll : {0.0, 40.0}) {
    const Frame frame = frameOf(panes, wholeState(panes), 600, scroll);
    const Row* row = rowOf(frame, {0, LaneId{1}});
    ASSERT_NE(row, nullptr);
    const auto hit = hitFrame(frame, panes, frame.scale.xOf(test::atMs(1000)), row->middle());
    ASSERT_TRUE(hit && hit->span);
    EXPECT_EQ(hit->lane, LaneId{1});
    EXPECT_EQ(panes[0].snapshot->span(LaneId{1}, hit->span->span).state, LaneState::kSleeping);
  }
}

TEST(FrameLayout, HitsTheLabelColumnWithoutASpan) {
  const std::vector<Pane> panes = twoPanes();
  const Frame frame = frameOf(panes, wholeState(panes));
  const auto hit = hitFrame(frame, panes, 20, rowOf(frame, {0, LaneId{1}})->middle());
  ASSERT_TRUE(hit.has_value());
  EXPECT_TRUE(hit->isOverLabels);
  EXPECT_FALSE(hit->span.has_value());
  EXPECT_EQ(hit->lane, LaneId{1});
}

TEST(FrameLayout, DrawsAFoldedProcessAsOneRow) {
  const std::vector<Pane> panes = twoPanes();
  ViewState state = wholeState(panes);
  state.foldedProcesses.insert({0, ProcessId{0}});
  const Frame frame = frameOf(panes, state);
  ASSERT_EQ(frame.panes[0].rows.rows.size(), 1U);
  EXPECT_EQ(frame.panes[0].rows.rows[0].kind, RowKind::kFold);
  EXPECT_EQ(frame.panes[1].rows.rows.size(), 3U);
}

TEST(FrameLayout, LeavesOutFilteredStates) {
  const std::vector<Pane> panes = twoPanes();
  ViewState state = wholeState(panes);
  const auto hasBox = [&](LaneState which) {
    const Frame frame = frameOf(panes, state);
    return std::any_of(frame.list.primitives.begin(), frame.list.primitives.end(), [&](const Primitive& primitive) {
      const auto* box = std::get_if<StateBox>(&primitive);
      return box != nullptr && box->state == which;
    });
  };
  EXPECT_TRUE(hasBox(LaneState::kSleeping));
  state.hiddenStates.insert(LaneState::kSleeping);
  EXPECT_FALSE(hasBox(LaneState::kSleeping));
  EXPECT_TRUE(hasBox(LaneState::kJoining));
}

}  // namespace
}  // namespace threadline::scene
