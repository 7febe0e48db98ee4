// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/wait_graph.h"

#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"

namespace threadline::model {
namespace {

constexpr TimeNs kLongAgo{0};
constexpr TimeNs kNow{2'000'000'000};

std::vector<std::uint32_t> lanesOf(const std::optional<WaitCycle>& cycle) {
  std::vector<std::uint32_t> lanes;
  if (!cycle) return lanes;
  for (const WaitEdge& edge : *cycle) lanes.push_back(edge.lane.value);
  return lanes;
}

using Lanes = std::vector<std::uint32_t>;

TEST(WaitGraph, AChainIsNoDeadlock) {
  EXPECT_FALSE(findDeadlock({{{1}, {2}, {0}, kLongAgo}, {{2}, {3}, {1}, kLongAgo}}, kNow));
  EXPECT_FALSE(findDeadlock({}, kNow));
}

TEST(WaitGraph, ACycleIsOneAndThoseWhoOnlyWaitForItAreNotInIt) {
  const std::vector<WaitEdge> edges{{{0}, {4}, {}, kLongAgo},
                                    {{4}, {2}, {1}, kLongAgo},
                                    {{2}, {3}, {2}, kLongAgo},
                                    {{3}, {4}, {0}, kLongAgo},
                                    {{7}, {9}, {0}, kLongAgo}};
  EXPECT_EQ(lanesOf(findDeadlock(edges, kNow)), (Lanes{2, 3, 4}));
}

TEST(WaitGraph, WhoWaitsForWhatHeHoldsHimselfIsACycleOfOne) {
  EXPECT_EQ(lanesOf(findDeadlock({{{5}, {5}, {0}, kLongAgo}}, kNow)), (Lanes{5}));
}

TEST(WaitGraph, AnEdgeThatIsYoungLetsTheCycleWait) {
  const TimeNs young = kNow - kDeadlockAfter + DurationNs{1};
  EXPECT_FALSE(findDeadlock({{{1}, {2}, {0}, kLongAgo}, {{2}, {1}, {1}, young}}, kNow));
  EXPECT_TRUE(findDeadlock({{{1}, {2}, {0}, kLongAgo}, {{2}, {1}, {1}, young}}, kNow + DurationNs{1}));
}

// Two threads, each with a lock that the other one wants; times in nanoseconds.
const std::string kCrossed = R"(
    0 1000 process 0 main pid=77 name=main
    1 1000 lane 0 process=0 main name=main
    1 1000 object 0 a 5
    1 1000 object 1 b 5
    1 1000 state running
    2 1000 lane 1 process=0 parent=0 name=first
    2 1000 state starting
    2 1000 state running
    3 1000 lane 2 process=0 parent=0 name=second
    3 1000 state starting
    3 1000 state running
    2 2000 state waiting_lock object=1 holder=2
)";
constexpr std::string_view kSecondWaits = "3 3000 state waiting_lock object=0 holder=1\n";

TEST(Deadlock, IsFoundHalfASecondAfterTheLastOneBeganToWait) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, kSecondWaits);
  test::feed(builder, "pass 500002000\n");
  EXPECT_FALSE(builder.deadlock());
  test::feed(builder, "pass 500003000\n");
  EXPECT_EQ(lanesOf(builder.deadlock()), (Lanes{1, 2}));
}

TEST(Deadlock, IsAnInstantOnEachLaneOfTheCycleThatNamesWhatIsAwaitedAndWhoHoldsIt) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, kSecondWaits);
  test::feed(builder, "pass 500003000\n");
  builder.addDeadlock(*builder.deadlock());
  const SnapshotPtr snapshot = builder.snapshot();
  ASSERT_EQ(snapshot->instants().size(), 2U);
  const Instant& first = snapshot->instants()[0];
  EXPECT_EQ(first.kind, InstantKind::kDeadlock);
  EXPECT_EQ(first.lane, LaneId{1});
  EXPECT_EQ(first.target, 1U);
  EXPECT_EQ(first.value, 2);
  EXPECT_EQ(first.time, snapshot->now());
}

TEST(Deadlock, IsNotForARingToTell) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, "1 1500 instant deadlock target=7 value=99\n");
  EXPECT_TRUE(builder.snapshot()->instants().empty());
}

TEST(Deadlock, ThatTheHolderIsToldAgainDoesNotMakeTheWaitYounger) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, kSecondWaits);
  test::feed(builder, "3 400000000 state waiting_lock object=0 holder=1\npass 500003000\n");
  EXPECT_TRUE(builder.deadlock());
}

TEST(Deadlock, IsNoneWhereTheHolderHasChanged) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, kSecondWaits);
  test::feed(builder, "3 400000000 state waiting_lock object=0 holder=0\npass 900003000\n");
  EXPECT_FALSE(builder.deadlock());
}

TEST(Deadlock, IsNoneWhereSeveralHoldWhatIsAwaited) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, "1 1500 counter depth 0 2\n");
  test::feed(builder, kSecondWaits);
  test::feed(builder, "pass 900003000\n");
  EXPECT_FALSE(builder.deadlock());
}

TEST(Deadlock, CountsTheWaitForAnActorsEnd) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, "3 3000 state joining lane=1\npass 900003000\n");
  EXPECT_EQ(lanesOf(builder.deadlock()), (Lanes{1, 2}));
}

TEST(Deadlock, IsNoneOnceSomebodyGoesOnOrHasEnded) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, kSecondWaits);
  test::feed(builder, "2 400000000 state running\npass 900003000\n");
  EXPECT_FALSE(builder.deadlock());
  TraceBuilder ended;
  test::feed(ended, kCrossed);
  test::feed(ended, kSecondWaits);
  test::feed(ended, "2 400000000 end returned\npass 900003000\n");
  EXPECT_FALSE(ended.deadlock());
}

TEST(Deadlock, AWaitWithATimeLimitIsNoPartOfIt) {
  TraceBuilder builder;
  test::feed(builder, kCrossed);
  test::feed(builder, "3 3000 state waiting_lock object=0 holder=1 timed=1\npass 900003000\n");
  EXPECT_FALSE(builder.deadlock());
}

}  // namespace
}  // namespace threadline::model
