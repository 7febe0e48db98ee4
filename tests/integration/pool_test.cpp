// SPDX-License-Identifier: GPL-3.0-or-later
// Pools of threads and of processes: chunks, failures, idle workers, and workers that are killed.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

#include "core/report/run_facts.h"
#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

std::int64_t idleTime(const model::Snapshot& snapshot, LaneId lane) {
  std::int64_t sum = 0;
  for (const TimeRange& span : spansOf(snapshot, lane, LaneState::kIdle)) sum += span.length().ns;
  return sum;
}

std::string withPool(const std::string& runtime, int size, const std::string& functions,
                     const std::string& method = "fork") {
  return scenarioOf(functions, R"("process": {"start_method": ")" + method + R"("}, "objects": {
    "count": {"kind": "variable", "of": 0},
    "pool": {"kind": "pool", "runtime": ")" +
                                   runtime + R"(", "size": )" + std::to_string(size) + "}},");
}

/// What each lane printed, lanes in their order.
std::vector<std::vector<std::int64_t>> numbersByLane(const model::Snapshot& snapshot) {
  std::vector<std::vector<std::int64_t>> numbers(snapshot.laneCount());
  for (const model::OutputLine& line : snapshot.output()) numbers[line.lane.value].push_back(std::stoll(line.text));
  return numbers;
}

constexpr const char* kNinetyNine = R"(
    "show": {"arguments": ["i"], "steps": [{"print": "{i}"}]},
    "main": {"steps": [{"map": {"pool": "pool", "function": "show", "times": 99}, "as": "n"}]})";

class PoolMethods : public testing::TestWithParam<const char*> {};

TEST_P(PoolMethods, ProcessesTakeChunksOfSevenInRisingOrderAndEachItemOnce) {
  const auto run = runToTheEnd(withPool("process", 4, kNinetyNine, GetParam()));
  ASSERT_NE(run, nullptr);
  std::vector<std::int64_t> all;
  for (const auto& lane : numbersByLane(*run->snapshot())) {
    for (std::size_t i = 0; i < lane.size(); ++i) {
      const bool beginsAChunk = lane[i] % 7 == 0;
      EXPECT_TRUE(beginsAChunk || (i > 0 && lane[i] == lane[i - 1] + 1)) << lane[i];
    }
    all.insert(all.end(), lane.begin(), lane.end());
  }
  std::sort(all.begin(), all.end());
  ASSERT_EQ(all.size(), 99U);
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], static_cast<std::int64_t>(i));
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
  expectLanesAddUp(*run->snapshot());
}

INSTANTIATE_TEST_SUITE_P(Methods, PoolMethods, testing::Values("fork", "spawn", "forkserver"),
                         [](const auto& method) { return std::string(method.param); });

TEST(Pools, ThreadsTakeSingleItemsShareTheirVariablesAndEndWithMain) {
  const auto run = runToTheEnd(withPool("thread", 3, R"(
    "add": {"arguments": ["i"], "steps": [{"add": {"to": "count", "value": "=i"}}]},
    "main": {"steps": [{"map": {"pool": "pool", "function": "add", "times": 20}}, {"print": "{count}"}]})"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  EXPECT_EQ(outputOf(*snapshot), std::vector<std::string>{"190"});
  for (const LaneId lane : report::lanesMatching(*snapshot, "pool-*")) {
    EXPECT_EQ(snapshot->lane(lane).exit, LaneExit::kReturned);
  }
  EXPECT_EQ(report::lanesMatching(*snapshot, "pool-*").size(), 3U);
}

TEST(Pools, ASequentialOneWorksInTheLaneOfWhoeverMaps) {
  const auto run = runToTheEnd(withPool("sequential", 3, kNinetyNine));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(run->snapshot()->laneCount(), 1U);
  EXPECT_EQ(outputOf(*run->snapshot()).size(), 99U);
}

TEST(Pools, WorkersAreIdleWithoutWork) {
  const auto run = runToTheEnd(withPool("process", 2, R"(
    "nothing": {"arguments": ["i"], "steps": []},
    "main": {"steps": [{"map": {"pool": "pool", "function": "nothing", "times": 2}}, {"sleep": 40}]})"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  for (const LaneId lane : report::lanesMatching(*snapshot, "pool-*")) {
    EXPECT_GT(idleTime(*snapshot, lane), 0);
  }
}

class PoolRuntimes : public testing::TestWithParam<const char*> {};

TEST_P(PoolRuntimes, WhatAnItemThrowsIsThrownByMapOnceTheOthersAreDoneAndThePoolGoesOn) {
  const auto run = runToTheEnd(withPool(GetParam(), 2, R"(
    "check": {"arguments": ["i"], "steps": [
      {"crash": {"kind": "exception", "text": "no three"}, "when": "i == 3"}, {"print": "{i}"}]},
    "asks": {"steps": [{"map": {"pool": "pool", "function": "check", "times": 8, "chunk": 1}}]},
    "main": {"steps": [{"start": {"function": "asks", "runtime": "thread", "name": "asks"}, "as": "t"}, {"join": "t"},
      {"map": {"pool": "pool", "function": "check", "over": [10, 11]}}]})"));
  ASSERT_NE(run, nullptr);
  std::vector<std::string> lines = outputOf(*run->snapshot());
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(lines, (std::vector<std::string>{"0", "1", "10", "11", "2", "4", "5", "6", "7"}));
  const LaneId asks = report::lanesMatching(*run->snapshot(), "asks").front();
  EXPECT_EQ(run->snapshot()->lane(asks).exit, LaneExit::kException);
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
}

INSTANTIATE_TEST_SUITE_P(Runtimes, PoolRuntimes, testing::Values("thread", "process"),
                         [](const auto& runtime) { return std::string(runtime.param); });

TEST(Pools, MoreItemsThanASocketHoldsGoThroughOneByOne) {
  const auto run = runToTheEnd(withPool("process", 2, R"(
    "nothing": {"arguments": ["i"], "steps": []},
    "main": {"steps": [{"map": {"pool": "pool", "function": "nothing", "times": 3000, "chunk": 1}, "as": "n"},
      {"print": "{n}"}]})"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), std::vector<std::string>{"3000"});
}

TEST(Pools, AWorkerThatIsKilledBreaksThePoolWithAClearErrorAndLeavesNothing) {
  const auto run = ScenarioRun::start(withPool("process", 3, R"(
    "stay": {"arguments": ["i"], "steps": [{"print": "{i}"}, {"sleep": 60000}]},
    "main": {"steps": [{"map": {"pool": "pool", "function": "stay", "times": 3}}]})"));
  ASSERT_NE(run, nullptr);
  ASSERT_TRUE(run->waitFor([](const model::Snapshot& snapshot) { return outputOf(snapshot).size() == 3; }));
  ASSERT_EQ(::kill(static_cast<pid_t>(processNamed(*run->snapshot(), "pool-2").pid), SIGKILL), 0);
  ASSERT_TRUE(run->waitForEnd());
  const model::Process main = processNamed(*run->snapshot(), "MainProcess");
  ASSERT_TRUE(main.exit.has_value());
  EXPECT_NE(main.exit->text.find("ended abruptly"), std::string::npos) << main.exit->text;
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).empty(); }));
  expectLanesAddUp(*run->snapshot());
}

TEST(Pools, WorkersWhoseOwnerIsKilledEndByThemselves) {
  const auto run = ScenarioRun::start(withPool("process", 3, R"(
    "nothing": {"arguments": ["i"], "steps": []},
    "main": {"steps": [{"map": {"pool": "pool", "function": "nothing", "times": 3}}, {"print": "mapped"},
      {"sleep": 60000}]})"));
  ASSERT_NE(run, nullptr);
  ASSERT_TRUE(run->waitFor([](const model::Snapshot& snapshot) { return !outputOf(snapshot).empty(); }));
  ASSERT_EQ(::kill(static_cast<pid_t>(processNamed(*run->snapshot(), "MainProcess").pid), SIGKILL), 0);
  ASSERT_TRUE(run->waitForEnd());
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).empty(); }));
}

TEST(Pools, AnotherProcessCannotUseAPoolOfProcessesAndAWorkerNotItsOwn) {
  const auto run = runToTheEnd(withPool("process", 2, R"(
    "nothing": {"arguments": ["i"], "steps": []},
    "child": {"steps": [{"map": {"pool": "pool", "function": "nothing", "times": 1}}]},
    "again": {"arguments": ["i"], "steps": [{"map": {"pool": "pool", "function": "nothing", "times": 1}}]},
    "asks": {"steps": [{"map": {"pool": "pool", "function": "again", "times": 1}}]},
    "main": {"steps": [{"map": {"pool": "pool", "function": "nothing", "times": 1}},
      {"start": {"function": "child", "runtime": "process", "name": "other"}, "as": "p"}, {"join": "p"},
      {"start": {"function": "asks", "runtime": "thread", "name": "asks"}, "as": "t"}, {"join": "t"}]})"));
  ASSERT_NE(run, nullptr);
  const model::Process other = processNamed(*run->snapshot(), "other");
  ASSERT_TRUE(other.exit.has_value());
  EXPECT_NE(other.exit->text.find("belongs to another process"), std::string::npos) << other.exit->text;
  const LaneId asks = report::lanesMatching(*run->snapshot(), "asks").front();
  EXPECT_EQ(run->snapshot()->lane(asks).exit, LaneExit::kException);
}

}  // namespace
}  // namespace threadline::test
