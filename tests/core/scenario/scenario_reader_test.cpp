// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/scenario/map_names.h"
#include "tests/core/scenario/scenario_files.h"
#include "tests/core/scenario/scenario_text.h"

namespace threadline::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The first step of main.
Step stepOf(const std::string& step, const std::string& before = "") {
  const Scenario scenario = read(scenarioWith(before + step));
  const Function* main = scenario.function("main");
  return main && !main->steps.empty() ? main->steps.back() : Step();
}

const Value* literal(const Argument* argument) {
  return argument ? std::get_if<Value>(&argument->content) : nullptr;
}

TEST(ScenarioReader, KeepsWhatTheFileSays) {
  const Scenario scenario = read(contentOf(kTestData / "scenarios" / "sum.json"));
  EXPECT_EQ(scenario.id, "sum");
  EXPECT_EQ(scenario.topic, "threads");
  EXPECT_EQ(scenario.order, 2);
  EXPECT_THAT(scenario.keywords, ElementsAre("Queue", "큐"));
  EXPECT_EQ(scenario.title.ko, "나누어 구하는 합");
  ASSERT_EQ(scenario.lesson.size(), 2U);
  EXPECT_EQ(scenario.lesson[1].step, "/functions/main/steps/5/repeat/steps/0");
  ASSERT_TRUE(scenario.predict.has_value());
  EXPECT_EQ(scenario.predict->answer, 1U);
  EXPECT_EQ(scenario.predict->guesses[2].en, "Slower");
  EXPECT_EQ(scenario.parameter("n")->max, 3'000'000'000);
  EXPECT_EQ(*scenario.preset("quick")->values.at("n").asInteger(), 20'000'000);
  EXPECT_EQ(scenario.process.gil.expression()->text(), "gil");
  EXPECT_EQ(scenario.object("result")->kind, ObjectKind::kQueue);
}

TEST(ScenarioReader, KeepsTheViewAndTheClaims) {
  const Scenario scenario = read(contentOf(kTestData / "scenarios" / "sum.json"));
  ASSERT_TRUE(scenario.view.range.has_value());
  EXPECT_EQ(scenario.view.range->anchor, ViewRange::Anchor::kAfterStart);
  EXPECT_EQ(scenario.view.range->pattern, "worker*");
  EXPECT_EQ(*literal(&*scenario.view.range->offsetMs)->asInteger(), -5);
  EXPECT_TRUE(scenario.view.holderStrip);
  EXPECT_EQ(scenario.view.marks[0].at, "first code_end");
  EXPECT_FALSE(scenario.view.marks[0].brace);
  ASSERT_EQ(scenario.claims.size(), 1U);
  EXPECT_EQ(scenario.claims[0].figure, "main.sum");
  EXPECT_EQ(scenario.claims[0].band, Claim::Band::kEquals);
  EXPECT_EQ(scenario.claims[0].pointer, "/claims/0");
}

TEST(ScenarioReader, NumbersStepsInTheOrderOfTheFileWithTheirPointers) {
  const Scenario scenario = read(contentOf(kTestData / "scenarios" / "sum.json"));
  EXPECT_THAT(
      scenario.stepPointers,
      ElementsAre("/functions/work/steps/0", "/functions/work/steps/1", "/functions/work/steps/1/repeat/steps/0",
                  "/functions/work/steps/1/repeat/steps/1", "/functions/work/steps/2", "/functions/main/steps/0",
                  "/functions/main/steps/1", "/functions/main/steps/2", "/functions/main/steps/3",
                  "/functions/main/steps/4", "/functions/main/steps/5", "/functions/main/steps/5/repeat/steps/0",
                  "/functions/main/steps/5/repeat/steps/1", "/functions/main/steps/6"));
  const Step& repeat = scenario.function("work")->steps[1];
  EXPECT_EQ(repeat.body[1].index.value, 3U);
  EXPECT_EQ(repeat.body[1].pointer, scenario.stepPointers[3]);
}

TEST(ScenarioReader, ReadsABareValueAsTheVerbsShorthand) {
  EXPECT_EQ(*literal(stepOf(R"({"sleep": 5})").argument("ms"))->asInteger(), 5);
  EXPECT_EQ(*literal(stepOf(R"({"print": "hi"})").argument("text"))->asText(), "hi");
  EXPECT_EQ(*literal(stepOf(R"({"crash": "abort"})").argument("kind"))->asText(), "abort");
  EXPECT_EQ(*literal(stepOf(R"({"exit": 3})").argument("code"))->asInteger(), 3);
  EXPECT_EQ(stepOf(R"({"acquire": "gate"})").argument("object")->reference()->name, "gate");
  EXPECT_EQ(stepOf(R"({"join": "t"})", R"({"get": {"from": "box"}, "as": "t"},)").argument("actor")->reference()->name,
            "t");
}

TEST(ScenarioReader, GivesEachKindOfArgumentItsContent) {
  const Step put =
      stepOf(R"({"put": {"to": "box", "value": [1, "=n+1", "x {n}", 2.5, null]}, "as": "ok", "when": "on"})");
  const auto& elements = std::get<std::vector<Argument>>(put.argument("value")->content);
  EXPECT_EQ(elements[1].expression()->text(), "n+1");
  EXPECT_TRUE(std::holds_alternative<Template>(elements[2].content));
  const Result<Value> whole = put.argument("value")->evaluate(MapNames{{"n", Value(std::int64_t{3})}});
  EXPECT_EQ(whole.value().toText(), "[1, 4, 'x 3', 2.5, None]");
  EXPECT_EQ(put.as, "ok");
  EXPECT_EQ(put.when->text(), "on");
  EXPECT_FALSE(put.argument("to")->evaluate(MapNames()).isOk());
  EXPECT_EQ(put.argument("nothing"), nullptr);
}

TEST(ScenarioReader, ReadsElementsOfCountedObjects) {
  const Step acquire = stepOf(R"({"acquire": {"object": "fork[min(n,2)]", "timeout_ms": 0}})");
  const Reference* fork = acquire.argument("object")->reference();
  EXPECT_EQ(fork->name, "fork");
  EXPECT_EQ(fork->element->text(), "min(n,2)");
}

TEST(ScenarioReader, ReadsTextsWithoutNamesAsTheyStand) {
  EXPECT_EQ(*literal(stepOf(R"({"print": "{{n}}"})").argument("text"))->asText(), "{n}");
  EXPECT_EQ(stepOf(R"({"print": "=n"})").argument("text")->expression()->text(), "n");
}

TEST(ScenarioReader, ReadsEveryFormOfRepeat) {
  EXPECT_EQ(stepOf(R"({"repeat": {"until": "num == 42", "steps": []}})").argument("until")->expression()->text(),
            "num == 42");
  EXPECT_TRUE(*literal(stepOf(R"({"repeat": {"forever": true, "steps": []}})").argument("forever"))->asBool());
  const std::string start =
      R"({"start": {"function": "work", "runtime": "thread", "count": 2, "arguments": ["=index", 0]}, "as": "crew"},)";
  EXPECT_EQ(stepOf(R"({"repeat": {"over": "crew", "index": "t", "steps": [{"join": "t"}]}})", start)
                .argument("over")
                ->expression()
                ->text(),
            "crew");
  EXPECT_EQ(stepOf(R"({"repeat": {"over": [1, 2], "index": "i", "steps": []}})").argument("index")->reference()->name,
            "i");
}

TEST(ScenarioReader, FillsInTheProcessSettingsOfTheReference) {
  const Scenario scenario = read(scenarioWith(""));
  EXPECT_EQ(scenario.process.gil.evaluate(MapNames()).value(), Value(true));
  EXPECT_EQ(scenario.process.intervalUs.evaluate(MapNames()).value(), Value(std::int64_t{5000}));
  EXPECT_EQ(scenario.process.startMethod.evaluate(MapNames()).value(), Value("fork"));
  EXPECT_TRUE(scenario.file.empty());
}

TEST(ScenarioReader, KnowsTheNamesOfHandlesQueuesAndSelf) {
  const std::string create =
      R"({"create": {"function": "work", "runtime": "process", "arguments": [1, 2]}, "as": "t"},)";
  for (const char* text :
       {"{t.alive} {t.pid} {t.exit_code} {t.ident} {t.native_id} {t.name}", "{box.depth} {num} {cores}",
        "{self.name} {self.pid} {self.parent_pid}", "{n} {on} {runtime} {who} {t}"}) {
    EXPECT_EQ(problemsOf(scenarioWith(create + R"({"print": ")" + text + R"("})")), "") << text;
  }
}

TEST(ScenarioReader, ChecksNamesInEveryElementOfAList) {
  EXPECT_EQ(
      problemsOf(scenarioWith(R"({"put": {"to": "box", "value": [1, [2, "=m"]]}})")),
      "/functions/main/steps/0/put/value/1/1: found the name \"m\", expected a known name; known: n, on, runtime, "
      "who, num, row and cores\n");
}

TEST(ScenarioReader, LetsClaimsSpeakOfFiguresAndRefusalsOfParametersOnly) {
  const std::string claim =
      R"(, "claims": [{"id": "a", "figure": "box.puts", "text": {"en": "a", "ko": "가"}, "equals": )";
  EXPECT_EQ(problemsOf(scenarioWith("", claim + R"("=box.gets+box.left+n*wall"}])")), "");
  EXPECT_THAT(problemsOf(scenarioWith("", claim + R"("=num"}])")), HasSubstr("found the name \"num\""));
}

TEST(ScenarioReader, LetsBracesReachFromOnePlaceToAnother) {
  const std::string mark = R"(, "view": {"marks": [{"at": "first signal..end", "brace": {"en": "a", "ko": "가"}}]})";
  EXPECT_TRUE(read(scenarioWith("", mark)).view.marks.at(0).brace);
}

TEST(ScenarioReader, AllowsAnActorToStartItsOwnFunction) {
  // A fork bomb is a scenario: the run's cap on starts refuses it, not the reader.
  EXPECT_EQ(problemsOf(scenarioWith(R"({"start": {"function": "main", "runtime": "process"}})")), "");
}

TEST(ScenarioReader, DoesNotRepeatAProblemInWhatFollowsFromIt) {
  const std::string problems = problemsOf(scenarioWith(
      R"({"prnt": "x", "as": "item"}, {"print": "{item}"}, {"put": {"to": "pipe", "value": 1}})", R"(, "colour": 1)"));
  EXPECT_EQ(std::count(problems.begin(), problems.end(), '\n'), 3);
  EXPECT_THAT(problems, HasSubstr("/functions/main/steps/0/prnt: found the key \"prnt\""));
  EXPECT_THAT(problems, HasSubstr("did you mean print?"));
}

TEST(ScenarioReader, ReportsProblemsInTheOrderOfTheFile) {
  const std::string problems = problemsOf(scenarioWith(R"({"print": "{x}"}, {"sleep": -1})", R"(, "order": -1)"));
  EXPECT_LT(problems.find("steps/0"), problems.find("steps/1"));
  EXPECT_LT(problems.find("steps/1"), problems.find("/order"));
}

TEST(Problem, IsOneLineWithFileAndPlace) {
  EXPECT_EQ((Problem{"/a/0", "3", "a text"}.toText("x.json")), "x.json: /a/0: found 3, expected a text");
  EXPECT_EQ((Problem{"", "3", "a text"}.toText("x.json")), "x.json: found 3, expected a text");
  EXPECT_EQ((Problem{"/a\nb", "3", "a text"}.toText("")), "\"/a\\nb\": found 3, expected a text");
}

}  // namespace
}  // namespace threadline::scenario
