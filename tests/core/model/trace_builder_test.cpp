// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trace_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"

namespace threadline::model {
namespace {

using test::dump;
using test::traceOf;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string kTwoLanes = R"(
    0 1000 process 0 main pid=77 name=main
    1 1000 lane 0 process=0 main name=main
    1 1000 state running
    2 1000 lane 1 process=0 parent=0 name=worker
    2 1000 state starting
)";

TEST(TraceBuilder, BuildsALaneWhoseSpansAdjoinFromItsFirstToItsLastEvent) {
  EXPECT_EQ(dump(*traceOf(R"(
    0 900 process 0 main pid=77 name=main
    1 1000 lane 0 process=0 main name=MainThread
    1 1001 state starting
    1 1010 identity 77 9000
    1 1010 state running label=work step=2
    1 1500 end returned cpu=480 voluntary=3 involuntary=1
    0 1510 dead 0
    0 1520 collected 0 exited 0
    0 1530 run-end
    finish 1600
  )")),
            R"(now=530 extent=[0..500) finished
process 0 main pid=77 name="main" main=0 start=0 end=510 collected=520 exit=exited:0
lane 0 thread main name="MainThread" process=0 tid=77 ident=9000 start=0 end=500 exit=returned cpu=480 voluntary=3 involuntary=1
  [0..10) starting
  [10..500) running label="work" step=2
totals recorded=9 lost=0 illegal=0 corrupt=0
)");
}

TEST(TraceBuilder, CountsTimesFromTheMainLanesFirstEventHoweverLateItIsRead) {
  const std::string text = dump(*traceOf(R"(
    0 500 process 1 exec name=server
    2 600 lane 0 service process=1 main name=server
    2 600 state running
    pass 900
    1 1000 lane 1 process=0 main name=main
    0 950 process 0 main
    1 1000 state running
    1 1100 end returned
    pass 1200
  )"));
  EXPECT_THAT(text, HasSubstr("lane 0 service main name=\"server\" process=0 start=-400\n"));
  EXPECT_THAT(text, HasSubstr("lane 1 thread main name=\"main\" process=1 start=0 end=100"));
  EXPECT_THAT(text, HasSubstr("now=200 extent=[-400..200)"));
}

TEST(TraceBuilder, ShowsWhatALaneWaitsForAndWhoHoldsIt) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    0 1000 object 2 fork[2] 4
    2 1010 state running
    2 1020 state waiting_lock label=acquire object=2 holder=0 step=5
    2 1030 state joining lane=0
    2 1040 state waiting_io process=0
  )"));
  EXPECT_THAT(text, HasSubstr("[20..30) waiting_lock label=\"acquire\" object=2 holder=0 step=5\n"));
  EXPECT_THAT(text, HasSubstr("[30..40) joining lane=0\n"));
  EXPECT_THAT(text, HasSubstr("[40..40) waiting_io process=0\n"));
  EXPECT_THAT(text, HasSubstr("object 2 kind=4 name=\"fork[2]\"\n"));
}

TEST(TraceBuilder, NamesALaneBeforeItsOwnRingIsRead) {
  const std::string text = dump(*traceOf(R"(
    0 1000 process 0 main
    1 1000 lane 0 process=0 main
    1 1010 state running
    1 1020 instant start target=3
    1 1030 state joining lane=3
    2 1015 lane 3 process=0 parent=0 name=late
    2 1016 state starting
  )"));
  EXPECT_THAT(text, HasSubstr("instant 20 lane=0 start target=1"));
  EXPECT_THAT(text, HasSubstr("joining lane=1"));
  EXPECT_THAT(text, HasSubstr("lane 1 thread name=\"late\" process=0 parent=0 start=15\n  [15..30) starting\n"));
}

TEST(TraceBuilder, MatchesFlowsByIdInEitherOrderOfArrival) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    1 1010 flow out 500 put object=3 text=item_1
    2 1020 flow in 500 put
    2 1050 flow in 600 start
    1 1040 flow out 600 start
    1 1060 flow out 700 release
  )"));
  EXPECT_THAT(text, HasSubstr("flow put 0@10 -> 1@20 object=3 text=\"item 1\"\n"
                              "flow start 0@40 -> 1@50\n"
                              "flow release 0@60 -> nowhere\n"));
  EXPECT_THAT(text, HasSubstr("corrupt=0"));
}

TEST(TraceBuilder, OneDepartureMayArriveAtSeveralLanes) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    2 1020 flow in 8 release
    1 1010 flow out 8 release
    1 1030 flow in 8 release
  )"));
  EXPECT_THAT(text, HasSubstr("flow release 0@10 -> 1@20\nflow release 0@10 -> 0@30\n"));
}

TEST(TraceBuilder, AFlowThatLeavesTwiceOrArrivesAsAnotherKindIsDamage) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    1 1010 flow out 8 put
    1 1020 flow out 8 put
    2 1030 flow in 8 start
  )"));
  EXPECT_THAT(text, HasSubstr("flow put 0@10 -> nowhere\n"));
  EXPECT_THAT(text, HasSubstr("corrupt=2"));
}

TEST(TraceBuilder, SlicesNestAndOpenOnesReachToNow) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    1 1010 slice outer
    1 1020 slice inner
    1 1030 slice-end
    1 1040 slice second
    pass 1100
  )"));
  EXPECT_THAT(text, HasSubstr("  slice [10..100) depth=0 label=\"outer\"\n"
                              "  slice [20..30) depth=1 label=\"inner\"\n"
                              "  slice [40..100) depth=1 label=\"second\"\n"));
}

TEST(TraceBuilder, JoinsThePiecesOfAPrint) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    1 1010 instant print text=first
    2 1011 instant print text=other
    1 1010 instant print_more text=_second
    1 1020 instant print text=third
    pass 1100
  )"));
  EXPECT_THAT(text,
              HasSubstr("output 10 lane=0 \"first second\"\noutput 11 lane=1 \"other\"\noutput 20 lane=0 \"third\"\n"));
  EXPECT_THAT(text, Not(HasSubstr("print_more")));
}

TEST(TraceBuilder, PutsWhatWasPrintedInTheOrderOfTimeWhicheverLaneIsReadFirst) {
  const std::string lines = R"(
    1 1010 instant print text=first
    1 1030 instant print text=third
    2 1020 instant print text=second
    2 1040 instant print text=fourth
    pass 1025
  )";
  // The pass has read all up to 25; what is newer waits, because another lane may have printed before it.
  EXPECT_THAT(
      dump(*traceOf(kTwoLanes + lines)),
      AllOf(HasSubstr("output 10 lane=0 \"first\"\noutput 20 lane=1 \"second\"\n"), Not(HasSubstr("output 30"))));
  EXPECT_THAT(dump(*traceOf(kTwoLanes + lines + "    1 1035 instant print_more text=_piece\n    finish 1100\n")),
              HasSubstr("\"second\"\noutput 30 lane=0 \"third piece\"\noutput 40 lane=1 \"fourth\"\n"));
}

TEST(TraceBuilder, KeepsCountersPerObjectAndKindInTimeOrder) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    0 1000 object 1 queue 1
    1 1010 counter depth 1 1
    1 1030 counter depth 1 2
    2 1020 counter depth 1 0
    2 1040 counter value 1 -7
  )"));
  EXPECT_THAT(text, HasSubstr("counter depth object=1 name=\"queue\" 10:1 20:0 30:2\n"
                              "counter value object=1 name=\"queue\" 40:-7\n"));
}

TEST(TraceBuilder, EachProcessHasItsOwnCounterOfAVariable) {
  const std::string text = dump(*traceOf(R"(
    0 1000 process 0 main pid=77 name=main
    0 1000 process 1 fork parent=0 pid=78 name=child
    0 1000 object 1 num 4
    1 1000 lane 0 process=0 main name=main
    1 1010 counter value 1 42
    2 1020 lane 1 process=1 main name=child
    2 1030 counter value 1 43
    1 1040 counter value 1 44
  )"));
  EXPECT_THAT(text, HasSubstr("name=\"num\" 10:42 40:44\n"));
  EXPECT_THAT(text, HasSubstr("name=\"num \xC2\xB7 child\" 30:43\n"));
}

TEST(TraceBuilder, KeepsWhoHeldTheGilAndWhoAskedForIt) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    2 1020 gil requested target=0
    2 1030 gil taken target=0 value=2
    1 1010 gil taken value=1
    1 1030 gil dropped_on_request value=1
    pass 1060
  )"));
  EXPECT_THAT(text, HasSubstr("  gil [10..30) lane=0 switch=1 on_request\n"
                              "  gil [30..60) lane=1 switch=2\n"
                              "  request 20 by=1 holder=0\n"));
}

TEST(TraceBuilder, KeepsTheLocalsOfALane) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    1 1010 local n integer -5
    1 1010 local word text some_text
    1 1010 local flag bool 1
  )"));
  EXPECT_THAT(text, HasSubstr("  local n integer -5\n  local word text \"some text\"\n  local flag bool 1\n"));
}

TEST(TraceBuilder, TellsHowAProcessEndedByWhatWasSeenAndByItsOwnWord) {
  const std::string text = dump(*traceOf(R"(
    0 1000 process 0 main pid=1
    1 1000 lane 0 process=0 main
    1 1010 process 1 fork parent=0 daemon name=child
    1 1020 process 1 fork parent=0 daemon pid=88
    2 1015 lane 1 process=1 main
    2 1030 word 1 exception 1 text=ValueError
    1 1050 collected 1 exited 1
    1 1060 process 2 spawn parent=0 pid=89
    1 1070 collected 2 signalled 11
    0 1080 process 3 fork parent=0
    0 1081 word 3 returned 0
    0 1090 collected 3 exited 0
    0 1100 cpu 1 5000
    0 1100 memory 1 900
  )"));
  EXPECT_THAT(text,
              HasSubstr("process 1 fork daemon pid=88 name=\"child\" parent=0 main=1 start=15 end=50 collected=50 "
                        "exit=exception:1 why=\"ValueError\" cpu=5000 memory=900\n"));
  EXPECT_THAT(text, HasSubstr("process 2 spawn pid=89 parent=0 start=60 end=70 collected=70 exit=signalled:-11\n"));
  EXPECT_THAT(text, HasSubstr("exit=returned:0"));
}

TEST(TraceBuilder, ASlotsNextLifeIsAnotherLane) {
  const std::string text = dump(*traceOf(kTwoLanes + R"(
    2 1010 state running
    2 1020 end returned
    ended 2 0
    generation 2 2
    2 1030 lane 2 process=0 name=second
    2 1030 state starting
  )"));
  EXPECT_THAT(text, HasSubstr("lane 1 thread name=\"worker\" process=0 parent=0 start=0 end=20 exit=returned\n"));
  EXPECT_THAT(text, HasSubstr("lane 2 thread name=\"second\" process=0 start=30\n"));
  EXPECT_THAT(text, HasSubstr("corrupt=0"));
}

TEST(TraceBuilder, TellsTheReaderWhoseARingIsAndWhenTheRunIsOver) {
  TraceBuilder builder;
  EXPECT_TRUE(builder.processOf({2, 1}).isNone());
  test::feed(builder, "2 1000 lane 4 process=9\n");
  EXPECT_EQ(builder.processOf({2, 1}), ProcessId{9});
  EXPECT_TRUE(builder.processOf({2, 2}).isNone());
  test::feed(builder, "0 1100 dead 9\n");
  EXPECT_TRUE(builder.isProcessDead({9}));
  EXPECT_FALSE(builder.isProcessDead({0}));
  EXPECT_FALSE(builder.runEnded());
  test::feed(builder, "0 1200 run-end\n");
  EXPECT_TRUE(builder.runEnded());
  builder.finish({1300});
  EXPECT_EQ(builder.snapshot()->laneEnd({0}).ns, 100);
}

}  // namespace
}  // namespace threadline::model
