// SPDX-License-Identifier: GPL-3.0-or-later
// Values, arrays, locals and pipes as scenarios use them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/engine/objects/numbers.h"
#include "core/engine/objects/object_table.h"
#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using scenario::Value;
using ::testing::HasSubstr;

TEST(SharedValue, HoldsItsTypeAndIsCountedUpUnderItsLock) {
  EngineRun run(R"("work": {"steps": [{"repeat": {"times": 200, "steps": [
          {"acquire": "v"}, {"add": {"to": "v"}}, {"release": "v"}]}}]},
      "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "count": 3}, "as": "t"}, {"join": "t"},
        {"assign": {"to": "sum", "value": "=v"}}, {"assign": {"to": "d", "value": "=d + 0"}},
        {"assign": {"to": "decimal", "value": "=d"}}]})",
                R"("v": {"kind": "value", "of": 0}, "d": {"kind": "value", "of": 2})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("sum"), Value(std::int64_t{600}));
  EXPECT_EQ(recording.lane("main").local("decimal"), Value(std::int64_t{2}));
}

TEST(SharedValue, RefusesWhatIsNoNumberOfItsType) {
  EngineRun text(R"("main": {"steps": [{"assign": {"to": "v", "value": "word"}}]})",
                 R"("v": {"kind": "value", "of": 1})");
  EXPECT_THAT(text.run().text, HasSubstr("v holds whole numbers"));
  EngineRun decimal(R"("main": {"steps": [{"assign": {"to": "v", "value": 2.5}}]})",
                    R"("v": {"kind": "value", "of": 1})");
  EXPECT_THAT(decimal.run().text, HasSubstr("v holds whole numbers"));
}

TEST(SharedArray, GivesAndTakesItsElements) {
  EngineRun run(R"("main": {"steps": [
        {"repeat": {"times": 4, "index": "i", "steps": [{"assign": {"to": "a[i]", "value": "=a[i] * 10 + i"}}]}},
        {"assign": {"to": "last", "value": "=a[3]"}}, {"add": {"to": "a[0]", "value": 7}},
        {"assign": {"to": "first", "value": "=a[0]"}}, {"assign": {"to": "third", "value": "=b[2]"}}]})",
                R"("a": {"kind": "array", "of": [1, 2, 3, 4]}, "b": {"kind": "array", "of": 1.5, "size": 3})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  const ReadLane& main = recording.lane("main");
  EXPECT_EQ(main.local("last"), Value(std::int64_t{43}));
  EXPECT_EQ(main.local("first"), Value(std::int64_t{17}));
  EXPECT_EQ(main.local("third"), Value(1.5));
}

TEST(SharedArray, SaysWhichElementItDoesNotHave) {
  EngineRun run(R"("main": {"steps": [{"assign": {"to": "i", "value": 4}}, {"assign": {"to": "a[i]", "value": 1}}]})",
                R"("a": {"kind": "array", "of": 0, "size": 4})");
  EXPECT_THAT(run.run().text, HasSubstr("there is no a[4]: it has 4"));
}

TEST(SharedArray, LiesInTheSharedBlockForEveryProcess) {
  EngineRun run(R"("main": {"steps": [{"assign": {"to": "a[1]", "value": 9}}]})",
                R"("v": {"kind": "value", "of": 3}, "a": {"kind": "array", "of": [1, 2]})");
  EXPECT_EQ(run.run().text, "");
  auto attached = SharedBlock::attach(run.program(), dup(run.process().shared->memfd()));
  ASSERT_TRUE(attached.isOk()) << attached.error().message;
  EXPECT_EQ(attached.value()->numbers({0})[0].load(), 3U);
  EXPECT_EQ(attached.value()->numbers({1})[1].load(), 9U);
}

TEST(Local, HasAValueOfItsOwnInEveryThread) {
  EngineRun run(R"("work": {"arguments": ["i"], "steps": [{"assign": {"to": "before", "value": "=mine"}},
          {"repeat": {"times": 50, "steps": [{"assign": {"to": "mine", "value": "=mine + i"}}]}},
          {"assign": {"to": "after", "value": "=mine"}}]},
      "main": {"steps": [{"assign": {"to": "mine", "value": 1000}},
        {"start": {"function": "work", "runtime": "thread", "count": 3, "name": "w{index}", "arguments": ["=index"]},
         "as": "t"}, {"join": "t"}, {"assign": {"to": "own", "value": "=mine"}}]})",
                R"("mine": {"kind": "local", "of": 5})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("own"), Value(std::int64_t{1000}));
  EXPECT_EQ(recording.lane("w0").local("before"), Value(std::int64_t{5}));
  EXPECT_EQ(recording.lane("w2").local("after"), Value(std::int64_t{105}));
}

TEST(Pipe, CarriesBothWaysInOrderAndOneEndDoesNotGetItsOwn) {
  EngineRun run(R"("other": {"steps": [{"repeat": {"times": 3, "steps": [
          {"get": {"from": "p.b"}, "as": "x"}, {"put": {"to": "p.b", "value": "=x * 2"}}]}}]},
      "main": {"steps": [{"start": {"function": "other", "runtime": "thread", "name": "other"}, "as": "t"},
        {"repeat": {"times": 3, "index": "i", "steps": [{"put": {"to": "p.a", "value": "=i"}}]}},
        {"get": {"from": "p.a"}, "as": "r0"}, {"get": {"from": "p.a"}, "as": "r1"}, {"get": {"from": "p.a"}, "as": "r2"},
        {"get": {"from": "p.a", "timeout_ms": 5}, "as": "nothing"}, {"join": "t"}]})",
                R"("p": {"kind": "pipe"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const ReadLane& main = recording.lane("main");
  EXPECT_EQ(main.local("r0"), Value(std::int64_t{0}));
  EXPECT_EQ(main.local("r1"), Value(std::int64_t{2}));
  EXPECT_EQ(main.local("r2"), Value(std::int64_t{4}));
  EXPECT_TRUE(main.local("nothing").isNone());
}

TEST(Pipe, APutWaitsWhileThePipeIsFullAndABigItemGoesThroughWhole) {
  EngineRun run(R"("take": {"steps": [{"sleep": 30}, {"get": {"from": "p.b"}, "as": "bytes"}]},
      "main": {"steps": [{"start": {"function": "take", "runtime": "thread", "name": "taker"}, "as": "t"},
        {"put": {"to": "p.a", "bytes": 2000000}}, {"join": "t"}]})",
                R"("p": {"kind": "pipe"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_TRUE(recording.lane("main").has(LaneState::kWaitingQueue));
  EXPECT_EQ(recording.lane("taker").local("bytes"), Value(std::int64_t{2'000'000}));
}

TEST(Pipe, RubbishInItIsAnErrorOfItsReader) {
  EngineRun run(R"("main": {"steps": [{"get": {"from": "p.a", "timeout_ms": 500}}]})", R"("p": {"kind": "pipe"})");
  const std::string rubbish(64, '\x5A');
  ASSERT_EQ(write(run.process().shared->cell({0}).writeEnd, rubbish.data(), rubbish.size()), 64);
  EXPECT_THAT(run.run().text, HasSubstr("damaged"));
}

}  // namespace
}  // namespace threadline::engine::testing
