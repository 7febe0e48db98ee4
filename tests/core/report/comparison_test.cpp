// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/report/ratio_figure.h"
#include "core/scenario/experiment.h"
#include "tests/core/report/compared_runs.h"

namespace threadline::report {
namespace {

using model::RunEnding;
using test::addRun;
using ::testing::HasSubstr;

std::vector<scenario::Claim> claimsOf(const std::string& json) {
  const auto read = scenario::readExperiment(
      R"({"threadline": 1, "kind": "experiment", "id": "e", "title": {"en": "E", "ko": "실험"}, "scenario": "sample",
          "vary": {"n": [1]}, "claims": )" +
      json + "}");
  for (const scenario::Problem& problem : read.problems) ADD_FAILURE() << problem.toText("");
  return read.experiment ? read.experiment->claims : std::vector<scenario::Claim>{};
}

ClaimResult judged(const Comparison& comparison, const std::string& figure, const std::string& more) {
  const auto results = checkClaims(
      claimsOf(R"([{"id": "c", "figure": ")" + figure + R"(", )" + more + R"(, "text": {"en": "t", "ko": "글"}}])"),
      comparison);
  EXPECT_EQ(results.size(), 1U);
  return results.empty() ? ClaimResult{} : results.front();
}

Comparison twoWays() {
  Comparison comparison;
  for (const std::int64_t wall : {1200, 1000, 5000}) addRun(comparison, 0, {wall, 1000, 400, 8});
  for (const std::int64_t wall : {700, 600, 500}) addRun(comparison, 1, {wall, 1200, 900, 4});
  comparison.variants[1].document = 0.565;
  return comparison;
}

TEST(Comparison, SummarisesByMedianWithTheFastestAndTheSlowest) {
  const auto summaries = summarise(twoWays());
  ASSERT_EQ(summaries.size(), 2U);
  ASSERT_TRUE(summaries[0].wallNs.has_value());
  EXPECT_EQ(summaries[0].wallNs->median, 1200);
  EXPECT_EQ(summaries[0].wallNs->min, 1000);
  EXPECT_EQ(summaries[0].wallNs->max, 5000);
  EXPECT_EQ(summaries[0].factor, 1.0);
  EXPECT_EQ(summaries[1].factor, 0.5);
  EXPECT_EQ(summaries[1].speedup, 2.0);
  EXPECT_EQ(summaries[1].coresUsed, 2.0);
  EXPECT_EQ(summaries[1].memoryKb, 900);
  EXPECT_EQ(summaries[1].switches, 4);
  EXPECT_EQ(summaries[1].document, 0.565);
  EXPECT_EQ(summaries[1].counted, 3U);
}

TEST(Comparison, TheTypicalRunIsTheOneInTheMiddle) {
  const Comparison comparison = twoWays();
  const auto summaries = summarise(comparison);
  EXPECT_EQ(summaries[0].typical, 0U);
  EXPECT_EQ(summaries[1].typical, 4U);
}

TEST(Comparison, OfTwoRunsTheMedianIsTheirMean) {
  Comparison comparison;
  addRun(comparison, 0, {1000});
  addRun(comparison, 0, {2000});
  EXPECT_EQ(summarise(comparison)[0].wallNs->median, 1500);
  EXPECT_EQ(summarise(comparison)[0].typical, 0U);
  EXPECT_EQ(medianOf({}), std::nullopt);
  EXPECT_EQ(medianOf({3, 1, 2}), 2.0);
}

TEST(Comparison, RunsThatWereCutOffAreKeptButDoNotCount) {
  for (const RunEnding ending :
       {RunEnding::kStopped, RunEnding::kTimeLimit, RunEnding::kHostLost, RunEnding::kFailed}) {
    Comparison comparison = twoWays();
    addRun(comparison, 1, {100'000, 100, 100, 1, ending});
    const auto summaries = summarise(comparison);
    EXPECT_EQ(summaries[1].counted, 3U);
    EXPECT_EQ(summaries[1].wallNs->max, 700);
    EXPECT_EQ(comparison.runs.size(), 7U);
  }
}

TEST(Comparison, AnAbnormalEndThatItsScenarioClaimsCounts) {
  const std::string claim = R"([{"id": "x", "figure": "exit", "equals": 0, "text": {"en": "x", "ko": "글"}}])";
  Comparison comparison;
  addRun(comparison, 0, {1000, 1, 1, 1, RunEnding::kFailed}, claim);
  EXPECT_EQ(summarise(comparison)[0].counted, 1U);
}

TEST(Comparison, WhatNobodyMeasuredIsAbsentAndNotNought) {
  Comparison comparison;
  addRun(comparison, 1, {500});
  const auto summaries = summarise(comparison);
  EXPECT_EQ(summaries[0].wallNs, std::nullopt) << "no run of the first variant";
  EXPECT_EQ(summaries[0].coresUsed, std::nullopt);
  EXPECT_EQ(summaries[1].speedup, std::nullopt) << "there is nothing to compare it with";
  EXPECT_TRUE(summaries[1].wallNs.has_value());
}

// ---- claims

TEST(ExperimentClaims, ARatioIsTheMedianOverTheMedian) {
  const ClaimResult result = judged(twoWays(), "ratio('b', 'a')", R"("between": [0.45, 0.7])");
  EXPECT_EQ(result.verdict, Verdict::kHolds);
  ASSERT_TRUE(result.measured.has_value());
  EXPECT_EQ(*result.measured, scenario::Value(0.5));
  EXPECT_EQ(result.expected, "0.45 ... 0.7");
  EXPECT_EQ(judged(twoWays(), "ratio('a', 'b')", R"("below": 1.9)").verdict, Verdict::kFails);
}

TEST(ExperimentClaims, ARatioMayBeOfAnotherFigure) {
  EXPECT_EQ(*judged(twoWays(), "ratio('b', 'a', cpu)", R"("above": 1)").measured, scenario::Value(1.2));
  EXPECT_EQ(*judged(twoWays(), "ratio('b', 'a', process('*').memory_kb)", R"("above": 1)").measured,
            scenario::Value(2.25));
}

TEST(ExperimentClaims, SayWhyTheyWereNotChecked) {
  const Comparison comparison = twoWays();
  EXPECT_THAT(judged(comparison, "ratio('b', 'z')", R"("above": 1)").why, HasSubstr("no variant \"z\""));
  EXPECT_THAT(judged(comparison, "ratio('b', 'a', first(crash))", R"("above": 1)").why, HasSubstr("no such instant"));
  EXPECT_THAT(judged(comparison, "wall", R"("above": 1)").why, HasSubstr("ratio('a', 'b')"));
  EXPECT_EQ(judged(comparison, "ratio('b', 'a')", R"("above": 1, "when": "n > 7")").reason, Reason::kNotApplicable);
  EXPECT_EQ(judged(comparison, "ratio('b', 'a')", R"("above": "=m")").reason, Reason::kNotMeasured);
  Comparison stopped;
  addRun(stopped, 0, {1000});
  addRun(stopped, 1, {1000, 1, 1, 1, RunEnding::kStopped});
  EXPECT_THAT(judged(stopped, "ratio('b', 'a')", R"("above": 1)").why, HasSubstr("came to its end"));
}

TEST(ExperimentClaims, BoundsMayNameWhatIsTheSameInAllRuns) {
  EXPECT_EQ(judged(twoWays(), "ratio('a', 'b')", R"("below": "=n")").verdict, Verdict::kHolds) << "n is 7";
  Comparison comparison = twoWays();
  auto changed = test::recordWith({1000});
  changed.parameters["n"] = scenario::Value(std::int64_t{9});
  comparison.runs.push_back({0, 3, std::make_shared<const RunRecord>(changed)});
  EXPECT_THAT(judged(comparison, "ratio('a', 'b')", R"("below": "=n")").why, HasSubstr("differs"));
}

TEST(ExperimentClaims, OneDisturbedRunOfThreeDoesNotStopAQuestionThatNeedsAFreeCore) {
  Comparison once;
  Comparison always;
  for (const double load : {0.0, 63.0, 0.0}) addRun(once, 0, {1000, 1, 1, 1, RunEnding::kReturned, load});
  for (int i = 0; i < 3; ++i) addRun(always, 0, {1000, 1, 1, 1, RunEnding::kReturned, 1e6});
  const std::string more = R"("equals": 1, "needs": "free core")";
  const ClaimResult disturbed = judged(once, "ratio('a', 'a')", more);
  EXPECT_TRUE(disturbed.verdict == Verdict::kHolds || disturbed.why.find("one") != std::string::npos) << disturbed.why;
  EXPECT_EQ(judged(always, "ratio('a', 'a')", more).reason, Reason::kNoFreeCore);
}

TEST(RatioFigure, TakesFiguresWithAndWithoutQuotes) {
  for (const char* text : {"ratio('a','b')", " ratio( 'a' , \"b\" ) ", "ratio('a','b','wall')",
                           "ratio('a','b',lanes('w*').cpu_share)", "ratio('a','b', spans('w*', running).p50)",
                           "ratio('a','b', 'worker 0'.total)", "ratio('a','b', \"lanes('w*').count\")"}) {
    const auto ratio = parseRatio(text);
    ASSERT_TRUE(ratio.isOk()) << text << ": " << ratio.error().message;
    EXPECT_EQ(ratio.value().variant + ratio.value().base, "ab") << text;
  }
  EXPECT_EQ(parseRatio("ratio('a','b', 'worker 0'.total)").value().text, "'worker 0'.total");
}

TEST(RatioFigure, RefusesEverythingElse) {
  for (const char* text : {"", "wall", "ratio", "ratio(", "ratio()", "ratio('a')", "ratio(a, b)", "ratio('a' 'b')",
                           "ratio('a','b'", "ratio('a','b',)", "ratio('a','b','speed of light')", "ratio('a','b') x",
                           "ratio('a,'b')", "ratio('a','b',ratio('a','b'))"}) {
    EXPECT_FALSE(parseRatio(text).isOk()) << text;
  }
}

// ---- the JSON

TEST(ComparisonReport, HasTheShapeOfTheContract) {
  Comparison comparison = twoWays();
  comparison.experiment = "ways";
  const auto claims = checkClaims(
      claimsOf(R"x([{"id": "A3", "figure": "ratio('b','a')", "below": 1, "text": {"en": "t", "ko": "글"}}])x"),
      comparison);
  const auto json = nlohmann::json::parse(comparisonReport(comparison, claims));
  EXPECT_EQ(json["experiment"], "ways");
  ASSERT_EQ(json["runs"].size(), 6U);
  EXPECT_EQ(json["runs"][4]["variant"]["id"], "b");
  EXPECT_EQ(json["runs"][4]["repeat"], 1);
  EXPECT_EQ(json["runs"][4]["run"]["wall_ns"], 600);
  EXPECT_EQ(json["runs"][4]["run"]["scenario"], "sample");
  ASSERT_EQ(json["summary"].size(), 2U);
  EXPECT_EQ(json["summary"][1]["wall_ns"], (nlohmann::json{{"median", 600}, {"min", 500}, {"max", 700}}));
  for (const char* key : {"variant", "cpu_ns", "memory_kb", "switches", "cores_used", "speedup", "document"}) {
    EXPECT_TRUE(json["summary"][0].contains(key)) << key;
  }
  EXPECT_TRUE(json["summary"][0]["document"].is_null());
  EXPECT_EQ(json["claims"][0]["verdict"], "holds");
  for (const char* key : {"text", "confidence", "figures"}) EXPECT_TRUE(json["verdict"].contains(key)) << key;
}

TEST(ComparisonReport, ForeignTracesHaveNoScenario) {
  Comparison comparison;
  RunRecord foreign = test::recordWith({1000});
  foreign.scenarioJson.clear();
  comparison.variants.resize(1);
  comparison.variants[0].id = "bad\xFFname";
  comparison.runs.push_back({0, 0, std::make_shared<const RunRecord>(foreign)});
  const auto json = nlohmann::json::parse(comparisonReport(comparison, {}));
  EXPECT_TRUE(json["experiment"].is_null());
  EXPECT_FALSE(json["runs"][0]["run"].contains("scenario"));
  EXPECT_EQ(json["summary"][0]["speedup"], 1.0);
}

TEST(ComparisonReport, AnExperimentStoppedBeforeItsFirstRunIsStillWhole) {
  Comparison comparison;
  comparison.experiment = "ways";
  comparison.variants.resize(2);
  const auto json = nlohmann::json::parse(comparisonReport(comparison, {}));
  EXPECT_TRUE(json["runs"].empty());
  ASSERT_EQ(json["summary"].size(), 2U);
  EXPECT_TRUE(json["summary"][0]["wall_ns"].is_null());
}

}  // namespace
}  // namespace threadline::report
