// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/span_layout.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/ui/scene/sample_traces.h"
#include "ui/scene/share_outline.h"

namespace threadline::scene {
namespace {

constexpr double kTop = 10;
constexpr double kHeight = 40;

DrawList draw(const model::Snapshot& snapshot, LaneId lane, TimeRange range, double width = 100, double seam = 1.5) {
  DrawList list;
  std::vector<LabelSpot> spots;
  Metrics metrics;
  metrics.seam = seam;
  const TimeScale scale(range, 0, width);
  Row row;
  row.top = kTop;
  row.height = kHeight;
  row.lanes = {lane};
  SpanLayout(snapshot, scale, metrics, nullptr, list, spots).addLane(lane, row);
  return list;
}

using Columns = std::vector<PerState<double>>;

void addBox(const StateBox& box, Columns& columns) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto left = static_cast<double>(c);
    const double share = std::min(left + 1, box.rect.right()) - std::max(left, box.rect.x);
    if (share > 0) columns[c][static_cast<std::size_t>(box.state)] += share;
  }
}

void addStrip(const ShareStrip& strip, Columns& columns) {
  for (std::size_t i = 0; i < strip.cumulative.size(); ++i) {
    int below = 0;
    for (std::size_t s = 0; s < kLaneStateCount; ++s) {
      columns.at(static_cast<std::size_t>(std::lround(strip.x)) + i)[s] += (strip.cumulative[i][s] - below) / 255.0;
      below = strip.cumulative[i][s];
    }
  }
}

/// How much of each column is of each state, from boxes and strips alike: what is drawn twice counts twice.
Columns sharesOf(const DrawList& list, std::size_t count) {
  Columns out(count);
  for (const Primitive& primitive : list.primitives) {
    if (const auto* box = std::get_if<StateBox>(&primitive)) addBox(*box, out);
    if (const auto* strip = std::get_if<ShareStrip>(&primitive)) addStrip(*strip, out);
  }
  return out;
}

/// Span by span: slow and obviously right.
Columns bruteForce(const model::Snapshot& snapshot, LaneId lane, const TimeScale& scale, std::size_t count) {
  Columns out(count);
  for (std::size_t i = 0; i < snapshot.spanCount(lane); ++i) {
    const model::Span span = snapshot.span(lane, i);
    const double first = std::max(0.0, scale.xOf(span.start));
    const double last = std::min(static_cast<double>(count), scale.xOf(span.end));
    for (auto c = static_cast<std::size_t>(first); static_cast<double>(c) < last; ++c) {
      const double share = std::min(static_cast<double>(c + 1), last) - std::max(static_cast<double>(c), first);
      if (share > 0) out[c][static_cast<std::size_t>(span.state)] += share;
    }
  }
  return out;
}

struct OneLane {
  test::TraceSketch sketch;
  LaneId lane;
  explicit OneLane(double startMs = 0) { lane = sketch.lane(sketch.process("p", 1, 0), "main", startMs, true); }
};

TEST(SpanLayout, DrawsWideSpansAsBoxesWithExactEdges) {
  OneLane one;
  one.sketch.span(one.lane, 0, LaneState::kRunning);
  one.sketch.span(one.lane, 33.3, LaneState::kWaitingIo);
  one.sketch.end(one.lane, 100);
  EXPECT_EQ(draw(*one.sketch.writer.snapshot(), one.lane, {{0}, test::atMs(100)}).dump(),
            "size 0.0x0.0\nbox running 0.0 10.0 33.3x40.0\nbox waiting_io 33.3 10.0 66.7x40.0\n");
}

TEST(SpanLayout, DrawsSleepAndJoinAtHalfHeight) {
  OneLane one;
  one.sketch.span(one.lane, 0, LaneState::kJoining);
  one.sketch.span(one.lane, 50, LaneState::kSleeping);
  one.sketch.end(one.lane, 100);
  EXPECT_EQ(draw(*one.sketch.writer.snapshot(), one.lane, {{0}, test::atMs(100)}).dump(),
            "size 0.0x0.0\nbox joining 0.0 20.0 50.0x20.0\nbox sleeping 50.0 20.0 50.0x20.0\n");
}

TEST(SpanLayout, LeavesASeamBetweenEqualNeighbours) {
  OneLane one;
  one.sketch.span(one.lane, 0, LaneState::kRunning, "a");
  one.sketch.span(one.lane, 50, LaneState::kRunning, "b");
  one.sketch.end(one.lane, 100);
  DrawList list = draw(*one.sketch.writer.snapshot(), one.lane, {{0}, test::atMs(100)});
  ASSERT_EQ(list.primitives.size(), 2U);
  EXPECT_DOUBLE_EQ(std::get<StateBox>(list.primitives[0]).rect.right(), 49.25);
  EXPECT_DOUBLE_EQ(std::get<StateBox>(list.primitives[1]).rect.x, 50.75);
}

TEST(SpanLayout, NarrowSpansHaveNoOutlineAndNarrowerOnesBecomeShares) {
  OneLane one;
  one.sketch.span(one.lane, 0, LaneState::kRunning);
  one.sketch.span(one.lane, 50, LaneState::kWaitingIo);
  one.sketch.span(one.lane, 52, LaneState::kRunning);
  one.sketch.span(one.lane, 60.25, LaneState::kWaitingLock);
  one.sketch.span(one.lane, 60.5, LaneState::kRunning);
  one.sketch.end(one.lane, 100);
  EXPECT_EQ(draw(*one.sketch.writer.snapshot(), one.lane, {{0}, test::atMs(100)}).dump(),
            "size 0.0x0.0\n"
            "box running 0.0 10.0 50.0x40.0\n"
            "box waiting_io 50.0 10.0 2.0x40.0 bare\n"
            "box running 52.0 10.0 8.0x40.0\n"
            "strip 60.0 10.0 columns 1 of 1.0x40.0\n"
            "  0: running 191 waiting_lock 64\n"
            "box running 61.0 10.0 39.0x40.0\n");
}

TEST(SpanLayout, AMomentOfWorkBetweenSleepsIsAsHighAsTheyAre) {
  OneLane one;
  one.sketch.span(one.lane, 0, LaneState::kSleeping);
  one.sketch.span(one.lane, 50.25, LaneState::kRunning);
  one.sketch.span(one.lane, 50.5, LaneState::kSleeping);
  one.sketch.end(one.lane, 100);
  EXPECT_EQ(draw(*one.sketch.writer.snapshot(), one.lane, {{0}, test::atMs(100)}).dump(),
            "size 0.0x0.0\n"
            "box sleeping 0.0 20.0 50.0x20.0\n"
            "strip 50.0 20.0 columns 1 of 1.0x20.0\n"
            "  0: running 64 sleeping 191\n"
            "box sleeping 51.0 20.0 49.0x20.0\n");
}

TEST(SpanLayout, FillsOnlyThePartOfAColumnInWhichTheLaneLives) {
  OneLane one(10.5);
  one.sketch.span(one.lane, 10.5, LaneState::kRunning);
  one.sketch.end(one.lane, 10.75);
  EXPECT_EQ(draw(*one.sketch.writer.snapshot(), one.lane, {{0}, test::atMs(100)}).dump(),
            "size 0.0x0.0\nstrip 10.0 10.0 columns 1 of 1.0x40.0\n  0: running 64\n");
}

TEST(SpanLayout, DrawsNothingOfALaneOutsideOfTheRange) {
  OneLane one;
  one.sketch.span(one.lane, 0, LaneState::kRunning);
  one.sketch.end(one.lane, 10);
  const LaneId later = one.sketch.lane(ProcessId{0}, "later", 200);
  one.sketch.span(later, 200, LaneState::kRunning);
  one.sketch.end(later, 300);
  const auto snapshot = one.sketch.writer.snapshot();
  EXPECT_TRUE(draw(*snapshot, one.lane, {test::atMs(20), test::atMs(100)}).primitives.empty());
  EXPECT_TRUE(draw(*snapshot, later, {test::atMs(20), test::atMs(100)}).primitives.empty());
}

TEST(SpanLayout, EveryColumnHoldsTheExactSharesAtEveryZoom) {
  const test::Sample sample = test::denseSample(2, 6000);
  constexpr std::size_t kColumns = 300;
  std::mt19937_64 random(3);
  for (int zoom = 0; zoom < 22; ++zoom) {
    const std::int64_t length = 12'000'000'000 >> zoom;
    const auto start = static_cast<std::int64_t>(random() % 9'000'000'000);
    const TimeRange range{{start}, {start + length}};
    for (const LaneId lane : {LaneId{0}, LaneId{1}}) {
      const Columns actual = sharesOf(draw(*sample.snapshot, lane, range, kColumns, 0), kColumns);
      const Columns expected = bruteForce(*sample.snapshot, lane, TimeScale(range, 0, kColumns), kColumns);
      // Rounding to 8 bit of two levels, and of a column's edges to whole nanoseconds.
      const double near = 1.01 / 255 + 2 * static_cast<double>(kColumns) / static_cast<double>(length);
      for (std::size_t c = 0; c < kColumns; ++c) {
        for (std::size_t s = 0; s < kLaneStateCount; ++s) {
          ASSERT_NEAR(actual[c][s], expected[c][s], near) << "zoom " << zoom << " column " << c << " state " << s;
        }
      }
    }
  }
}

TEST(SpanLayout, AFoldHoldsTheSharesOfAllItsLanes) {
  test::TraceSketch sketch;
  const ProcessId process = sketch.process("p", 1, 0);
  std::vector<LaneId> lanes;
  for (int i = 0; i < 4; ++i) {
    lanes.push_back(sketch.lane(process, "w" + std::to_string(i), 0));
    sketch.span(lanes.back(), 0, i < 3 ? LaneState::kWaitingIo : LaneState::kRunning);
    sketch.end(lanes.back(), 100);
  }
  const auto snapshot = sketch.writer.snapshot();
  DrawList list;
  std::vector<LabelSpot> spots;
  const Metrics metrics;
  const TimeScale scale({{0}, test::atMs(100)}, 0, 100);
  Row row;
  row.height = kHeight;
  SpanLayout(*snapshot, scale, metrics, nullptr, list, spots).addFold(lanes, row);
  EXPECT_EQ(list.dump(), "size 0.0x0.0\nstrip 0.0 0.0 columns 100 of 1.0x40.0\n  0-99: running 64 waiting_io 191\n");
}

TEST(ShareOutline, IsOneSteppedLoopForAStretchOfColumns) {
  ShareStrip strip{0, 0, 1, 255, {}};
  std::array<std::uint8_t, kLaneStateCount> low{};
  std::array<std::uint8_t, kLaneStateCount> full{};
  for (auto s = static_cast<std::size_t>(LaneState::kRunning); s < kLaneStateCount; ++s) {
    low[s] = 100;
    full[s] = 255;
  }
  strip.cumulative = {low, low, full};
  const auto outlines = outlinesOf(strip);
  ASSERT_EQ(outlines.size(), 1U);
  ASSERT_EQ(outlines[0].loops.size(), 1U);
  const std::vector<std::pair<double, double>> expected{{0, 155}, {2, 155}, {2, 0}, {3, 0}, {3, 255}, {0, 255}};
  EXPECT_EQ(outlines[0].loops[0], expected);
}

}  // namespace
}  // namespace threadline::scene
