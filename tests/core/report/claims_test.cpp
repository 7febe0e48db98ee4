// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/claims.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>

#include "tests/core/report/sample_run.h"

namespace threadline::report {
namespace {

using ::testing::HasSubstr;

/// The result of one claim: the body of its object after the id.
ClaimResult checkOne(const std::string& body, const std::function<void(RunRecord&)>& change = {}) {
  RunRecord run = test::sampleRun(R"([{"id": "c", "text": {"en": "t", "ko": "t"}, )" + body + "}]");
  if (change) change(run);
  const auto results = checkClaims(run);
  EXPECT_EQ(results.size(), 1U);
  return results.empty() ? ClaimResult{} : results.front();
}

TEST(Claims, EachBandHoldsAndFails) {
  struct Row {
    const char* body;
    Verdict verdict;
    const char* expected;
  };
  for (const Row& row : {Row{R"("figure": "main.sum", "equals": 85)", Verdict::kHolds, "= 85"},
                         Row{R"("figure": "main.sum", "equals": 84)", Verdict::kFails, "= 84"},
                         Row{R"("figure": "main.sum", "above": 85)", Verdict::kFails, "> 85"},
                         Row{R"("figure": "main.sum", "above": 84)", Verdict::kHolds, "> 84"},
                         Row{R"("figure": "main.sum", "below": 85)", Verdict::kFails, "< 85"},
                         Row{R"("figure": "lanes('worker*').cpu_share", "below": 0.8)", Verdict::kHolds, "< 0.8"},
                         Row{R"("figure": "main.sum", "between": [85, 90])", Verdict::kHolds, "85 ... 90"},
                         Row{R"("figure": "main.sum", "between": [86, 90])", Verdict::kFails, "86 ... 90"}}) {
    const ClaimResult result = checkOne(row.body);
    EXPECT_EQ(result.verdict, row.verdict) << row.body << " " << result.why;
    EXPECT_EQ(result.expected, row.expected) << row.body;
    EXPECT_TRUE(result.measured.has_value()) << row.body;
  }
}

TEST(Claims, ABoundMayBeAnExpressionOverParametersAndFigures) {
  EXPECT_EQ(checkOne(R"("figure": "queue.puts", "equals": "=queue.gets+queue.left")").verdict, Verdict::kHolds);
  EXPECT_EQ(checkOne(R"("figure": "main.sum", "equals": "=n*12+1")").verdict, Verdict::kHolds);
}

TEST(Claims, CarryTheDocumentsAndTheReferencesFigureBesideTheirOwn) {
  const ClaimResult sum =
      checkOne(R"("figure": "main.sum", "equals": 85, "document": "=n*12+1", "reference": [85, 4.5])");
  EXPECT_EQ(sum.document, scenario::Value(std::int64_t{85}));
  EXPECT_EQ(sum.reference, scenario::Value(scenario::List{std::int64_t{85}, 4.5}));
  EXPECT_FALSE(sum.isTime);
  EXPECT_EQ(sum.bounds, std::vector<scenario::Value>{std::int64_t{85}});

  const ClaimResult wall = checkOne(R"("figure": "wall", "above": 0, "document": null, "when": "spin")");
  EXPECT_EQ(wall.reason, Reason::kNotApplicable);
  EXPECT_FALSE(wall.document || wall.reference);
  EXPECT_TRUE(wall.isTime);
  EXPECT_FALSE(checkOne(R"("figure": "spans('worker*', 'running').count", "above": 0)").isTime);
}

TEST(Claims, ABandOverSeveralLanesMustHoldForEach) {
  EXPECT_EQ(checkOne(R"("figure": "work.total", "between": [42, 43])").verdict, Verdict::kHolds);
  EXPECT_EQ(checkOne(R"("figure": "work.total", "equals": 42)").verdict, Verdict::kFails);
}

TEST(Claims, AnOrderIsComparedAsAList) {
  EXPECT_EQ(checkOne(R"("figure": "output('*').order", "equals": ["item 1", "done"])").verdict, Verdict::kHolds);
  EXPECT_EQ(checkOne(R"("figure": "output('*').order", "equals": ["done", "item 1"])").verdict, Verdict::kFails);
}

TEST(Claims, WhatDoesNotApplyIsNotCheckedAndSaysWhen) {
  const ClaimResult result = checkOne(R"("figure": "main.sum", "equals": 1, "when": "spin")");
  EXPECT_EQ(result.verdict, Verdict::kNotChecked);
  EXPECT_EQ(result.reason, Reason::kNotApplicable);
  EXPECT_THAT(result.why, HasSubstr("spin"));
}

TEST(Claims, AStoppedRunIsNotChecked) {
  for (const auto ending : {model::RunEnding::kStopped, model::RunEnding::kTimeLimit, model::RunEnding::kHostLost}) {
    const ClaimResult result =
        checkOne(R"("figure": "main.sum", "equals": 1)", [&](RunRecord& run) { run.ending = ending; });
    EXPECT_EQ(result.verdict, Verdict::kNotChecked);
    EXPECT_EQ(result.reason, Reason::kCutOff);
    EXPECT_THAT(result.why, HasSubstr("the run"));
  }
}

TEST(Claims, AFigureThatIsNotThereIsNotCheckedAndSaysWhy) {
  const ClaimResult result = checkOne(R"("figure": "'nobody'.sum", "equals": 1)");
  EXPECT_EQ(result.verdict, Verdict::kNotChecked);
  EXPECT_THAT(result.why, HasSubstr("nobody"));
  EXPECT_FALSE(result.measured.has_value());
}

TEST(Claims, WithoutAFreeCoreItIsNotCheckedAndSaysWhatOthersUsed) {
  const long cores = ::sysconf(_SC_NPROCESSORS_ONLN);
  const auto busy = [&](RunRecord& run) { run.otherLoad = static_cast<double>(cores) - 0.5; };
  const ClaimResult result = checkOne(R"("figure": "main.sum", "equals": 85, "needs": "free core")", busy);
  EXPECT_EQ(result.verdict, Verdict::kNotChecked);
  EXPECT_THAT(result.why, HasSubstr(cores > 1 ? "other programs used" : "two cores"));
  EXPECT_EQ(checkOne(R"("figure": "main.sum", "equals": 85)", busy).verdict, Verdict::kHolds);
  if (cores < 2) GTEST_SKIP() << "one core";
  EXPECT_EQ(checkOne(R"("figure": "main.sum", "equals": 85, "needs": "free core")").verdict, Verdict::kHolds);
}

TEST(Claims, AnAbnormalEndOfMainIsAFailureUnlessItIsClaimed) {
  RunRecord run = test::sampleRun(R"([{"id": "e", "figure": "exit", "equals": 0, "text": {"en": "t", "ko": "t"}}])");
  run.ending = model::RunEnding::kFailed;
  EXPECT_FALSE(isFailure(run, checkClaims(run)));
  EXPECT_TRUE(isFailure(run, {}));
  run.ending = model::RunEnding::kReturned;
  EXPECT_FALSE(isFailure(run, {}));
  run.ending = model::RunEnding::kHostLost;
  EXPECT_TRUE(isFailure(run, {}));
}

TEST(Claims, OneThatFailsIsAFailure) {
  RunRecord run =
      test::sampleRun(R"([{"id": "e", "figure": "main.sum", "equals": 0, "text": {"en": "t", "ko": "t"}}])");
  EXPECT_TRUE(isFailure(run, checkClaims(run)));
}

}  // namespace
}  // namespace threadline::report
