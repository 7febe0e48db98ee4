// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads of whole runs: the server that the guard starts, connections that are kept, and whatever dies, nothing is
// left behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string objects(const std::string& server, const std::string& session) {
  return R"("objects": {"site": {"kind": "server", )" + server + R"(}, "web": {"kind": "session", )" + session + "}},";
}

/// So many workers of this runtime with so many downloads each; main prints what the server has counted.
std::string downloads(const std::string& runtime, int workers, int each, const std::string& server,
                      const std::string& session) {
  return scenarioOf(R"("work": {"steps": [{"repeat": {"times": )" + std::to_string(each) +
                        R"(, "steps": [{"download": {"from": "site", "session": "web"}, "label": "item"}]}}]},
    "main": {"steps": [{"start": {"function": "work", )" +
                        runtime + R"(, "name": "worker {index}", "count": )" + std::to_string(workers) +
                        R"(}, "as": "crew"}, {"join": "crew"},
    {"print": "{site.connections} connections, {site.requests} requests"}]})",
                    objects(server, session));
}

void expectCounts(const std::string& scenario, const std::string& counts) {
  const auto run = runToTheEnd(scenario);
  ASSERT_NE(run, nullptr);
  EXPECT_EQ(run->ending(), model::RunEnding::kReturned);
  EXPECT_THAT(outputOf(*run->snapshot()), ElementsAre(counts));
  EXPECT_TRUE(becomesTrue([&] { return processesOf(run->group()).empty(); }));
  expectLanesAddUp(*run->snapshot());
}

constexpr const char* kThreads = R"("runtime": "thread")";
constexpr const char* kSmall = R"("bytes": 1000)";

TEST(Web, KeepsAConnectionForEachThread) {
  expectCounts(downloads(kThreads, 3, 4, kSmall, R"("share": "own")"), "3 connections, 12 requests");
}

TEST(Web, ConnectsForEachRequestInANewSession) {
  expectCounts(downloads(kThreads, 3, 4, R"("bytes": 1000, "connect_ms": 1)", R"("share": "new")"),
               "12 connections, 12 requests");
}

TEST(Web, SharesOneConnectionBehindALock) {
  expectCounts(downloads(kThreads, 3, 4, kSmall, R"("share": "shared", "lock": true)"), "1 connections, 12 requests");
}

TEST(Web, GivesEachForkedProcessItsOwnSharedSession) {
  expectCounts(downloads(R"("runtime": "process")", 2, 4, kSmall, R"("share": "shared", "lock": true)"),
               "2 connections, 8 requests");
}

TEST(Web, ServesSpawnedProcesses) {
  expectCounts(downloads(R"("runtime": "process", "method": "spawn")", 2, 2, kSmall, R"("share": "own")"),
               "2 connections, 4 requests");
}

TEST(Web, KeepsAConnectionForEachTask) {
  expectCounts(downloads(R"("runtime": "task")", 3, 4, kSmall, R"("share": "own")"), "3 connections, 12 requests");
}

TEST(Web, TasksOfOneLoopDownloadSideBySide) {
  const auto run = runToTheEnd(downloads(R"("runtime": "task")", 8, 1, R"("delay_ms": 100)", R"("share": "own")"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  TimeNs lastBegins{INT64_MIN};
  TimeNs firstEnds{INT64_MAX};
  for (int worker = 0; worker < 8; ++worker) {
    const model::Lane lane = laneNamed(*snapshot, "worker " + std::to_string(worker));
    const auto spans = spansOf(*snapshot, lane.id, LaneState::kSuspended);
    const auto longest = std::max_element(spans.begin(), spans.end(), [](const TimeRange& a, const TimeRange& b) {
      return a.length().ns < b.length().ns;
    });
    ASSERT_NE(longest, spans.end());
    lastBegins = std::max(lastBegins, longest->start);
    firstEnds = std::min(firstEnds, longest->end);
  }
  EXPECT_LT(lastBegins.ns, firstEnds.ns) << "at some moment all of them waited";
}

TEST(Web, CarriesALargeResponseWhole) {
  expectCounts(downloads(kThreads, 2, 2, R"("bytes": 4000000)", R"("share": "own")"), "2 connections, 4 requests");
}

TEST(Web, ServesNoMoreAtOnceThanItsLimit) {
  const auto run = runToTheEnd(downloads(kThreads, 4, 2, R"("delay_ms": 20, "limit": 2)", R"("share": "own")"));
  ASSERT_NE(run, nullptr);
  const model::SnapshotPtr snapshot = run->snapshot();
  TimeRange whole{TimeNs{INT64_MAX}, TimeNs{INT64_MIN}};
  for (int worker = 0; worker < 4; ++worker) {
    const model::Lane lane = laneNamed(*snapshot, "worker " + std::to_string(worker));
    for (const TimeRange span : spansOf(*snapshot, lane.id, LaneState::kWaitingIo)) {
      whole = {std::min(whole.start, span.start), std::max(whole.end, span.end)};
    }
  }
  EXPECT_GE(whole.length().ns, milliseconds(4 * 20).ns) << "eight requests, two at a time";
}

/// Two threads and a process, each in a download that takes longer than any test.
std::string endless() {
  return scenarioOf(R"("work": {"steps": [{"download": {"from": "site", "session": "web"}, "label": "item"}]},
    "main": {"steps": [{"start": {"function": "work", "runtime": "thread", "count": 2, "name": "thread {index}"}, "as": "t"},
      {"start": {"function": "work", "runtime": "process", "name": "child"}, "as": "p"},
      {"print": "started"}, {"join": "t"}, {"join": "p"}]})",
                    objects(R"("delay_ms": 600000)", R"("share": "own")"));
}

/// And main has said so.
bool areAllDownloading(const model::Snapshot& snapshot) {
  int waiting = 0;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const std::size_t spans = snapshot.spanCount(LaneId{i});
    if (spans > 0 && snapshot.text(snapshot.span(LaneId{i}, spans - 1).label) == "item") ++waiting;
  }
  return waiting == 3 && !outputOf(snapshot).empty();
}

/// The guard forks the server first, and main next.
pid_t childOfGuard(pid_t group, std::size_t which) {
  std::vector<pid_t> others = liveProcessesOf(group);
  others.erase(std::remove(others.begin(), others.end(), group), others.end());
  std::sort(others.begin(), others.end());
  return which < others.size() ? others[which] : 0;
}

std::unique_ptr<ScenarioRun> endlessRun() {
  std::unique_ptr<ScenarioRun> run = ScenarioRun::start(endless());
  if (run && !run->waitFor(areAllDownloading)) {
    ADD_FAILURE() << "nobody downloads";
    run->controller().stop();
  }
  return run;
}

void expectNothingLeft(ScenarioRun& run) {
  ASSERT_TRUE(run.waitForEnd());
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run.group()).empty(); }));
  const model::SnapshotPtr snapshot = run.snapshot();
  EXPECT_TRUE(snapshot->isFinished());
  EXPECT_THAT(outputOf(*snapshot), ElementsAre("started")) << "the trace until then is kept";
  expectLanesAddUp(*snapshot);
}

TEST(WebFaults, TheServerIsGoneWhenTheGuardIsKilled) {
  const auto run = endlessRun();
  ASSERT_NE(run, nullptr);
  ASSERT_EQ(::kill(run->group(), SIGKILL), 0);
  expectNothingLeft(*run);
}

TEST(WebFaults, TheServerIsGoneWhenTheRunIsStopped) {
  const auto run = endlessRun();
  ASSERT_NE(run, nullptr);
  run->controller().stop();
  expectNothingLeft(*run);
}

TEST(WebFaults, ADeadServerIsAnErrorOfEveryDownload) {
  const auto run = endlessRun();
  ASSERT_NE(run, nullptr);
  const pid_t server = childOfGuard(run->group(), 0);
  ASSERT_GT(server, 0);
  ASSERT_EQ(::kill(server, SIGKILL), 0);
  expectNothingLeft(*run);
  std::vector<std::string> exceptions;
  const model::SnapshotPtr snapshot = run->snapshot();
  for (const model::Instant& instant : snapshot->instants()) {
    if (instant.kind == InstantKind::kException) exceptions.emplace_back(snapshot->text(instant.text));
  }
  EXPECT_THAT(exceptions, ::testing::Each(HasSubstr("download from \"site\": the server closed the connection "
                                                    "without an answer (/functions/work/steps/0)")));
  EXPECT_EQ(exceptions.size(), 3U);
}

TEST(WebFaults, TheServerServesTheOrphansOfAKilledMainAndGoesWithThem) {
  const auto run = endlessRun();
  ASSERT_NE(run, nullptr);
  const pid_t main = childOfGuard(run->group(), 1);
  ASSERT_GT(main, 0);
  ASSERT_EQ(::kill(main, SIGKILL), 0);
  // The child is left and waits, and so does its server.
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).size() == 3; }));
  const pid_t child = childOfGuard(run->group(), 1);
  ASSERT_GT(child, 0);
  ASSERT_EQ(::kill(child, SIGKILL), 0);
  expectNothingLeft(*run);
}

/// Owns a run, tells its group once all download, and waits to be killed.
[[noreturn]] void ownARun(int tell) {
  const std::unique_ptr<ScenarioRun> run = endlessRun();
  const pid_t group = run ? run->group() : -1;
  if (::write(tell, &group, sizeof group) != ssize_t{sizeof group}) ::_exit(1);
  while (true) {
    if (run) run->tick();
    ::poll(nullptr, 0, 5);
  }
}

TEST(WebFaults, TheServerIsGoneWhenTheOwnerOfTheRunIsKilled) {
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  const UniqueFd read(pipe[0]);
  UniqueFd write(pipe[1]);
  const pid_t owner = ::fork();
  if (owner == 0) ownARun(write.get());
  write.reset();
  pid_t group = -1;
  ASSERT_EQ(::read(read.get(), &group, sizeof group), static_cast<ssize_t>(sizeof group));
  ASSERT_GT(group, 0);
  ::kill(owner, SIGKILL);
  ::waitpid(owner, nullptr, 0);
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(group).empty(); }));
}

}  // namespace
}  // namespace threadline::test
