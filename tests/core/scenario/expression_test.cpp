// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <utility>

#include "tests/core/scenario/map_names.h"

namespace threadline::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kSmallest = std::numeric_limits<std::int64_t>::min();

Result<Value> valueOf(const std::string& text, const MapNames& names = {}) {
  const Result<Expression> expression = Expression::parse(text);
  return expression ? expression.value().evaluate(names) : Result<Value>(expression.error());
}

Value is(std::int64_t number) {
  return Value(number);
}

// The value, or the error's text, so that one comparison shows either.
std::string shown(const std::string& text, const MapNames& names = {}) {
  const Result<Value> value = valueOf(text, names);
  return value ? std::string(value.value().typeName()) + " " + value.value().toText() : value.error().message;
}

TEST(Expression, MultipliesBeforeItAddsAndReadsFromLeftToRight) {
  EXPECT_EQ(shown("2+3*4"), "int 14");
  EXPECT_EQ(shown("(2+3)*4"), "int 20");
  EXPECT_EQ(shown("20-5-3"), "int 12");
  EXPECT_EQ(shown("100/10/5"), "int 2");
  EXPECT_EQ(shown("2*-3"), "int -6");
  EXPECT_EQ(shown(" - - 7 "), "int 7");
}

TEST(Expression, DividesAsPythonDoesTowardsMinusInfinity) {
  for (std::int64_t a = -7; a <= 7; ++a) {
    for (std::int64_t b = -3; b <= 3; ++b) {
      if (b == 0) continue;
      const MapNames names = {{"a", is(a)}, {"b", is(b)}};
      const std::int64_t quotient = *valueOf("a/b", names).value().asInteger();
      const std::int64_t remainder = *valueOf("a%b", names).value().asInteger();
      EXPECT_EQ(quotient * b + remainder, a) << a << "/" << b;
      EXPECT_TRUE(remainder == 0 || (remainder < 0) == (b < 0)) << a << "%" << b;
    }
  }
  EXPECT_EQ(shown("-7/2"), "int -4");
  EXPECT_EQ(shown("-7%2"), "int 1");
  EXPECT_EQ(shown("7%-2"), "int -1");
}

TEST(Expression, NamesTheOperationThatDoesNotFit) {
  const MapNames names = {{"most", is(kLargest)}, {"least", is(kSmallest)}};
  EXPECT_EQ(shown("most+1", names), "9223372036854775807 + 1 does not fit 64 bits");
  EXPECT_EQ(shown("least-1", names), "-9223372036854775808 - 1 does not fit 64 bits");
  EXPECT_EQ(shown("most*2", names), "9223372036854775807 * 2 does not fit 64 bits");
  EXPECT_EQ(shown("least/-1", names), "-9223372036854775808 / -1 does not fit 64 bits");
  EXPECT_EQ(shown("-least", names), "- -9223372036854775808 does not fit 64 bits");
  EXPECT_EQ(shown("least%-1", names), "int 0");
  EXPECT_EQ(shown("-9223372036854775808"), "int -9223372036854775808");
  EXPECT_EQ(valueOf("most+1", names).error().code, ErrorCode::kRunFailed);
}

TEST(Expression, RefusesToDivideByZero) {
  EXPECT_EQ(shown("5/0"), "5 / 0 is a division by zero");
  EXPECT_EQ(shown("5%(3-3)"), "5 % 0 is a division by zero");
}

TEST(Expression, ComparesNumbersAndRefusesToOrderAnythingElse) {
  EXPECT_EQ(shown("1 < 2"), "bool True");
  EXPECT_EQ(shown("2 <= 1"), "bool False");
  EXPECT_EQ(shown("2 >= 2"), "bool True");
  EXPECT_EQ(shown("x > 1", {{"x", Value(1.5)}}), "bool True");
  EXPECT_EQ(shown("'a' < 'b'"), "\"<\" needs two numbers, found text and text");
  EXPECT_EQ(shown("none < 1"), "\"<\" needs two numbers, found none and int");
}

TEST(Expression, KnowsEqualityBetweenAnyTwoValues) {
  EXPECT_EQ(shown("'STOP' == 'STOP'"), "bool True");
  EXPECT_EQ(shown("item != 'STOP'", {{"item", is(3)}}), "bool True");
  EXPECT_EQ(shown("none == none"), "bool True");
  EXPECT_EQ(shown("none == 0"), "bool False");
  EXPECT_EQ(shown("true == 1"), "bool False");
  EXPECT_EQ(shown("x == 2", {{"x", Value(2.0)}}), "bool True");
  EXPECT_EQ(shown("x == 9223372036854775807", {{"x", Value(9223372036854775808.0)}}), "bool False");
}

TEST(Expression, BindsNotCloserThanAndCloserThanOr) {
  EXPECT_EQ(shown("true or false and false"), "bool True");
  EXPECT_EQ(shown("not true or true"), "bool True");
  EXPECT_EQ(shown("not 1 == 2"), "bool True");
  EXPECT_EQ(shown("1 and 2"), "bool True");
  EXPECT_EQ(shown("not 0"), "bool True");
}

TEST(Expression, LeavesTheRightSideAloneOnceTheLeftDecides) {
  EXPECT_EQ(shown("false and 1/0"), "bool False");
  EXPECT_EQ(shown("true or missing"), "bool True");
  EXPECT_EQ(shown("true and 1/0"), "1 / 0 is a division by zero");
  EXPECT_EQ(shown("'yes' and true"), "a condition needs true, false or a number, found text");
}

TEST(Expression, TakesTheSmallestAndTheLargest) {
  EXPECT_EQ(shown("min(3,1,2)"), "int 1");
  EXPECT_EQ(shown("max(-3, -1)"), "int -1");
  EXPECT_EQ(shown("min(i,(i+1)%n)", {{"i", is(4)}, {"n", is(5)}}), "int 0");
  EXPECT_EQ(shown("max(1,'a')"), "max needs whole numbers, found text");
}

TEST(Expression, AsksForNamesElementsAndAttributes) {
  const MapNames names = {{"crew", Value(List{is(10), is(11)})}, {"t.alive", Value(true)}, {"crew[1].pid", is(99)}};
  EXPECT_EQ(shown("crew[0]+crew[2-1]", names), "int 21");
  EXPECT_EQ(shown("t.alive", names), "bool True");
  EXPECT_EQ(shown("crew[1] . pid", names), "int 99");
  EXPECT_EQ(shown("crew[2]", names), "crew has 2 elements, there is no [2]");
  EXPECT_EQ(shown("crew[-1]", names), "an element of crew needs a number from 0, found -1");
  EXPECT_EQ(shown("crew[none]", names), "an element of crew needs a number from 0, found none");
  EXPECT_EQ(valueOf("nobody", names).error().code, ErrorCode::kNotFound);
}

TEST(Expression, KeepsToWholeNumbersSaveForTheSign) {
  const MapNames names = {{"x", Value(2.5)}};
  EXPECT_EQ(shown("-x", names), "decimal -2.5");
  EXPECT_EQ(shown("x+1", names), "\"+\" needs whole numbers, found a decimal");
  EXPECT_EQ(shown("none*2"), "\"*\" needs two numbers, found none and int");
  EXPECT_EQ(shown("true+1"), "\"+\" needs two numbers, found bool and int");
  EXPECT_THAT(shown("1.5"), HasSubstr("decimals stand outside of expressions only"));
}

TEST(Expression, NestsThirtyTwoDeepAndNoDeeper) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "1" + std::string(depth, ')'); };
  EXPECT_EQ(shown(nested(kMaxExpressionDepth - 1)), "int 1");
  EXPECT_THAT(shown(nested(kMaxExpressionDepth)), HasSubstr("nested at most 32 deep"));
  EXPECT_THAT(shown(std::string(3000, '-') + "1"), HasSubstr("nested at most 32 deep"));
  std::string chain = "1";
  for (int i = 0; i < 31; ++i) chain += "+1";
  EXPECT_EQ(shown(chain), "int 32");
  EXPECT_THAT(shown(chain + "+1"), HasSubstr("nested at most 32 deep"));
  EXPECT_THAT(shown(std::string(kMaxExpressionBytes + 1, ' ')), HasSubstr("at most 4096 bytes"));
}

TEST(Expression, TellsItsNamesOnceEach) {
  const Result<Expression> expression = Expression::parse("n*index/n + t.alive + crew[n].pid + min(n, cores)");
  ASSERT_TRUE(expression.isOk());
  EXPECT_THAT(expression.value().names(), ElementsAre("n", "index", "t", "crew", "cores"));
  EXPECT_EQ(expression.value().uses().size(), 5U);
  EXPECT_EQ(expression.value().text(), "n*index/n + t.alive + crew[n].pid + min(n, cores)");
}

TEST(Expression, HoldsAsAConditionOnlyWhereItIsATruthOrANumber) {
  const auto holds = [](const char* text) { return Expression::parse(text).value().evaluateBool(MapNames()); };
  EXPECT_TRUE(holds("3").value());
  EXPECT_FALSE(holds("0").value());
  EXPECT_FALSE(holds("none").isOk());
  EXPECT_FALSE(holds("'true'").isOk());
}

TEST(Expression, SaysWhatItFoundAndWhere) {
  const auto message = [](const char* text) { return Expression::parse(text).error().message; };
  EXPECT_EQ(message("n+*3"), "found \"*3\" in column 3 of \"n+*3\", expected a number, a name, a 'text' or \"(\"");
  EXPECT_EQ(message("(1"), "found the end in column 3 of \"(1\", expected \")\"");
  EXPECT_EQ(message("and"), "found \"and\" in column 1 of \"and\", expected a number, a name, a 'text' or \"(\"");
  EXPECT_EQ(Expression::parse("1 2").error().code, ErrorCode::kInvalidInput);
}

TEST(Expression, AnEmptyOneHasNoValue) {
  EXPECT_FALSE(Expression().evaluate(MapNames()).isOk());
}

std::string filled(const std::string& text, const MapNames& names = {}) {
  const Result<Template> result = Template::parse(text);
  if (!result) return result.error().message;
  const Result<std::string> shownText = result.value().evaluate(names);
  return shownText ? shownText.value() : shownText.error().message;
}

TEST(Template, FillsNamesAndExpressionsIn) {
  const MapNames names = {{"k", is(3)}, {"item", Value()}, {"t.alive", Value(false)}};
  EXPECT_EQ(filled("sum {k}", names), "sum 3");
  EXPECT_EQ(filled("{k}{k+1}: {item}, {t.alive}", names), "34: None, False");
  EXPECT_EQ(filled("레인 {k}번", names), "레인 3번");
  EXPECT_EQ(filled("{'}'}", names), "}");
}

TEST(Template, IsSaidAsItIsWritten) {
  for (const char* text : {"worker {index+1}", "plain", "{a}{b}", "{{k}} = {k}"}) {
    EXPECT_EQ(Template::parse(text).value().text(), text);
  }
}

TEST(Template, ReadsDoubleBracesAsBraces) {
  EXPECT_EQ(filled("{{k}}"), "{k}");
  EXPECT_EQ(filled("a } b"), "a } b");
  EXPECT_TRUE(Template::parse("{{k}}").value().isPlain());
  EXPECT_FALSE(Template::parse("{k}").value().isPlain());
}

TEST(Template, RefusesABraceThatStaysOpenOrHoldsNoExpression) {
  EXPECT_THAT(filled("a {k"), HasSubstr("expected a closing \"}\""));
  EXPECT_THAT(filled("{}"), HasSubstr("expected a number, a name"));
  EXPECT_THAT(filled("{k +}"), HasSubstr("column 4"));
}

TEST(Template, StopsBeforeItsTextGrowsWithoutBound) {
  const MapNames names = {{"long", Value(std::string(600'000, 'x'))}};
  EXPECT_EQ(filled("{long}{long}", names), "the text is longer than 1048576 bytes");
}

TEST(Name, IsAWordOfLettersThatExpressionsDoNotUse) {
  EXPECT_TRUE(isName("worker_2"));
  EXPECT_TRUE(isName("_"));
  EXPECT_TRUE(isName(std::string(64, 'a')));
  for (const char* word : {"", "2n", "a-b", "a b", "and", "none", "min", "개수"}) EXPECT_FALSE(isName(word)) << word;
  EXPECT_FALSE(isName(std::string(65, 'a')));
}

}  // namespace
}  // namespace threadline::scenario
