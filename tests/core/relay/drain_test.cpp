// SPDX-License-Identifier: GPL-3.0-or-later
// From rings to snapshots: lives of lanes, deaths of processes, losses and damage.
#include "core/relay/drain.h"

#include <gtest/gtest.h>

#include "core/base/clock.h"
#include "tests/core/relay/lane_writer.h"

namespace threadline::relay {
namespace {

using model::Snapshot;
using model::SnapshotPtr;
using testing::beginLane;
using testing::deadEvent;
using testing::endLane;
using testing::makeEvent;
using testing::processEvent;
using testing::stateEvent;

class DrainTest : public ::testing::Test {
 protected:
  DrainTest() { guard.push(processEvent(0, StartMethod::kMain, t0 - 5)); }

  [[nodiscard]] ring::SlotState stateOf(std::uint32_t slot) {
    return ring::slotStateOf(rings.slotHead(slot).state.load());
  }
  /// The lane's times by state must add up to its length, always.
  static void expectWhole(const Snapshot& snapshot, LaneId lane) {
    PerState<DurationNs> times{};
    const TimeRange life{snapshot.lane(lane).start, snapshot.laneEnd(lane)};
    snapshot.addStateTimes(lane, life, times);
    DurationNs sum;
    for (const DurationNs time : times) sum += time;
    EXPECT_EQ(sum, life.length());
  }

  // A clock value not far from the reader's.
  const std::int64_t t0 = monotonicNow().ns - 1'000'000'000;
  ring::SharedRings rings = ring::SharedRings::create().take();
  ring::RingWriter guard{rings, rings.claimGuardSlot()};
  model::TraceBuilder builder;
  Drain drain{rings, builder};
};

TEST_F(DrainTest, ALanesLifeGoesFromItsRingIntoTheSnapshot) {
  ring::RingWriter lane = beginLane(rings, 0, 0, t0, "MainThread", true);
  lane.push(stateEvent(LaneState::kStarting, t0));
  ASSERT_TRUE(lane.pushText(t0, 2, "work"));
  lane.push(stateEvent(LaneState::kRunning, t0 + 10, 2));
  EXPECT_EQ(drain.pass(), 1U + 2 + 1 + 1 + 2 + 1);
  EXPECT_EQ(builder.snapshot()->spanCount(LaneId{0}), 2U);
  endLane(lane, t0 + 50);
  EXPECT_EQ(drain.pass(), 1U);
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(snapshot->lane(LaneId{0}).name, "MainThread");
  EXPECT_EQ(snapshot->lane(LaneId{0}).end, TimeNs{50});
  EXPECT_EQ(snapshot->span(LaneId{0}, 1).state, LaneState::kRunning);
  EXPECT_EQ(snapshot->span(LaneId{0}, 1).start, TimeNs{10});
  EXPECT_EQ(snapshot->text(snapshot->span(LaneId{0}, 1).label), "work");
  expectWhole(*snapshot, LaneId{0});
  EXPECT_EQ(snapshot->totals().corrupt, 0U);
  EXPECT_EQ(stateOf(1), ring::SlotState::kFree);
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
}

TEST_F(DrainTest, ASlotsNextLifeIsAnotherLane) {
  for (std::uint32_t i = 0; i < 3; ++i) {
    const std::int64_t start = std::int64_t{i} * 100;
    rings.header().nextSlot.store(0);
    ring::RingWriter lane = beginLane(rings, i, 0, t0 + start, "lane", i == 0);
    lane.push(stateEvent(LaneState::kRunning, t0 + start));
    ASSERT_EQ(lane.claim(), (ring::SlotClaim{1, i + 1}));
    endLane(lane, t0 + start + 50);
    drain.pass();
  }
  const SnapshotPtr snapshot = builder.snapshot();
  ASSERT_EQ(snapshot->laneCount(), 3U);
  for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(snapshot->lane(LaneId{i}).start, TimeNs{std::int64_t{i} * 100});
  EXPECT_EQ(snapshot->totals().corrupt, 0U);
}

TEST_F(DrainTest, TheSlotsOfADeadProcessAreReadToTheEndAndFreed) {
  ring::RingWriter main = beginLane(rings, 0, 0, t0, "MainThread", true);
  main.push(stateEvent(LaneState::kRunning, t0));
  guard.push(processEvent(1, StartMethod::kFork, t0 + 1));
  ring::RingWriter killed = beginLane(rings, 1, 1, t0 + 1, "child");
  killed.push(stateEvent(LaneState::kRunning, t0 + 2));
  drain.pass();
  killed.push(stateEvent(LaneState::kSleeping, t0 + 20));  // its last, then SIGKILL
  guard.push(deadEvent(1, t0 + 30));
  EXPECT_EQ(rings.header().liveLanes.load(), 2U);
  drain.pass();
  drain.pass();
  drain.pass();
  EXPECT_EQ(stateOf(killed.claim().slot), ring::SlotState::kFree);
  EXPECT_EQ(stateOf(main.claim().slot), ring::SlotState::kClaimed);
  EXPECT_EQ(rings.header().liveLanes.load(), 1U);
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(snapshot->spanCount(LaneId{1}), 2U);
  EXPECT_EQ(snapshot->lane(LaneId{1}).end, TimeNs{30});
  EXPECT_EQ(snapshot->lane(LaneId{1}).exit, LaneExit::kEndedWithProcess);
  EXPECT_FALSE(snapshot->lane(LaneId{0}).end.has_value());
  EXPECT_EQ(snapshot->totals().corrupt, 0U);
}

TEST_F(DrainTest, WhatWasDroppedIsUnknownInTheLaneAndCountedExactly) {
  ring::RingWriter lane = beginLane(rings, 0, 0, t0, "MainThread", true);
  const std::int64_t capacity = ring::kEventsPerSlot;
  for (std::int64_t i = 0; i < capacity; ++i) {
    lane.push(stateEvent(i % 2 == 0 ? LaneState::kRunning : LaneState::kSleeping, t0 + i));
  }
  drain.pass();  // three places were taken before: name, its bytes, kLane; so three events were dropped
  lane.push(stateEvent(LaneState::kRunning, t0 + 2 * capacity));
  drain.pass();
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(snapshot->totals().eventsLost, 3U);
  EXPECT_EQ(snapshot->lane(LaneId{0}).lost, 3U);
  const std::size_t last = snapshot->spanCount(LaneId{0}) - 1;
  EXPECT_EQ(snapshot->span(LaneId{0}, last - 1).state, LaneState::kUnknown);
  EXPECT_EQ(snapshot->span(LaneId{0}, last).start, TimeNs{2 * capacity});
  expectWhole(*snapshot, LaneId{0});
}

TEST_F(DrainTest, LossesThatNoEventToldAnyMoreAreCountedAtTheEnd) {
  ring::RingWriter lane = beginLane(rings, 0, 0, t0, "MainThread", true);
  for (std::int64_t i = 0; i < ring::kEventsPerSlot; ++i) lane.push(stateEvent(LaneState::kRunning, t0 + i));
  lane.end();
  drain.pass();
  EXPECT_EQ(builder.snapshot()->totals().eventsLost, 3U);
  EXPECT_EQ(stateOf(1), ring::SlotState::kFree);
}

TEST_F(DrainTest, DamageIsCountedAndWhatFollowsIsRead) {
  ring::RingWriter lane = beginLane(rings, 0, 0, t0, "MainThread", true);
  Event text = makeEvent(EventKind::kText, t0);
  text.text = 9;
  text.value = kMaxTextBytes + 1;
  lane.push(text);
  drain.pass();
  EXPECT_EQ(builder.snapshot()->totals().corrupt, 1U);
  lane.push(makeEvent(static_cast<EventKind>(200), t0 + 1));
  drain.pass();
  EXPECT_EQ(builder.snapshot()->totals().corrupt, 2U);
  rings.slotHead(1).head.store(2);
  drain.pass();
  EXPECT_EQ(builder.snapshot()->totals().corrupt, 3U);
  lane.push(stateEvent(LaneState::kRunning, t0 + 2));
  drain.pass();
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(snapshot->totals().corrupt, 3U);
  EXPECT_EQ(snapshot->spanCount(LaneId{0}), 1U);
}

TEST_F(DrainTest, FinishEndsWhatIsStillOpenAndSaysThatNothingWillCome) {
  ring::RingWriter lane = beginLane(rings, 0, 0, t0, "MainThread", true);
  lane.push(stateEvent(LaneState::kRunning, t0));
  EXPECT_FALSE(builder.snapshot()->isFinished());
  drain.finish();
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_TRUE(snapshot->isFinished());
  ASSERT_EQ(snapshot->laneCount(), 1U);
  EXPECT_EQ(snapshot->lane(LaneId{0}).name, "MainThread");
  EXPECT_TRUE(snapshot->lane(LaneId{0}).end.has_value());
  expectWhole(*snapshot, LaneId{0});
  EXPECT_EQ(stateOf(1), ring::SlotState::kFree);
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
  drain.finish();
  EXPECT_EQ(builder.snapshot()->totals().eventsRecorded, snapshot->totals().eventsRecorded);
}

}  // namespace
}  // namespace threadline::relay
