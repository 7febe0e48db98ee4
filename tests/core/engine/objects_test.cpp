// SPDX-License-Identifier: GPL-3.0-or-later
// Queues and locks as scenarios use them, in one process; and values on their way through a pipe.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/engine/objects/lock.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/value_codec.h"
#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using scenario::Value;

std::vector<std::int64_t> valuesOf(const ReadLane& lane, EventKind kind, CounterKind counter) {
  std::vector<std::int64_t> values;
  for (const ReadEvent& read : lane.of(kind)) {
    if (read.event.sub == static_cast<std::uint8_t>(counter))
      values.push_back(static_cast<std::int64_t>(read.event.value));
  }
  return values;
}

/// The same scenarios over a queue within the process and over one between processes.
class QueueTest : public ::testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] static std::string queue(int capacity) {
    return R"("q": {"kind": "queue", "between": ")" + std::string(GetParam()) + R"(", "capacity": )" +
           std::to_string(capacity) + "}";
  }
};

TEST_P(QueueTest, ItemsComeOutInTheOrderInWhichTheyWentIn) {
  EngineRun run(R"("main": {"steps": [
      {"put": {"to": "q", "value": 1}}, {"put": {"to": "q", "value": "two"}}, {"put": {"to": "q", "value": [3, "four"]}},
      {"get": {"from": "q"}, "as": "a"}, {"get": {"from": "q"}, "as": "b"}, {"get": {"from": "q"}, "as": "c"}]})",
                queue(0));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const ReadLane& main = recording.lane("main");
  EXPECT_EQ(main.local("a"), Value(std::int64_t{1}));
  EXPECT_EQ(main.local("b"), Value("two"));
  EXPECT_EQ(main.local("c"), Value("[3, 'four']"));
  EXPECT_EQ(main.of(EventKind::kFlowIn).size(), 3U);
}

TEST_P(QueueTest, AFullQueueMakesThePutterWaitUntilSomebodyTakes) {
  EngineRun run(R"("take": {"steps": [{"sleep": 30}, {"get": {"from": "q"}, "as": "item"}]},
      "main": {"steps": [{"put": {"to": "q", "value": 1}},
        {"start": {"function": "take", "runtime": "thread", "name": "taker"}, "as": "t"},
        {"put": {"to": "q", "value": 2}}, {"join": "t"}, {"get": {"from": "q"}, "as": "last"}]})",
                queue(1));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(recording.lane("main").has(LaneState::kWaitingQueue));
  EXPECT_EQ(recording.lane("taker").local("item"), Value(std::int64_t{1}));
  EXPECT_EQ(recording.lane("main").local("last"), Value(std::int64_t{2}));
}

TEST_P(QueueTest, AGetThatTimesOutGivesNothingAndSaysSo) {
  EngineRun run(R"("main": {"steps": [{"assign": {"to": "item", "value": 7}},
      {"get": {"from": "q", "timeout_ms": 15}, "as": "item"},
      {"put": {"to": "q", "value": 1}},
      {"put": {"to": "q", "value": 2, "timeout_ms": 15}, "as": "fitted"}]})",
                queue(1));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  const ReadLane& main = recording.lane("main");
  EXPECT_TRUE(main.local("item").isNone());
  EXPECT_EQ(main.local("fitted"), Value(false));
  EXPECT_EQ(main.instants(InstantKind::kTimeout).size(), 2U);
  EXPECT_EQ(recording.problems(), "");
}

TEST_P(QueueTest, WaitingGettersGetEveryItemOnce) {
  EngineRun run(R"("take": {"steps": [{"assign": {"to": "sum", "value": 0}},
        {"repeat": {"times": 100, "steps": [{"get": {"from": "q"}, "as": "item"}, {"assign": {"to": "sum", "value": "=sum+item"}}]}}]},
      "main": {"steps": [{"start": {"function": "take", "runtime": "thread", "count": 3, "name": "t{index}"}, "as": "t"},
        {"repeat": {"times": 300, "index": "i", "steps": [{"put": {"to": "q", "value": "=i"}}]}}, {"join": "t"}]})",
                queue(4));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  std::int64_t sum = 0;
  std::size_t arrived = 0;
  for (const char* name : {"t0", "t1", "t2"}) {
    sum += *recording.lane(name).local("sum").asInteger();
    for (const ReadEvent& flow : recording.lane(name).of(EventKind::kFlowIn)) {
      arrived += flow.event.sub == static_cast<std::uint8_t>(FlowKind::kPut) ? 1 : 0;
    }
  }
  EXPECT_EQ(sum, 299 * 300 / 2);
  EXPECT_EQ(arrived, 300U);
  const std::vector<std::int64_t> depths = valuesOf(recording.lane("main"), EventKind::kCounter, CounterKind::kDepth);
  EXPECT_LE(*std::max_element(depths.begin(), depths.end()), 4);
}

INSTANTIATE_TEST_SUITE_P(InAndBetweenProcesses, QueueTest, ::testing::Values("thread", "process"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(Queue, ABigItemGoesThroughThePipeWhole) {
  EngineRun run(R"("main": {"steps": [{"put": {"to": "q", "bytes": 1000000}}, {"put": {"to": "q", "value": "after"}},
      {"get": {"from": "q"}, "as": "big"}, {"get": {"from": "q"}, "as": "small"}]})",
                R"("q": {"kind": "queue", "between": "process"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.lane("main").local("big"), Value(std::int64_t{1'000'000}));
  EXPECT_EQ(recording.lane("main").local("small"), Value("after"));
  EXPECT_TRUE(recording.lane("main").has(LaneState::kWaitingQueue));
  EXPECT_EQ(recording.lane("feeder of q").kind, LaneKind::kService);
  EXPECT_TRUE(recording.lane("feeder of q").has(LaneState::kWaitingIo));
  EXPECT_EQ(recording.problems(), "");
}

TEST(Queue, AnEmptySequentialQueueIsAnErrorAndNotAWait) {
  EngineRun run(R"("main": {"steps": [{"get": {"from": "q"}, "as": "never"}]})",
                R"("q": {"kind": "queue", "between": "sequential"})");
  const ActorOutcome outcome = run.run();
  EXPECT_EQ(outcome.how, ActorOutcome::How::kException);
  EXPECT_NE(outcome.text.find("/functions/main/steps/0"), std::string::npos) << outcome.text;
}

TEST(Queue, LookingInALoopIsOneSpanOfChecking) {
  EngineRun run(R"("later": {"steps": [{"sleep": 20}, {"put": {"to": "q", "value": "x"}}]},
      "main": {"steps": [{"start": {"function": "later", "runtime": "thread", "name": "t"}, "as": "t"},
        {"assign": {"to": "item", "value": "none yet"}},
        {"repeat": {"until": "item == 'x'", "steps": [{"get": {"from": "q", "timeout_ms": 0}, "as": "item"},
                                                       {"sleep": 0, "when": "item == 'never'"}]}},
        {"join": "t"}]})",
                R"("q": {"kind": "queue", "between": "thread"})", R"("gil": false)");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const std::vector<LaneState> states = recording.lane("main").states();
  EXPECT_EQ(std::count(states.begin(), states.end(), LaneState::kChecking), 1);
  EXPECT_LT(recording.lane("main").events.size(), 60U);
}

TEST(Lock, AWaiterIsHandedTheLockAndTheLaneSaysWhoHadIt) {
  EngineRun run(
      R"("hold": {"steps": [{"acquire": "l"}, {"put": {"to": "q", "value": 1}}, {"sleep": 30}, {"release": "l"}]},
      "main": {"steps": [{"start": {"function": "hold", "runtime": "thread", "name": "holder"}, "as": "t"},
        {"get": {"from": "q"}}, {"acquire": "l", "label": "mine"}, {"release": "l"}, {"join": "t"}]})",
      R"("l": {"kind": "lock"}, "q": {"kind": "queue", "between": "thread"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const ReadLane& main = recording.lane("main");
  bool hasWaited = false;
  for (const ReadEvent& read : main.of(EventKind::kState)) {
    if (read.text != "mine" || read.event.sub != static_cast<std::uint8_t>(LaneState::kWaitingLock)) continue;
    hasWaited = true;
    EXPECT_EQ(read.event.other, recording.lane("holder").id.value);
    EXPECT_EQ(read.event.target, run.program().objectNamed("l", -1).value);
  }
  EXPECT_TRUE(hasWaited);
  const std::vector<ReadEvent> arrivals = main.of(EventKind::kFlowIn);
  EXPECT_TRUE(std::any_of(arrivals.begin(), arrivals.end(), [](const ReadEvent& read) {
    return read.event.sub == static_cast<std::uint8_t>(FlowKind::kRelease);
  }));
}

TEST(Lock, AFreeLockCostsTheTraceNothing) {
  EngineRun run(R"("main": {"steps": [{"repeat": {"times": 20000, "steps": [
      {"acquire": "l"}, {"add": {"to": "x"}}, {"release": "l"}]}}]})",
                R"("l": {"kind": "lock"}, "x": {"kind": "variable", "of": 0})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  // Values of the variable come at most once a millisecond; the rest is the lane's beginning and end.
  const ReadLane& main = recording.lane("main");
  EXPECT_LT(main.events.size() - main.of(EventKind::kCounter).size(), 20U);
  EXPECT_EQ(main.of(EventKind::kCounter).back().event.value, 20000U);
}

TEST(Lock, ReleasingAFreeLockEndsTheActor) {
  EngineRun run(R"("main": {"steps": [{"release": "l"}]})", R"("l": {"kind": "lock"})");
  EXPECT_NE(run.run().text.find("release unlocked lock"), std::string::npos);
}

TEST(Lock, ATimedAcquisitionGivesUp) {
  for (const char* between : {"thread", "process"}) {
    EngineRun run(
        R"("main": {"steps": [{"acquire": "l"}, {"acquire": {"object": "l", "timeout_ms": 20}, "as": "again"}]})",
        R"("l": {"kind": "lock", "between": ")" + std::string(between) + R"("})");
    EXPECT_EQ(run.run().text, "");
    const Recording recording = run.read();
    EXPECT_EQ(recording.lane("main").local("again"), Value(false)) << between;
    EXPECT_EQ(recording.lane("main").instants(InstantKind::kTimeout).size(), 1U);
  }
}

TEST(ObjectTable, ACopyForAForkHasTheValuesAndNoneOfTheWaiters) {
  EngineRun run(
      R"("main": {"steps": [{"assign": {"to": "x", "value": 5}}, {"acquire": "l"}, {"put": {"to": "q", "value": 1}}]})",
      R"("x": {"kind": "variable", "of": 0}, "l": {"kind": "lock"}, "q": {"kind": "queue", "between": "thread"})");
  EXPECT_EQ(run.run().text, "");
  const std::unique_ptr<ObjectTable> copy = run.process().objects->copyForFork();
  const Program& program = run.program();
  Recorder recorder(run.rings(), makeTestLane(run.rings(), "child"));
  EXPECT_FALSE(copy->lock(program.objectNamed("l", -1))->tryAcquire({recorder, "child", 0}));
  EXPECT_EQ(copy->lock(program.objectNamed("x", -1)), nullptr);
}

TEST(ValueCodec, EveryValueComesBackAsItWas) {
  const scenario::List list{Value(),    Value(true),   Value(std::int64_t{-5}),
                            Value(2.5), Value("text"), Value(scenario::List{Value(false)})};
  const auto bytes = encodeValue(Value(list));
  ASSERT_TRUE(bytes.isOk());
  const auto back = decodeValue(bytes.value());
  ASSERT_TRUE(back.isOk());
  EXPECT_EQ(back.value(), Value(list));
}

TEST(ValueCodec, DamagedBytesAreAnErrorAtEveryCut) {
  const auto bytes = encodeValue(Value(scenario::List{Value("some text"), Value(std::int64_t{1})}));
  ASSERT_TRUE(bytes.isOk());
  for (std::size_t size = 0; size < bytes.value().size(); ++size) {
    EXPECT_FALSE(decodeValue(std::string_view(bytes.value()).substr(0, size)).isOk()) << size;
  }
  EXPECT_FALSE(decodeValue(bytes.value() + "x").isOk());
  EXPECT_FALSE(decodeValue(std::string(100, '\x06')).isOk());
}

TEST(ValueCodec, AnActorStaysInItsProcess) {
  EXPECT_FALSE(encodeValue(Value(scenario::ActorHandle{1})).isOk());
}

}  // namespace
}  // namespace threadline::engine::testing
