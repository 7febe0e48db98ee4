// SPDX-License-Identifier: GPL-3.0-or-later
// How processes end: exit codes, the order of exit, what stays alive and what does not. The facts are CPython's,
// measured; each test names what must be so in every run.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

using model::ProcessEnd;

struct EndCase {
  const char* name;
  const char* steps;
  std::int64_t code;
  ProcessEndHow how;
};

constexpr EndCase kEnds[] = {
    {"returns", R"({"sleep": 1})", 0, ProcessEndHow::kReturned},
    {"exits", R"({"exit": {"code": 3}})", 3, ProcessEndHow::kExited},
    {"exits_now", R"({"exit": {"code": 7, "now": true}})", 7, ProcessEndHow::kExited},
    {"raises", R"({"crash": {"kind": "exception", "text": "no good"}})", 1, ProcessEndHow::kException},
    {"faults", R"({"crash": "segfault"})", -11, ProcessEndHow::kSignalled},
    {"aborts", R"({"crash": "abort"})", -6, ProcessEndHow::kSignalled},
};

class EndsOfProcesses : public testing::TestWithParam<const char*> {};

TEST_P(EndsOfProcesses, HavePythonsExitCodes) {
  std::string functions;
  std::string mainSteps;
  for (const EndCase& end : kEnds) {
    functions += "\"" + std::string(end.name) + R"(": {"steps": [)" + end.steps + "]},";
    mainSteps += R"({"start": {"function": ")" + std::string(end.name) + R"(", "runtime": "process", "method": ")" +
                 GetParam() + R"(", "name": ")" + end.name + R"("}, "as": "p"}, {"join": "p"}, {"print": ")" +
                 end.name + R"( {p.exit_code}"},)";
  }
  mainSteps.pop_back();
  const auto run = runToTheEnd(scenarioOf(functions + R"("main": {"steps": [)" + mainSteps + "]}"));
  ASSERT_NE(run, nullptr);
  std::vector<std::string> expectedOutput;
  for (const EndCase& end : kEnds) {
    const model::Process process = processNamed(*run->snapshot(), end.name);
    ASSERT_TRUE(process.exit.has_value()) << end.name;
    EXPECT_EQ(process.exit->code, end.code) << end.name;
    EXPECT_EQ(process.exit->how, end.how) << end.name;
    EXPECT_TRUE(process.collected.has_value()) << end.name;
    expectedOutput.push_back(std::string(end.name) + " " + std::to_string(end.code));
  }
  EXPECT_EQ(outputOf(*run->snapshot()), expectedOutput);
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
  expectLanesAddUp(*run->snapshot());
}

TEST_P(EndsOfProcesses, AKillIsSeenByTheParentOnlyOnceItHasCollected) {
  const std::string scenario = scenarioOf(R"(
    "work": {"steps": [{"sleep": 60000}]},
    "main": {"steps": [
      {"create": {"function": "work", "runtime": "process", "method": ")" +
                                          std::string(GetParam()) + R"("}, "as": "t"},
      {"print": "{t.alive}"},
      {"start": {"actor": "t"}},
      {"print": "{t.alive} {t.exit_code}"},
      {"kill": {"actor": "t", "signal": "TERM"}},
      {"join": "t"},
      {"print": "{t.alive} {t.exit_code}"},
      {"start": {"function": "work", "runtime": "process", "name": "k"}, "as": "k"},
      {"kill": {"actor": "k", "signal": "KILL"}},
      {"join": "k"},
      {"kill": {"actor": "k", "signal": "KILL"}},
      {"print": "{k.alive} {k.exit_code}"}]})");
  const auto run = runToTheEnd(scenario);
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), (std::vector<std::string>{"False", "True None", "False -15", "False -9"}));
}

INSTANTIATE_TEST_SUITE_P(Methods, EndsOfProcesses, testing::Values("fork", "spawn", "forkserver"),
                         [](const auto& method) { return std::string(method.param); });

TEST(ProcessEnd, AJoinWithATimeLimitComesBackAndTheChildLives) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "work": {"steps": [{"sleep": 40}]},
    "main": {"steps": [
      {"start": {"function": "work", "runtime": "process"}, "as": "p"},
      {"join": {"actor": "p", "timeout_ms": 1}},
      {"print": "{p.alive}"},
      {"join": "p"},
      {"print": "{p.alive}"}]})"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), (std::vector<std::string>{"True", "False"}));
}

TEST(ProcessEnd, ADaemonicProcessMayNotHaveChildren) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "work": {"steps": [{"sleep": 1}]},
    "boss": {"steps": [{"start": {"function": "work", "runtime": "process", "name": "grandchild"}}]},
    "main": {"steps": [
      {"start": {"function": "boss", "runtime": "process", "daemon": true, "name": "boss"}, "as": "p"},
      {"join": "p"},
      {"print": "{p.exit_code}"}]})"));
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(outputOf(*run->snapshot()), std::vector<std::string>{"1"});
  const model::Process boss = processNamed(*run->snapshot(), "boss");
  ASSERT_TRUE(boss.exit.has_value());
  EXPECT_NE(boss.exit->text.find("daemonic processes are not allowed to have children"), std::string::npos)
      << boss.exit->text;
  const model::SnapshotPtr snapshot = run->snapshot();
  const model::Lane& refused = snapshot->lane(processNamed(*snapshot, "grandchild").mainLane);
  EXPECT_TRUE(refused.end.has_value());
  EXPECT_EQ(refused.exit, LaneExit::kException);
}

TEST(ProcessEnd, AProcessStartsOnce) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "work": {"steps": [{"sleep": 1}]},
    "main": {"steps": [
      {"create": {"function": "work", "runtime": "process"}, "as": "p"},
      {"start": {"actor": "p"}},
      {"start": {"actor": "p"}}]})"));
  ASSERT_NE(run, nullptr);
  const model::Process main = processNamed(*run->snapshot(), "MainProcess");
  ASSERT_TRUE(main.exit.has_value());
  EXPECT_EQ(main.exit->code, 1);
  EXPECT_NE(main.exit->text.find("cannot start a process twice"), std::string::npos) << main.exit->text;
  EXPECT_EQ(run->ending(), model::RunEnding::kFailed);
}

// Main's code ends, its threads are waited for, only then daemon children get SIGTERM, and the others are waited for.
TEST(ProcessEnd, MainWaitsForThreadsThenEndsItsDaemonsThenWaitsForItsChildren) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "work": {"arguments": ["ms"], "steps": [{"sleep": {"ms": "=ms"}}]},
    "main": {"steps": [
      {"start": {"function": "work", "runtime": "thread", "name": "thread", "arguments": [60]}},
      {"start": {"function": "work", "runtime": "thread", "name": "daemon thread", "daemon": true, "arguments": [60000]}},
      {"start": {"function": "work", "runtime": "process", "name": "daemon", "daemon": true, "arguments": [60000]}},
      {"start": {"function": "work", "runtime": "process", "name": "child", "arguments": [120]}},
      {"exit": {"code": 4}}]})"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  const model::Process main = processNamed(*snapshot, "MainProcess");
  const model::Process daemon = processNamed(*snapshot, "daemon");
  const model::Process child = processNamed(*snapshot, "child");
  const model::Lane thread = laneNamed(*snapshot, "thread");
  const model::Lane daemonThread = laneNamed(*snapshot, "daemon thread");
  ASSERT_TRUE(main.end && daemon.end && child.end && thread.end && daemonThread.end);
  EXPECT_GE(*daemon.end, *thread.end) << "the daemon must outlive main's wait for its thread";
  EXPECT_EQ(daemon.exit->code, -15);
  EXPECT_EQ(child.exit->code, 0);
  EXPECT_GE(*main.end, *child.end);
  EXPECT_EQ(main.exit->code, 4);
  EXPECT_EQ(daemonThread.exit, LaneExit::kEndedWithProcess);
  EXPECT_EQ(spansOf(*snapshot, main.mainLane, LaneState::kJoining).size(), 3U) << "thread, daemon, child";
  expectLanesAddUp(*snapshot);
}

// In a child process it is the other way round: its own children first, then its threads.
TEST(ProcessEnd, AChildEndsItsDaemonsBeforeItWaitsForItsThreads) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "boss": {"steps": [
      {"start": {"function": "work", "runtime": "process", "name": "daemon", "daemon": true, "arguments": [60000]}},
      {"start": {"function": "work", "runtime": "thread", "name": "thread", "arguments": [100]}}]},
    "work": {"arguments": ["ms"], "steps": [{"sleep": {"ms": "=ms"}}]},
    "main": {"steps": [{"start": {"function": "boss", "runtime": "process"}, "as": "p"}, {"join": "p"}]})"));
  ASSERT_NE(run, nullptr);
  const model::Process daemon = processNamed(*run->snapshot(), "daemon");
  const model::Lane thread = laneNamed(*run->snapshot(), "thread");
  ASSERT_TRUE(daemon.end && thread.end);
  EXPECT_LT(*daemon.end, *thread.end);
  EXPECT_EQ(daemon.exit->code, -15);
}

TEST(ProcessEnd, TheChildrenOfACrashedMainRunOnAndAreDrawnToTheirEnd) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "work": {"steps": [{"sleep": 60}, {"print": "still here"}]},
    "main": {"steps": [
      {"start": {"function": "work", "runtime": "process", "name": "plain"}},
      {"start": {"function": "work", "runtime": "process", "name": "daemon", "daemon": true}},
      {"crash": "segfault"}]})"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  const model::Process main = processNamed(*snapshot, "MainProcess");
  ASSERT_TRUE(main.end && main.exit);
  EXPECT_EQ(main.exit->code, -11);
  EXPECT_EQ(outputOf(*snapshot), (std::vector<std::string>{"still here", "still here"}));
  for (const char* name : {"plain", "daemon"}) {
    const model::Process orphan = processNamed(*snapshot, name);
    ASSERT_TRUE(orphan.end && orphan.exit && orphan.collected) << name;
    EXPECT_GT(*orphan.end, *main.end) << name;
    EXPECT_EQ(orphan.exit->code, 0) << name;
  }
  EXPECT_EQ(run->ending(), model::RunEnding::kFailed);
  expectLanesAddUp(*snapshot);
}

TEST(ProcessEnd, ACrashInAThreadTakesTheWholeProcess) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "bad": {"steps": [{"crash": "segfault"}]},
    "main": {"steps": [
      {"start": {"function": "bad", "runtime": "thread", "name": "bad"}},
      {"sleep": 60000}]})"));
  ASSERT_NE(run, nullptr);
  const model::Process main = processNamed(*run->snapshot(), "MainProcess");
  ASSERT_TRUE(main.exit.has_value());
  EXPECT_EQ(main.exit->code, -11);
}

TEST(ProcessEnd, ExitNowInAThreadEndsTheProcessAtOnce) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "bad": {"steps": [{"exit": {"code": 5, "now": true}}]},
    "main": {"steps": [
      {"start": {"function": "bad", "runtime": "thread", "name": "bad"}},
      {"sleep": 60000}]})"));
  ASSERT_NE(run, nullptr);
  const model::Process main = processNamed(*run->snapshot(), "MainProcess");
  ASSERT_TRUE(main.exit.has_value());
  EXPECT_EQ(main.exit->code, 5);
  EXPECT_EQ(main.exit->how, ProcessEndHow::kExited);
}

TEST(ProcessEnd, AnArrowGoesFromASignalToTheEndThatItBroughtAndFromNoOther) {
  const auto run = runToTheEnd(scenarioOf(R"(
    "stays": {"steps": [{"sleep": 60000}]},
    "ends": {"steps": []},
    "main": {"steps": [
      {"start": {"function": "ends", "runtime": "process", "name": "ended"}, "as": "e"}, {"sleep": 30},
      {"kill": {"actor": "e", "signal": "KILL"}}, {"join": "e"},
      {"start": {"function": "stays", "runtime": "process", "name": "stays"}, "as": "s"},
      {"kill": {"actor": "s", "signal": "TERM"}}, {"join": "s"}]})"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  std::vector<model::Flow> signals;
  for (const model::Flow& flow : snapshot->flows()) {
    if (flow.kind == FlowKind::kSignal) signals.push_back(flow);
  }
  ASSERT_EQ(signals.size(), 1U);
  EXPECT_EQ(signals.front().from, processNamed(*snapshot, "MainProcess").mainLane);
  EXPECT_EQ(signals.front().to, processNamed(*snapshot, "stays").mainLane);
  EXPECT_EQ(signals.front().in, processNamed(*snapshot, "stays").end.value_or(TimeNs{}));
}

}  // namespace
}  // namespace threadline::test
