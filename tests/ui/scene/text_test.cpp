// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/ui/scene/fixed_measure.h"
#include "ui/scene/label_layout.h"
#include "ui/scene/text_measure.h"

namespace threadline::scene {
namespace {

const std::string kEllipsis = "\xE2\x80\xA6";
const std::string kReplacement = "\xEF\xBF\xBD";

TEST(Elide, KeepsBothEndsAndFits) {
  const test::FixedMeasure measure;
  EXPECT_EQ(elideMiddle("worker-with-a-long-name-17", 10 * 5, 10, false, measure), "worke" + kEllipsis + "e-17");
  EXPECT_EQ(elideMiddle("short", 100, 10, false, measure), "short");
}

TEST(Elide, NeverCutsACharacterInTwo) {
  const test::FixedMeasure measure;
  const std::string word = "\xEC\x8A\xA4\xEB\xA0\x88\xEB\x93\x9C";  // three characters of three bytes
  EXPECT_EQ(elideMiddle(word + word, 4 * 5, 10, false, measure), word.substr(0, 6) + kEllipsis + word.substr(6));
}

TEST(OneLine, TakesTheFirstLineWithoutControlCharacters) {
  EXPECT_EQ(oneLine("a\tb\x01z\nsecond"), "a b z");
  EXPECT_EQ(oneLine("end   \n"), "end");
}

TEST(OneLine, MarksInvalidUtf8) {
  EXPECT_EQ(oneLine("a\xFFz"), "a" + kReplacement + "z");
  EXPECT_EQ(oneLine("\xED\xA0\x80"), kReplacement + kReplacement + kReplacement);  // a surrogate
  EXPECT_EQ(oneLine("\xC0\xAF"), kReplacement + kReplacement);                     // longer than need be
}

TEST(OneLine, BoundsTheLength) {
  EXPECT_EQ(oneLine("abcdef", 3), "abc" + kEllipsis);
}

TEST(Obstacles, MoveATextAsideOfAnArrow) {
  Obstacles obstacles;
  obstacles.addArrow({100, 0, 100, 200}, false);
  const Rect room = obstacles.roomIn({60, 90, 100, 20}, 40);
  EXPECT_GE(room.width, 40);
  EXPECT_GT(room.x, 100);
}

TEST(Obstacles, LeaveATextInTheMiddleWhenTheArrowIsElsewhere) {
  Obstacles obstacles;
  obstacles.addArrow({100, 0, 100, 200}, false);
  const Rect room = obstacles.roomIn({90, 90, 200, 20}, 40);
  EXPECT_DOUBLE_EQ(room.x + room.width / 2, 190);
}

TEST(Obstacles, RefuseWhereAnArrowLeavesTooLittle) {
  Obstacles obstacles;
  obstacles.addArrow({100, 0, 100, 200}, false);
  EXPECT_EQ(obstacles.roomIn({80, 90, 40, 20}, 30).width, 0);
}

TEST(Obstacles, ArrowsBehindBoxesBlockOnlyTextsOutsideOfThem) {
  Obstacles obstacles;
  obstacles.addArrow({100, 0, 100, 200}, true);
  EXPECT_DOUBLE_EQ(obstacles.roomIn({50, 90, 100, 20}, 40).width, 100);
  EXPECT_FALSE(obstacles.isFree({90, 90, 20, 20}));
  EXPECT_TRUE(obstacles.isFreeOnPlate({90, 90, 20, 20}));
}

}  // namespace
}  // namespace threadline::scene
