// SPDX-License-Identifier: GPL-3.0-or-later
// The fork server: what its children are, how their ends are told, and what becomes of a run whose server is killed.
#include <gtest/gtest.h>

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

std::string served(const std::string& functions) {
  return scenarioOf(functions, R"("process": {"start_method": "forkserver"},
                                  "objects": {"num": {"kind": "variable", "of": 7}},)");
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "|";
  return text;
}

std::vector<model::Process> processesOf(const model::Snapshot& snapshot, std::string_view name) {
  std::vector<model::Process> found;
  for (const model::Process& process : snapshot.processes()) {
    if (process.name == name) found.push_back(process);
  }
  return found;
}

TEST(Forkserver, AChildBeginsWithTheScenariosValuesAndNotWithItsStarters) {
  const auto run = runToTheEnd(served(R"(
    "work": {"steps": [{"print": "{num}"}]},
    "main": {"steps": [{"assign": {"to": "num", "value": 42}},
      {"start": {"function": "work", "runtime": "process"}, "as": "p"}, {"join": "p"}, {"print": "{num}"}]})"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), (std::vector<std::string>{"7", "42"}));
}

TEST(Forkserver, IsOneForAllAndALaneOfItsOwnWhichIsIdleWithoutRequests) {
  const auto run = runToTheEnd(served(R"(
    "work": {"steps": [{"sleep": 5}]},
    "main": {"steps": [{"start": {"function": "work", "runtime": "process", "count": 4}, "as": "p"}, {"join": "p"}]})"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  const auto servers = processesOf(*snapshot, "forkserver");
  ASSERT_EQ(servers.size(), 1U);
  const model::Lane& lane = snapshot->lane(servers.front().mainLane);
  EXPECT_EQ(lane.kind, LaneKind::kService);
  EXPECT_TRUE(lane.end.has_value());
  EXPECT_GT(idleTime(*snapshot, lane.id), 0);
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
  expectLanesAddUp(*snapshot);
}

TEST(Forkserver, TellsEachEndAsPythonDoes) {
  const auto run = runToTheEnd(served(R"(
    "leaves": {"steps": [{"exit": 3}]},
    "throws": {"steps": [{"crash": "exception"}]},
    "crashes": {"steps": [{"crash": "segfault"}]},
    "stays": {"steps": [{"sleep": 60000}]},
    "main": {"steps": [
      {"start": {"function": "leaves", "runtime": "process"}, "as": "a"},
      {"start": {"function": "throws", "runtime": "process"}, "as": "b"},
      {"start": {"function": "crashes", "runtime": "process"}, "as": "c"},
      {"start": {"function": "stays", "runtime": "process"}, "as": "d"},
      {"start": {"function": "stays", "runtime": "process"}, "as": "e"},
      {"join": {"actor": "e", "timeout_ms": 1}}, {"print": "{e.alive} {e.exit_code}"},
      {"kill": {"actor": "d", "signal": "TERM"}}, {"kill": {"actor": "e", "signal": "KILL"}},
      {"join": "a"}, {"join": "b"}, {"join": "c"}, {"join": "d"}, {"join": "e"},
      {"print": "{a.exit_code} {b.exit_code} {c.exit_code} {d.exit_code} {e.exit_code} {e.alive}"}]})"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), (std::vector<std::string>{"True None", "3 1 -11 -15 -9 False"}));
}

TEST(Forkserver, DaemonsAreEndedAtTheirStartersExitAndTheOthersWaitedFor) {
  const auto run = runToTheEnd(served(R"(
    "stays": {"steps": [{"sleep": 60000}]},
    "works": {"steps": [{"sleep": 30}, {"print": "worked"}]},
    "main": {"steps": [
      {"start": {"function": "stays", "runtime": "process", "daemon": true, "name": "daemon"}},
      {"start": {"function": "works", "runtime": "process"}}]})"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), std::vector<std::string>{"worked"});
  EXPECT_EQ(processNamed(*run->snapshot(), "daemon").exit.value_or(model::ProcessEnd{}).code, -15);
}

TEST(Forkserver, ItsOwnTimeIsNoneOfTheRunsAndItsChildrensIs) {
  const auto run = runToTheEnd(served(R"(
    "work": {"steps": [{"compute": {"cpu_ms": 30}}]},
    "main": {"steps": [{"start": {"function": "work", "runtime": "process", "name": "child"}, "as": "p"}, {"join": "p"}]})"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  const std::int64_t both =
      processNamed(*snapshot, "MainProcess").cpuNs.value_or(0) + processNamed(*snapshot, "child").cpuNs.value_or(0);
  EXPECT_GT(processNamed(*snapshot, "child").cpuNs.value_or(0), 25'000'000);
  EXPECT_EQ(report::cpuTime(*snapshot).value_or(DurationNs{}).ns, both);
}

/// Main tells the server's pid (a child's parent), and goes on once the test has killed the server and so ended a gate.
TEST(Forkserver, AKilledOneLeavesItsChildrenUnknownAndTheNextStartMakesANewOne) {
  const auto run = ScenarioRun::start(served(R"(
    "stays": {"steps": [{"print": "here"}, {"sleep": 300}]},
    "works": {"steps": [{"print": "new"}]},
    "main": {"steps": [
      {"start": {"function": "stays", "runtime": "process"}, "as": "p"},
      {"join": "p"}, {"print": "exit {p.exit_code} {p.alive}"},
      {"start": {"function": "works", "runtime": "process"}, "as": "q"}, {"join": "q"}, {"print": "exit {q.exit_code}"}]})"));
  ASSERT_NE(run, nullptr);
  ASSERT_TRUE(run->waitFor([](const model::Snapshot& snapshot) {
    return !outputOf(snapshot).empty() && !processesOf(snapshot, "forkserver").empty() &&
           processesOf(snapshot, "forkserver").front().pid != 0;
  }));
  ASSERT_EQ(::kill(static_cast<pid_t>(processesOf(*run->snapshot(), "forkserver").front().pid), SIGKILL), 0);
  ASSERT_TRUE(run->waitForEnd());
  const model::SnapshotPtr snapshot = run->snapshot();
  EXPECT_EQ(joined(outputOf(*snapshot)), "here|exit 255 False|new|exit 0|");
  EXPECT_EQ(processesOf(*snapshot, "forkserver").size(), 2U);
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).empty(); }));
  expectLanesAddUp(*snapshot);
}

TEST(Forkserver, IsGoneWithTheRunWhoeverIsKilled) {
  const auto run = ScenarioRun::start(served(R"(
    "stays": {"steps": [{"print": "here"}, {"sleep": 100}]},
    "main": {"steps": [{"start": {"function": "stays", "runtime": "process"}, "as": "p"}, {"sleep": 60000}]})"));
  ASSERT_NE(run, nullptr);
  ASSERT_TRUE(run->waitFor([](const model::Snapshot& snapshot) { return !outputOf(snapshot).empty(); }));
  ASSERT_EQ(::kill(static_cast<pid_t>(processNamed(*run->snapshot(), "MainProcess").pid), SIGKILL), 0);
  ASSERT_TRUE(run->waitForEnd());  // the server ends once its last child has: nobody is left who could ask
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).empty(); }));
  expectLanesAddUp(*run->snapshot());
}

}  // namespace
}  // namespace threadline::test
