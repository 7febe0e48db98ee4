// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweeps.h"

#include <gtest/gtest.h>

#include "tests/core/report/compared_runs.h"

namespace threadline::report {
namespace {

using scenario::Settings;
using scenario::Value;
using test::addRun;

Value number(std::int64_t value) {
  return Value(value);
}

Comparison withSettings(const std::vector<std::pair<std::string, Settings>>& variants) {
  Comparison comparison;
  for (const auto& [id, set] : variants) {
    scenario::Variant variant;
    variant.id = id;
    variant.set = set;
    comparison.variants.push_back(std::move(variant));
  }
  return comparison;
}

TEST(NumberSweep, IsOneNumberInWhichAllVariantsDiffer) {
  const Comparison comparison =
      withSettings({{"a", {{"n", number(1)}}}, {"b", {{"n", number(4)}}}, {"c", {{"n", number(2)}}}});
  const auto sweep = numberSweepOf(comparison);
  ASSERT_TRUE(sweep.has_value());
  EXPECT_EQ(sweep->parameter, "n");
  EXPECT_EQ(sweep->values, (std::vector<double>{1, 4, 2}));
}

TEST(NumberSweep, ReadsNumbersThatWereTyped) {
  const auto sweep =
      numberSweepOf(withSettings({{"a", {{"n", Value(std::string("8"))}}}, {"b", {{"n", Value(std::string("16"))}}}}));
  ASSERT_TRUE(sweep.has_value());
  EXPECT_EQ(sweep->values, (std::vector<double>{8, 16}));
}

TEST(NumberSweep, IsNothingElse) {
  EXPECT_FALSE(numberSweepOf({}).has_value());
  EXPECT_FALSE(numberSweepOf(withSettings({{"a", {{"n", number(1)}}}})).has_value());
  EXPECT_FALSE(numberSweepOf(withSettings({{"a", {}}, {"b", {}}})).has_value());
  EXPECT_FALSE(numberSweepOf(withSettings({{"a", {{"n", number(1)}}}, {"b", {{"m", number(2)}}}})).has_value());
  EXPECT_FALSE(
      numberSweepOf(withSettings({{"a", {{"gil", Value(true)}}}, {"b", {{"gil", Value(false)}}}})).has_value());
  EXPECT_FALSE(
      numberSweepOf(withSettings({{"a", {{"n", number(1)}}}, {"b", {{"n", Value(std::string("many"))}}}})).has_value());
}

TEST(NumberMap, HasTheFirstParametersValuesAsColumns) {
  std::vector<std::pair<std::string, Settings>> variants;
  for (const int workers : {2, 1}) {
    for (const int delay : {10, 20, 30}) {
      variants.push_back({"workers=" + std::to_string(workers) + ",delay=" + std::to_string(delay),
                          {{"workers", number(workers)}, {"delay", number(delay)}}});
    }
  }
  const auto map = numberMapOf(withSettings(variants));
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->column, "workers");
  EXPECT_EQ(map->row, "delay");
  EXPECT_EQ(map->columns, (std::vector<double>{1, 2}));
  EXPECT_EQ(map->rows, (std::vector<double>{10, 20, 30}));
  EXPECT_EQ(map->at(1, 0), 0U);
  EXPECT_EQ(map->at(0, 2), 5U);
}

TEST(NumberMap, LeavesPlacesEmptyThatWereNotTried) {
  const auto map = numberMapOf(withSettings(
      {{"a=1,b=1", {{"a", number(1)}, {"b", number(1)}}}, {"a=2,b=2", {{"a", number(2)}, {"b", number(2)}}}}));
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->at(1, 0), std::nullopt);
  EXPECT_EQ(map->at(1, 1), 1U);
}

TEST(NumberMap, IsNotOfOneNumberOrOfWords) {
  EXPECT_FALSE(numberMapOf(withSettings({{"a", {{"n", number(1)}}}, {"b", {{"n", number(4)}}}})).has_value());
  EXPECT_FALSE(numberMapOf(withSettings({{"a", {{"n", number(1)}, {"how", Value(std::string("thread"))}}},
                                         {"b", {{"n", number(2)}, {"how", Value(std::string("task"))}}}}))
                   .has_value());
}

Comparison workersWith(const std::vector<std::pair<std::int64_t, std::int64_t>>& wallsAndCpus) {
  Comparison comparison;
  for (std::size_t i = 0; i < wallsAndCpus.size(); ++i) {
    addRun(comparison, i, {wallsAndCpus[i].first, wallsAndCpus[i].second});
    comparison.variants[i].set["workers"] = number(std::int64_t{1} << i);
  }
  return comparison;
}

TEST(Ideal, DividesTheSameWork) {
  const Comparison comparison = workersWith({{8000, 7900}, {4500, 8000}, {4400, 8100}});
  const auto ideal = idealNs(*numberSweepOf(comparison), summarise(comparison));
  ASSERT_TRUE(ideal.has_value());
  EXPECT_EQ(*ideal, (std::vector<double>{8000, 4000, 2000}));
}

TEST(Ideal, StaysWhereEachBringsItsOwnWork) {
  const Comparison comparison = workersWith({{8000, 7900}, {9000, 15800}, {18000, 31000}});
  const auto ideal = idealNs(*numberSweepOf(comparison), summarise(comparison));
  ASSERT_TRUE(ideal.has_value());
  EXPECT_EQ(*ideal, (std::vector<double>{8000, 8000, 8000}));
}

TEST(Ideal, IsNotKnownOfOtherParameters) {
  Comparison comparison = workersWith({{8000, 7900}, {4500, 8000}});
  for (std::size_t i = 0; i < 2; ++i) {
    comparison.variants[i].set = {{"delay", number(static_cast<std::int64_t>(i) + 1)}};
  }
  EXPECT_FALSE(idealNs(*numberSweepOf(comparison), summarise(comparison)).has_value());
}

TEST(Noise, IsTheMiddleSpreadOfTheVariants) {
  Comparison comparison;
  for (const std::int64_t wall : {1000, 1010, 990}) addRun(comparison, 0, {wall});
  for (const std::int64_t wall : {2000, 2100, 2000}) addRun(comparison, 1, {wall});
  for (const std::int64_t wall : {500, 500, 600}) addRun(comparison, 2, {wall});
  const auto noise = noiseOf(summarise(comparison));
  ASSERT_TRUE(noise.has_value());
  EXPECT_NEAR(*noise, 0.05, 1e-9);
}

TEST(Noise, IsNotKnownFromOneRunEach) {
  Comparison comparison;
  addRun(comparison, 0, {1000});
  addRun(comparison, 1, {2000});
  EXPECT_FALSE(noiseOf(summarise(comparison)).has_value());
}

TEST(FastestLast, KeepsTheFilesOrderOfTheNearlySame) {
  Comparison comparison;
  addRun(comparison, 0, {1000});
  addRun(comparison, 1, {500});
  addRun(comparison, 2, {1010});
  addRun(comparison, 3, {2000});
  EXPECT_EQ(fastestLast(summarise(comparison)), (std::vector<std::size_t>{3, 0, 2, 1}));
}

TEST(ForeignLoad, IsToldFromAQuarterOfTheCoresOn) {
  Comparison comparison;
  addRun(comparison, 0, {1000});
  const auto withLoad = [&](double load) {
    auto record = std::make_shared<RunRecord>(*comparison.runs[0].record);
    record->machine = "2 cores, Linux 6.1";
    record->otherLoad = load;
    comparison.runs[0].record = record;
    return foreignLoadOf(comparison);
  };
  EXPECT_FALSE(withLoad(0.4).has_value());
  ASSERT_TRUE(withLoad(0.9).has_value());
  EXPECT_EQ(withLoad(0.9)->cores, 0.9);
  EXPECT_EQ(withLoad(0.9)->of, 2);
}

}  // namespace
}  // namespace threadline::report
