// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/scenario/parameters.h"
#include "core/scenario/scenario_reader.h"
#include "tests/core/scenario/scenario_files.h"

namespace threadline::scenario {
namespace {

constexpr std::string_view kTestPrefix = "scenario-";  // of those in tests/data

class ScenarioFile : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ScenarioFile, ReadsWithoutAProblemAndIsNamedAsItsId) {
  const ReadResult result = readScenario(contentOf(GetParam()));
  for (const Problem& problem : result.problems) ADD_FAILURE() << problem.toText(GetParam().filename().string());
  ASSERT_TRUE(result.scenario.has_value());
  std::string name = GetParam().stem().string();
  if (name.starts_with(kTestPrefix)) name.erase(0, kTestPrefix.size());
  EXPECT_EQ(result.scenario->id, name);
}

TEST_P(ScenarioFile, BindsItsDefaultsAndEveryPreset) {
  const ReadResult result = readScenario(contentOf(GetParam()));
  ASSERT_TRUE(result.scenario.has_value());
  std::vector<std::string> presets = {"", "document"};
  for (const Preset& preset : result.scenario->presets) presets.push_back(preset.name);
  for (const std::string& preset : presets) {
    const Result<ParameterValues> values = bindParameters(*result.scenario, preset, {});
    ASSERT_TRUE(values.isOk()) << preset << ": " << values.error().message;
    EXPECT_EQ(values.value().size(), result.scenario->parameters.size());
  }
}

std::vector<std::filesystem::path> allFiles() {
  // The schema beside the scenarios describes their format and is none of them.
  std::vector<std::filesystem::path> files = jsonFilesIn(kShipped);
  std::erase_if(files, [](const auto& path) { return path.filename().string().find("schema") != std::string::npos; });
  for (const auto& folder : {kTestData, kTestData / "scenarios"}) {
    for (const auto& path : jsonFilesIn(folder)) {
      const bool isExample = folder != kTestData || path.filename().string().starts_with(kTestPrefix);
      if (isExample) files.push_back(path);
    }
  }
  return files;
}

INSTANTIATE_TEST_SUITE_P(All, ScenarioFile, testing::ValuesIn(allFiles()), [](const auto& file) {
  std::string name =
      file.param.parent_path().filename().string() + "_" + file.param.stem().string() + std::to_string(file.index);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

}  // namespace
}  // namespace threadline::scenario
