// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks on event loops: when they run, how they await, how they end, and what their lanes show of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using scenario::Value;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kTaskQueue = R"("q": {"kind": "queue", "between": "task", "capacity": 0})";

std::vector<std::string> prints(const Recording& recording) {
  std::vector<std::string> lines;
  for (const auto& [lane, read] : recording.inTime(EventKind::kInstant)) {
    if (read.event.sub == static_cast<std::uint8_t>(InstantKind::kPrint)) lines.push_back(read.text);
  }
  return lines;
}

TEST(Tasks, RunOneAfterTheOtherAndOnlyWhileTheirOwnerAwaits) {
  EngineRun run(R"("work": {"arguments": ["id"], "steps": [{"print": "a{id}"}, {"sleep": 0}, {"print": "b{id}"}]},
      "main": {"steps": [
        {"start": {"function": "work", "runtime": "task", "count": 2, "name": "t{index}", "arguments": ["=index"]},
         "as": "crew"},
        {"print": "main"}, {"join": "crew"}, {"print": "joined"}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("main", "a0", "a1", "b0", "b1", "joined"));
  EXPECT_EQ(recording.lane("t0").kind, LaneKind::kTask);
  EXPECT_EQ(recording.lane("event loop").kind, LaneKind::kService);
  EXPECT_TRUE(recording.lane("main").has(LaneState::kJoining));
}

TEST(Tasks, AreSuspendedWhileTheySleepAndLeaveTheLoopIdle) {
  EngineRun run(R"("work": {"steps": [{"sleep": 5}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "task", "name": "t"}, "as": "t"}, {"join": "t"}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(recording.lane("t").has(LaneState::kSuspended));
  EXPECT_FALSE(recording.lane("t").has(LaneState::kSleeping));
  EXPECT_TRUE(recording.lane("event loop").has(LaneState::kIdle));
}

TEST(Tasks, ABlockingSleepStopsTheWholeLoop) {
  EngineRun run(R"("bad": {"steps": [{"sleep": {"ms": 30, "blocking": true}}, {"print": "awake"}]},
      "good": {"steps": [{"sleep": 1}, {"print": "late"}]},
      "main": {"steps": [{"start": {"function": "good", "runtime": "task", "name": "good"}, "as": "crew"},
                         {"start": {"function": "bad", "runtime": "task", "name": "bad"}, "as": "other"},
                         {"join": "crew"}, {"join": "other"}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("awake", "late"));
  EXPECT_TRUE(recording.lane("bad").has(LaneState::kSleeping));
  EXPECT_TRUE(recording.lane("event loop").has(LaneState::kSleeping));
}

TEST(Tasks, ShareASumThroughAQueueOfTheirs) {
  EngineRun run(R"("work": {"arguments": ["from", "to"], "steps": [
           {"compute": {"sum": ["=from", "=to"]}, "as": "part"}, {"put": {"to": "q", "value": "=part"}}]},
         "main": {"steps": [
           {"start": {"function": "work", "runtime": "task", "count": 3, "name": "w{index}",
                      "arguments": ["=index*1000", "=(index+1)*1000"]}, "as": "crew"},
           {"assign": {"to": "sum", "value": 0}},
           {"repeat": {"times": 3, "steps": [{"get": {"from": "q"}, "as": "part"},
                                             {"assign": {"to": "sum", "value": "=sum+part"}}]}}]})",
                kTaskQueue);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("sum"), Value(std::int64_t{2999 * 3000 / 2}));
  EXPECT_TRUE(recording.lane("main").has(LaneState::kWaitingQueue));
}

TEST(Tasks, AwaitItemsAndRoomInTheOrderInWhichTheyCame) {
  EngineRun run(
      R"("take": {"arguments": ["id"], "steps": [{"get": {"from": "q"}, "as": "item"}, {"print": "{id}:{item}"}]},
      "give": {"steps": [{"repeat": {"times": 3, "index": "i", "steps": [{"put": {"to": "q", "value": "=i"}}]}}]},
      "main": {"steps": [
        {"start": {"function": "take", "runtime": "task", "count": 3, "name": "take{index}", "arguments": ["=index"]},
         "as": "takers"},
        {"start": {"function": "give", "runtime": "task", "name": "give"}, "as": "giver"},
        {"join": "takers"}, {"join": "giver"}]})",
      R"("q": {"kind": "queue", "between": "task", "capacity": 1})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("0:0", "1:1", "2:2"));
  EXPECT_TRUE(recording.lane("give").has(LaneState::kSuspended));
}

TEST(Tasks, AGetInATaskGivesNoneAfterItsTimeLimit) {
  EngineRun run(R"("take": {"steps": [{"get": {"from": "q", "timeout_ms": 3}, "as": "item"}]},
      "main": {"steps": [{"start": {"function": "take", "runtime": "task", "name": "t"}, "as": "t"}, {"join": "t"}]})",
                kTaskQueue);
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(recording.lane("t").local("item").isNone());
  EXPECT_EQ(recording.lane("t").instants(InstantKind::kTimeout).size(), 1U);
}

TEST(Tasks, AwaitEachOther) {
  EngineRun run(R"("slow": {"steps": [{"sleep": 2}, {"print": "slow"}]},
      "first": {"steps": [{"start": {"function": "slow", "runtime": "task", "name": "slow"}, "as": "s"}, {"join": "s"},
                          {"print": "first"}]},
      "main": {"steps": [{"start": {"function": "first", "runtime": "task", "name": "first"}, "as": "f"}, {"join": "f"}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("slow", "first"));
  EXPECT_FALSE(recording.lane("first").has(LaneState::kJoining));
}

TEST(Tasks, AnExceptionReachesWhoeverAwaitsTheTask) {
  EngineRun run(R"("bad": {"steps": [{"crash": {"kind": "exception", "text": "no luck"}}]},
      "main": {"steps": [{"start": {"function": "bad", "runtime": "task", "name": "bad"}, "as": "t"}, {"join": "t"},
                         {"print": "never"}]})");
  const ActorOutcome outcome = run.run();
  EXPECT_EQ(outcome.how, ActorOutcome::How::kException);
  EXPECT_THAT(outcome.text, HasSubstr("no luck"));
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("bad").events.back().event.sub, static_cast<std::uint8_t>(LaneExit::kException));
  EXPECT_TRUE(prints(recording).empty());
}

TEST(Tasks, AreCancelledByKillWhereTheyAwait) {
  EngineRun run(R"("work": {"steps": [{"print": "begun"}, {"sleep": 86000000}, {"print": "never"}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "task", "name": "t"}, "as": "t"}, {"sleep": 1},
                         {"kill": "t"}, {"join": "t"}, {"assign": {"to": "alive", "value": "=t.alive"}}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_THAT(prints(recording), ElementsAre("begun"));
  EXPECT_THAT(recording.lane("t").instants(InstantKind::kException).at(0).text, HasSubstr("CancelledError"));
  EXPECT_EQ(recording.lane("main").local("alive"), Value(false));
}

TEST(Tasks, ThatAreLeftAreCancelledWhenTheirOwnerEnds) {
  EngineRun run(R"("work": {"steps": [{"repeat": {"forever": true, "steps": [{"sleep": 1}]}}]},
      "late": {"steps": [{"print": "never"}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "task", "name": "t"}}, {"sleep": 3},
                         {"start": {"function": "late", "runtime": "task", "name": "late"}}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(prints(recording).empty());
  EXPECT_EQ(recording.lane("t").events.back().event.kind, EventKind::kLaneEnd);
  EXPECT_EQ(recording.lane("late").events.back().event.kind, EventKind::kLaneEnd);
  EXPECT_EQ(recording.lane("event loop").events.back().event.kind, EventKind::kLaneEnd);
}

TEST(Tasks, AnExitInATaskEndsTheWholeProgram) {
  EngineRun run(R"("leave": {"steps": [{"exit": 4}]},
      "main": {"steps": [{"start": {"function": "leave", "runtime": "task", "name": "t"}, "as": "t"}, {"join": "t"},
                         {"print": "never"}]})");
  const ActorOutcome outcome = run.run();
  EXPECT_EQ(outcome.how, ActorOutcome::How::kExit);
  EXPECT_EQ(outcome.code, 4);
  EXPECT_TRUE(prints(run.read()).empty());
}

TEST(Tasks, LoseExactlyHalfOfTheirUpdatesWhenTheyAwaitBetweenReadingAndWriting) {
  EngineRun run(R"("work": {"steps": [{"add": {"to": "x", "form": "await", "times": 500}}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "task", "count": 2, "name": "t{index}"}, "as": "crew"},
                         {"join": "crew"}, {"assign": {"to": "left", "value": "=x"}}]})",
                R"("x": {"kind": "variable", "of": 0})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("left"), Value(std::int64_t{500}));
}

TEST(Tasks, LoseNothingWithoutAnAwait) {
  EngineRun run(R"("work": {"steps": [{"add": {"to": "x", "times": 20000}}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "task", "count": 2, "name": "t{index}"}, "as": "crew"},
                         {"join": "crew"}, {"assign": {"to": "left", "value": "=x"}}]})",
                R"("x": {"kind": "variable", "of": 0})");
  EXPECT_EQ(run.run().text, "");
  EXPECT_EQ(run.read().lane("main").local("left"), Value(std::int64_t{40000}));
}

TEST(Tasks, CallOtherFunctionsAsCoroutinesAndPlainOnesAsBlockingCalls) {
  EngineRun run(R"("nap": {"steps": [{"sleep": 2}]},
      "calls": {"steps": [{"call": {"function": "nap"}}]},
      "plain": {"steps": [{"start": {"function": "nap", "runtime": "sequential"}}]},
      "main": {"steps": [{"start": {"function": "calls", "runtime": "task", "name": "calls"}, "as": "a"}, {"join": "a"},
                         {"start": {"function": "plain", "runtime": "task", "name": "plain"}, "as": "b"}, {"join": "b"}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(recording.lane("calls").has(LaneState::kSuspended));
  EXPECT_FALSE(recording.lane("calls").has(LaneState::kSleeping));
  EXPECT_TRUE(recording.lane("plain").has(LaneState::kSleeping));
  EXPECT_FALSE(recording.lane("plain").has(LaneState::kSuspended));
}

TEST(Tasks, OfSeveralThreadsRunOnALoopEach) {
  EngineRun run(R"("work": {"steps": [{"sleep": 1}, {"compute": {"items": 20000}}]},
      "host": {"steps": [{"start": {"function": "work", "runtime": "task", "count": 3, "name": "{self.name}.{index}"},
                          "as": "crew"}, {"join": "crew"}]},
      "main": {"steps": [{"start": {"function": "host", "runtime": "thread", "count": 3, "name": "host{index}"},
                          "as": "hosts"}, {"join": "hosts"}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(std::count_if(recording.lanes.begin(), recording.lanes.end(),
                          [](const ReadLane& lane) { return lane.name == "event loop"; }),
            3);
}

TEST(Tasks, TheirLoopTakesTurnsWithAThreadForTheGil) {
  EngineRun run(R"("work": {"steps": [{"compute": {"cpu_ms": 8}}, {"sleep": 1}, {"compute": {"cpu_ms": 8}}]},
      "thread": {"steps": [{"compute": {"cpu_ms": 20}}]},
      "main": {"steps": [{"start": {"function": "thread", "runtime": "thread", "name": "thread"}, "as": "other"},
                         {"start": {"function": "work", "runtime": "task", "count": 2, "name": "t{index}"}, "as": "crew"},
                         {"join": "crew"}, {"join": "other"}]})",
                "", R"("gil": true, "interval_us": 500)");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(recording.lane("event loop").has(LaneState::kWaitingGil));
  EXPECT_TRUE(recording.lane("thread").has(LaneState::kWaitingGil));
}

TEST(Tasks, AQueueOfTheirsIsRefusedToAnotherLoop) {
  EngineRun run(R"("other": {"steps": [{"put": {"to": "q", "value": 1}}]},
      "main": {"steps": [{"put": {"to": "q", "value": 0}},
                         {"start": {"function": "other", "runtime": "thread", "name": "other"}, "as": "t"}, {"join": "t"}]})",
                kTaskQueue);
  EXPECT_EQ(run.run().text, "");
  EXPECT_THAT(run.read().lane("other").instants(InstantKind::kException).at(0).text,
              HasSubstr("bound to one event loop"));
}

}  // namespace
}  // namespace threadline::engine::testing
