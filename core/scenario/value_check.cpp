// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/value_check.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "core/scenario/object_rules.h"
#include "core/scenario/quote.h"
#include "core/scenario/suggestion.h"

namespace threadline::scenario {

namespace {

constexpr std::int64_t kNoBound = std::numeric_limits<std::int64_t>::min();

class ValueCheck {
 public:
  ValueCheck(const Scenario& scenario, const ParameterValues& values)
      : m_scenario(scenario), m_values(values), m_names(values) {}

  Status run() {
    const ProcessSettings& process = m_scenario.process;
    check("/process/gil", process.gil, kGilRule);
    check("/process/interval_us", process.intervalUs, kIntervalRule);
    check("/process/start_method", process.startMethod, kMethodRule);
    for (const ObjectDeclaration& object : m_scenario.objects) checkObject(object);
    reach("main");
    return m_error ? Status(*m_error) : ok();
  }

 private:
  void checkObject(const ObjectDeclaration& object) {
    if (object.count) check(object.pointer + "/count", *object.count, kObjectCountRule);
    for (const auto& [name, argument] : object.fields) {
      const ArgumentRule* rule = argumentNamed(ruleOf(object.kind).fields, name);
      if (rule) check(object.pointer + "/" + name, argument, *rule);
    }
  }

  void reach(std::string_view name) {
    const Function* function = m_scenario.function(name);
    if (function && m_reached.insert(function).second) checkSteps(function->steps);
  }

  void checkSteps(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      const std::optional<bool> when = step.when ? known(*step.when) : std::optional(true);
      if (when == false) continue;
      for (const auto& [name, argument] : step.arguments) {
        const ArgumentRule* rule = argumentNamed(ruleOf(step.verb).arguments, name);
        if (rule && when) check(step.pointer + "/" + std::string(ruleOf(step.verb).name) + "/" + name, argument, *rule);
      }
      if (const Argument* callee = step.argument("function"); callee && callee->reference()) {
        reach(callee->reference()->name);
      }
      checkSteps(step.body);
    }
  }

  [[nodiscard]] bool isKnown(const Expression& expression) const {
    const auto& uses = expression.uses();
    return std::all_of(uses.begin(), uses.end(), [&](const NameUse& use) {
      return use.attribute.empty() && !use.hasElement && (m_values.contains(use.name) || use.name == "cores");
    });
  }

  [[nodiscard]] std::optional<bool> known(const Expression& condition) const {
    if (!isKnown(condition)) return {};
    const Result<bool> truth = condition.evaluateBool(m_names);
    return truth ? std::optional(truth.value()) : std::nullopt;
  }

  void check(const std::string& pointer, const Argument& argument, const ArgumentRule& rule) {
    if (m_error) return;
    if (const auto* elements = std::get_if<std::vector<Argument>>(&argument.content)) {
      const ArgumentKind kind = rule.kind == ArgumentKind::kPair ? ArgumentKind::kInteger : ArgumentKind::kAny;
      for (std::size_t i = 0; i < elements->size(); ++i) {
        check(pointer + "/" + std::to_string(i), (*elements)[i], {{}, kind});
      }
      return;
    }
    const Expression* expression = argument.expression();
    if (!expression || rule.kind == ArgumentKind::kCondition || !isKnown(*expression)) return;
    const Result<Value> value = expression->evaluate(m_names);
    if (!value) {
      m_error = Error{ErrorCode::kInvalidArgument, inQuotes("=" + expression->text()) + ": " + value.error().message,
                      pointer};
      return;
    }
    judge(pointer, *expression, value.value(), rule);
  }

  void judge(const std::string& pointer, const Expression& expression, const Value& value, const ArgumentRule& rule) {
    const std::string found = inQuotes("=" + expression.text()) + " gives " + inQuotes(value.toText());
    if (rule.kind == ArgumentKind::kChoice) {
      const std::string* word = value.asText();
      if (word && isAlternative(rule.choices, *word)) return;
      if (word && isAlternative(rule.later, *word)) {
        m_error =
            Error{ErrorCode::kUnsupported,
                  found + ", which is not in this version, expected " + oneOf(alternatives(rule.choices)), pointer};
        return;
      }
      refuse(pointer, found, oneOf(alternatives(rule.choices)));
    } else if (rule.kind == ArgumentKind::kInteger) {
      const std::int64_t* number = value.asInteger();
      if (number && *number >= rule.min && *number <= rule.max) return;
      const std::string range =
          rule.min == kNoBound ? "" : " from " + std::to_string(rule.min) + " to " + std::to_string(rule.max);
      refuse(pointer, found, "a whole number" + range);
    } else if (rule.kind == ArgumentKind::kBool && !value.asBool() && !value.asInteger()) {
      refuse(pointer, found, "true or false");
    }
  }

  void refuse(const std::string& pointer, const std::string& found, const std::string& expected) {
    m_error = Error{ErrorCode::kInvalidArgument, found + ", expected " + expected, pointer};
  }

  const Scenario& m_scenario;
  const ParameterValues& m_values;
  ParameterNames m_names;
  std::set<const Function*> m_reached;
  std::optional<Error> m_error;
};

}  // namespace

Status checkValues(const Scenario& scenario, const ParameterValues& values) {
  return ValueCheck(scenario, values).run();
}

}  // namespace threadline::scenario
