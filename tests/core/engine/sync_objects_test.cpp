// SPDX-License-Identifier: GPL-3.0-or-later
// Semaphores, read-write locks, events and barriers as scenarios use them: in one process, and over the shared block as
// between processes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/engine/objects/lock.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/waitable.h"
#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using scenario::Value;
using ::testing::HasSubstr;

std::size_t handOvers(const Recording& recording) {
  std::size_t count = 0;
  for (const auto& [lane, read] : recording.inTime(EventKind::kFlowIn)) {
    count += read.event.sub == static_cast<std::uint8_t>(FlowKind::kRelease) ? 1 : 0;
  }
  return count;
}

std::int64_t deepest(const Recording& recording, ObjectId object) {
  std::int64_t most = 0;
  for (const auto& [lane, read] : recording.inTime(EventKind::kCounter)) {
    if (read.event.target != object.value || read.event.sub != static_cast<std::uint8_t>(CounterKind::kDepth)) continue;
    most = std::max(most, static_cast<std::int64_t>(read.event.value));
  }
  return most;
}

class SyncObject : public ::testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] static std::string object(const std::string& fields) {
    return R"("o": {)" + fields + R"(, "between": ")" + GetParam() +
           R"("}, "q": {"kind": "queue", "between": "thread"}, "n": {"kind": "variable", "of": 0})";
  }
};

TEST_P(SyncObject, ASemaphoreLetsInAsManyAsItHasPermits) {
  EngineRun run(R"("use": {"steps": [{"repeat": {"times": 20, "steps": [
          {"acquire": "o"}, {"sleep": {"us": 200}}, {"release": "o"}]}}]},
      "main": {"steps": [{"start": {"function": "use", "runtime": "thread", "count": 5, "name": "t{index}"}, "as": "t"},
        {"join": "t"}]})",
                object(R"("kind": "semaphore", "permits": 2)"));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(deepest(recording, run.program().objectNamed("o", -1)), 2);
  EXPECT_GT(handOvers(recording), 0U);
}

TEST_P(SyncObject, ABoundedSemaphoreRefusesAReleaseTooManyAndAnUnboundedGrows) {
  EngineRun bounded(R"("main": {"steps": [{"release": "o"}]})", object(R"("kind": "semaphore", "permits": 2)"));
  EXPECT_THAT(bounded.run().text, HasSubstr("semaphore released too many times"));
  EngineRun unbounded(R"("main": {"steps": [{"release": "o"}, {"acquire": "o"},
      {"acquire": {"object": "o", "timeout_ms": 0}, "as": "second"}]})",
                      object(R"("kind": "semaphore", "permits": 0, "bounded": false)"));
  EXPECT_EQ(unbounded.run().text, "");
  EXPECT_EQ(unbounded.read().lane("main").local("second"), Value(false));
}

TEST_P(SyncObject, ReadersShareAReadWriteLockAndAWriterIsAlone) {
  EngineRun run(R"("read": {"steps": [{"acquire": {"object": "o", "mode": "read"}}, {"put": {"to": "q", "value": 1}},
          {"sleep": 20}, {"release": "o"}]},
      "main": {"steps": [{"start": {"function": "read", "runtime": "thread", "count": 3, "name": "r{index}"}, "as": "t"},
        {"repeat": {"times": 3, "steps": [{"get": {"from": "q"}}]}},
        {"acquire": {"object": "o", "mode": "write", "timeout_ms": 0}, "as": "early"},
        {"acquire": {"object": "o", "mode": "write"}},
        {"acquire": {"object": "o", "mode": "read", "timeout_ms": 10}, "as": "beside"},
        {"release": "o"}, {"join": "t"}]})",
                object(R"("kind": "rwlock")"));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(deepest(recording, run.program().objectNamed("o", -1)), 3);
  EXPECT_EQ(recording.lane("main").local("early"), Value(false));
  EXPECT_EQ(recording.lane("main").local("beside"), Value(false));
}

TEST_P(SyncObject, AWriterThatWaitsComesBeforeReadersThatComeLater) {
  EngineRun run(R"("write": {"steps": [{"put": {"to": "q", "value": 1}}, {"acquire": {"object": "o", "mode": "write"}},
          {"assign": {"to": "n", "value": 1}}, {"release": "o"}]},
      "main": {"steps": [{"acquire": {"object": "o", "mode": "read"}},
        {"start": {"function": "write", "runtime": "thread", "name": "writer"}, "as": "t"},
        {"get": {"from": "q"}}, {"assign": {"to": "got", "value": true}},
        {"repeat": {"until": "not got", "steps": [
          {"acquire": {"object": "o", "mode": "read", "timeout_ms": 0}, "as": "got"},
          {"release": "o", "when": "got"}, {"sleep": {"us": 100}}]}},
        {"release": "o"}, {"acquire": {"object": "o", "mode": "read"}}, {"assign": {"to": "seen", "value": "=n"}},
        {"release": "o"}, {"join": "t"}]})",
                object(R"("kind": "rwlock")"));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("seen"), Value(std::int64_t{1}));
}

TEST_P(SyncObject, AnEventLetsAllWhoWaitGoAndStaysSetUntilItIsCleared) {
  EngineRun run(R"("wait": {"steps": [{"put": {"to": "q", "value": 1}}, {"wait": "o", "as": "was_set"}]},
      "main": {"steps": [{"wait": {"object": "o", "timeout_ms": 0}, "as": "before"},
        {"start": {"function": "wait", "runtime": "thread", "count": 3, "name": "w{index}"}, "as": "t"},
        {"repeat": {"times": 3, "steps": [{"get": {"from": "q"}}]}}, {"sleep": 20},
        {"set": "o"}, {"join": "t"}, {"wait": "o", "as": "after"},
        {"set": {"object": "o", "value": false}}, {"wait": {"object": "o", "timeout_ms": 10}, "as": "cleared"}]})",
                object(R"("kind": "event")"));
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  const ReadLane& main = recording.lane("main");
  EXPECT_EQ(main.local("before"), Value(false));
  EXPECT_EQ(main.local("after"), Value(true));
  EXPECT_EQ(main.local("cleared"), Value(false));
  EXPECT_EQ(recording.lane("w2").local("was_set"), Value(true));
  EXPECT_EQ(main.instants(InstantKind::kTimeout).size(), 2U);
}

TEST_P(SyncObject, ABarrierLetsNobodyIntoTheNextPhaseBeforeAllHaveCome) {
  EngineRun run(R"("work": {"arguments": ["i"], "steps": [{"assign": {"to": "bad", "value": 0}},
        {"repeat": {"times": 10, "index": "phase", "steps": [
          {"acquire": "l"}, {"add": {"to": "n"}}, {"release": "l"}, {"wait": "o", "as": "number"},
          {"add": {"to": "bad"}, "when": "n < (phase + 1) * 3"}, {"wait": "o"}]}}]},
      "main": {"steps": [
        {"start": {"function": "work", "runtime": "thread", "count": 3, "name": "w{index}", "arguments": ["=index"]},
         "as": "t"}, {"join": "t"}]})",
                object(R"("kind": "barrier", "parties": 3)") + R"(, "l": {"kind": "lock"})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  std::int64_t numbers = 0;
  for (const char* name : {"w0", "w1", "w2"}) {
    EXPECT_EQ(recording.lane(name).local("bad"), Value(std::int64_t{0}));
    numbers += *recording.lane(name).local("number").asInteger();
  }
  EXPECT_EQ(numbers, 0 + 1 + 2);
}

TEST_P(SyncObject, AWaitThatEndsByItsTimeLimitBreaksTheBarrierForAll) {
  EngineRun run(R"("late": {"steps": [{"wait": "o"}]},
      "main": {"steps": [{"start": {"function": "late", "runtime": "thread", "name": "other"}, "as": "t"},
        {"wait": {"object": "o", "timeout_ms": 30}}]})",
                object(R"("kind": "barrier", "parties": 3)"));
  EXPECT_THAT(run.run().text, HasSubstr("BrokenBarrierError"));
  const std::vector<ReadEvent> failures = run.read().lane("other").instants(InstantKind::kException);
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_THAT(failures.front().text, HasSubstr("BrokenBarrierError"));
}

INSTANTIATE_TEST_SUITE_P(InAndBetweenProcesses, SyncObject, ::testing::Values("thread", "process"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(SyncObjects, ACopyForAForkHasTheStateAndNoneOfTheWaiters) {
  EngineRun run(R"("main": {"steps": [{"acquire": "s"}, {"set": "e"}, {"assign": {"to": "v", "value": 5}}]})",
                R"("s": {"kind": "semaphore", "permits": 1}, "e": {"kind": "event"},
                   "v": {"kind": "value", "of": 1, "between": "thread"})");
  EXPECT_EQ(run.run().text, "");
  const std::unique_ptr<ObjectTable> copy = run.process().objects->copyForFork();
  Recorder recorder(run.rings(), makeTestLane(run.rings(), "child"));
  const LockUser user{recorder, "child", 0};
  const Program& program = run.program();
  EXPECT_FALSE(copy->lock(program.objectNamed("s", -1))->tryAcquire(user));
  std::uint32_t ticket = 0;
  const auto arrived = copy->waitable(program.objectNamed("e", -1))->arrive(user, ticket);
  ASSERT_TRUE(arrived.isOk());
  EXPECT_TRUE(arrived.value().has_value());
}

}  // namespace
}  // namespace threadline::engine::testing
