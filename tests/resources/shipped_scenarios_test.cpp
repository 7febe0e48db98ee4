// SPDX-License-Identifier: GPL-3.0-or-later
// Every scenario file that ships, and every one that tests run, through the program's own reader: what the JSON Schema
// cannot say (names, references, expressions, figures of claims, values of presets).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/report/figures.h"
#include "core/scenario/parameters.h"
#include "core/scenario/scenario_reader.h"

namespace threadline {
namespace {

using ::testing::IsEmpty;

std::vector<std::filesystem::path> scenarioFiles(const char* folder, const std::string& prefix) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(THREADLINE_SOURCE_DIR) / folder)) {
    const std::string name = entry.path().filename();
    const bool isSchema = name.find(".schema.") != std::string::npos;
    if (entry.path().extension() == ".json" && !isSchema && name.rfind(prefix, 0) == 0) files.push_back(entry.path());
  }
  return files;
}

std::string textOf(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

std::vector<std::string> problemsOf(const std::filesystem::path& file) {
  const auto read = scenario::readScenario(textOf(file));
  std::vector<scenario::Problem> problems = read.problems;
  if (read.scenario) problems = report::checkFigures(*read.scenario);
  std::vector<std::string> texts;
  for (const auto& problem : problems) texts.push_back(problem.toText(file.filename().string()));
  return texts;
}

TEST(ShippedScenarios, AreReadWithoutAProblem) {
  const auto files = scenarioFiles("resources/scenarios", "");
  EXPECT_GE(files.size(), 12U);
  for (const auto& file : files) EXPECT_THAT(problemsOf(file), IsEmpty()) << file;
}

TEST(ShippedScenarios, OfTheTestsAreReadWithoutAProblem) {
  const auto files = scenarioFiles("tests/data", "scenario-");
  EXPECT_GE(files.size(), 1U);
  for (const auto& file : files) EXPECT_THAT(problemsOf(file), IsEmpty()) << file;
}

TEST(ShippedScenarios, BindTheirDefaultsAndEachPreset) {
  for (const auto& file : scenarioFiles("resources/scenarios", "")) {
    const auto read = scenario::readScenario(textOf(file));
    ASSERT_TRUE(read.scenario) << file;
    const auto defaults = scenario::bindParameters(*read.scenario, "", {});
    EXPECT_TRUE(defaults) << file << ": " << (defaults ? "" : defaults.error().message);
    for (const auto& preset : read.scenario->presets) {
      const auto values = scenario::bindParameters(*read.scenario, preset.name, {});
      EXPECT_TRUE(values) << file << ", " << preset.name << ": " << (values ? "" : values.error().message);
    }
  }
}

}  // namespace
}  // namespace threadline
