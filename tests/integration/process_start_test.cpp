// SPDX-License-Identifier: GPL-3.0-or-later
// How processes begin: what a child has of its parent, and where starting is refused.
#include <gtest/gtest.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

std::string isolated(const std::string& method) {
  return scenarioOf(
      R"(
    "work": {"arguments": ["words"], "steps": [
      {"print": "{self.name} {num} {words}"},
      {"assign": {"to": "num", "value": "=num+1"}},
      {"print": "{num}"}]},
    "main": {"steps": [
      {"assign": {"to": "num", "value": 42}},
      {"start": {"function": "work", "runtime": "process", "name": "child", "arguments": ["list of {num}"]}, "as": "p"},
      {"join": "p"},
      {"print": "{num}"}]})",
      R"("process": {"start_method": ")" + method + R"("}, "objects": {"num": {"kind": "variable", "of": 7}},)");
}

TEST(ProcessStart, AForkedChildHasACopyOfItsParentsVariables) {
  const auto run = runToTheEnd(isolated("fork"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), (std::vector<std::string>{"child 42 list of 42", "43", "42"}));
}

TEST(ProcessStart, ASpawnedChildBeginsWithTheScenariosValues) {
  const auto run = runToTheEnd(isolated("spawn"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), (std::vector<std::string>{"child 7 list of 42", "8", "42"}));
}

StartMethod methodNamed(const std::string& word) {
  if (word == "fork") return StartMethod::kFork;
  return word == "spawn" ? StartMethod::kSpawn : StartMethod::kForkserver;
}

class Starts : public testing::TestWithParam<const char*> {};

TEST_P(Starts, GiveEachProcessItsPidItsParentAndItsPlaceInTheTrace) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "leaf": {"steps": [{"print": "{self.pid} {self.parent_pid}"}]},
    "branch": {"steps": [
      {"start": {"function": "leaf", "runtime": "process", "name": "leaf"}, "as": "p"}, {"join": "p"},
      {"print": "{self.pid} {self.parent_pid}"}]},
    "main": {"steps": [
      {"start": {"function": "branch", "runtime": "process", "name": "branch"}, "as": "p"}, {"join": "p"},
      {"print": "{self.pid}"}]})",
                                          R"("process": {"start_method": ")" + std::string(GetParam()) + "\"},"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  const model::Process main = processNamed(*snapshot, "MainProcess");
  const model::Process branch = processNamed(*snapshot, "branch");
  const model::Process leaf = processNamed(*snapshot, "leaf");
  const auto text = [](const model::Process& process) { return std::to_string(process.pid); };
  // As in Python, a fork server is the parent that the kernel knows.
  const bool isServed = GetParam() == std::string("forkserver");
  const auto parentOf = [&](const model::Process& child) {
    return isServed ? processNamed(*snapshot, "forkserver")
                    : processNamed(*snapshot, child.name == "leaf" ? "branch" : "MainProcess");
  };
  EXPECT_EQ(outputOf(*snapshot), (std::vector<std::string>{text(leaf) + " " + text(parentOf(leaf)),
                                                           text(branch) + " " + text(parentOf(branch)), text(main)}));
  EXPECT_EQ(branch.parent, main.id);
  EXPECT_EQ(leaf.parent, branch.id);
  EXPECT_EQ(leaf.startMethod, methodNamed(GetParam()));
  for (const model::Process& process : {main, branch, leaf}) {
    EXPECT_TRUE(process.start && process.end && process.collected) << process.name;
    EXPECT_LE(*process.end, *process.collected) << process.name;
    EXPECT_GT(process.memoryPrivateKb.value_or(0), 0) << process.name;
    EXPECT_GT(process.cpuNs.value_or(0), 0) << process.name;
    EXPECT_EQ(snapshot->lane(process.mainLane).tid, process.pid) << process.name;
  }
  expectLanesAddUp(*snapshot);
}

TEST_P(Starts, WorkFromAThreadBesideOthers) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "leaf": {"steps": [{"compute": {"sum": [0, 1000]}, "as": "sum"}, {"print": "leaf {sum}"}]},
    "starter": {"steps": [
      {"repeat": {"times": 3, "steps": [
        {"start": {"function": "leaf", "runtime": "process"}, "as": "p"}, {"join": "p"}]}}]},
    "busy": {"steps": [{"repeat": {"times": 2000, "steps": [
      {"acquire": "guard"}, {"add": {"to": "count"}}, {"release": "guard"}, {"put": {"to": "box", "value": 1}}]}}]},
    "main": {"steps": [
      {"start": {"function": "busy", "runtime": "thread", "count": 2}, "as": "busy"},
      {"start": {"function": "starter", "runtime": "thread", "count": 3}, "as": "starters"},
      {"join": "starters"}, {"join": "busy"}]})",
                                          R"("process": {"gil": false, "start_method": ")" + std::string(GetParam()) +
                                              R"("}, "objects": {"guard": {"kind": "lock"},
                                                 "count": {"kind": "variable", "of": 0},
                                                 "box": {"kind": "queue", "between": "thread"}},)"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), std::vector<std::string>(9, "leaf 499500"));
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
}

INSTANTIATE_TEST_SUITE_P(Methods, Starts, testing::Values("fork", "spawn", "forkserver"),
                         [](const auto& method) { return std::string(method.param); });

TEST(ProcessStart, QueuesAndLocksBetweenProcessesReachASpawnedOne) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "work": {"arguments": ["i"], "steps": [
      {"acquire": "guard"}, {"put": {"to": "box", "value": "=i"}}, {"release": "guard"}]},
    "main": {"steps": [
      {"start": {"function": "work", "runtime": "process", "count": 3, "arguments": ["=index+1"]}, "as": "crew"},
      {"join": "crew"}, {"assign": {"to": "sum", "value": 0}},
      {"repeat": {"times": 3, "steps": [
        {"get": {"from": "box"}, "as": "item"}, {"assign": {"to": "sum", "value": "=sum+item"}}]}},
      {"print": "{sum}"}]})",
                                          R"("process": {"start_method": "spawn"}, "objects": {
                                             "guard": {"kind": "lock", "between": "process"},
                                             "box": {"kind": "queue", "between": "process"}},)"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), std::vector<std::string>{"6"});
}

/// Main starts more than may live; what it got is ended at its exit.
std::string tooMany(const char* runtime) {
  return scenarioOf(R"(
    "work": {"steps": [{"sleep": 60000}]},
    "main": {"steps": [
      {"start": {"function": "work", "runtime": ")" +
                    std::string(runtime) + R"(", "count": 1100, "daemon": true, "name": "n {index}"}}]})");
}

class Caps : public testing::TestWithParam<const char*> {};

TEST_P(Caps, AThousandActorsLiveAndTheNextStartIsRefused) {
  const auto run = runToTheEnd(tooMany(GetParam()));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  const model::Process main = processNamed(*snapshot, "MainProcess");
  ASSERT_TRUE(main.exit.has_value());
  EXPECT_EQ(main.exit->code, 1);
  EXPECT_NE(main.exit->text.find("1000"), std::string::npos) << main.exit->text;
  EXPECT_EQ(snapshot->laneCount(), 1000U);
  EXPECT_EQ(run->ending(), model::RunEnding::kFailed);
  expectLanesAddUp(*snapshot);
}

INSTANTIATE_TEST_SUITE_P(Runtimes, Caps, testing::Values("thread", "process"),
                         [](const auto& method) { return std::string(method.param); });

TEST(ProcessStart, AForkBombIsRefusedAtItsCapAndStopEndsAllOfIt) {
  const auto run = ScenarioRun::start(scenarioOf(R"(
    "bomb": {"steps": [{"repeat": {"forever": true, "steps": [
      {"start": {"function": "bomb", "runtime": "process"}}]}}]},
    "main": {"steps": [{"start": {"function": "bomb", "runtime": "process"}, "as": "p"}, {"sleep": 300}]})"));
  ASSERT_NE(run, nullptr);
  const auto isRefused = [](const model::Snapshot& snapshot) {
    return std::any_of(snapshot.processes().begin(), snapshot.processes().end(), [](const model::Process& process) {
      return process.exit && process.exit->text.find("can't start a new actor") != std::string::npos;
    });
  };
  EXPECT_TRUE(run->waitFor(isRefused)) << "no start was refused";
  EXPECT_LE(liveProcessesOf(run->group()).size(), 1024U);
  run->controller().stop();
  ASSERT_TRUE(run->waitForEnd());
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).empty(); }));
  expectLanesAddUp(*run->snapshot());
}

/// The life of a process without privileges that may have few processes; its result is its exit code.
int runWithFewProcesses(uid_t user) {
  if (::setgid(user) != 0 || ::setuid(user) != 0) return 10;
  const rlimit few{6, 6};
  if (::setrlimit(RLIMIT_NPROC, &few) != 0) return 11;
  const auto run = runToTheEnd(scenarioOf(R"(
    "work": {"steps": [{"sleep": 60000}]},
    "main": {"steps": [{"start": {"function": "work", "runtime": "process", "count": 40, "daemon": true}}]})"));
  if (!run) return 12;
  const model::Process main = processNamed(*run->snapshot(), "MainProcess");
  if (!main.exit || main.exit->code != 1) return 13;
  if (main.exit->text.find("limit on processes") == std::string::npos) return 14;
  return testing::Test::HasFailure() ? 15 : 0;
}

TEST(ProcessStart, TheLimitOnProcessesOfAUserIsAClearErrorOfTheStep) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can become a user without processes";
  const passwd* nobody = ::getpwnam("nobody");
  if (nobody == nullptr) GTEST_SKIP() << "there is no user nobody";
  const pid_t child = ::fork();
  if (child == 0) ::_exit(runWithFewProcesses(nobody->pw_uid));
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace threadline::test
