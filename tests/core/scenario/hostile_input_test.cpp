// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/scenario/parameters.h"
#include "core/scenario/quote.h"
#include "core/scenario/run_package.h"
#include "core/scenario/scenario_reader.h"
#include "tests/core/scenario/map_names.h"
#include "tests/core/scenario/scenario_files.h"

// Random and hostile input: nothing here may crash, hang or answer with something unbounded. The seeds are fixed.

namespace threadline::scenario {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
}

std::string randomExpression(Random& random) {
  static const std::vector<std::string> kPieces = {
      "n",    "-",   "+", "*", "/",    "%",    "(",    ")",   "[",    "]",
      ".",    "min", ",", "0", "1",    "==",   "<",    "and", "or",   "not",
      "none", "'a'", "'", " ", "crew", "true", ".pid", "개",  "\x01", "9223372036854775807"};
  std::string text;
  for (std::size_t i = below(random, 40); i > 0; --i) text += kPieces[below(random, kPieces.size())];
  return text;
}

// One edit of a file: a byte changed, a stretch removed, doubled or replaced by a piece of JSON.
std::string mutated(std::string text, Random& random) {
  static const std::vector<std::string> kPieces = {
      "{", "}", "[", "]", "\"", ":", ",", "null", "-1", "1e308", "\"=1/0\"", "{\"a\":", "[[[[", "\\u0000", "\xff"};
  for (std::size_t edits = 1 + below(random, 4); edits > 0 && !text.empty(); --edits) {
    const std::size_t at = below(random, text.size());
    const std::size_t length = std::min(text.size() - at, 1 + below(random, 30));
    switch (below(random, 4)) {
      case 0: text[at] = static_cast<char>(below(random, 256)); break;
      case 1: text.erase(at, length); break;
      case 2: text.insert(at, text.substr(at, length)); break;
      default: text.replace(at, std::min<std::size_t>(length, 4), kPieces[below(random, kPieces.size())]);
    }
  }
  return text;
}

void expectBounded(const ReadResult& result) {
  EXPECT_NE(result.scenario.has_value(), !result.problems.empty());
  EXPECT_LE(result.problems.size(), kMaxProblems);
  for (const Problem& problem : result.problems) {
    const std::string line = problem.toText("file");
    EXPECT_LT(line.size(), 20'000U);
    EXPECT_TRUE(isUtf8(line));
    EXPECT_TRUE(std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
  }
}

TEST(HostileInput, RandomExpressionsAreRefusedOrHaveAValue) {
  Random random(20261120);
  const MapNames names = {{"n", Value(std::int64_t{3})}, {"crew", Value(List{Value(std::int64_t{1})})}};
  std::size_t values = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = randomExpression(random);
    const Result<Expression> expression = Expression::parse(text);
    if (!expression) {
      EXPECT_LT(expression.error().message.size(), 1000U);
      continue;
    }
    const Result<Value> value = expression.value().evaluate(names);
    values += value.isOk() ? 1 : 0;
    EXPECT_TRUE(value.isOk() || !value.error().message.empty()) << text;
  }
  EXPECT_GT(values, 100U);  // or the pieces no longer make expressions and the test means nothing
}

TEST(HostileInput, RandomBytesAreNoTemplateOrOne) {
  Random random(7);
  for (int i = 0; i < 5'000; ++i) {
    std::string text(below(random, 60), '\0');
    for (char& c : text)
      c = static_cast<char>(below(random, 3) == 0 ? '{' + static_cast<char>(below(random, 3))
                                                  : static_cast<char>(below(random, 256)));
    const Result<Template> result = Template::parse(text);
    EXPECT_TRUE(!result.isOk() || result.value().names().size() <= 60U);
  }
}

TEST(HostileInput, MutatedScenariosAreReadOrExplained) {
  Random random(41);
  std::vector<std::string> seeds;
  for (const auto& path : jsonFilesIn(kTestData / "scenarios")) seeds.push_back(contentOf(path));
  ASSERT_FALSE(seeds.empty());
  std::size_t read = 0;
  for (int i = 0; i < 1'500; ++i) {
    const ReadResult result = readScenario(mutated(seeds[below(random, seeds.size())], random));
    expectBounded(result);
    if (!result.scenario) continue;
    ++read;
    (void)bindParameters(*result.scenario, "", {});
  }
  EXPECT_GT(read, 10U);
}

TEST(HostileInput, MutatedPackagesAreReadOrRefused) {
  Random random(5);
  const std::string package =
      writeRunPackage({"{\"a\": \"한글\"}", {{"n", Value(std::int64_t{3})}, {"on", Value(true)}}, true});
  for (int i = 0; i < 3'000; ++i) {
    const Result<RunPackage> result = readRunPackage(mutated(package, random));
    EXPECT_TRUE(result.isOk() || result.error().code == ErrorCode::kInvalidInput);
  }
}

TEST(HostileInput, DeepAndWideFilesCostLittle) {
  expectBounded(readScenario(std::string(1'000'000, '[')));
  std::string wide = "[";
  for (int i = 0; i < 300'000; ++i) wide += "1,";
  expectBounded(readScenario(wide + "1]"));
  std::string keys = "{\"threadline\":1";
  for (int i = 0; i < 50'000; ++i) keys += ",\"k" + std::to_string(i) + "\":{}";
  const ReadResult result = readScenario(keys + "}");
  expectBounded(result);
  EXPECT_EQ(result.problems.size(), kMaxProblems);
}

TEST(HostileInput, LargeFilesAreRefusedBeforeTheyAreParsed) {
  const ReadResult result = readScenario(std::string(kMaxScenarioBytes + 1, ' '));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].toText("big.json"), "big.json: found 4194305 bytes, expected at most 4194304 bytes");
}

TEST(HostileInput, TenThousandStepsAreReadAndOneMoreIsNot) {
  const auto withSteps = [](int count) {
    std::string text = R"({"threadline":1,"id":"many","title":{"en":"a","ko":"가"},"functions":{"main":{"steps":[)";
    for (int i = 0; i < count; ++i) text += std::string(i == 0 ? "" : ",") + R"({"sleep":0})";
    return readScenario(text + "]}}}");
  };
  EXPECT_TRUE(withSteps(10'000).scenario.has_value());
  EXPECT_FALSE(withSteps(10'001).scenario.has_value());
}

}  // namespace
}  // namespace threadline::scenario
