// SPDX-License-Identifier: GPL-3.0-or-later
// Every scenario that ships runs in its quick form, in real threads and processes, and gives a trace without a flaw.
// What the scenarios claim is another test's.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/report/run_facts.h"
#include "tests/support/process_probe.h"
#include "tests/support/scenario_run.h"

namespace threadline::test {
namespace {

std::vector<std::string> shippedScenarios() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(TL_SCENARIOS)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() == ".json" && path.stem().extension() != ".schema") names.push_back(path.stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class ShippedScenarios : public testing::TestWithParam<std::string> {};

TEST_P(ShippedScenarios, RunInTheirQuickFormWithoutAFlaw) {
  std::ifstream file(std::string(TL_SCENARIOS) + "/" + GetParam() + ".json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto run = ScenarioRun::startPackage(packageOf(text, {}, "quick"));
  ASSERT_NE(run, nullptr);
  ASSERT_TRUE(run->waitForEnd());
  EXPECT_EQ(run->controller().hostMessage(), "");
  // A deadlock is ended from outside.
  const bool isStuck = !report::deadlockOf(*run->snapshot()).empty();
  EXPECT_EQ(run->ending(), isStuck ? model::RunEnding::kFailed : model::RunEnding::kReturned);
  const model::SnapshotPtr snapshot = run->snapshot();
  EXPECT_TRUE(snapshot->isFinished());
  EXPECT_EQ(snapshot->totals().corrupt, 0U);
  EXPECT_EQ(snapshot->totals().illegalTransitions, 0U);
  EXPECT_EQ(snapshot->totals().eventsLost, 0U);
  for (const model::Diagnostic& diagnostic : snapshot->diagnostics()) ADD_FAILURE() << diagnostic.text;
  for (const model::Process& process : snapshot->processes()) {
    if (process.pid == 0) {  // its start was refused: no process ever was, and its lane says why it ended
      ASSERT_FALSE(process.mainLane.isNone()) << process.name;
      EXPECT_EQ(snapshot->lane(process.mainLane).exit, LaneExit::kException) << process.name;
      continue;
    }
    EXPECT_TRUE(process.pid != 0 && process.start && process.end && process.collected && process.exit) << process.name;
  }
  expectLanesAddUp(*snapshot);
  EXPECT_TRUE(becomesTrue([&] { return processesOf(run->group()).empty(); }));
}

std::string asTestName(const testing::TestParamInfo<std::string>& scenario) {
  std::string name = scenario.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, ShippedScenarios, testing::ValuesIn(shippedScenarios()), asTestName);

}  // namespace
}  // namespace threadline::test
