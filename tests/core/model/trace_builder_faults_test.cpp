// SPDX-License-Identifier: GPL-3.0-or-later
// Losses, deaths, and events that must not be: what is drawn of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/model/statistics.h"
#include "core/model/trace_builder.h"
#include "tests/support/trace_dsl.h"

namespace threadline::model {
namespace {

using test::dump;
using test::traceOf;
using testing::HasSubstr;
using testing::Not;

const std::string kMain = R"(
    0 1000 process 0 main pid=77
    1 1000 lane 0 process=0 main name=main
    1 1000 state running
)";

TEST(TraceBuilderFaults, LostEventsMakeTheLaneUnknownUntilItTellsItsStateAgain) {
  const std::string text = dump(*traceOf(kMain + R"(
    1 1100 state waiting_lock
    1 1150 instant mark text=last_seen
    1 1400 lost 12
    1 1410 counter depth 0 1
    1 1500 state running
    1 1600 end returned
  )"));
  EXPECT_THAT(text, HasSubstr("  [100..150) waiting_lock\n  [150..500) unknown\n  [500..600) running\n"));
  EXPECT_THAT(text, HasSubstr(" lost=12\n"));
  EXPECT_THAT(text, HasSubstr("diagnostic lost 150 lane=0 text=\"12 events\""));
  EXPECT_THAT(text, HasSubstr("lost=12 illegal=0 corrupt=0"));
}

TEST(TraceBuilderFaults, SlicesAndTheGilEndWhereAGapBegins) {
  const std::string text = dump(*traceOf(kMain + R"(
    1 1010 slice call
    1 1020 gil taken value=4
    1 1300 lost 3
    1 1310 slice-end
    1 1320 gil dropped
    1 1400 end returned
  )"));
  EXPECT_THAT(text, HasSubstr("slice [10..20) depth=0 label=\"call\""));
  EXPECT_THAT(text, HasSubstr("gil [20..20) lane=0 switch=4"));
  EXPECT_THAT(text, HasSubstr("corrupt=0"));
}

TEST(TraceBuilderFaults, EventsDroppedAtARingsEndMakeTheRestUnknown) {
  const std::string text = dump(*traceOf(kMain + R"(
    1 1200 state sleeping
    ended 1 40
    0 1900 dead 0
    finish 2000
  )"));
  EXPECT_THAT(text, HasSubstr("  [0..200) running\n  [200..200) sleeping\n  [200..900) unknown\n"));
  EXPECT_THAT(text, HasSubstr("lost=40"));
}

TEST(TraceBuilderFaults, AnIllegalStepIsCountedMarkedAndDrawnAsItWasRecorded) {
  const std::string text = dump(*traceOf(kMain + R"(
    1 1100 state created
    1 1200 state running
    1 1300 end returned
  )"));
  EXPECT_THAT(text, HasSubstr("  [0..100) running\n  [100..200) created\n  [200..300) running\n"));
  EXPECT_THAT(text, HasSubstr("diagnostic illegal 100 lane=0 text=\"running to created\""));
  EXPECT_THAT(text, HasSubstr("diagnostic illegal 200 lane=0 text=\"created to running\""));
  EXPECT_THAT(text, HasSubstr("illegal=2 corrupt=0"));
}

TEST(TraceBuilderFaults, ALaneMayNotBeginInTheMiddleOfAWait) {
  const std::string text = dump(*traceOf(R"(
    0 1000 process 0 main
    1 1000 lane 0 process=0 main
    1 1000 state sleeping
  )"));
  EXPECT_THAT(text, HasSubstr("diagnostic illegal 0 lane=0 text=\"beginning as sleeping\""));
}

TEST(TraceBuilderFaults, TimeThatGoesBackIsHeldAndMarked) {
  const std::string text = dump(*traceOf(kMain + R"(
    1 1500 state sleeping
    1 1400 state running
    1 1600 end returned
  )"));
  EXPECT_THAT(text, HasSubstr("  [0..500) running\n  [500..500) sleeping\n  [500..600) running\n"));
  EXPECT_THAT(text, HasSubstr("diagnostic backwards 500 lane=0 text=\"100 ns back\""));
}

TEST(TraceBuilderFaults, LanesOfADeadProcessEndAtItsDeathOnePassLater) {
  TraceBuilder builder;
  test::feed(builder, kMain + "0 1500 dead 0\npass 1550\n");
  EXPECT_TRUE(builder.isProcessDead({0}));
  EXPECT_FALSE(builder.snapshot()->lane({0}).end.has_value());
  test::feed(builder, "1 1490 state sleeping\n1 1700 state running\npass 1800\n");
  const std::string text = dump(*builder.snapshot());
  EXPECT_THAT(text, HasSubstr("start=0 end=500 exit=ended_with_process"));
  EXPECT_THAT(text, HasSubstr("  [0..490) running\n  [490..500) sleeping\n"));
  EXPECT_THAT(text, Not(HasSubstr("backwards")));
}

TEST(TraceBuilderFaults, WhatARingToldAfterTheDeathGoesAwayWithTheEnd) {
  TraceBuilder builder;
  test::feed(builder, kMain + "1 1900 state sleeping\n1 1950 state running\n0 1500 dead 0\npass 2000\npass 2100\n");
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(snapshot->spanCount({0}), 1U);
  EXPECT_EQ(snapshot->laneEnd({0}).ns, 500);
  EXPECT_EQ(laneTotals(*snapshot, {0}).sum().ns, 500);
}

TEST(TraceBuilderFaults, AProcessEndsWhenItWasSeenDeadOrCollectedWhicheverWasEarlier) {
  const SnapshotPtr snapshot = traceOf(kMain + R"(
    0 1500 dead 0
    2 1480 collected 0 signalled 9
    pass 1600
    pass 1700
  )");
  EXPECT_EQ(snapshot->processes()[0].end->ns, 480);
  EXPECT_EQ(snapshot->processes()[0].collected->ns, 480);
  EXPECT_EQ(snapshot->processes()[0].exit->code, -9);
  EXPECT_EQ(snapshot->laneEnd({0}).ns, 480);
}

TEST(TraceBuilderFaults, ALaneOfADeadProcessThatIsReadLateEndsToo) {
  TraceBuilder builder;
  test::feed(builder, kMain + "0 1500 dead 0\npass 1550\npass 1600\n2 1300 lane 1 process=0\n2 1310 state running\n");
  test::feed(builder, "pass 1700\npass 1800\n");
  EXPECT_EQ(builder.snapshot()->laneEnd({1}).ns, 500);
}

TEST(TraceBuilderFaults, LanesWhoseEndNobodySawAreUnknownFromTheirLastEvent) {
  const std::string text = dump(*traceOf(kMain + R"(
    1 1100 state sleeping
    1 1200 instant mark
    finish 1700
  )"));
  EXPECT_THAT(text, HasSubstr("  [100..200) sleeping\n  [200..700) unknown\n"));
  EXPECT_THAT(text, HasSubstr("start=0 end=700\n"));
  EXPECT_THAT(text, HasSubstr("finished"));
}

TEST(TraceBuilderFaults, NumbersOutOfRangeAreCountedAndLeftOut) {
  const std::string text = dump(*traceOf(kMain + R"(
    1 1100 state waiting_lock object=4096
    1 1110 state nonsense
    1 1120 instant lost_update target=99999
    1 1130 counter depth 5000 1
    2 1140 lane 102048 process=0
    2 1150 lane 5 process=4000000
    2 1160 state running
    1 1170 lane 7 process=0
    0 1180 collected 0 exited 256
    0 1190 collected 0 returned 0
    3 1200 lane 0 process=0
    1 99000000000000000 state sleeping
  )"));
  EXPECT_THAT(text, HasSubstr("  [100..130) waiting_lock\n"));
  EXPECT_THAT(text, Not(HasSubstr("sleeping")));
  EXPECT_THAT(text, Not(HasSubstr("lane 1 ")));
  EXPECT_THAT(text, HasSubstr("corrupt=12"));
}

TEST(TraceBuilderFaults, DamageThatTheReaderSkippedIsCounted) {
  EXPECT_THAT(dump(*traceOf(kMain + "damage 1\n")), HasSubstr("diagnostic corrupt 0 lane=0 text=\"damage\""));
}

TEST(TraceBuilderFaults, ATextThatWasNeverIntroducedLeavesTheEventWithoutOne) {
  TraceBuilder builder;
  test::feed(builder, kMain);
  Event event;
  event.timeNs = 1100;
  event.kind = EventKind::kState;
  event.sub = static_cast<std::uint8_t>(LaneState::kSleeping);
  event.text = 77;
  builder.event({1, 1}, event);
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(snapshot->span({0}, 1).state, LaneState::kSleeping);
  EXPECT_EQ(snapshot->totals().corrupt, 1U);
}

TEST(TraceBuilderFaults, AFullTraceStopsRecordingAndSaysSo) {
  TraceBuilder builder(60'000);
  test::feed(builder, kMain);
  Event event;
  event.kind = EventKind::kState;
  for (int i = 0; i < 10'000; ++i) {
    event.timeNs = 1000 + i;
    event.sub = static_cast<std::uint8_t>(i % 2 == 0 ? LaneState::kSleeping : LaneState::kRunning);
    builder.event({1, 1}, event);
  }
  test::feed(builder, "2 12000 lane 1 process=0\n0 13000 dead 0\n0 13100 collected 0 exited 0\nfinish 14000\n");
  const SnapshotPtr snapshot = builder.snapshot();
  EXPECT_EQ(snapshot->laneCount(), 1U);
  EXPECT_EQ(snapshot->totals().eventsRecorded + snapshot->totals().eventsLost, 10'004U);
  EXPECT_GT(snapshot->totals().eventsLost, 5'000U);
  EXPECT_EQ(snapshot->diagnostics()[0].kind, DiagnosticKind::kFull);
  EXPECT_EQ(snapshot->span({0}, snapshot->spanCount({0}) - 1).state, LaneState::kUnknown);
  EXPECT_EQ(snapshot->laneEnd({0}).ns, 12'000);
  EXPECT_EQ(snapshot->processes()[0].exit->code, 0);
}

}  // namespace
}  // namespace threadline::model
