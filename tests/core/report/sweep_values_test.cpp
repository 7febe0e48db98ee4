// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweep_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace threadline::report {
namespace {

using Values = std::vector<std::string>;
using ::testing::HasSubstr;

Values valuesOf(std::string_view text) {
  auto values = sweepValuesOf(text);
  return values ? values.take() : Values{"error: " + values.error().message};
}

TEST(SweepValues, AreTakenAsTheyStandThere) {
  EXPECT_EQ(valuesOf("1,2, 4"), (Values{"1", "2", "4"}));
  EXPECT_EQ(valuesOf("thread,process"), (Values{"thread", "process"}));
  EXPECT_EQ(valuesOf("true"), Values{"true"});
}

TEST(SweepValues, RangesCountInStepsAndInFactors) {
  EXPECT_EQ(valuesOf("1..4"), (Values{"1", "2", "3", "4"}));
  EXPECT_EQ(valuesOf("10..35+10"), (Values{"10", "20", "30"}));
  EXPECT_EQ(valuesOf("1..20*2"), (Values{"1", "2", "4", "8", "16"}));
  EXPECT_EQ(valuesOf("0, 1 .. 8 * 4, 100"), (Values{"0", "1", "4", "100"}));
  EXPECT_EQ(valuesOf("-2..0"), (Values{"-2", "-1", "0"}));
  EXPECT_EQ(valuesOf("5..5"), Values{"5"});
}

TEST(SweepValues, RangesAtTheEndsOfTheNumbersEnd) {
  EXPECT_EQ(valuesOf("9223372036854775806..9223372036854775807").size(), 2U);
  EXPECT_EQ(valuesOf("1..9223372036854775807*2").size(), 63U);
}

TEST(SweepValues, AMillionAreRefusedBeforeTheyAreMade) {
  const auto values = sweepValuesOf("1..1000000");
  ASSERT_FALSE(values);
  EXPECT_EQ(values.error().code, ErrorCode::kLimit);
  EXPECT_THAT(values.error().message, HasSubstr("1000000 values"));
  EXPECT_FALSE(sweepValuesOf("-9223372036854775808..9223372036854775807"));
  EXPECT_FALSE(sweepValuesOf("1..600,1..600"));
}

TEST(SweepValues, WhatMakesNoSenseIsSaid) {
  EXPECT_THAT(valuesOf("4..1")[0], HasSubstr("before it begins"));
  EXPECT_THAT(valuesOf("1..8*1")[0], HasSubstr("*2"));
  EXPECT_THAT(valuesOf("0..8*2")[0], HasSubstr("*2"));
  EXPECT_THAT(valuesOf("1..8+0")[0], HasSubstr("+1"));
  EXPECT_THAT(valuesOf("1,,2")[0], HasSubstr("missing"));
  EXPECT_THAT(valuesOf("")[0], HasSubstr("missing"));
}

TEST(SweepValues, ATextWithDotsStaysAText) {
  EXPECT_EQ(valuesOf("../a"), Values{"../a"});
  EXPECT_EQ(valuesOf("1..b"), Values{"1..b"});
}

}  // namespace
}  // namespace threadline::report
