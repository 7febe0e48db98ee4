// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/scenario/run_package.h"
#include "tests/core/scenario/scenario_text.h"

namespace threadline::scenario {
namespace {

using testing::HasSubstr;
using Settings = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kMore = R"(, "presets": {"quick": {"n": 2, "on": false}, "slow": {"n": 9}},
  "refuse": [{"when": "n > 5 and not on", "text": {"en": "Too many while off", "ko": "꺼진 채로는 너무 많다"}}])";

std::string bound(const std::string& preset, const Settings& settings, const std::string& steps = "") {
  const Result<ParameterValues> values = bindParameters(read(scenarioWith(steps, kMore)), preset, settings);
  if (!values) return values.error().context + ": " + values.error().message;
  std::string text;
  for (const auto& [name, value] : values.value()) text += name + "=" + value.toText() + " ";
  return text;
}

TEST(Parameters, AreDefaultsThenPresetThenSettings) {
  EXPECT_EQ(bound("", {}), "n=3 on=True runtime=thread who=Kim ");
  EXPECT_EQ(bound("quick", {}), "n=2 on=False runtime=thread who=Kim ");
  EXPECT_EQ(bound("quick", {{"on", "true"}, {"runtime", "process"}, {"who", "김"}}),
            "n=2 on=True runtime=process who=김 ");
  EXPECT_EQ(bound("", {{"n", "4"}, {"n", "5"}}), "n=5 on=True runtime=thread who=Kim ");
}

TEST(Parameters, HaveAPresetDocumentEvenWhereTheFileGivesNone) {
  EXPECT_EQ(bound("document", {}), bound("", {}));
  EXPECT_EQ(bound("quik", {}), "quik: there is no preset \"quik\", did you mean quick? known: quick and slow");
}

TEST(Parameters, SayWhatTheyTakeWhenAValueDoesNotDo) {
  EXPECT_EQ(bound("", {{"n", "10"}}), "n: found \"10\", expected a whole number from 1 to 9");
  EXPECT_EQ(bound("", {{"n", "3x"}}), "n: found \"3x\", expected a whole number from 1 to 9");
  EXPECT_EQ(bound("", {{"n", ""}}), "n: found \"\", expected a whole number from 1 to 9");
  EXPECT_EQ(bound("", {{"n", "99999999999999999999"}}),
            "n: found \"99999999999999999999\", expected a whole number from 1 to 9");
  EXPECT_EQ(bound("", {{"on", "yes"}}), "on: found \"yes\", expected true or false");
  EXPECT_EQ(bound("", {{"runtime", "green"}}),
            "runtime: found \"green\", expected sequential, thread, task or process");
  EXPECT_EQ(bound("", {{"who", "\xff\x1b"}}), "who: found \"\\xff\\u001b\", expected a text of at most 4096 bytes");
  EXPECT_EQ(bound("", {{"m", "1"}}), "m: there is no parameter \"m\", known: n, on, runtime and who");
}

TEST(Parameters, AreRefusedTogetherWithTheReason) {
  EXPECT_EQ(bound("slow", {{"on", "false"}}), "n > 5 and not on: Too many while off");
  const Scenario scenario = read(scenarioWith("", kMore));
  ParameterValues values = bindParameters(scenario, "", {}).value();
  EXPECT_EQ(refusalFor(scenario, values), nullptr);
  values["n"] = Value(std::int64_t{6});
  values["on"] = Value(false);
  ASSERT_NE(refusalFor(scenario, values), nullptr);
  EXPECT_EQ(refusalFor(scenario, values)->text.ko, "꺼진 채로는 너무 많다");
}

TEST(Parameters, AreRefusedWhereThisVersionCannotRunThem) {
  EXPECT_EQ(bound("", {{"runtime", "sequential"}},
                  R"x({"create": {"function": "work", "runtime": "=runtime", "arguments": [1, 2]}})x"),
            "/functions/main/steps/0/create/runtime: \"=runtime\" gives \"sequential\", which is not in this version, "
            "expected thread, task or process");
}

TEST(Parameters, AreRefusedWhereAStepOfTheRunCannotTakeWhatTheyGive) {
  EXPECT_EQ(bound("", {}, R"({"sleep": "=n-4"})"),
            "/functions/main/steps/0/sleep/ms: \"=n-4\" gives \"-1\", expected a whole number from 0 to 86400000");
  EXPECT_EQ(bound("", {}, R"x({"print": "a"}, {"repeat": {"times": 1, "steps": [{"sleep": "=1/(n-3)"}]}})x"),
            "/functions/main/steps/1/repeat/steps/0/sleep/ms: \"=1/(n-3)\": 1 / 0 is a division by zero");
  EXPECT_EQ(bound("", {}, R"({"compute": {"sum": [0, "=9223372036854775807+n"]}})"),
            "/functions/main/steps/0/compute/sum/1: \"=9223372036854775807+n\": 9223372036854775807 + 3 does not fit "
            "64 bits");
}

TEST(Parameters, AreNotRefusedForStepsThatTheirValuesLeaveOut) {
  const std::string all = "n=3 on=True runtime=thread who=Kim ";
  EXPECT_EQ(bound("", {}, R"({"sleep": "=n-4", "when": "n > 4"})"), all);
  EXPECT_EQ(bound("", {}, R"({"assign": {"to": "x", "value": 1}}, {"sleep": "=n-4", "when": "x > 4"})"), all);
}

TEST(ParameterNames, KnowTheParametersAndTheCores) {
  const ParameterValues values = {{"n", Value(std::int64_t{3})}};
  const ParameterNames names(values);
  EXPECT_EQ(names.name("n").value(), Value(std::int64_t{3}));
  EXPECT_GE(*names.name("cores").value().asInteger(), 1);
  EXPECT_EQ(names.name("m").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(names.attribute("n", -1, "pid").error().code, ErrorCode::kNotFound);
}

TEST(RunPackage, ComesBackAsItWasWritten) {
  RunPackage package;
  package.scenarioJson = "{\"title\": \"한글 \\\"quoted\\\"\"}\n\t\x7f";
  package.parameters = {{"n", Value(std::int64_t{-9223372036854775807 - 1})},
                        {"on", Value(false)},
                        {"x", Value(2.0)},
                        {"tiny", Value(1e-300)},
                        {"who", Value("<a href=\"x\">\n김\x01</a>")},
                        {"none", Value()},
                        {"list", Value(List{Value(std::int64_t{1}), Value("b"), Value(List{})})}};
  package.echo = true;
  const Result<RunPackage> read = readRunPackage(writeRunPackage(package));
  ASSERT_TRUE(read.isOk()) << read.error().message;
  EXPECT_EQ(read.value().scenarioJson, package.scenarioJson);
  EXPECT_EQ(read.value().parameters, package.parameters);
  EXPECT_TRUE(read.value().parameters.at("x").asDecimal());
  EXPECT_TRUE(read.value().echo);
}

TEST(RunPackage, SaysWhatIsMissingOrDamaged) {
  const auto message = [](const char* text) { return readRunPackage(text).error().message; };
  EXPECT_EQ(message("[]"), "the run package is no object");
  EXPECT_EQ(message("{}"), "the run package has no text \"scenario\"");
  EXPECT_EQ(message(R"({"scenario": "", "parameters": {"a": {}}, "echo": true})"),
            "the run package has a parameter \"a\" that is no value");
  EXPECT_EQ(message(R"({"scenario": "", "parameters": {}})"), "the run package has no \"echo\"");
  EXPECT_THAT(message(R"({"scenario": ")"), HasSubstr("is damaged: found the end of the file"));
  EXPECT_THAT(message(R"({"echo": true, "echo": false})"), HasSubstr("a second time"));
}

TEST(RunPackage, CarriesTheLargestScenarioThatCanBeRead) {
  RunPackage package;
  package.scenarioJson = std::string(kMaxScenarioBytes, '"');  // twice as long when escaped
  const Result<RunPackage> read = readRunPackage(writeRunPackage(package));
  ASSERT_TRUE(read.isOk()) << read.error().message;
  EXPECT_EQ(read.value().scenarioJson.size(), kMaxScenarioBytes);
}

}  // namespace
}  // namespace threadline::scenario
