// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <limits>

#include "core/scenario/quote.h"
#include "core/scenario/suggestion.h"
#include "core/scenario/value.h"

namespace threadline::scenario {
namespace {

TEST(InQuotes, LeavesPrintableTextOfAnyLanguageAlone) {
  EXPECT_EQ(inQuotes("스레드 é 😀"), "\"스레드 é 😀\"");
  EXPECT_EQ(inQuotes(""), "\"\"");
}

TEST(InQuotes, EscapesWhatATerminalWouldObeyOrThatHidesItself) {
  EXPECT_EQ(inQuotes("a\"b\\c"), "\"a\\\"b\\\\c\"");
  EXPECT_EQ(inQuotes("\x1b[31m\n\r\t\x7f"), "\"\\u001b[31m\\n\\r\\t\\u007f\"");
  EXPECT_EQ(inQuotes(std::string("\0", 1)), "\"\\u0000\"");
  EXPECT_EQ(inQuotes("a\u202eb\u200b\u2028\u0085"), "\"a\\u202eb\\u200b\\u2028\\u0085\"");
  EXPECT_EQ(inQuotes("\U000e0041"), "\"\\U000e0041\"");
}

TEST(InQuotes, ShowsBytesThatAreNotUtf8) {
  EXPECT_EQ(inQuotes("a\xff"), "\"a\\xff\"");
  EXPECT_EQ(inQuotes("\xed\xa0\x80"), "\"\\xed\\xa0\\x80\"");  // a surrogate
  EXPECT_EQ(inQuotes("\xc0\xaf"), "\"\\xc0\\xaf\"");           // an overlong form
  EXPECT_EQ(inQuotes("\xe0\x80\xaf"), "\"\\xe0\\x80\\xaf\"");
  EXPECT_EQ(inQuotes("\xec\x8a"), "\"\\xec\\x8a\"");  // cut off
}

TEST(InQuotes, CutsBetweenCharactersAndNotWithinOne) {
  EXPECT_EQ(inQuotes("가나다라", 3), "\"가나다...\"");
  EXPECT_EQ(inQuotes("가나다", 3), "\"가나다\"");
  EXPECT_LT(inQuotes(std::string(1'000'000, 'x')).size(), 100U);
}

TEST(Utf8, IsToldFromOtherBytes) {
  EXPECT_TRUE(isUtf8("한글 and \U0010ffff"));
  EXPECT_FALSE(isUtf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(isUtf8("\x80"));
}

TEST(Suggestion, FindsASlipOfTheKeyboardOnly) {
  const std::vector<std::string_view> known = {"repeat", "release", "print", "put", "n"};
  EXPECT_EQ(nearest("repaet", known), "repeat");
  EXPECT_EQ(nearest("prnt", known), "print");
  EXPECT_EQ(nearest("puts", known), "put");
  EXPECT_EQ(nearest("fi", {"if"}), "if");  // two neighbours swapped are one slip
  EXPECT_EQ(nearest("download", known), "");
  EXPECT_EQ(nearest("m", known), "");
  EXPECT_EQ(nearest(std::string(10'000, 'x'), known), "");
}

TEST(Suggestion, ListsWhatIsKnownAndCutsLongLists) {
  EXPECT_EQ(oneOf({"a", "b", "c"}), "a, b or c");
  EXPECT_EQ(oneOf({"a"}), "a");
  EXPECT_EQ(knownNames("repaet", {"repeat", "print"}), "did you mean repeat? known: repeat and print");
  EXPECT_EQ(knownNames("x", {}), "none is known");
  const std::vector<std::string_view> many(40, "word");
  EXPECT_NE(oneOf(many).find(" and 10 more"), std::string::npos);
}

TEST(Value, PrintsAsPythonDoes) {
  EXPECT_EQ(Value().toText(), "None");
  EXPECT_EQ(Value(true).toText(), "True");
  EXPECT_EQ(Value(std::int64_t{-42}).toText(), "-42");
  EXPECT_EQ(Value(2.0).toText(), "2.0");
  EXPECT_EQ(Value(0.1).toText(), "0.1");
  EXPECT_EQ(Value(1e16).toText(), "1e+16");
  EXPECT_EQ(Value(1e15).toText(), "1000000000000000.0");
  EXPECT_EQ(Value(0.00001).toText(), "1e-05");
  EXPECT_EQ(Value(-0.0).toText(), "-0.0");
  EXPECT_EQ(Value(std::numeric_limits<double>::infinity()).toText(), "inf");
  EXPECT_EQ(Value("한글 'x'").toText(), "한글 'x'");
  EXPECT_EQ(Value(List{Value(std::int64_t{1}), Value("a"), Value("it's"), Value(List{})}).toText(),
            "[1, 'a', \"it's\", []]");
}

TEST(Value, IsEqualByContentAndNumbersAcrossTheirTypes) {
  EXPECT_EQ(Value(std::int64_t{2}), Value(2.0));
  EXPECT_FALSE(Value(true) == Value(std::int64_t{1}));
  EXPECT_FALSE(Value(std::int64_t{9007199254740993}) == Value(9007199254740992.0));
  EXPECT_FALSE(Value(std::numeric_limits<double>::quiet_NaN()) == Value(std::int64_t{0}));
  EXPECT_EQ(Value(List{Value(1.0)}), Value(List{Value(std::int64_t{1})}));
  EXPECT_FALSE(Value(List{}) == Value());
  EXPECT_EQ(Value(ActorHandle{3}), Value(ActorHandle{3}));
  EXPECT_STREQ(Value(ActorHandle{3}).typeName(), "actor");
}

}  // namespace
}  // namespace threadline::scenario
