// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/scenario/experiment.h"
#include "core/scenario/quote.h"
#include "tests/core/scenario/scenario_files.h"

// Every file of tests/data/broken_experiments has its problems, line by line, in the .txt beside it. TL_UPDATE_GOLDEN=1
// writes these lines anew; read the difference before it is kept.

namespace threadline::scenario {
namespace {

std::string problemLines(const ExperimentReadResult& result) {
  std::string lines;
  for (const Problem& problem : result.problems) lines += problem.toText("") + "\n";
  return lines;
}

class BrokenExperiment : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(BrokenExperiment, IsToldWithPlaceFoundAndExpected) {
  const ExperimentReadResult result = readExperiment(contentOf(GetParam()));
  EXPECT_FALSE(result.experiment.has_value());
  EXPECT_FALSE(result.problems.empty());
  for (const Problem& problem : result.problems) {
    EXPECT_FALSE(problem.found.empty() || problem.expected.empty()) << problem.pointer;
  }
  const std::string lines = problemLines(result);
  EXPECT_TRUE(isUtf8(lines));
  for (const char c : lines) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
  std::filesystem::path expected = GetParam();
  expected.replace_extension(".txt");
  if (std::getenv("TL_UPDATE_GOLDEN")) std::ofstream(expected, std::ios::binary) << lines;
  ASSERT_TRUE(std::filesystem::exists(expected));
  EXPECT_EQ(lines, contentOf(expected));
}

INSTANTIATE_TEST_SUITE_P(All, BrokenExperiment, testing::ValuesIn(jsonFilesIn(kTestData / "broken_experiments")),
                         [](const auto& file) {
                           std::string name = file.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(BrokenExperiments, AreAtLeastForty) {
  EXPECT_GE(jsonFilesIn(kTestData / "broken_experiments").size(), 40U);
}

}  // namespace
}  // namespace threadline::scenario
