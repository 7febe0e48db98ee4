// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments: of the guard, of main, of a child, of the program that owns the run. Each time nothing is
// left behind, and what was recorded until then is a sound trace.
//
// TL_FAULTS=N: so many rounds instead of the short form's. TL_FAULT_SEED=N: another seed; it is printed.
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <limits>
#include <random>

#include "core/base/clock.h"
#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

int numberFrom(const char* variable, int fallback) {
  const char* text = std::getenv(variable);
  return text == nullptr ? fallback : std::atoi(text);
}

int rounds() {
  return std::max(1, numberFrom("TL_FAULTS", 20));
}

/// Random numbers whose seed is told when the test fails.
class Dice {
 public:
  Dice() : m_seed(static_cast<unsigned>(numberFrom("TL_FAULT_SEED", 20240607))), m_engine(m_seed) {}
  [[nodiscard]] int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }
  [[nodiscard]] unsigned seed() const { return m_seed; }

 private:
  unsigned m_seed;
  std::mt19937 m_engine;
};

/// Threads, processes by each start method, a pool of them, a queue and a lock between them: 50 ms or more of all that
/// can be torn apart.
std::string turmoil() {
  return scenarioOf(R"(
    "leaf": {"arguments": ["i"], "steps": [{"repeat": {"times": 60, "steps": [
      {"acquire": "guard"}, {"compute": {"sum": [0, 200]}}, {"release": "guard"},
      {"put": {"to": "box", "value": "=i"}}, {"print": "leaf {i}"}, {"sleep": {"us": 300}}]}}]},
    "item": {"arguments": ["i"], "steps": [{"compute": {"sum": [0, 2000]}}, {"print": "item {i}"}]},
    "branch": {"arguments": ["i"], "steps": [
      {"start": {"function": "leaf", "runtime": "thread", "arguments": ["=i"], "name": "thread {i}"}, "as": "t"},
      {"start": {"function": "leaf", "runtime": "process", "arguments": ["=i"], "name": "leaf {i}"}, "as": "p"},
      {"join": "t"}, {"join": "p"}]},
    "main": {"steps": [
      {"start": {"function": "branch", "runtime": "process", "count": 2, "arguments": ["=index"], "name": "fork {index}"},
       "as": "forks"},
      {"start": {"function": "branch", "runtime": "process", "method": "spawn", "arguments": [2], "name": "spawn"},
       "as": "spawned"},
      {"start": {"function": "branch", "runtime": "process", "method": "forkserver", "arguments": [3], "name": "served"},
       "as": "served"},
      {"map": {"pool": "crew", "function": "item", "times": 12}},
      {"repeat": {"times": 480, "steps": [{"get": {"from": "box"}, "as": "item"}]}},
      {"join": "forks"}, {"join": "spawned"}, {"join": "served"}]})",
                    R"("objects": {"guard": {"kind": "lock", "between": "process"},
                       "box": {"kind": "queue", "between": "process"},
                       "crew": {"kind": "pool", "runtime": "process", "size": 2}},)");
}

void waitUs(int us) {
  const TimeNs moment = monotonicNow() + microseconds(us);
  static_cast<void>(becomesTrue([&] { return monotonicNow() >= moment; }));
}

enum class Victim { kGuard, kMain, kChild };

/// The process to be killed, as the pids of a group give it away: the guard's is the group's, main's is the lowest
/// after it (pids may wrap: then it is some other one, which does no harm). 0: it is not there.
pid_t pidOfVictim(Victim victim, pid_t group, Dice& dice) {
  if (victim == Victim::kGuard) return group;
  std::vector<pid_t> others = liveProcessesOf(group);
  others.erase(std::remove(others.begin(), others.end(), group), others.end());
  std::sort(others.begin(), others.end());
  const int children = static_cast<int>(others.size()) - 1;
  if (victim == Victim::kMain) return others.empty() ? 0 : others.front();
  return children < 1 ? 0 : others[1 + static_cast<std::size_t>(dice.below(children))];
}

void expectSoundTrace(ScenarioRun& run) {
  const model::SnapshotPtr snapshot = run.snapshot();
  EXPECT_TRUE(snapshot->isFinished());
  std::string diagnostics;
  for (const model::Diagnostic& diagnostic : snapshot->diagnostics()) diagnostics += diagnostic.text + '\n';
  EXPECT_EQ(snapshot->totals().corrupt, 0U) << diagnostics;
  EXPECT_EQ(snapshot->totals().illegalTransitions, 0U) << diagnostics;
  for (std::uint32_t i = 0; i < snapshot->laneCount(); ++i) EXPECT_TRUE(snapshot->lane(LaneId{i}).end.has_value());
  expectLanesAddUp(*snapshot);
}

/// A run of the turmoil whose victim is there. Null: the run did not start.
std::unique_ptr<ScenarioRun> runWithVictim(Victim victim, Dice& dice) {
  std::unique_ptr<ScenarioRun> run = ScenarioRun::start(turmoil());
  if (run) {
    static_cast<void>(becomesTrue([&] { return run->tick() || pidOfVictim(victim, run->group(), dice) > 0; }));
  }
  return run;
}

std::uint64_t eventsOf(ScenarioRun& run) {
  return run.snapshot()->totals().eventsRecorded;
}

/// Reads the run until it is over, has recorded so many events, or a while has passed: under a sanitizer that does not
/// know forks it may hang.
void readUntil(ScenarioRun& run, std::uint64_t events) {
  const TimeNs patience = monotonicNow() + seconds(3);
  while (!run.tick() && eventsOf(run) < events && monotonicNow() < patience) {
  }
}

/// How many events such a run records when nobody is killed: nearly as many each time, however busy the machine is.
std::uint64_t undisturbedEvents() {
  const std::unique_ptr<ScenarioRun> run = ScenarioRun::start(turmoil());
  if (!run) return 0;
  readUntil(*run, std::numeric_limits<std::uint64_t>::max());
  run->controller().stop();
  EXPECT_TRUE(run->waitForEnd());
  return eventsOf(*run);
}

/// Kills the victim when so many events are recorded; the run then ends by itself, or is stopped. True when there was
/// one to kill.
bool killOne(Victim victim, std::uint64_t events, Dice& dice) {
  const std::unique_ptr<ScenarioRun> run = runWithVictim(victim, dice);
  if (!run) return false;
  readUntil(*run, events);
  const pid_t pid = pidOfVictim(victim, run->group(), dice);
  const bool isHit = pid > 0 && ::kill(pid, SIGKILL) == 0;
  // A lock whose holder was killed stays locked, as in Python: such a run would wait for ever.
  const TimeNs patience = monotonicNow() + milliseconds(150);
  while (!run->tick() && monotonicNow() < patience) waitUs(500);
  run->controller().stop();
  EXPECT_TRUE(run->waitForEnd());
  EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).empty(); }));
  expectSoundTrace(*run);
  if (victim == Victim::kGuard) {
    EXPECT_NE(run->ending(), model::RunEnding::kFailed);
  }
  return isHit;
}

void killMany(Victim victim) {
  const std::vector<std::string> before = openDescriptors();
  Dice dice;
  // Not to the very last one: what is read is a moment old.
  const auto events = static_cast<int>(undisturbedEvents() * 3 / 4);
  ASSERT_GT(events, 100);
  int hits = 0;
  for (int round = 0; round < rounds(); ++round) {
    hits += killOne(victim, static_cast<std::uint64_t>(dice.below(events)), dice) ? 1 : 0;
    ASSERT_FALSE(testing::Test::HasFailure()) << "round " << round << ", TL_FAULT_SEED=" << dice.seed();
  }
  EXPECT_GE(hits, rounds() / 2) << "the runs are over before anybody is killed: this tests nothing";
  EXPECT_EQ(openDescriptors(), before);
  EXPECT_EQ(mappingsNamed("threadline-rings"), 0U);
}

TEST(Faults, TheGuardKilledAtAnyMomentTakesItsGroupAlong) {
  killMany(Victim::kGuard);
}

TEST(Faults, MainKilledAtAnyMomentLeavesASoundTrace) {
  killMany(Victim::kMain);
}

TEST(Faults, AChildKilledAtAnyMomentLeavesASoundTrace) {
  killMany(Victim::kChild);
}

TEST(Faults, StopAtAnyMomentLeavesASoundTrace) {
  Dice dice;
  for (int round = 0; round < rounds(); ++round) {
    const std::unique_ptr<ScenarioRun> run = ScenarioRun::start(turmoil());
    ASSERT_NE(run, nullptr);
    waitUs(dice.below(30'000));
    run->controller().stop();
    ASSERT_TRUE(run->waitForEnd());
    EXPECT_TRUE(becomesTrue([&] { return liveProcessesOf(run->group()).empty(); }));
    expectSoundTrace(*run);
    ASSERT_FALSE(testing::Test::HasFailure()) << "round " << round << ", TL_FAULT_SEED=" << dice.seed();
  }
}

/// Owns a run, tells its group, and waits to be killed.
[[noreturn]] void ownARun(int tell) {
  const std::unique_ptr<ScenarioRun> run = ScenarioRun::start(turmoil());
  const pid_t group = run ? run->group() : -1;
  if (::write(tell, &group, sizeof group) != ssize_t{sizeof group}) ::_exit(1);
  while (true) {
    if (run) run->tick();
    ::poll(nullptr, 0, 5);
  }
}

TEST(Faults, TheOwnerKilledAtAnyMomentTakesTheRunAlong) {
  Dice dice;
  for (int round = 0; round < rounds(); ++round) {
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
    waitUs(dice.below(30'000));
    ::kill(owner, SIGKILL);
    ::waitpid(owner, nullptr, 0);
    ASSERT_TRUE(becomesTrue([&] { return liveProcessesOf(group).empty(); }))
        << "round " << round << ", TL_FAULT_SEED=" << dice.seed();
  }
}

}  // namespace
}  // namespace threadline::test
