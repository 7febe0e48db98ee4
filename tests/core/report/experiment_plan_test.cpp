// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/experiment_plan.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace threadline::report {
namespace {

std::string fileText(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(std::string(THREADLINE_SHIPPED_SCENARIOS) + "/" + name).rdbuf();
  return text.str();
}

scenario::Experiment sumCompare() {
  auto read = scenario::readExperiment(fileText("experiments/sum-compare.json"));
  EXPECT_TRUE(read.experiment.has_value());
  return *read.experiment;
}

scenario::Scenario sum() {
  return *scenario::readScenario(fileText("sum.json")).scenario;
}

TEST(ExperimentPlan, GoesRoundByRoundAndBindsEachVariant) {
  const auto plan = planOf(sumCompare(), sum(), "document");
  ASSERT_TRUE(plan.isOk()) << plan.error().message;
  ASSERT_EQ(plan.value().size(), 12U) << "four variants, three times";
  for (std::size_t i = 0; i < plan.value().size(); ++i) EXPECT_EQ(plan.value()[i].variant, i % 4);
  EXPECT_EQ(plan.value()[0].parameters.at("workers").toText(), "1");
  EXPECT_EQ(plan.value()[2].parameters.at("runtime").toText(), "process");
  ASSERT_NE(plan.value()[3].parameters.at("gil").asBool(), nullptr);
  EXPECT_FALSE(*plan.value()[3].parameters.at("gil").asBool());
}

TEST(ExperimentPlan, AQuickPresetIsOneRoundOfLessWork) {
  const auto plan = planOf(sumCompare(), sum(), "quick");
  ASSERT_TRUE(plan.isOk());
  EXPECT_EQ(plan.value().size(), 4U);
  EXPECT_EQ(plan.value().front().parameters.at("n").toText(), "50000000");
}

TEST(ExperimentPlan, NamesTheVariantWhoseValuesAreImpossible) {
  scenario::Experiment experiment = sumCompare();
  experiment.variants[1].set["workers"] = scenario::Value(std::int64_t{100'000});
  const auto plan = planOf(experiment, sum(), "quick");
  ASSERT_FALSE(plan.isOk());
  EXPECT_THAT(plan.error().context, testing::HasSubstr("two-threads"));
}

TEST(ExperimentPlan, RefusesAnUnknownPresetAndTooManyRuns) {
  EXPECT_EQ(planOf(sumCompare(), sum(), "fast").error().code, ErrorCode::kNotFound);
  scenario::Experiment experiment = sumCompare();
  experiment.repeat = 300;
  EXPECT_EQ(planOf(experiment, sum(), "").error().code, ErrorCode::kLimit);
}

TEST(ExperimentReader, TellsEveryProblemWithItsPlace) {
  const auto read = scenario::readExperiment(
      R"({"threadline": 1, "kind": "experiment", "id": "a b", "title": {"en": "x", "ko": "x"}, "scenario": "sum",
          "variants": [{"id": "one", "label": {"en": "x", "ko": "x"}, "set": {"n": [1]}}, {"id": "one", "document": -1}],
          "repeat": 0, "extra": 1})");
  EXPECT_FALSE(read.experiment.has_value());
  std::vector<std::string> places;
  for (const scenario::Problem& problem : read.problems) places.push_back(problem.pointer);
  EXPECT_THAT(places, testing::IsSupersetOf(
                          {"/id", "/variants/0/set/n", "/variants/1/id", "/variants/1/document", "/repeat", "/extra"}));
}

TEST(ExperimentReader, HostileTextIsNoExperiment) {
  for (const char* text : {"", "{", "[]", "null", "{\"kind\":\"experiment\"}", "{\"kind\":3}"}) {
    EXPECT_FALSE(scenario::readExperiment(text).experiment.has_value()) << text;
  }
  EXPECT_FALSE(scenario::saysExperiment("{\"kind\": \"scenario\"}"));
  EXPECT_TRUE(scenario::saysExperiment("{\"kind\": \"experiment\"}"));
}

}  // namespace
}  // namespace threadline::report
