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
  ASSERT_EQ(plan.value().size(), 18U) << "six variants, three times";
  for (std::size_t i = 0; i < plan.value().size(); ++i) EXPECT_EQ(plan.value()[i].variant, i % 6);
  EXPECT_EQ(plan.value()[0].parameters.at("workers").toText(), "1");
  EXPECT_EQ(plan.value()[3].parameters.at("runtime").toText(), "process");
  ASSERT_NE(plan.value()[4].parameters.at("gil").asBool(), nullptr);
  EXPECT_FALSE(*plan.value()[4].parameters.at("gil").asBool());
}

TEST(ExperimentPlan, AQuickPresetIsOneRoundOfLessWork) {
  const auto plan = planOf(sumCompare(), sum(), "quick");
  ASSERT_TRUE(plan.isOk());
  EXPECT_EQ(plan.value().size(), 6U);
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

// ---- wishes, sweeps, several scenarios

const scenario::Scenario* findSum(const std::string& id) {
  static const scenario::Scenario kSum = sum();
  return id == "sum" ? &kSum : nullptr;
}

Result<ExperimentPlan> planWith(const ExperimentWishes& wishes) {
  return planOf(sumCompare(), findSum, wishes);
}

std::vector<std::string> idsOf(const std::vector<scenario::Variant>& variants) {
  std::vector<std::string> ids;
  for (const scenario::Variant& variant : variants) ids.push_back(variant.id);
  return ids;
}

TEST(ExperimentPlan, SettingsStandOverPresetsAndUnderVariants) {
  const auto plan = planWith({"quick", {{"n", "1000"}, {"gil", "false"}}, {}, {}});
  ASSERT_TRUE(plan.isOk()) << plan.error().message;
  for (const ExperimentStep& step : plan.value().steps) EXPECT_EQ(step.parameters.at("n").toText(), "1000");
  EXPECT_FALSE(*plan.value().steps[0].parameters.at("gil").asBool()) << "no variant but the last sets it";
  EXPECT_EQ(plan.value().steps[1].parameters.at("workers").toText(), "2");
}

TEST(ExperimentPlan, ASettingThatEveryVariantOverridesIsRefused) {
  const auto plan = planWith({"quick", {{"workers", "4"}}, {}, {}});
  ASSERT_FALSE(plan.isOk());
  EXPECT_EQ(plan.error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(plan.error().context, "workers");
}

TEST(ExperimentPlan, SweepsReplaceTheVariantsAndRunAllCombinations) {
  const auto plan = planWith({"", {}, {{"workers", {"1", "2"}}, {"gil", {"true", "false"}}}, 2});
  ASSERT_TRUE(plan.isOk()) << plan.error().message;
  EXPECT_THAT(idsOf(plan.value().variants), testing::ElementsAre("workers=1,gil=true", "workers=1,gil=false",
                                                                 "workers=2,gil=true", "workers=2,gil=false"));
  EXPECT_EQ(plan.value().variants[1].label.en, "Workers 1, GIL off");
  EXPECT_EQ(plan.value().variants[1].label.ko, "워커 수 1, GIL 끔");
  ASSERT_EQ(plan.value().steps.size(), 8U);
  EXPECT_EQ(plan.value().steps[4].variant, 0U);
  EXPECT_EQ(plan.value().steps[4].repeat, 1);
  EXPECT_FALSE(*plan.value().steps[3].parameters.at("gil").asBool());
}

TEST(ExperimentPlan, ARuntimeIsCalledAsPeopleCallIt) {
  const auto plan = planWith({"", {}, {{"runtime", {"thread", "process"}}}, 1});
  ASSERT_TRUE(plan.isOk()) << plan.error().message;
  EXPECT_THAT(plan.value().variants[0].label.en, testing::EndsWith(" threads"));
  EXPECT_THAT(plan.value().variants[1].label.ko, testing::EndsWith(" 프로세스"));
  EXPECT_EQ(plan.value().variants[1].id, "runtime=process");
}

TEST(ExperimentPlan, AFilesSweepIsRunAsItsVariants) {
  scenario::Experiment experiment = sumCompare();
  experiment.variants.clear();
  experiment.vary = {{"workers", {std::int64_t{4}, std::int64_t{1}}}};
  EXPECT_THAT(idsOf(variantsOf(experiment, findSum)), testing::ElementsAre("workers=4", "workers=1"));
  const auto plan = planOf(experiment, findSum, {"quick", {}, {}, {}});
  ASSERT_TRUE(plan.isOk());
  EXPECT_EQ(plan.value().steps[0].parameters.at("workers").toText(), "4");
}

TEST(ExperimentPlan, RefusesSweepsThatMakeNoSense) {
  const auto codeOf = [](ExperimentWishes wishes) {
    const auto plan = planWith(std::move(wishes));
    return plan.isOk() ? std::string("accepted") : plan.error().message;
  };
  EXPECT_THAT(codeOf({"", {}, {{"workers", {"1", "65"}}}, {}}), testing::HasSubstr("from 1 to 64"));
  EXPECT_THAT(codeOf({"", {}, {{"workers", {"many"}}}, {}}), testing::HasSubstr("many"));
  EXPECT_THAT(codeOf({"", {}, {{"wrokers", {"1"}}}, {}}), testing::HasSubstr("workers"));
  EXPECT_THAT(codeOf({"", {}, {{"workers", {}}}, {}}), testing::HasSubstr("no value"));
  EXPECT_THAT(codeOf({"", {}, {{"workers", {"2", "2"}}}, {}}), testing::HasSubstr("twice"));
  EXPECT_THAT(codeOf({"", {}, {{"workers", {"1"}}, {"workers", {"2"}}}, {}}), testing::HasSubstr("once"));
  EXPECT_THAT(codeOf({"", {}, {{"workers", {"1"}}, {"gil", {"true"}}, {"n", {"5"}}}, {}}), testing::HasSubstr("two"));
}

TEST(ExperimentPlan, AMillionPointsAreRefusedBeforeAnyIsMade) {
  const std::vector<std::string> million(1'000'000, "1");
  const auto plan = planWith({"", {}, {{"workers", million}, {"n", million}}, 100});
  ASSERT_FALSE(plan.isOk());
  EXPECT_EQ(plan.error().code, ErrorCode::kLimit);
}

TEST(ExperimentPlan, RefusesARepeatOutOfBounds) {
  for (const std::int64_t repeat : {std::int64_t{0}, std::int64_t{-3}}) {
    EXPECT_EQ(planWith({"quick", {}, {}, repeat}).error().code, ErrorCode::kInvalidArgument) << repeat;
  }
  EXPECT_EQ(planWith({"quick", {}, {{"workers", {"1"}}}, 101}).error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(planWith({"quick", {}, {}, std::int64_t{1} << 62U}).error().code, ErrorCode::kLimit);
  EXPECT_EQ(planWith({"quick", {}, {}, 100}).value().steps.size(), 600U);
}

TEST(ExperimentPlan, EachVariantRunsItsOwnScenario) {
  scenario::Experiment experiment = sumCompare();
  experiment.variants[2].scenario = "other";
  const auto missing = planOf(experiment, findSum, {"quick", {}, {}, {}});
  ASSERT_FALSE(missing.isOk());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(missing.error().context, testing::HasSubstr("two-tasks"));
  const auto plan = planOf(experiment, [](const std::string&) { return findSum("sum"); }, {"quick", {}, {}, {}});
  ASSERT_TRUE(plan.isOk());
  EXPECT_EQ(plan.value().variants[2].scenario, "other");
  EXPECT_EQ(plan.value().variants[1].scenario, "sum");
}

TEST(ExperimentPlan, TheDocumentsPresetExistsAlways) {
  scenario::Experiment experiment = sumCompare();
  experiment.presets.clear();
  EXPECT_TRUE(planOf(experiment, findSum, {"document", {}, {}, {}}).isOk());
  EXPECT_FALSE(planOf(experiment, findSum, {"quick", {}, {}, {}}).isOk());
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

TEST(TimeLeft, TakesFromEachVariantWhatItTookBefore) {
  const auto step = [](std::size_t variant) { return ExperimentStep{variant, 0, {}}; };
  const std::vector<ExperimentStep> steps{step(0), step(1), step(0), step(1)};
  EXPECT_EQ(timeLeft(steps, {}, milliseconds(5)), std::nullopt);
  EXPECT_EQ(timeLeft(steps, {milliseconds(10)}, milliseconds(4)), milliseconds(6 + 10 + 10));
  EXPECT_EQ(timeLeft(steps, {milliseconds(10), milliseconds(30)}, milliseconds(4)), milliseconds(6 + 30));
  EXPECT_EQ(timeLeft(steps, {milliseconds(10), milliseconds(30)}, milliseconds(99)), milliseconds(30));
  EXPECT_EQ(timeLeft(steps, std::vector<DurationNs>(4, milliseconds(1)), {}), DurationNs{0});
}

}  // namespace
}  // namespace threadline::report
