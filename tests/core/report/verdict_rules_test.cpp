// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the verdict over numbers made for the purpose: where it fires, and the near misses where it must not.
#include "core/report/verdict_rules.h"

#include <gtest/gtest.h>

#include <set>

namespace threadline::report {
namespace {

using M = Measure;
using P = Pattern;

struct Case {
  const char* name;
  std::map<Measure, double> numbers;
  std::set<Pattern> fires;
};

Evidence evidenceFrom(const std::map<Measure, double>& numbers) {
  Evidence evidence;
  for (const auto& [measure, value] : numbers) evidence[measure] = {value, LaneId{1}, {}, "thing"};
  return evidence;
}

const std::map<Measure, double> kGil{{M::kLanes, 2}, {M::kGilShare, 0.5}, {M::kCoresUsed, 1}, {M::kCores, 2}};
const std::map<Measure, double> kLock{{M::kLanes, 4}, {M::kLockShare, 0.6}, {M::kOneLock, 1}, {M::kOverlap, 0.05}};
const std::map<Measure, double> kIo{
    {M::kLanes, 10}, {M::kIoShare, 0.9}, {M::kCoresBusy, 0.05}, {M::kCoresUsed, 0.1}, {M::kCores, 2}};
const std::map<Measure, double> kOver{{M::kLanes, 16},      {M::kWantRun, 15},     {M::kWantRunPerCore, 7.5},
                                      {M::kRunPerCpu, 7.6}, {M::kCoresBusy, 0.98}, {M::kForeign, 0.02},
                                      {M::kCores, 2}};
const std::map<Measure, double> kUneven{{M::kLanes, 4}, {M::kBusiest, 1.6}, {M::kAlone, 0.35}};
const std::map<Measure, double> kStarved{{M::kLanes, 3}, {M::kStarvedShare, 0.9}, {M::kStarvedDepth, 0.1}};
const std::map<Measure, double> kConvoy{
    {M::kLanes, 2}, {M::kConvoyShare, 0.8}, {M::kConvoyTimes, 40}, {M::kConvoyWaits, 80}, {M::kGilShare, 0.4}};
const std::map<Measure, double> kStart{{M::kLanes, 8}, {M::kStartingShare, 0.6}};
const std::map<Measure, double> kFew{{M::kLanes, 2},     {M::kBacklog, 12},    {M::kTakersWait, 0.9},
                                     {M::kIoShare, 0.9}, {M::kCoresBusy, 0.1}, {M::kCoresUsed, 0.2},
                                     {M::kCores, 2}};

/// The same numbers with one of them changed.
std::map<Measure, double> but(std::map<Measure, double> numbers, Measure measure, double value) {
  numbers[measure] = value;
  return numbers;
}
std::map<Measure, double> without(std::map<Measure, double> numbers, Measure measure) {
  numbers.erase(measure);
  return numbers;
}
std::map<Measure, double> both(std::map<Measure, double> numbers, const std::map<Measure, double>& more) {
  numbers.insert(more.begin(), more.end());
  return numbers;
}

const std::vector<Case> kPlain{
    {"nothing measured", {}, {}},
    {"one lane that works", {{M::kLanes, 1}, {M::kGilShare, 0}, {M::kCoresUsed, 1}}, {}},
    {"four lanes that work", {{M::kLanes, 4}, {M::kGilShare, 0}, {M::kOverlap, 0.9}, {M::kBusiest, 1.02}}, {}},
};

const std::vector<Case> kGilCases{
    {"two threads under a GIL", kGil, {P::kGilBound}},
    {"eight threads under a GIL", but(but(kGil, M::kLanes, 8), M::kGilShare, 0.87), {P::kGilBound}},
    {"a GIL at its bound", but(kGil, M::kGilShare, 0.3), {P::kGilBound}},
    {"a GIL just below its bound", but(kGil, M::kGilShare, 0.299), {}},
    {"a little waiting for the GIL", but(kGil, M::kGilShare, 0.05), {}},
    {"one thread that waited for the GIL", but(kGil, M::kLanes, 1), {}},
    {"no GIL measured", without(kGil, M::kGilShare), {}},
    {"a GIL although the CPU time is not known", without(kGil, M::kCoresUsed), {P::kGilBound}},
};

const std::vector<Case> kLockCases{
    {"one lock", kLock, {P::kLockBound}},
    {"one lock at its bounds",
     {{M::kLanes, 2}, {M::kLockShare, 0.3}, {M::kOneLock, 0.7}, {M::kOverlap, 0.3}},
     {P::kLockBound}},
    {"locks, but little waiting", but(kLock, M::kLockShare, 0.29), {}},
    {"many locks, each a little", but(kLock, M::kOneLock, 0.4), {}},
    {"many locks just below", but(kLock, M::kOneLock, 0.69), {}},
    {"a lock, yet they work at the same time", but(kLock, M::kOverlap, 0.6), {}},
    {"a lock and just too much at the same time", but(kLock, M::kOverlap, 0.31), {}},
    {"a lock with one lane", but(kLock, M::kLanes, 1), {}},
    {"a lock of which no wait is known", without(kLock, M::kOneLock), {}},
    {"a lock, and nobody works", without(kLock, M::kOverlap), {}},
};

const std::vector<Case> kIoCases{
    {"downloads one after the other", but(kIo, M::kLanes, 1), {P::kIdleCores}},
    {"downloads at the same time", kIo, {P::kIdleCores}},
    {"input and output at its bounds", but(but(kIo, M::kIoShare, 0.5), M::kCoresBusy, 0.5), {P::kIdleCores}},
    {"input and output just below", but(kIo, M::kIoShare, 0.49), {}},
    {"input and output beside busy cores", but(kIo, M::kCoresBusy, 0.51), {}},
    {"input and output with all cores busy", but(kIo, M::kCoresBusy, 1), {}},
    {"input and output on an unknown machine", without(kIo, M::kCoresBusy), {}},
    {"no input and output", but(kIo, M::kIoShare, 0), {}},
};

const std::vector<Case> kOverCases{
    {"sixteen that compute on two cores", kOver, {P::kOversubscribed}},
    {"three that compute on two cores",
     but(but(but(kOver, M::kLanes, 3), M::kWantRunPerCore, 1.5), M::kRunPerCpu, 1.5),
     {P::kOversubscribed}},
    {"just enough for the cores", but(kOver, M::kWantRunPerCore, 1.0), {}},
    {"just below too many", but(kOver, M::kWantRunPerCore, 1.49), {}},
    {"many that want to run with little lost", but(kOver, M::kRunPerCpu, 1.39), {}},
    {"many that want to run, and the cores are not busy", but(kOver, M::kCoresBusy, 0.69), {}},
    {"other programs took the cores", but(kOver, M::kForeign, 0.5), {}},
    {"other programs at their bound", but(kOver, M::kForeign, 0.25), {P::kOversubscribed}},
    {"two lanes are never too many", but(kOver, M::kLanes, 2), {}},
    {"too many on an unknown machine", without(kOver, M::kWantRunPerCore), {}},
    {"too many with unknown CPU time", without(kOver, M::kRunPerCpu), {}},
};

const std::vector<Case> kUnevenCases{
    {"stair steps", kUneven, {P::kUnbalanced}},
    {"stair steps at their bounds", but(but(kUneven, M::kBusiest, 1.3), M::kAlone, 0.2), {P::kUnbalanced}},
    {"even work with a late end", but(kUneven, M::kBusiest, 1.05), {}},
    {"just even enough", but(kUneven, M::kBusiest, 1.29), {}},
    {"uneven, but all end together", but(kUneven, M::kAlone, 0.02), {}},
    {"uneven, and just not alone enough", but(kUneven, M::kAlone, 0.19), {}},
    {"no lanes that are alike", without(kUneven, M::kBusiest), {}},
};

const std::vector<Case> kStarvedCases{
    {"an empty queue", kStarved, {P::kStarvedQueue}},
    {"an empty queue at its bounds",
     but(but(kStarved, M::kStarvedShare, 0.6), M::kStarvedDepth, 1),
     {P::kStarvedQueue}},
    {"takers that wait now and then", but(kStarved, M::kStarvedShare, 0.3), {}},
    {"takers just below", but(kStarved, M::kStarvedShare, 0.59), {}},
    {"a queue that is mostly full", but(kStarved, M::kStarvedDepth, 40), {}},
    {"a queue just too deep", but(kStarved, M::kStarvedDepth, 1.1), {}},
    {"no queue", without(kStarved, M::kStarvedShare), {}},
};

const std::vector<Case> kConvoyCases{
    {"a convoy", kConvoy, {P::kConvoy}},
    {"a convoy at its bounds",
     {{M::kLanes, 2}, {M::kConvoyShare, 0.4}, {M::kConvoyTimes, 5}, {M::kConvoyWaits, 10}},
     {P::kConvoy}},
    {"a convoy of few waits is the GIL alone", but(kConvoy, M::kConvoyWaits, 9), {P::kGilBound}},
    {"short waits are no convoy", but(kConvoy, M::kConvoyTimes, 4.9), {P::kGilBound}},
    {"a small part is no convoy", but(but(kConvoy, M::kConvoyShare, 0.39), M::kGilShare, 0.2), {}},
    {"a convoy of one", but(kConvoy, M::kLanes, 1), {}},
};

const std::vector<Case> kStartCases{
    {"starts that take longest", kStart, {P::kStartup}},
    {"starts at their bound", but(kStart, M::kStartingShare, 0.3), {P::kStartup}},
    {"starts just below", but(kStart, M::kStartingShare, 0.29), {}},
    {"starts that cost nothing", but(kStart, M::kStartingShare, 0.01), {}},
};

const std::vector<Case> kFewCases{
    {"too few workers for the waits", kFew, {P::kFewWorkers}},
    {"too few at its bounds",
     but(but(but(kFew, M::kBacklog, 2), M::kTakersWait, 0.5), M::kCoresBusy, 0.6),
     {P::kFewWorkers}},
    {"a small backlog is only input and output", but(kFew, M::kBacklog, 1.9), {P::kIdleCores}},
    {"a backlog of workers that compute", but(but(kFew, M::kTakersWait, 0.1), M::kIoShare, 0.1), {}},
    {"a backlog with busy cores", but(kFew, M::kCoresBusy, 0.9), {}},
    {"a backlog on an unknown machine", without(kFew, M::kCoresBusy), {}},
};

const std::vector<Case> kMixed{
    {"a lock and a GIL", both(kGil, kLock), {P::kGilBound, P::kLockBound}},
    {"late starts and stair steps", both(kStart, kUneven), {P::kStartup, P::kUnbalanced}},
    {"a starving taker says more than idle cores", both(kStarved, without(kIo, M::kLanes)), {P::kStarvedQueue}},
};

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto* table : {&kPlain, &kGilCases, &kLockCases, &kIoCases, &kOverCases, &kUnevenCases, &kStarvedCases,
                            &kConvoyCases, &kStartCases, &kFewCases, &kMixed}) {
    all.insert(all.end(), table->begin(), table->end());
  }
  return all;
}

class VerdictRule : public ::testing::TestWithParam<Case> {};

TEST_P(VerdictRule, FiresExactlyWhereItShould) {
  std::set<Pattern> fired;
  for (const Finding& finding : findingsOf(evidenceFrom(GetParam().numbers))) {
    fired.insert(finding.pattern);
    for (const std::string& text : {finding.text.en, finding.text.ko}) {
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
      EXPECT_FALSE(text.empty());
    }
    EXPECT_FALSE(finding.measures.empty());
  }
  EXPECT_EQ(fired, GetParam().fires) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Table, VerdictRule, ::testing::ValuesIn(cases()), [](const auto& one) {
  std::string name = one.param.name;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
});

TEST(VerdictRules, TheTableHasSixtyCasesAndEveryRuleFiresInIt) {
  const std::vector<Case> all = cases();
  EXPECT_GE(all.size(), 60U);
  std::set<Pattern> fired;
  for (const Case& one : all) fired.insert(one.fires.begin(), one.fires.end());
  EXPECT_EQ(fired.size(), verdictRules().size());
}

TEST(VerdictRules, TheSentenceIsMadeOfTheNumbers) {
  const auto findings = findingsOf(evidenceFrom(but(kGil, M::kGilShare, 0.724)));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].text.en,
            "72\u00A0% of the workers' time went into waiting for the GIL: they could only take turns.");
  EXPECT_NE(findings[0].text.ko.find("72\u00A0%를"), std::string::npos);
  EXPECT_EQ(findings[0].measures, std::vector<Measure>{M::kGilShare});
}

TEST(VerdictRules, SayHowSureTheyAre) {
  EXPECT_EQ(findingsOf(evidenceFrom(kGil))[0].confidence, Confidence::kHigh);
  EXPECT_EQ(findingsOf(evidenceFrom(but(kGil, M::kGilShare, 0.31)))[0].confidence, Confidence::kMedium);
  EXPECT_EQ(findingsOf(evidenceFrom(but(kGil, M::kForeign, 0.5)))[0].confidence, Confidence::kLow);
}

TEST(VerdictRules, EveryMeasureHasANameOfItsOwn) {
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(M::kConvoyWaits); ++i) names.insert(nameOf(static_cast<Measure>(i)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(M::kConvoyWaits) + 1);
}

}  // namespace
}  // namespace threadline::report
