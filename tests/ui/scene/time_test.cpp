// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "ui/scene/ticks.h"
#include "ui/scene/time_scale.h"
#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

const std::string kMinus = "\xE2\x88\x92";

std::string labelsOf(const Ticks& ticks) {
  std::string out;
  for (const Tick& tick : ticks.ticks) out += tick.label + " ";
  return out + symbolOf(ticks.unit);
}

TEST(TimeScale, GivesBackEveryNanosecondWhereAPixelIsTwoOrMore) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 2000; ++i) {
    const std::int64_t start = static_cast<std::int64_t>(random() % 4'000'000'000'000) - 2'000'000'000'000;
    const auto width = static_cast<double>(200 + random() % 3000);
    const auto length = static_cast<std::int64_t>(2 * width + static_cast<double>(random() % 4'000'000'000'000));
    const TimeScale scale({{start}, {start + length}}, 176, width);
    const TimeNs t{start + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(length))};
    EXPECT_EQ(scale.timeAt(scale.xOf(t)), t) << start << " " << length;
  }
}

TEST(TimeScale, PutsTheRangeOntoItsPixels) {
  const TimeScale scale({{1000}, {2000}}, 100, 500);
  EXPECT_DOUBLE_EQ(scale.xOf({1000}), 100);
  EXPECT_DOUBLE_EQ(scale.xOf({2000}), 600);
  EXPECT_DOUBLE_EQ(scale.xOf({900}), 50);
  EXPECT_DOUBLE_EQ(scale.nsPerPx(), 2);
}

TEST(TimeScale, DividesByNothingForAnEmptyRange) {
  const TimeScale scale({{5}, {5}}, 0, 0);
  EXPECT_EQ(scale.timeAt(0), TimeNs{5});
  EXPECT_DOUBLE_EQ(scale.xOf({5}), 0);
}

TEST(Ticks, AreFiveToEightForEveryLengthFromZero) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 20'000; ++i) {
    const auto length = static_cast<std::int64_t>(random() % (std::uint64_t{1} << (4 + i % 50))) + 160;
    const std::size_t count = ticksFor({{0}, {length}}).ticks.size();
    ASSERT_GE(count, 5U) << length;
    ASSERT_LE(count, 8U) << length;
  }
}

TEST(Ticks, AreFourToNineForEveryRange) {
  std::mt19937_64 random(14);
  for (int i = 0; i < 20'000; ++i) {
    const auto length = static_cast<std::int64_t>(random() % (std::uint64_t{1} << (4 + i % 50))) + 160;
    const auto start = static_cast<std::int64_t>(random() % 1'000'000'000);
    const std::size_t count = ticksFor({{start}, {start + length}}).ticks.size();
    ASSERT_GE(count, 4U) << start << " + " << length;
    ASSERT_LE(count, 9U) << start << " + " << length;
  }
}

TEST(Ticks, StepsAreRound) {
  std::mt19937_64 random(12);
  for (int i = 0; i < 5000; ++i) {
    std::int64_t step = ticksFor({{0}, {static_cast<std::int64_t>(random() % 1'000'000'000'000) + 160}}).step.ns;
    while (step % 10 == 0) step /= 10;
    EXPECT_TRUE(step == 1 || step == 2 || step == 5 || step == 25) << step;
  }
}

TEST(Ticks, HaveLabelsThatAreAllDifferentHoweverDeepTheZoom) {
  std::mt19937_64 random(13);
  for (int i = 0; i < 5000; ++i) {
    const auto length = static_cast<std::int64_t>(random() % (std::uint64_t{1} << (5 + i % 40))) + 16;
    const auto start = static_cast<std::int64_t>(random() % 10'000'000'000);
    const Ticks ticks = ticksFor({{start}, {start + length}});
    std::set<std::string> labels;
    for (const Tick& tick : ticks.ticks) labels.insert(tick.label);
    ASSERT_EQ(labels.size(), ticks.ticks.size()) << labelsOf(ticks) << " " << start << " " << length;
  }
}

TEST(Ticks, UseTheUnitThatReadsBest) {
  EXPECT_EQ(labelsOf(ticksFor({{0}, {470'000'000}})), "0 100 200 300 400 ms");
  EXPECT_EQ(labelsOf(ticksFor({{0}, {1'700'000'000}})), "0 250 500 750 1,000 1,250 1,500 ms");
  EXPECT_EQ(labelsOf(ticksFor({{0}, {2'400'000'000}})), "0 0.5 1 1.5 2 s");
  EXPECT_EQ(labelsOf(ticksFor({{0}, {900}})), "0 200 400 600 800 ns");
  EXPECT_EQ(labelsOf(ticksFor({{-30'000}, {30'000}})),
            kMinus + "30 " + kMinus + "20 " + kMinus + "10 0 10 20 30 \xC2\xB5s");
}

TEST(Ticks, SurviveNonsense) {
  EXPECT_EQ(ticksFor({{5}, {5}}).ticks.size(), 1U);
  EXPECT_EQ(ticksFor({{9}, {5}}).ticks.size(), 1U);
  EXPECT_LE(ticksFor({{0}, {9'000'000'000'000'000'000}}).ticks.size(), 9U);
}

TEST(Units, WriteLengthsWithThreeFigures) {
  EXPECT_EQ(durationText({0}), "0 ns");
  EXPECT_EQ(durationText({620}), "620 ns");
  EXPECT_EQ(durationText({5'130'000}), "5.13 ms");
  EXPECT_EQ(durationText({999'600}), "1 ms");
  EXPECT_EQ(durationText({12'340'000'000}), "12.3 s");
  EXPECT_EQ(durationText({1'240'000'000'000}), "1,240 s");
  EXPECT_EQ(durationText({-1500}), kMinus + "1.5 \xC2\xB5s");
}

TEST(Units, GroupThousands) {
  EXPECT_EQ(numberText(0), "0");
  EXPECT_EQ(numberText(-15), kMinus + "15");
  EXPECT_EQ(numberText(1'234'567), "1,234,567");
  EXPECT_EQ(numberText(INT64_MIN), kMinus + "9,223,372,036,854,775,808");
}

}  // namespace
}  // namespace threadline::scene
