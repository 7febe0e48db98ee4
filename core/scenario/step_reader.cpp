// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "core/scenario/argument_reader.h"
#include "core/scenario/quote.h"
#include "core/scenario/sections.h"
#include "core/scenario/suggestion.h"

// Functions and their steps. A step is an object with one verb and, beside it, "as", "when" and "label". What a verb
// takes is in verbs.cpp; nothing about a single verb stands here, save that a start of a made actor takes nothing more.

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxArguments = 32;  // of a function

class StepReader {
 public:
  StepReader(ProblemList& problems, Scenario& scenario) : m_problems(problems), m_scenario(scenario) {}

  std::vector<Step> readSteps(const Place& place, std::size_t depth) {
    std::vector<Step> steps;
    if (!place.isList()) {
      m_problems.add(place, "a list of steps");
      return steps;
    }
    if (depth > kMaxStepDepth) {
      m_problems.add(place.pointer, "repeats nested more than " + std::to_string(kMaxStepDepth) + " deep",
                     "flatter steps");
      return steps;
    }
    for (std::size_t i = 0; i < place.json->items.size(); ++i) {
      if (m_scenario.stepPointers.size() >= kMaxSteps) {
        m_problems.add(place.pointer, "more than " + std::to_string(kMaxSteps) + " steps", "fewer");
        break;
      }
      if (std::optional<Step> step = readStep(place.item(i), depth)) steps.push_back(*std::move(step));
    }
    return steps;
  }

 private:
  std::optional<Step> readStep(const Place& place, std::size_t depth) {
    const JsonMember* verb = verbOf(place);
    if (!verb) return {};
    const VerbRule* rule = verbNamed(verb->key);
    if (!rule->available) {
      m_problems.add(pointerTo(place.pointer, verb->key),
                     "the verb " + inQuotes(verb->key) + ", which is not in this version", oneOf(availableVerbs()));
      return {};
    }
    Step step;
    step.verb = rule->verb;
    step.pointer = place.pointer;
    step.index = StepIndex{static_cast<std::uint32_t>(m_scenario.stepPointers.size())};
    m_scenario.stepPointers.push_back(place.pointer);
    readModifiers(place, step);
    readVerb(place.member(*verb), *rule, step, depth);
    return step;
  }

  static std::vector<std::string_view> availableVerbs() {
    std::vector<std::string_view> names;
    for (const VerbRule& rule : allVerbs()) {
      if (rule.available) names.push_back(rule.name);
    }
    return names;
  }

  // The one member whose key is a verb; what is neither verb nor modifier is reported here.
  const JsonMember* verbOf(const Place& place) {
    if (!place.isObject()) {
      m_problems.add(place, "a step: an object with one verb");
      return nullptr;
    }
    const JsonMember* verb = nullptr;
    bool isGood = true;
    for (const JsonMember& member : place.json->members) {
      if (member.key == "as" || member.key == "when" || member.key == "label") continue;
      if (!verbNamed(member.key)) {
        std::vector<std::string_view> known = availableVerbs();
        known.insert(known.end(), {"as", "when", "label"});
        m_problems.add(pointerTo(place.pointer, member.key), "the key " + inQuotes(member.key),
                       "one verb, and as, when, label; " + knownNames(member.key, known));
        isGood = false;
      } else if (verb) {
        m_problems.add(place.pointer, "the verbs " + inQuotes(verb->key) + " and " + inQuotes(member.key),
                       "one verb in a step");
        isGood = false;
      } else {
        verb = &member;
      }
    }
    if (!verb && isGood) m_problems.add(place.pointer, "no verb", "one of " + oneOf(availableVerbs()));
    return isGood ? verb : nullptr;
  }

  void readModifiers(const Place& place, Step& step) {
    for (const JsonMember& member : place.json->members) {
      const Place there = place.member(member);
      if (member.key == "as") {
        const std::optional<std::string> name = readText(m_problems, there, "the name of a local");
        if (name && isGoodName(m_problems, there, *name)) step.as = *name;
      } else if (member.key == "when") {
        step.when = readExpression(m_problems, there, true);
      } else if (member.key == "label") {
        step.label = readArgument(m_problems, there, {"label", ArgumentKind::kText});
      }
    }
  }

  void readVerb(const Place& place, const VerbRule& rule, Step& step, std::size_t depth) {
    if (!place.isObject()) {
      readShorthand(place, rule, step);
      return;
    }
    std::vector<std::string_view> known;
    for (const ArgumentRule& argument : rule.arguments) known.push_back(argument.name);
    const Fields fields(m_problems, place, known);
    for (const ArgumentRule& argument : rule.arguments) {
      const std::optional<Place> there =
          argument.required
              ? fields.required(argument.name, std::string(rule.name) + " with " + std::string(argument.name))
              : fields.optional(argument.name);
      if (!there) continue;
      if (argument.kind == ArgumentKind::kSteps) {
        step.body = readSteps(*there, depth + 1);
      } else if (std::optional<Argument> value = readArgument(m_problems, *there, argument)) {
        step.arguments.emplace(argument.name, *std::move(value));
      }
    }
    checkOneOf(fields, rule);
    if (rule.verb == Verb::kStart) checkStart(fields);
    if (rule.verb == Verb::kRepeat) checkForever(fields);
  }

  void readShorthand(const Place& place, const VerbRule& rule, Step& step) {
    const ArgumentRule* argument = argumentNamed(rule.arguments, rule.shorthand);
    if (!argument) {
      m_problems.add(place, "an object with the arguments of " + std::string(rule.name));
      return;
    }
    if (std::optional<Argument> value = readArgument(m_problems, place, *argument)) {
      step.arguments.emplace(argument->name, *std::move(value));
    }
  }

  void checkOneOf(const Fields& fields, const VerbRule& rule) {
    const std::vector<std::string_view> names = alternatives(rule.oneOf);
    std::vector<std::string_view> present;
    for (const std::string_view name : names) {
      if (fields.optional(name)) present.push_back(name);
    }
    if (names.empty() || present.size() == 1) return;
    m_problems.add(fields.place().pointer,
                   present.empty() ? "none of " + oneOf(names)
                                   : "both " + std::string(present[0]) + " and " + std::string(present[1]),
                   "exactly one of " + oneOf(names));
  }

  void checkStart(const Fields& fields) {
    if (!fields.optional("actor")) {
      if (fields.optional("function")) (void)fields.required("runtime", "start with function and runtime");
      return;
    }
    for (const JsonMember& member : fields.place().json->members) {
      if (member.key == "actor" || member.key == "function" ||
          !argumentNamed(ruleOf(Verb::kStart).arguments, member.key)) {
        continue;
      }
      m_problems.add(pointerTo(fields.place().pointer, member.key), inQuotes(member.key) + " beside actor",
                     "only actor: the rest was said when it was created");
    }
  }

  void checkForever(const Fields& fields) {
    const std::optional<Place> forever = fields.optional("forever");
    if (!forever) return;
    if (forever->json->type == Json::Type::kBool && !forever->json->truth) m_problems.add(*forever, "true");
    if (forever->isText()) m_problems.add(*forever, "true");
  }

  ProblemList& m_problems;
  Scenario& m_scenario;
};

std::vector<std::string> readArguments(ProblemList& problems, const Place& place) {
  std::vector<std::string> names = readTexts(problems, place, kMaxArguments);
  for (std::size_t i = 0; i < names.size() && names.size() == place.json->items.size(); ++i) {
    if (!isGoodName(problems, place.item(i), names[i])) continue;
    const auto here = names.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(names.begin(), here, names[i]) != here) {
      problems.add(place.item(i).pointer, inQuotes(names[i]) + " a second time", "each argument once");
    }
  }
  return names;
}

}  // namespace

void readFunctions(ProblemList& problems, const Place& place, Scenario& scenario) {
  if (!place.isObject()) {
    problems.add(place, "an object of functions, main among them");
    return;
  }
  if (!isWithin(problems, place, kMaxFunctions, "functions")) return;
  StepReader reader(problems, scenario);
  for (const JsonMember& member : place.json->members) {
    const Place there = place.member(member);
    if (!isGoodName(problems, there, member.key)) continue;
    const Fields fields(problems, there, {"arguments", "steps"});
    if (!fields.isObject()) continue;
    Function function;
    function.name = member.key;
    if (const auto arguments = fields.optional("arguments")) function.arguments = readArguments(problems, *arguments);
    if (const auto steps = fields.required("steps", "a function with steps"))
      function.steps = reader.readSteps(*steps, 0);
    scenario.functions.emplace(member.key, std::move(function));
  }
  if (!place.json->member("main")) problems.add(place.pointer, "no \"main\"", "the function main, where a run begins");
}

}  // namespace threadline::scenario
