// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/title_edit.h"

#include <gtest/gtest.h>

namespace threadline::scenario {
namespace {

TEST(TitleEdit, ReplacesTheTitleAndKeepsEveryOtherByte) {
  const std::string before =
      "{ \"id\": \"a\",\n  \"title\": {\"en\": \"Old \\\" } one\", \"ko\": \"옛\"} ,\n\t\"z\": [1, {}] }";
  const auto after = withTitle(before, {"New", "새 이름"});
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(*after, "{ \"id\": \"a\",\n  \"title\": {\"en\": \"New\", \"ko\": \"새 이름\"} ,\n\t\"z\": [1, {}] }");
}

TEST(TitleEdit, TakesTheTitleAtTheTopAndNotAnInnerOne) {
  const auto after = withTitle(R"({"view": {"title": 1, "x": ["title"]}, "n": 12, "title": 5})", {"A", "B"});
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(*after, R"({"view": {"title": 1, "x": ["title"]}, "n": 12, "title": {"en": "A", "ko": "B"}})");
}

TEST(TitleEdit, WritesTheNameAsTextWhateverItHolds) {
  const auto after = withTitle(R"({"title": ""})", {"a\"}\n", "b\\"});
  ASSERT_TRUE(after.has_value());
  EXPECT_EQ(*after, R"({"title": {"en": "a\"}\n", "ko": "b\\"}})");
}

TEST(TitleEdit, RefusesWhatHasNoTitleOrIsNoObject) {
  for (const char* text : {"", "[]", "{}", "{\"title", "{\"title\"", "{\"title\": ", "{\"title\": {\"en\": \"a",
                           "{\"a\": 1}", "{\"a\" 1, \"title\": 2}", "{\"a\\", "{,\"title\": 2}"}) {
    EXPECT_FALSE(withTitle(text, {"A", "B"}).has_value()) << text;
  }
}

}  // namespace
}  // namespace threadline::scenario
