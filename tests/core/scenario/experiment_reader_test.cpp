// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "core/scenario/experiment.h"
#include "core/scenario/json.h"
#include "core/scenario/parameters.h"

// What a good experiment's file becomes; what is wrong with broken ones is broken_experiments_test.cpp's.

namespace threadline::scenario {
namespace {

std::string fileWith(const std::string& more, const std::string& scenario = R"("sum")") {
  return R"({"threadline": 1, "kind": "experiment", "id": "e", "title": {"en": "E", "ko": "실험"}, "scenario": )" +
         scenario + ", " + more + "}";
}

const std::string kTwoVariants = R"("variants": [
  {"id": "1-thread", "label": {"en": "one", "ko": "하나"}, "set": {"workers": 1, "gil": true}, "document": 1},
  {"id": "b", "label": {"en": "two", "ko": "둘"}, "set": {"runtime": "process"}, "scenario": "other", "document": null}])";

Experiment good(const std::string& json) {
  ExperimentReadResult read = readExperiment(json);
  for (const Problem& problem : read.problems) ADD_FAILURE() << problem.toText("");
  return read.experiment.value_or(Experiment{});
}

TEST(ExperimentFile, KeepsVariantsWithTheirValuesAndFactors) {
  const Experiment read = good(fileWith(kTwoVariants));
  ASSERT_EQ(read.variants.size(), 2U);
  EXPECT_EQ(read.variants[0].id, "1-thread");
  EXPECT_EQ(read.variants[0].label.ko, "하나");
  EXPECT_EQ(read.variants[0].set.at("workers"), Value(std::int64_t{1}));
  EXPECT_EQ(read.variants[0].set.at("gil"), Value(true));
  EXPECT_EQ(read.variants[0].document, 1.0);
  EXPECT_EQ(read.variants[1].scenario, "other");
  EXPECT_EQ(read.variants[1].document, std::nullopt);
  EXPECT_EQ(read.repeat, 1);
  EXPECT_EQ(read.scenario, "sum");
  EXPECT_EQ(read.own, nullptr);
}

TEST(ExperimentFile, KeepsSweepsInTheirOrder) {
  const Experiment read = good(fileWith(R"("vary": {"workers": [4, 1, 2], "runtime": ["thread", "process"]})"));
  ASSERT_EQ(read.vary.size(), 2U);
  EXPECT_EQ(read.vary[0].name, "workers");
  EXPECT_EQ(read.vary[0].values, (std::vector<Value>{std::int64_t{4}, std::int64_t{1}, std::int64_t{2}}));
  EXPECT_EQ(read.vary[1].values.front(), Value("thread"));
  EXPECT_TRUE(read.variants.empty());
}

TEST(ExperimentFile, KeepsPresetsRepeatAndValuesForAllRuns) {
  const Experiment read = good(fileWith(
      kTwoVariants + R"(, "set": {"pieces": 2}, "repeat": 3, "presets": {"quick": {"set": {"n": 5}, "repeat": 1},
        "document": {}})"));
  EXPECT_EQ(read.set.at("pieces"), Value(std::int64_t{2}));
  EXPECT_EQ(read.repeat, 3);
  ASSERT_NE(read.preset("quick"), nullptr);
  EXPECT_EQ(read.preset("quick")->repeat, 1);
  EXPECT_EQ(read.preset("document")->repeat, std::nullopt);
  EXPECT_EQ(read.preset("slow"), nullptr);
}

TEST(ExperimentFile, MayHoldAWholeScenarioThatCanBeRunByItself) {
  const std::string scenario = R"({"threadline": 1, "id": "own", "title": {"en": "Own \"it\"", "ko": "내 것"},
    "parameters": {"ms": {"type": "int", "default": 1, "min": 0, "max": 9, "label": {"en": "Rest", "ko": "쉼"}}},
    "functions": {"main": {"steps": [{"sleep": "=ms"}, {"assign": {"to": "x", "value": [1.5, -0.0, null, true]}}]}}})";
  const Experiment read = good(fileWith(R"("vary": {"ms": [1, 2]})", scenario));
  ASSERT_NE(read.own, nullptr);
  EXPECT_EQ(read.scenario, "own");
  EXPECT_EQ(read.own->scenario.title.en, "Own \"it\"");
  const ReadResult again = readScenario(read.own->json);
  ASSERT_TRUE(again.scenario.has_value());
  EXPECT_EQ(again.scenario->stepPointers, read.own->scenario.stepPointers);
  EXPECT_TRUE(bindParameters(*again.scenario, "", {{"ms", "2"}}).isOk());
}

TEST(ExperimentFile, ACaptionAloneLeavesTheScenariosOwnView) {
  const std::string caption = R"("caption": {"en": "Look", "ko": "보십시오"})";
  const Experiment plain = good(fileWith(kTwoVariants + R"(, "view": {)" + caption + "}"));
  EXPECT_EQ(plain.caption.en, "Look");
  EXPECT_FALSE(plain.view.has_value());
  const Experiment full =
      good(fileWith(kTwoVariants + R"(, "view": {"lanes": ["w*"], "arrows": [], )" + caption + "}"));
  ASSERT_TRUE(full.view.has_value());
  EXPECT_EQ(full.view->lanes, std::vector<std::string>{"w*"});
  EXPECT_EQ(full.caption.ko, "보십시오");
}

TEST(ExperimentFile, KeepsClaimsOfRatios) {
  const std::string claims = R"x(, "claims": [{"id": "A3", "figure": "ratio('b','1-thread')", "between": [0.45, 0.7],
    "when": "n > 9", "needs": "free core", "document": 0.565, "text": {"en": "faster", "ko": "빠릅니다"}}])x";
  const Experiment read = good(fileWith(kTwoVariants + claims));
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].figure, "ratio('b','1-thread')");
  EXPECT_EQ(read.claims[0].pointer, "/claims/0");
  EXPECT_TRUE(read.claims[0].needsFreeCore);
  ASSERT_TRUE(read.claims[0].document);
  EXPECT_EQ(std::get<Value>(read.claims[0].document->content), Value(0.565));
}

TEST(JsonTree, IsWrittenAsItIsReadBack) {
  const std::string text =
      R"({"a":[1,-2,0.5,1e+300,true,false,null,"\" \\ \n 한글"],"b/c~":{"":[]},"d":{},"e":9223372036854775807})";
  const JsonDocument document = parseJson(text, {1000});
  ASSERT_TRUE(document.isComplete);
  EXPECT_EQ(writeJson(document.root), text);
}

}  // namespace
}  // namespace threadline::scenario
