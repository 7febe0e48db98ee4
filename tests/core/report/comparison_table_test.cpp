// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison_table.h"

#include <gtest/gtest.h>

#include "tests/core/report/compared_runs.h"

namespace threadline::report {
namespace {

using test::addRun;

TEST(ComparisonTable, HasARowForEachVariantWithRawNumbersAndItsSettings) {
  Comparison comparison;
  addRun(comparison, 0, {.wall = 1000});
  addRun(comparison, 0, {.wall = 1200});
  addRun(comparison, 0, {.wall = 1100});
  addRun(comparison, 1, {.wall = 550, .cpu = 880});
  comparison.variants[0].document = 1.0;
  comparison.variants[1].set["n"] = scenario::Value(std::int64_t{7});
  EXPECT_EQ(comparisonCsv(comparison, summarise(comparison), {"one", "two, or more"}),
            "variant,label,scenario,n,runs,wall_ns,wall_min_ns,wall_max_ns,cpu_ns,cores_used,switches,memory_kb,"
            "speedup,factor,document,requests_per_s,latency_p50_ns,latency_p99_ns\n"
            "a,one,,7,3,1100,1000,1200,900,0.8181818181818182,10,500,1.0,1.0,1.0,,,\n"
            "b,\"two, or more\",,7,1,550,550,550,880,1.6,10,500,2.0,0.5,,,,\n");
}

TEST(ComparisonTable, AVariantWithoutARunThatCountsHasEmptyFields) {
  Comparison comparison;
  addRun(comparison, 0, {.wall = 1000, .ending = model::RunEnding::kTimeLimit});
  EXPECT_NE(comparisonCsv(comparison, summarise(comparison), {"a"}).find("\na,a,,0,,,,,,,,,,,,,\n"), std::string::npos);
}

TEST(ComparisonTable, AFieldThatASpreadsheetWouldCalculateIsMarked) {
  EXPECT_EQ(csvField("=1+1"), "\"'=1+1\"");
  EXPECT_EQ(csvField("-12.5"), "-12.5");
  EXPECT_EQ(csvField("a \"b\""), "\"a \"\"b\"\"\"");
  EXPECT_EQ(csvField("plain"), "plain");
}

}  // namespace
}  // namespace threadline::report
