// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/experiment_check.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace threadline::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string fileText(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(std::string(THREADLINE_SHIPPED_SCENARIOS) + "/" + name).rdbuf();
  return text.str();
}

const scenario::Scenario* find(const std::string& id) {
  static const auto kSum = scenario::readScenario(fileText("sum.json"));
  static const auto kKill = scenario::readScenario(fileText("kill.json"));
  if (id == "sum") return &*kSum.scenario;
  return id == "kill" ? &*kKill.scenario : nullptr;
}

/// A file whose two variants, one and two, are "kept" plus what a test adds.
std::vector<scenario::Problem> problemsOf(const std::string& more, const std::string& compared = "") {
  static const std::string kVariants = R"("variants": [
    {"id": "one", "label": {"en": "one", "ko": "하나"}, "set": {"workers": 1}},
    {"id": "two", "label": {"en": "two", "ko": "둘"}, "set": {"workers": 2}}])";
  const auto read = scenario::readExperiment(
      R"({"threadline": 1, "kind": "experiment", "id": "e", "title": {"en": "E", "ko": "실험"}, )" +
      (compared.empty() ? kVariants : compared) + (more.find("\"scenario\"") == 0 ? "" : R"(, "scenario": "sum")") +
      (more.empty() ? "" : ", " + more) + "}");
  for (const scenario::Problem& problem : read.problems) ADD_FAILURE() << problem.toText("");
  return read.experiment ? checkExperiment(*read.experiment, find) : std::vector<scenario::Problem>{};
}

std::vector<std::string> placesOf(const std::vector<scenario::Problem>& problems) {
  std::vector<std::string> places;
  for (const scenario::Problem& problem : problems) {
    EXPECT_FALSE(problem.found.empty() || problem.expected.empty()) << problem.pointer;
    places.push_back(problem.pointer);
  }
  return places;
}

std::string claim(const std::string& figure, const std::string& band = R"("above": 1)") {
  return R"("claims": [{"id": "c", "figure": ")" + figure + R"(", )" + band + R"(, "text": {"en": "t", "ko": "글"}}])";
}

TEST(ExperimentCheck, ShippedExperimentsHaveNoProblem) {
  const auto read = scenario::readExperiment(fileText("experiments/sum-compare.json"));
  ASSERT_TRUE(read.experiment.has_value());
  for (const auto& problem : checkExperiment(*read.experiment, find)) ADD_FAILURE() << problem.toText("sum-compare");
  EXPECT_THAT(problemsOf(""), IsEmpty());
}

TEST(ExperimentCheck, ScenariosMustExist) {
  EXPECT_THAT(placesOf(problemsOf(R"("scenario": "summ")")), ElementsAre("/scenario"));
  const std::string variants = R"("variants": [{"id": "a", "label": {"en": "a", "ko": "가"}, "scenario": "nowhere"},
    {"id": "b", "label": {"en": "b", "ko": "나"}, "scenario": "kill"}])";
  EXPECT_THAT(placesOf(problemsOf("", variants)), ElementsAre("/variants/0/scenario"));
}

TEST(ExperimentCheck, NamesAndValuesMustFitTheScenario) {
  EXPECT_THAT(placesOf(problemsOf(R"("set": {"wrokers": 1, "n": 0, "gil": "true", "runtime": "sideways"})")),
              ElementsAre("/set/gil", "/set/n", "/set/runtime", "/set/wrokers"));
  EXPECT_THAT(placesOf(problemsOf(R"("presets": {"quick": {"set": {"n": 9000000000}}})")),
              ElementsAre("/presets/quick/set/n"));
  EXPECT_THAT(placesOf(problemsOf("", R"("vary": {"workers": [1, 65, 2], "a/b": [1]})")),
              ElementsAre("/vary/workers/1", "/vary/a~1b"));
  const auto problems = problemsOf(R"("set": {"wrokers": 1})");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0].expected, HasSubstr("workers"));
}

TEST(ExperimentCheck, ClaimsMustNameVariantsAndFiguresThatExist) {
  EXPECT_THAT(placesOf(problemsOf(claim("ratio('two', 'three')"))), ElementsAre("/claims/0/figure"));
  EXPECT_THAT(placesOf(problemsOf(claim("wall"))), ElementsAre("/claims/0/figure"));
  EXPECT_THAT(placesOf(problemsOf(claim("ratio('two', 'one', lanes('*').speed)"))), ElementsAre("/claims/0/figure"));
  EXPECT_THAT(placesOf(problemsOf(claim("ratio('two', 'one', nobody.puts)"))),
              ElementsAre("/claims/0/figure", "/claims/0/figure"));
  EXPECT_THAT(problemsOf(claim("ratio('two', 'one', result.puts)")), IsEmpty());
  EXPECT_THAT(problemsOf(claim("ratio('workers=2', 'workers=1')"), R"("vary": {"workers": [1, 2]})"), IsEmpty());
}

TEST(ExperimentCheck, ConditionsAndBoundsSeeParametersOnly) {
  EXPECT_THAT(problemsOf(claim("ratio('two', 'one')", R"("above": "=n/cores", "when": "n > 5 and gil")")), IsEmpty());
  EXPECT_THAT(placesOf(problemsOf(claim("ratio('two', 'one')", R"("between": [0, "=total"], "when": "main.sum > 1")"))),
              ElementsAre("/claims/0/when", "/claims/0/between/1"));
}

TEST(ExperimentCheck, TooManyRunsAreToldOnce) {
  std::string values;
  for (int i = 1; i <= 64; ++i) values += (i > 1 ? ", " : "") + std::to_string(i);
  const auto problems = problemsOf(R"("presets": {"quick": {}})",
                                   R"("vary": {"workers": [)" + values + R"(], "pieces": [)" + values + "]}");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0].found, HasSubstr("1000 runs"));
}

TEST(ExperimentCheck, AScenarioInTheFileNeedsNoLibrary) {
  const std::string own = R"("scenario": {"threadline": 1, "id": "own", "title": {"en": "Own", "ko": "내 것"},
    "parameters": {"ms": {"type": "int", "default": 1, "min": 0, "max": 9, "label": {"en": "Rest", "ko": "쉼"}}},
    "functions": {"main": {"steps": [{"sleep": "=ms"}]}}})";
  EXPECT_THAT(problemsOf(own, R"("vary": {"ms": [1, 2]})"), IsEmpty());
  EXPECT_THAT(placesOf(problemsOf(own, R"("vary": {"ms": [1, 20]})")), ElementsAre("/vary/ms/1"));
}

}  // namespace
}  // namespace threadline::report
