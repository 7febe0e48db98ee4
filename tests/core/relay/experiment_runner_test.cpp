// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/experiment_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "core/report/run_facts.h"
#include "tests/support/process_probe.h"

namespace threadline::relay {
namespace {

using model::RunEnding;
using test::becomesTrue;
using ::testing::ElementsAre;

// Rests, leaves with a code, or never ends: as its parameters say.
const std::string kScenario = R"({"threadline": 1, "id": "rest", "title": {"en": "Rest", "ko": "쉼"},
  "parameters": {
    "ms": {"type": "int", "default": 1, "min": 0, "max": 60000, "label": {"en": "Rest", "ko": "쉼"}},
    "code": {"type": "int", "default": 0, "min": 0, "max": 9, "label": {"en": "Code", "ko": "코드"}}},
  "functions": {"main": {"steps": [{"sleep": "=ms"}, {"print": "rested {ms}"}, {"exit": "=code", "when": "code > 0"}]}}})";

ExperimentRequest requestOf(const std::string& vary, std::int64_t repeat = 1) {
  auto read = scenario::readExperiment(
      R"({"threadline": 1, "kind": "experiment", "id": "rests", "title": {"en": "Rests", "ko": "쉼"}, "scenario": )" +
      kScenario + R"(, "vary": )" + vary + R"(, "repeat": )" + std::to_string(repeat) + "}");
  for (const scenario::Problem& problem : read.problems) ADD_FAILURE() << problem.toText("");
  ExperimentRequest request;
  auto plan = report::planOf(*read.experiment, {}, report::ExperimentWishes{});
  EXPECT_TRUE(plan.isOk()) << plan.error().message;
  request.plan = plan.take();
  request.scenarios.assign(request.plan.variants.size(), read.experiment->own);
  request.hostPath = TL_HOST;
  return request;
}

bool ends(ExperimentRunner& runner) {
  return becomesTrue([&] { return runner.poll(); });
}

/// What was killed is dead at once, but is collected by somebody else: it is a zombie for a moment.
bool isReaped(pid_t group) {
  return becomesTrue([&] { return test::processesOf(group).empty(); });
}

std::vector<std::size_t> variantsOf(const ExperimentRunner& runner) {
  std::vector<std::size_t> out;
  for (const report::ComparedRun& run : runner.finished()) out.push_back(run.variant);
  return out;
}

TEST(ExperimentRunner, MakesAllRunsRoundByRoundAndLeavesNothing) {
  const std::vector<std::string> before = test::openDescriptors();
  {
    ExperimentRunner runner(requestOf(R"({"ms": [1, 2, 3]})", 2));
    EXPECT_EQ(runner.progress().total, 6U);
    EXPECT_TRUE(ends(runner));
    EXPECT_TRUE(runner.poll()) << "it stays over";
    EXPECT_THAT(variantsOf(runner), ElementsAre(0U, 1U, 2U, 0U, 1U, 2U));
    EXPECT_FALSE(runner.wasStopped());
    EXPECT_FALSE(runner.error().has_value());
    EXPECT_EQ(runner.progress().index, 6U);
    EXPECT_EQ(runner.pidfd(), -1);
    const report::RunRecord& last = *runner.finished().back().record;
    EXPECT_EQ(last.parameters.at("ms").toText(), "3");
    EXPECT_EQ(last.ending, RunEnding::kReturned);
    EXPECT_EQ(runner.finished().back().repeat, 1);
    ASSERT_EQ(last.snapshot->output().size(), 1U);
    EXPECT_TRUE(last.snapshot->isFinished());
  }
  EXPECT_EQ(test::openDescriptors(), before);
}

TEST(ExperimentRunner, NoRunBeginsBeforeTheOneBeforeItIsGone) {
  ExperimentRunner runner(requestOf(R"({"ms": [5, 6, 7]})"));
  std::vector<pid_t> groups;
  EXPECT_TRUE(becomesTrue([&] {
    const bool isOver = runner.poll();
    const pid_t group = runner.pidfd() < 0 ? -1 : test::pidOf(runner.pidfd());
    if (group > 0 && (groups.empty() || groups.back() != group)) {
      for (const pid_t before : groups) EXPECT_TRUE(test::processesOf(before).empty());
      groups.push_back(group);
    }
    return isOver;
  }));
  EXPECT_EQ(groups.size(), 3U);
  EXPECT_EQ(runner.snapshot(), nullptr);
}

TEST(ExperimentRunner, ShowsTheRunThatGoesOn) {
  ExperimentRunner runner(requestOf(R"({"ms": [1, 60000]})"));
  ASSERT_TRUE(becomesTrue([&] {
    EXPECT_FALSE(runner.poll());
    return runner.progress().index == 1 && runner.pidfd() >= 0;
  }));
  EXPECT_EQ(runner.progress().variant, 1U);
  ASSERT_TRUE(becomesTrue([&] {
    EXPECT_FALSE(runner.poll());
    return runner.snapshot() && runner.snapshot()->laneCount() > 0;
  }));
  EXPECT_FALSE(runner.snapshot()->isFinished());
  EXPECT_GT(runner.progress().elapsed.ns, 0);
  EXPECT_TRUE(runner.progress().left.has_value()) << "one run has ended";
}

TEST(ExperimentRunner, StopKeepsWhatIsFinishedAndNotWhatItInterrupts) {
  ExperimentRunner runner(requestOf(R"({"ms": [1, 60000, 2]})"));
  ASSERT_TRUE(becomesTrue([&] {
    EXPECT_FALSE(runner.poll());
    return runner.progress().index == 1 && runner.pidfd() >= 0;
  }));
  const pid_t group = test::pidOf(runner.pidfd());
  std::thread([&] { runner.stop(); }).join();
  EXPECT_TRUE(ends(runner));
  EXPECT_THAT(variantsOf(runner), ElementsAre(0U));
  EXPECT_TRUE(runner.wasStopped());
  EXPECT_TRUE(isReaped(group));
}

TEST(ExperimentRunner, StoppedBeforeItBeganItStartsNothing) {
  ExperimentRunner runner(requestOf(R"({"ms": [1, 2]})"));
  runner.stop();
  EXPECT_TRUE(runner.poll());
  EXPECT_TRUE(runner.finished().empty());
  EXPECT_TRUE(runner.wasStopped());
}

TEST(ExperimentRunner, ARunThatFailsIsOneOfTheFinishedAndTheOthersFollow) {
  ExperimentRunner runner(requestOf(R"({"code": [0, 3, 1]})"));
  EXPECT_TRUE(ends(runner));
  ASSERT_EQ(runner.finished().size(), 3U);
  EXPECT_EQ(runner.finished()[0].record->ending, RunEnding::kReturned);
  EXPECT_EQ(runner.finished()[1].record->ending, RunEnding::kFailed);
  EXPECT_EQ(report::mainProcess(*runner.finished()[1].record->snapshot)->exit->code, 3);
}

TEST(ExperimentRunner, ARunThatHangsEndsAtItsTimeLimitAndTheOthersFollow) {
  ExperimentRequest request = requestOf(R"({"ms": [60000, 1]})");
  request.timeLimit = milliseconds(300);
  ExperimentRunner runner(std::move(request));
  EXPECT_TRUE(ends(runner));
  ASSERT_EQ(runner.finished().size(), 2U);
  EXPECT_EQ(runner.finished()[0].record->ending, RunEnding::kTimeLimit);
  EXPECT_EQ(runner.finished()[1].record->ending, RunEnding::kReturned);
}

TEST(ExperimentRunner, WithoutAHostItSaysWhyAndTriesNoOther) {
  ExperimentRequest request = requestOf(R"({"ms": [1, 2]})");
  request.hostPath = "/nowhere/threadline-host";
  ExperimentRunner runner(std::move(request));
  EXPECT_TRUE(runner.poll());
  ASSERT_TRUE(runner.error().has_value());
  EXPECT_EQ(runner.error()->code, ErrorCode::kNotFound);
  EXPECT_TRUE(runner.poll());
  EXPECT_TRUE(runner.finished().empty());
}

TEST(ExperimentRunner, GoesAwayInTheMiddleOfARunWithAllItsProcesses) {
  pid_t group = -1;
  {
    ExperimentRunner runner(requestOf(R"({"ms": [60000]})"));
    EXPECT_FALSE(runner.poll());
    group = test::pidOf(runner.pidfd());
    EXPECT_GT(group, 0);
  }
  EXPECT_TRUE(isReaped(group));
}

}  // namespace
}  // namespace threadline::relay
