// SPDX-License-Identifier: GPL-3.0-or-later
// Actors that wait for each other for ever are found from outside, named, and their run is ended with nothing left.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/run_facts.h"
#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

using ::testing::HasSubstr;

std::string messageOf(ScenarioRun& run) {
  return report::failureMessage(*run.snapshot(), run.ending(), run.controller().hostMessage());
}

void expectCleanEnd(ScenarioRun& run) {
  const model::SnapshotPtr snapshot = run.snapshot();
  EXPECT_EQ(run.ending(), model::RunEnding::kFailed);
  EXPECT_EQ(run.controller().hostMessage(), "");
  expectLanesAddUp(*snapshot);
  for (const model::Process& process : snapshot->processes()) {
    EXPECT_TRUE(process.collected.has_value()) << process.name;
  }
  EXPECT_TRUE(becomesTrue([&] { return processesOf(run.group()).empty(); }));
}

class Deadlock : public testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] static std::string objects() {
    const std::string between = std::string(R"("between": ")") + GetParam() + "\"";
    const std::string lock = R"({"kind": "lock", )" + between + "}";
    return R"("objects": {"a": )" + lock + R"(, "b": )" + lock + R"(, "meet": {"kind": "barrier", "parties": 2, )" +
           between + "}},";
  }
  /// main starts `first` and `second` in the runtime of this case and joins both.
  [[nodiscard]] static std::string mainOfTwo() {
    const auto start = [](const std::string& name) {
      return R"({"start": {"function": ")" + name + R"(", "runtime": ")" + GetParam() + R"(", "name": ")" + name +
             R"("}, "as": "t_)" + name + "\"}";
    };
    return R"("main": {"steps": [)" + start("first") + "," + start("second") +
           R"(, {"join": "t_first"}, {"join": "t_second"}, {"print": "through"}]})";
  }
};

TEST_P(Deadlock, OfTwoLocksIsNamedAndEnded) {
  const auto run = runToTheEnd(scenarioOf(
      R"("first": {"steps": [{"acquire": "a"}, {"wait": "meet"}, {"acquire": "b"}]},
         "second": {"steps": [{"acquire": "b"}, {"wait": "meet"}, {"acquire": "a"}]},)" +
          mainOfTwo(),
      objects()));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(messageOf(*run), "Deadlock: first waits for b, held by second; second waits for a, held by first.");
  const model::Lane first = laneNamed(*run->snapshot(), "first");
  EXPECT_EQ(run->snapshot()->span(first.id, run->snapshot()->spanCount(first.id) - 1).state, LaneState::kWaitingLock);
  expectCleanEnd(*run);
}

TEST_P(Deadlock, IsNoneWhereAHolderOnlyTakesItsTime) {
  const auto run = runToTheEnd(scenarioOf(
      R"("first": {"steps": [{"acquire": "a"}, {"wait": "meet"}, {"sleep": 900}, {"release": "a"}]},
         "second": {"steps": [{"acquire": "b"}, {"wait": "meet"}, {"acquire": "a"}]},)" +
          mainOfTwo(),
      objects()));
  ASSERT_NE(run, nullptr);
  EXPECT_TRUE(report::deadlockOf(*run->snapshot()).empty());
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
  EXPECT_EQ(outputOf(*run->snapshot()), (std::vector<std::string>{"through"}));
}

TEST_P(Deadlock, IsNoneWhereAWaitHasATimeLimit) {
  const auto run = runToTheEnd(scenarioOf(
      R"("first": {"steps": [{"acquire": "a"}, {"wait": "meet"}, {"acquire": {"object": "b", "timeout_ms": 900}},
                             {"release": "a"}]},
         "second": {"steps": [{"acquire": "b"}, {"wait": "meet"}, {"acquire": "a"}, {"release": "b"}]},)" +
          mainOfTwo(),
      objects()));
  ASSERT_NE(run, nullptr);
  EXPECT_TRUE(report::deadlockOf(*run->snapshot()).empty());
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
}

TEST_P(Deadlock, OfAJoinAndALockIsFoundToo) {
  const auto run = runToTheEnd(scenarioOf(
      R"("child": {"steps": [{"acquire": "a"}]},
         "main": {"steps": [{"acquire": "a"}, {"start": {"function": "child", "runtime": ")" +
          std::string(GetParam()) + R"(", "name": "child"}, "as": "c"}, {"join": "c"}]})",
      objects()));
  ASSERT_NE(run, nullptr);
  EXPECT_THAT(messageOf(*run), HasSubstr("waits for the end of child; child waits for a, held by"));
  expectCleanEnd(*run);
}

INSTANTIATE_TEST_SUITE_P(InAndBetweenProcesses, Deadlock, testing::Values("thread", "process"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(Deadlocks, WhoAcquiresALockTwiceWaitsForHimself) {
  const auto run = runToTheEnd(scenarioOf(R"("main": {"steps": [{"acquire": "a"}, {"acquire": "a"}]})",
                                          R"("objects": {"a": {"kind": "lock"}},)"));
  ASSERT_NE(run, nullptr);
  EXPECT_THAT(messageOf(*run), HasSubstr("waits for a, held by"));
  expectCleanEnd(*run);
}

TEST(Deadlocks, OfASemaphoreWithASecondHolderAreNone) {
  const auto run = runToTheEnd(scenarioOf(
      R"("other": {"steps": [{"acquire": "s"}, {"wait": "meet"}, {"sleep": 900}, {"release": "s"}]},
         "stuck": {"steps": [{"acquire": "s"}, {"wait": "meet"}, {"acquire": "l"}, {"release": "l"}, {"release": "s"}]},
         "main": {"steps": [{"acquire": "l"},
           {"start": {"function": "other", "runtime": "thread", "name": "other"}, "as": "o"},
           {"start": {"function": "stuck", "runtime": "thread", "name": "stuck"}, "as": "t"},
           {"wait": "meet"}, {"acquire": "s"}, {"release": "s"}, {"release": "l"}, {"join": "o"}, {"join": "t"}]})",
      R"("objects": {"l": {"kind": "lock"}, "s": {"kind": "semaphore", "permits": 2},
                     "meet": {"kind": "barrier", "parties": 3}},)"));
  ASSERT_NE(run, nullptr);
  EXPECT_TRUE(report::deadlockOf(*run->snapshot()).empty());
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
}

}  // namespace
}  // namespace threadline::test
