// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/verbs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "core/scenario/object_rules.h"
#include "tests/core/scenario/scenario_text.h"

namespace threadline::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct VerbExample {
  const char* verb;
  const char* good;     // a step that has every argument that can stand together
  const char* bad;      // a step that breaks one rule
  const char* problem;  // what must be said of it
};

class EveryVerb : public testing::TestWithParam<VerbExample> {};

// The locals t (an actor), item and total, for steps that need one.
constexpr const char* kBefore =
    R"({"create": {"function": "work", "runtime": "process", "arguments": [1, 2]}, "as": "t"}, {"assign": {"to": "total", "value": 0}},)";

TEST_P(EveryVerb, TakesItsArguments) {
  EXPECT_EQ(problemsOf(scenarioWith(std::string(kBefore) + GetParam().good)), "");
}

TEST_P(EveryVerb, RefusesWhatBreaksItsRule) {
  const std::string problems = problemsOf(scenarioWith(std::string(kBefore) + GetParam().bad));
  EXPECT_THAT(problems, HasSubstr("/functions/main/steps/2"));
  EXPECT_THAT(problems, HasSubstr(GetParam().problem));
}

constexpr VerbExample kExamples[] = {
    {"compute", R"({"compute": {"sum": ["=n", 9], "native": "=on"}, "as": "part"})", R"({"compute": {"sum": 9}})",
     "a list of two whole numbers"},
    {"compute_cpu", R"({"compute": {"cpu_ms": "=n"}})", R"({"compute": {"cpu_ms": -1}})", "from 0 to 3600000"},
    {"compute_items", R"({"compute": {"items": 1000}, "as": "x"})", R"({"compute": {"items": "many"}})",
     "a whole number"},
    {"sleep", R"({"sleep": {"us": 500}})", R"({"sleep": {"ms": 1, "us": 2}})", "both ms and us"},
    {"download", R"({"download": {"from": "site", "session": "web", "timeout_ms": 5}, "as": "got"})",
     R"({"download": "box"})", "the queue \"box\""},
    {"file", R"({"file": {"write": "=n", "sync": "=on"}, "as": "got"})", R"({"file": {"read": -1}})", "from 0"},
    {"print", R"({"print": {"text": "{n}"}})", R"({"print": {"txt": "x"}})", "did you mean text?"},
    {"crash", R"({"crash": {"kind": "exception", "text": "{n}"}})", R"({"crash": {"text": "x"}})", "no \"kind\""},
    {"exit", R"({"exit": {"code": "=n", "now": true}})", R"({"exit": {"now": 1}})", "true, false"},
    {"create",
     R"({"create": {"function": "work", "runtime": "process", "method": "spawn", "name": "w {index}", "arguments": ["=index", 2], "daemon": true, "count": 3}, "as": "x"})",
     R"({"create": {"runtime": "thread"}})", "no \"function\""},
    {"start",
     R"({"start": {"function": "work", "runtime": "=runtime", "arguments": [1, 2], "count": "=n"}, "as": "x"})",
     R"({"start": {"function": "work", "arguments": [1, 2]}})", "no \"runtime\""},
    {"start_created", R"({"start": {"actor": "t"}})", R"({"start": {"actor": "u"}})", "a local that holds an actor"},
    {"call", R"({"call": {"function": "work", "arguments": [1, "=n"]}})",
     R"({"call": {"function": "work", "arguments": [1]}})", "found 1 argument, expected 2 for work: a, b"},
    {"join", R"({"join": {"actor": "t", "timeout_ms": "=n"}})", R"({"join": {"actor": "n"}})",
     "a local that holds an actor"},
    {"kill", R"({"kill": {"actor": "t", "signal": "KILL"}})", R"({"kill": {"actor": "t", "signal": "HUP"}})",
     "TERM or KILL"},
    {"acquire", R"({"acquire": {"object": "gate", "timeout_ms": 5}, "as": "ok"})", R"({"acquire": "num"})",
     "the variable \"num\", expected a lock"},
    {"release", R"({"release": "fork[n]"})", R"({"release": "fork"})", "fork[i]"},
    {"acquire_read", R"({"acquire": {"object": "book", "mode": "read"}})",
     R"({"acquire": {"object": "book", "mode": "both"}})", "read or write"},
    {"set", R"({"set": {"object": "go", "value": "=on"}})", R"({"set": "gate"})",
     "the lock \"gate\", expected an event"},
    {"wait", R"({"wait": {"object": "go", "timeout_ms": 5}, "as": "ok"})", R"({"wait": "box"})",
     "the queue \"box\", expected an event or barrier"},
    {"put_end", R"({"put": {"to": "line.a", "value": 1}})", R"({"put": {"to": "line", "value": 1}})",
     "line.a or line.b"},
    {"assign_element", R"({"assign": {"to": "row[n]", "value": "=row[0] + 1"}})",
     R"({"assign": {"to": "row", "value": 1}})", "row[i], one of its elements"},
    {"put", R"({"put": {"to": "box", "bytes": 1000, "timeout_ms": 5}, "as": "ok"})", R"({"put": {"value": 1}})",
     "no \"to\""},
    {"get", R"({"get": {"from": "box", "timeout_ms": 0}, "as": "item"})", R"({"get": {"from": "bx"}})",
     "did you mean box?"},
    {"emit", R"({"emit": {"to": "ui", "value": "=n"}})", R"({"emit": {"to": "box", "value": 1}})",
     "the queue \"box\", expected a mailbox"},
    {"serve",
     R"({"serve": {"mailbox": "ui", "tick_ms": 20, "until": "event == 'quit'", "steps": [{"print": "{event}"}]}, "as": "event"})",
     R"({"serve": {"mailbox": "ui", "tick_ms": 0, "steps": []}})", "from 1"},
    {"assign", R"({"assign": {"to": "num", "value": [1, 2.5, null]}})", R"({"assign": {"to": "gate", "value": 1}})",
     "the lock \"gate\""},
    {"add", R"({"add": {"to": "num", "value": -1, "form": "each_op", "times": "=n"}})", R"({"add": {"to": "sum"}})",
     "a variable, or a local"},
    {"add_local", R"({"add": {"to": "total"}})", R"({"add": {"to": "num", "times": -1}})", "from 0"},
    {"repeat", R"({"repeat": {"times": "=n", "index": "i", "steps": [{"print": "{i}"}]}})",
     R"({"repeat": {"times": 3}})", "no \"steps\""},
    {"map", R"({"map": {"pool": "staff", "function": "one", "over": [1, "=n"], "chunk": 2}, "as": "done"})",
     R"({"map": {"pool": "staff", "function": "work", "times": 3}})", "a function with one argument"},
};

INSTANTIATE_TEST_SUITE_P(All, EveryVerb, testing::ValuesIn(kExamples),
                         [](const auto& example) { return std::string(example.param.verb); });

TEST(Verbs, AllOfThisVersionHaveAnExample) {
  std::set<std::string> shown;
  for (const VerbExample& example : kExamples)
    shown.insert(std::string(example.verb).substr(0, std::string(example.verb).find('_')));
  for (const VerbRule& rule : allVerbs())
    EXPECT_EQ(shown.count(std::string(rule.name)), rule.available ? 1U : 0U) << rule.name;
}

TEST(Verbs, StandInTheTableInTheOrderOfTheirNumbers) {
  EXPECT_EQ(allVerbs().size(), 24U);
  for (const VerbRule& rule : allVerbs()) {
    EXPECT_EQ(&ruleOf(rule.verb), &rule);
    EXPECT_EQ(verbNamed(rule.name), &rule);
    EXPECT_TRUE(rule.shorthand.empty() || argumentNamed(rule.arguments, rule.shorthand)) << rule.name;
    for (const std::string_view name : alternatives(rule.oneOf))
      EXPECT_TRUE(argumentNamed(rule.arguments, name)) << name;
  }
  EXPECT_EQ(verbNamed("yield"), nullptr);
}

TEST(Verbs, ExistInTheRuntimesOfThisVersionOnceTheyAreAvailable) {
  for (const VerbRule& rule : allVerbs()) {
    for (const Runtime runtime : {Runtime::kSequential, Runtime::kThread, Runtime::kTask, Runtime::kProcess}) {
      EXPECT_EQ(exists(rule.verb, runtime), rule.available) << rule.name << " in " << nameOf(runtime);
    }
  }
}

TEST(Verbs, RuntimesAreFoundByTheirNames) {
  for (const Runtime runtime : {Runtime::kSequential, Runtime::kThread, Runtime::kTask, Runtime::kProcess}) {
    EXPECT_EQ(runtimeNamed(nameOf(runtime)), runtime);
  }
  EXPECT_EQ(runtimeNamed("green"), std::nullopt);
}

TEST(Verbs, AlternativesAreSplitAtTheirBars) {
  EXPECT_THAT(alternatives("a|bc|d"), ElementsAre("a", "bc", "d"));
  EXPECT_TRUE(alternatives("").empty());
  EXPECT_TRUE(isAlternative("a|bc", "bc"));
  EXPECT_FALSE(isAlternative("a|bc", "b"));
  EXPECT_FALSE(isAlternative("", ""));
}

TEST(ObjectKinds, StandInTheTableInTheOrderOfTheirNumbers) {
  EXPECT_EQ(allObjectKinds().size(), 15U);
  for (const ObjectRule& rule : allObjectKinds()) {
    EXPECT_EQ(&ruleOf(rule.kind), &rule);
    EXPECT_EQ(objectKindNamed(rule.name), &rule);
    EXPECT_EQ(nameOf(rule.kind), rule.name);
  }
}

}  // namespace
}  // namespace threadline::scenario
