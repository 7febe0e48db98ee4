// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/run_controller.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <map>

#include "core/base/clock.h"
#include "core/relay/drain.h"
#include "core/ring/ring_reader.h"
#include "core/ring/run_descriptors.h"
#include "tests/support/process_probe.h"

namespace threadline::relay {
namespace {

using test::becomesTrue;

/// The guard's facts, by kind and process: each with its place in the order of slot 0.
class Facts final : public ring::RingSink {
 public:
  struct Fact {
    EventKind kind{};
    std::uint32_t process = 0;
    std::int64_t timeNs = 0;
    std::int64_t value = 0;
    std::uint8_t sub = 0;
  };
  explicit Facts(ring::SharedRings& rings) { ring::RingReader(rings, *this).finish(); }

  void events(ring::SlotClaim claim, std::span<const Event> events) override {
    if (claim.slot != ring::kGuardSlot) return;
    for (const Event& event : events) {
      facts.push_back({event.kind, event.target, event.timeNs, static_cast<std::int64_t>(event.value), event.sub});
    }
  }
  void text(ring::SlotClaim, std::uint32_t, std::string_view) override {}
  void corrupt(ring::SlotClaim, std::string_view what) override { ADD_FAILURE() << what; }
  void ended(ring::SlotClaim, std::uint64_t) override {}
  [[nodiscard]] bool isWriterDead(ring::SlotClaim) const override { return true; }

  [[nodiscard]] std::vector<Fact> of(EventKind kind, std::uint32_t process) const {
    std::vector<Fact> found;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(found),
                 [&](const Fact& fact) { return fact.kind == kind && fact.process == process; });
    return found;
  }
  [[nodiscard]] std::int64_t deathOf(std::uint32_t process) const {
    const std::vector<Fact> deaths = of(EventKind::kProcessDead, process);
    EXPECT_EQ(deaths.size(), 1U) << "process " << process;
    return deaths.empty() ? 0 : deaths.front().timeNs;
  }
  [[nodiscard]] bool endsWithRunEnd() const { return !facts.empty() && facts.back().kind == EventKind::kRunEnd; }

  std::vector<Fact> facts;
};

std::unique_ptr<RunController> startProbe(const std::string& words, std::optional<DurationNs> limit = {}) {
  Result<std::unique_ptr<RunController>> run = RunController::start({words, TL_PROBE_HOST, limit});
  EXPECT_TRUE(run.isOk()) << (run.isOk() ? "" : run.error().message);
  return run.isOk() ? run.take() : nullptr;
}

bool ends(RunController& run) {
  return becomesTrue([&] { return run.poll(); });
}

model::RunEnding endingOf(RunController& run) {
  model::TraceBuilder builder;
  Drain drain(run.rings(), builder);
  drain.finish();
  return run.ending(*builder.snapshot());
}

TEST(RunController, RunsAHostToItsEndAndLeavesNothing) {
  const std::vector<std::string> before = test::openDescriptors();
  const std::size_t mappings = test::mappingsNamed("threadline");
  for (int round = 0; round < 5; ++round) {
    std::unique_ptr<RunController> run = startProbe("wait 1 exit 0");
    const pid_t group = test::pidOf(run->pidfd());
    ASSERT_TRUE(ends(*run));
    EXPECT_TRUE(test::processesOf(group).empty());
    EXPECT_EQ(run->hostMessage(), "");
  }
  EXPECT_EQ(test::openDescriptors(), before);
  EXPECT_EQ(test::mappingsNamed("threadline"), mappings);
}

TEST(RunController, AMissingHostIsAnErrorThatSaysWhatToDo) {
  Result<std::unique_ptr<RunController>> run = RunController::start({"", "/nowhere/threadline-host", {}});
  ASSERT_FALSE(run.isOk());
  EXPECT_EQ(run.error().code, ErrorCode::kNotFound);
  EXPECT_NE(run.error().message.find("threadline-host is missing"), std::string::npos);
  EXPECT_EQ(run.error().context, "/nowhere/threadline-host");
}

TEST(RunController, AHostThatCannotBeExecutedIsASystemErrorAndLeavesNothing) {
  const std::vector<std::string> before = test::openDescriptors();
  Result<std::unique_ptr<RunController>> run = RunController::start({"", "/tmp", {}});
  ASSERT_FALSE(run.isOk());
  EXPECT_EQ(run.error().code, ErrorCode::kSystem);
  EXPECT_EQ(test::openDescriptors(), before);
}

TEST(RunController, TheRunGetsNoDescriptorOfTheProgramThatStartsIt) {
  std::vector<UniqueFd> leaky;
  for (int i = 0; i < 40; ++i) leaky.emplace_back(::open("/dev/null", O_RDONLY));  // without close-on-exec, on purpose
  std::unique_ptr<RunController> run = startProbe("descriptors");
  ASSERT_TRUE(ends(*run));
  const Facts facts(run->rings());
  const auto collected = facts.of(EventKind::kProcessCollected, 0);
  ASSERT_EQ(collected.size(), 1U);
  EXPECT_EQ(collected.front().value, 0) << "strange descriptors in main (100: core limit, 50: group)";
}

TEST(RunController, TheGuardTellsHowMainEnded) {
  const std::map<std::string, std::pair<ProcessEndHow, int>> cases = {
      {"exit 3", {ProcessEndHow::kExited, 3}},     {"exit 0", {ProcessEndHow::kExited, 0}},
      {"die 9", {ProcessEndHow::kSignalled, 9}},   {"die 15", {ProcessEndHow::kSignalled, 15}},
      {"die 11", {ProcessEndHow::kSignalled, 11}},
  };
  for (const auto& [words, expected] : cases) {
    std::unique_ptr<RunController> run = startProbe(words);
    ASSERT_TRUE(ends(*run));
    const Facts facts(run->rings());
    const auto collected = facts.of(EventKind::kProcessCollected, 0);
    ASSERT_EQ(collected.size(), 1U) << words;
    EXPECT_EQ(collected.front().sub, static_cast<std::uint8_t>(expected.first)) << words;
    EXPECT_EQ(collected.front().value, expected.second) << words;
    EXPECT_TRUE(facts.endsWithRunEnd()) << words;
  }
}

TEST(RunController, AnAbnormalEndOfMainIsAFailedRun) {
  for (const std::string words : {"exit 0", "exit 3", "die 9"}) {
    std::unique_ptr<RunController> run = startProbe(words);
    ASSERT_TRUE(ends(*run));
    EXPECT_EQ(endingOf(*run), words == "exit 0" ? model::RunEnding::kReturned : model::RunEnding::kFailed) << words;
  }
}

TEST(RunController, OrphansOfADeadMainRunOnToTheirEndAndTheRunLastsUntilThen) {
  std::unique_ptr<RunController> run = startProbe("child wait 30 exit 5 end die 9");
  ASSERT_TRUE(ends(*run));
  const Facts facts(run->rings());
  EXPECT_GT(facts.deathOf(1) - facts.deathOf(0), 10'000'000);
  const auto orphan = facts.of(EventKind::kProcessCollected, 1);
  ASSERT_EQ(orphan.size(), 1U);
  EXPECT_EQ(orphan.front().value, 5);
  EXPECT_TRUE(facts.endsWithRunEnd());
}

TEST(RunController, ADeathIsRecordedWhenItHappensThoughTheParentLooksAway) {
  std::unique_ptr<RunController> run = startProbe("child exit 4 end wait 60 exit 0");
  ASSERT_TRUE(ends(*run));
  const Facts facts(run->rings());
  EXPECT_GT(facts.deathOf(0) - facts.deathOf(1), 30'000'000) << "the child's death was seen late";
  ASSERT_EQ(facts.of(EventKind::kProcessCollected, 1).size(), 1U) << "the guard collects what main left";
}

TEST(RunController, NonsenseInTheRegisterPipeIsIgnored) {
  std::unique_ptr<RunController> run = startProbe("strange child exit 1 end wait 5 exit 0");
  ASSERT_TRUE(ends(*run));
  const Facts facts(run->rings());
  EXPECT_NE(facts.deathOf(0), 0);
  EXPECT_NE(facts.deathOf(1), 0);
  EXPECT_TRUE(facts.of(EventKind::kProcessDead, 7).empty());
  EXPECT_TRUE(facts.of(EventKind::kProcessDead, 8).empty());
  EXPECT_TRUE(facts.endsWithRunEnd());
}

TEST(RunController, StopKillsEveryProcessOfTheGroup) {
  std::unique_ptr<RunController> run =
      startProbe("child child forever end child forever end forever end child forever end forever");
  const pid_t group = test::pidOf(run->pidfd());
  ASSERT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).size() == 6; }));
  run->stop();
  ASSERT_TRUE(ends(*run));
  EXPECT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).empty(); }));
  run->stop();
  EXPECT_TRUE(run->poll());
  EXPECT_EQ(endingOf(*run), model::RunEnding::kStopped);
}

TEST(RunController, StopAtAnyMomentLeavesNothing) {
  const std::vector<std::string> before = test::openDescriptors();
  for (int delayUs = 0; delayUs < 4000; delayUs += 200) {
    std::unique_ptr<RunController> run = startProbe("child child wait 1 end wait 2 end child forever end forever");
    const pid_t group = test::pidOf(run->pidfd());
    const TimeNs moment = monotonicNow() + microseconds(delayUs);
    EXPECT_TRUE(becomesTrue([&] { return monotonicNow() >= moment; }));
    run->stop();
    ASSERT_TRUE(ends(*run));
    EXPECT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).empty(); })) << delayUs;
    EXPECT_EQ(endingOf(*run), model::RunEnding::kStopped) << delayUs;
  }
  EXPECT_EQ(test::openDescriptors(), before);
}

TEST(RunController, TheTimeLimitEndsARun) {
  std::unique_ptr<RunController> run = startProbe("child forever end forever", milliseconds(20));
  ASSERT_TRUE(ends(*run));
  EXPECT_EQ(endingOf(*run), model::RunEnding::kTimeLimit);
}

TEST(RunController, ARunThatEndsBeforeItsTimeLimitHasReturned) {
  std::unique_ptr<RunController> run = startProbe("exit 0", seconds(60));
  ASSERT_TRUE(ends(*run));
  run->stop();
  EXPECT_EQ(endingOf(*run), model::RunEnding::kReturned);
}

TEST(RunController, DestroyingTheControllerStopsWhatStillRuns) {
  std::unique_ptr<RunController> run = startProbe("child forever end forever");
  const pid_t group = test::pidOf(run->pidfd());
  ASSERT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).size() == 3; }));
  run.reset();
  EXPECT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).empty(); }));
}

TEST(RunController, WhenTheGuardIsKilledItsGroupDiesBeforeItsNumberIsGivenBack) {
  std::unique_ptr<RunController> run = startProbe("child forever end forever");
  const pid_t group = test::pidOf(run->pidfd());
  ASSERT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).size() == 3; }));
  ::kill(group, SIGKILL);
  ASSERT_TRUE(ends(*run));
  EXPECT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).empty(); }));
  EXPECT_EQ(endingOf(*run), model::RunEnding::kHostLost);
}

TEST(RunController, WhatTheHostSaysWhenItCannotRunIsKeptUpToItsLimit) {
  for (const std::size_t bytes : {std::size_t{40}, std::size_t{20'000}}) {
    std::unique_ptr<RunController> run = startProbe("refuse " + std::to_string(bytes));
    ASSERT_TRUE(ends(*run));
    EXPECT_EQ(run->hostMessage().size(), std::min<std::size_t>(bytes, ring::kMaxHostMessageBytes));
    EXPECT_EQ(endingOf(*run), model::RunEnding::kFailed);
  }
}

/// Starts a run in a process of its own and tells its group; never returns.
[[noreturn]] void ownARun(int tell) {
  Result<std::unique_ptr<RunController>> run =
      RunController::start({"child forever end forever", TL_PROBE_HOST, std::nullopt});
  const pid_t group = run.isOk() ? test::pidOf(run.value()->pidfd()) : -1;
  if (::write(tell, &group, sizeof group) != ssize_t{sizeof group}) ::_exit(1);
  while (true) ::poll(nullptr, 0, -1);
}

TEST(Lifeline, KillsTheGroupWhenTheProgramThatOwnsItIsKilled) {
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
  const UniqueFd read(pipe[0]);
  UniqueFd write(pipe[1]);
  const pid_t owner = ::fork();
  if (owner == 0) ownARun(write.get());
  write.reset();
  pid_t group = -1;
  ASSERT_EQ(::read(read.get(), &group, sizeof group), static_cast<ssize_t>(sizeof group));
  ASSERT_GT(group, 0);
  ASSERT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).size() == 3; }));
  ::kill(owner, SIGKILL);
  ::waitpid(owner, nullptr, 0);
  EXPECT_TRUE(becomesTrue([&] { return test::liveProcessesOf(group).empty(); }));
}

}  // namespace
}  // namespace threadline::relay
