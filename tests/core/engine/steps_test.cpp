// SPDX-License-Identifier: GPL-3.0-or-later
// Whole functions of scenarios, run in the test's process: what they compute, and what they record of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/steps/step_table.h"
#include "core/scenario/verbs.h"
#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using scenario::Value;
using ::testing::HasSubstr;

TEST(Steps, EveryVerbOfTheFormatThatIsAvailableHasAClass) {
  for (const scenario::VerbRule& rule : scenario::allVerbs()) {
    EXPECT_EQ(stepKindOf(rule.verb) != nullptr, rule.available) << rule.name;
  }
}

TEST(Steps, ASumIsExact) {
  EngineRun run(R"("main": {"steps": [{"compute": {"sum": [10, 1000010]}, "as": "total"}]})");
  EXPECT_EQ(run.run().how, ActorOutcome::How::kReturned);
  const Recording recording = run.read();
  EXPECT_EQ(recording.lane("main").local("total"), Value(std::int64_t{500'009'500'000}));
  EXPECT_EQ(recording.problems(), "");
}

TEST(Steps, ThreadsShareASumThroughAQueue) {
  EngineRun run(
      R"("work": {"arguments": ["from", "to"], "steps": [
           {"compute": {"sum": ["=from", "=to"]}, "as": "part"}, {"put": {"to": "q", "value": "=part"}}]},
         "main": {"steps": [
           {"start": {"function": "work", "runtime": "thread", "count": 3, "name": "w{index}",
                      "arguments": ["=index*1000", "=(index+1)*1000"]}, "as": "crew"},
           {"join": "crew"}, {"assign": {"to": "sum", "value": 0}},
           {"repeat": {"times": 3, "steps": [{"get": {"from": "q"}, "as": "part"},
                                             {"assign": {"to": "sum", "value": "=sum+part"}}]}},
           {"print": "Result: {sum}"}]})",
      R"("q": {"kind": "queue", "between": "thread", "capacity": 0})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("sum"), Value(std::int64_t{2999 * 3000 / 2}));
  EXPECT_EQ(recording.lane("main").instants(InstantKind::kPrint).at(0).text, "Result: 4498500");
  for (const char* name : {"w0", "w1", "w2"}) {
    EXPECT_EQ(recording.lane(name).states().front(), LaneState::kStarting);
    EXPECT_EQ(recording.lane(name).events.back().event.kind, EventKind::kLaneEnd);
  }
}

TEST(Steps, AnOverflowEndsTheActorWithTheStepThatDidIt) {
  EngineRun run(R"("main": {"steps": [{"assign": {"to": "n", "value": 9223372036854775807}},
      {"assign": {"to": "n", "value": "=n+1"}}]})");
  const ActorOutcome outcome = run.run();
  EXPECT_EQ(outcome.how, ActorOutcome::How::kException);
  EXPECT_NE(outcome.text.find("/functions/main/steps/1"), std::string::npos) << outcome.text;
  const Recording recording = run.read();
  EXPECT_EQ(recording.lane("main").instants(InstantKind::kException).at(0).text, outcome.text);
}

TEST(Steps, AnExceptionEndsItsThreadAndNoOther) {
  EngineRun run(R"("bad": {"steps": [{"crash": {"kind": "exception", "text": "no luck"}}, {"print": "never"}]},
      "main": {"steps": [{"start": {"function": "bad", "runtime": "thread", "name": "bad"}, "as": "t"}, {"join": "t"},
                         {"print": "still here"}]})");
  EXPECT_EQ(run.run().how, ActorOutcome::How::kReturned);
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const ReadLane& bad = recording.lane("bad");
  EXPECT_THAT(bad.instants(InstantKind::kException).at(0).text, HasSubstr("no luck"));
  EXPECT_TRUE(bad.instants(InstantKind::kPrint).empty());
  EXPECT_EQ(bad.events.back().event.sub, static_cast<std::uint8_t>(LaneExit::kException));
  EXPECT_EQ(recording.lane("main").instants(InstantKind::kPrint).at(0).text, "still here");
}

TEST(Steps, ExitEndsTheActorWithItsCode) {
  EngineRun run(R"("main": {"steps": [{"exit": 4}, {"print": "never"}]})");
  const ActorOutcome outcome = run.run();
  EXPECT_EQ(outcome.how, ActorOutcome::How::kExit);
  EXPECT_EQ(outcome.code, 4);
  EXPECT_TRUE(run.read().lane("main").instants(InstantKind::kPrint).empty());
}

TEST(Steps, AThreadIsCreatedStartedAliveAndJoined) {
  EngineRun run(R"("work": {"steps": [{"get": {"from": "go"}}]},
      "main": {"steps": [
        {"create": {"function": "work", "runtime": "thread", "name": "w", "daemon": true}, "as": "t"},
        {"assign": {"to": "before", "value": "=t.alive"}}, {"assign": {"to": "noIdent", "value": "=t.ident"}},
        {"start": {"actor": "t"}},
        {"assign": {"to": "during", "value": "=t.alive"}}, {"assign": {"to": "ident", "value": "=t.ident"}},
        {"join": {"actor": "t", "timeout_ms": 10}}, {"assign": {"to": "still", "value": "=t.alive"}},
        {"put": {"to": "go", "value": 1}}, {"join": "t"}, {"assign": {"to": "after", "value": "=t.alive"}}]})",
                R"("go": {"kind": "queue", "between": "thread"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const ReadLane& main = recording.lane("main");
  EXPECT_EQ(main.local("before"), Value(false));
  EXPECT_TRUE(main.local("noIdent").isNone());
  EXPECT_EQ(main.local("during"), Value(true));
  EXPECT_NE(main.local("ident").asInteger(), nullptr);
  EXPECT_EQ(main.local("still"), Value(true));
  EXPECT_EQ(main.local("after"), Value(false));
  EXPECT_EQ(main.instants(InstantKind::kTimeout).size(), 1U);
  EXPECT_EQ(main.instants(InstantKind::kAnswer).back().text, "is_alive: False");
  EXPECT_TRUE(recording.lane("w").isDaemon);
  const std::vector<LaneState> states = recording.lane("w").states();
  ASSERT_GE(states.size(), 3U);
  EXPECT_EQ(states[0], LaneState::kCreated);
  EXPECT_EQ(states[1], LaneState::kStarting);
}

TEST(Steps, AThreadStartsOnlyOnceAndIsJoinedOnlyAfterItsStart) {
  EngineRun twice(R"("work": {"steps": []},
      "main": {"steps": [{"create": {"function": "work", "runtime": "thread"}, "as": "t"}, {"start": {"actor": "t"}},
                         {"start": {"actor": "t"}}]})");
  EXPECT_THAT(twice.run().text, HasSubstr("threads can only be started once"));
  EngineRun early(R"("work": {"steps": []},
      "main": {"steps": [{"create": {"function": "work", "runtime": "thread"}, "as": "t"}, {"join": "t"}]})");
  EXPECT_THAT(early.run().text, HasSubstr("cannot join thread before it is started"));
  EXPECT_TRUE(early.read().hasLane("Thread-1 (work)"));
}

TEST(Steps, WaitsNameTheirObjectTheirStepAndTheirLabel) {
  EngineRun run(R"("late": {"steps": [{"sleep": 20}, {"put": {"to": "q", "value": 1}}]},
      "main": {"steps": [{"start": {"function": "late", "runtime": "thread", "name": "t"}, "as": "t"},
                         {"get": {"from": "q"}, "label": "for {1+1} things"}, {"join": "t"}]})",
                R"("q": {"kind": "queue", "between": "thread"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  for (const ReadEvent& read : recording.lane("main").of(EventKind::kState)) {
    if (static_cast<LaneState>(read.event.sub) != LaneState::kWaitingQueue) continue;
    EXPECT_EQ(read.text, "for 2 things");
    EXPECT_EQ(read.event.target, run.program().objectNamed("q", -1).value);
    EXPECT_EQ(read.event.value, static_cast<std::uint64_t>(TargetKind::kObject));
    EXPECT_EQ(run.program().scenario.stepPointers.at(read.event.step), "/functions/main/steps/1");
    return;
  }
  FAIL() << "no wait for the queue";
}

TEST(Steps, OnlyTheHolderOfTheGilRuns) {
  EngineRun run(R"("work": {"steps": [{"compute": {"cpu_ms": 25}}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "count": 2, "name": "w{index}"}, "as": "t"},
                         {"join": "t"}]})",
                "", R"("interval_us": 2000)");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  // Spans of running of all lanes, in time: none may begin before the one before it has ended.
  std::vector<std::pair<std::int64_t, std::int64_t>> running;
  for (const ReadLane& lane : recording.lanes) {
    bool runs = false;
    std::int64_t since = 0;
    for (const ReadEvent& read : lane.events) {
      const bool isState = read.event.kind == EventKind::kState;
      if (!isState && read.event.kind != EventKind::kLaneEnd) continue;
      if (runs) running.emplace_back(since, read.event.timeNs);
      runs = isState && static_cast<LaneState>(read.event.sub) == LaneState::kRunning;
      since = read.event.timeNs;
    }
  }
  std::sort(running.begin(), running.end());
  std::int64_t overlapNs = 0;
  for (std::size_t i = 1; i < running.size(); ++i) {
    overlapNs += std::max<std::int64_t>(0, running[i - 1].second - running[i].first);
  }
  // The states are recorded before a drop, never after it: at most what lies between two looks at the clock.
  EXPECT_LT(overlapNs, 200'000);
}

TEST(Steps, SleepTakesItsTimeAndGivesTheGilAway) {
  EngineRun run(R"("main": {"steps": [{"sleep": {"ms": 15}, "label": "nap"}, {"sleep": {"us": 100}}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  const std::vector<ReadEvent> states = recording.lane("main").of(EventKind::kState);
  ASSERT_THAT(recording.lane("main").states(),
              ::testing::ElementsAre(LaneState::kStarting, LaneState::kRunning, LaneState::kSleeping,
                                     LaneState::kRunning, LaneState::kSleeping, LaneState::kRunning));
  EXPECT_GE(states[3].event.timeNs - states[2].event.timeNs, 15'000'000);
  EXPECT_EQ(states[2].text, "nap");
  EXPECT_EQ(recording.lane("main").of(EventKind::kGil).size(), 6U);
}

TEST(Steps, SleepUntilATimeCountsFromTheCallAndSaysWhatWasDueThen) {
  EngineRun run(R"("main": {"steps": [{"sleep": {"until_us": 5000}, "label": "#1"},
    {"sleep": {"until_us": 1000}, "label": "#2"}, {"sleep": {"until_us": 6000}}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  const std::vector<ReadEvent> due = recording.lane("main").instants(InstantKind::kTimeout);
  ASSERT_EQ(due.size(), 2U) << "what has no name is no request";
  EXPECT_EQ(due[0].text, "#1");
  EXPECT_EQ(due[1].text, "#2");
  EXPECT_GE(due[1].event.value, 4'000'000U) << "it was due before the first one";
  const auto dueAt = [](const ReadEvent& event) {
    return event.event.timeNs - static_cast<std::int64_t>(event.event.value);
  };
  EXPECT_LE(dueAt(due[1]), dueAt(due[0]) - 3'000'000);
  EXPECT_EQ(recording.problems(), "");
}

TEST(Steps, ALongPrintIsRecordedWhole) {
  EngineRun run(R"("main": {"steps": [{"assign": {"to": "t", "value": "0123456789abcdef"}},
      {"repeat": {"times": 13, "steps": [{"assign": {"to": "t", "value": "{t}{t}"}}]}}, {"print": "{t}"}]})");
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(run.run().text, "");
  const std::string written = ::testing::internal::GetCapturedStdout();
  const Recording recording = run.read();
  std::string recorded;
  for (const InstantKind kind : {InstantKind::kPrint, InstantKind::kPrintMore}) {
    for (const ReadEvent& read : recording.lane("main").instants(kind)) recorded += read.text;
  }
  EXPECT_EQ(recorded.size(), 16U << 13U);
  EXPECT_EQ(written, recorded + "\n");
}

TEST(Steps, ACallIsASliceInItsCallersLane) {
  EngineRun run(R"("inner": {"arguments": ["n"], "steps": [{"print": "{n}"}]},
      "main": {"steps": [{"call": {"function": "inner", "arguments": [5]}},
                         {"start": {"function": "inner", "runtime": "sequential", "name": "as if", "arguments": [6]}, "as": "s"},
                         {"assign": {"to": "alive", "value": "=s.alive"}}, {"join": "s"}]})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.lanes.size(), 1U);
  const std::vector<ReadEvent> slices = recording.lane("main").of(EventKind::kSliceBegin);
  ASSERT_EQ(slices.size(), 2U);
  EXPECT_EQ(slices[0].text, "inner");
  EXPECT_EQ(slices[1].text, "as if");
  EXPECT_EQ(recording.lane("main").local("alive"), Value(false));
}

TEST(Steps, HandlesGrowInARepeat) {
  EngineRun run(R"("work": {"arguments": ["i"], "steps": []},
      "main": {"steps": [{"repeat": {"times": 3, "index": "i", "steps": [
          {"start": {"function": "work", "runtime": "thread", "name": "w{i}", "arguments": ["=i"]}, "as": "crew"}]}},
        {"repeat": {"over": "=crew", "index": "one", "steps": [{"join": "one"}]}},
        {"assign": {"to": "name", "value": "=crew[2].name"}}]})");
  EXPECT_EQ(run.run().text, "");
  EXPECT_EQ(run.read().lane("main").local("name"), Value("w2"));
}

TEST(Race, ThePlainFormLosesNothingUnderTheGil) {
  EngineRun run(R"("work": {"steps": [{"add": {"to": "x", "times": 1000000}}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "count": 2}, "as": "t"}, {"join": "t"},
                         {"assign": {"to": "end", "value": "=x"}}]})",
                R"("x": {"kind": "variable", "of": 0})", R"("interval_us": 500)");
  EXPECT_EQ(run.run().text, "");
  EXPECT_EQ(run.read().lane("main").local("end"), Value(std::int64_t{2'000'000}));
}

TEST(Race, AReadAndAStoreInTwoStepsLoseWhatCameBetween) {
  EngineRun run(R"("work": {"steps": [{"assign": {"to": "read", "value": "=x"}}, {"put": {"to": "started", "value": 1}},
                                      {"get": {"from": "go"}}, {"assign": {"to": "x", "value": "=read+1"}}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "name": "w"}, "as": "t"},
        {"get": {"from": "started"}}, {"assign": {"to": "x", "value": "=x+10"}}, {"assign": {"to": "x", "value": "=x+10"}},
        {"put": {"to": "go", "value": 1}}, {"join": "t"}, {"assign": {"to": "end", "value": "=x"}}]})",
                R"("x": {"kind": "variable", "of": 0}, "started": {"kind": "queue", "between": "thread"},
                   "go": {"kind": "queue", "between": "thread"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.lane("main").local("end"), Value(std::int64_t{1}));
  const std::vector<ReadEvent> losses = recording.lane("w").instants(InstantKind::kLostUpdate);
  ASSERT_EQ(losses.size(), 1U);
  EXPECT_EQ(losses[0].event.value, 2U);
  EXPECT_TRUE(recording.lane("main").instants(InstantKind::kLostUpdate).empty());
}

class RaceTest : public ::testing::TestWithParam<const char*> {};

TEST_P(RaceTest, ACheckBetweenReadAndStoreLosesUpdatesAndTheLockSavesThem) {
  for (const bool hasLock : {false, true}) {
    const std::string lock = hasLock ? R"({"acquire": "l"},)" : "";
    const std::string unlock = hasLock ? R"(,{"release": "l"})" : "";
    // With the lock in pieces, so that the threads come to wait for each other. Long enough, and begun together, so
    // that none is done before the other has got a core.
    const std::string pieces = hasLock ? "50" : "1";
    EngineRun run(
        R"("work": {"steps": [{"get": {"from": "go"}}, {"repeat": {"times": )" + pieces + R"(, "steps": [)" + lock +
            R"({"add": {"to": "x", "form": ")" + GetParam() + R"(", "times": "=3000000/)" + pieces + R"("}})" + unlock +
            R"(]}}]},
        "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "count": 2, "name": "w{index}"}, "as": "t"},
                           {"put": {"to": "go", "value": 1}}, {"put": {"to": "go", "value": 2}}, {"join": "t"}, {"assign": {"to": "end", "value": "=x"}}]})",
        R"("x": {"kind": "variable", "of": 0}, "l": {"kind": "lock"}, "go": {"kind": "queue", "between": "thread"})",
        R"("interval_us": 100)");
    EXPECT_EQ(run.run().text, "");
    const Recording recording = run.read();
    EXPECT_EQ(recording.problems(), "");
    const std::int64_t lost = 6'000'000 - *recording.lane("main").local("end").asInteger();
    std::size_t told = 0;
    for (const char* name : {"w0", "w1"}) told += recording.lane(name).instants(InstantKind::kLostUpdate).size();
    if (hasLock) {
      EXPECT_EQ(lost, 0);
      EXPECT_EQ(told, 0U);
    } else {
      // The band of A23, one per cent, is for the median of quiet runs (./dev bench claims).
      EXPECT_GT(lost, 20'000);
      EXPECT_GT(told, 0U);
      EXPECT_LE(told, 40U);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Forms, RaceTest, ::testing::Values("call", "each_op"),
                         [](const auto& tested) { return std::string(tested.param); });

}  // namespace
}  // namespace threadline::engine::testing
