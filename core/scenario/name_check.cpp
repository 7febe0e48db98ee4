// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "core/scenario/name_scope.h"
#include "core/scenario/object_rules.h"
#include "core/scenario/parameters.h"
#include "core/scenario/quote.h"
#include "core/scenario/sections.h"
#include "core/scenario/suggestion.h"

// The second pass over a file, when everything in it is known: names in expressions, references, argument counts of
// functions, what "=parameter" can become, call cycles.

namespace threadline::scenario {

namespace {

const ArgumentRule* ruleFor(const Step& step, std::string_view name) {
  return argumentNamed(ruleOf(step.verb).arguments, name);
}

class NameCheck {
 public:
  NameCheck(ProblemList& problems, const Scenario& scenario)
      : m_problems(problems), m_scenario(scenario), m_declared(problems.root()) {}

  void run() {
    const NameScope parameters(m_problems, m_scenario, m_declared, NameScope::Kind::kParameters);
    parameters.check("/process/gil", m_scenario.process.gil);
    parameters.check("/process/interval_us", m_scenario.process.intervalUs);
    parameters.check("/process/start_method", m_scenario.process.startMethod);
    checkParameterType("/process/gil", m_scenario.process.gil, kGilRule);
    checkParameterType("/process/interval_us", m_scenario.process.intervalUs, kIntervalRule);
    checkParameterType("/process/start_method", m_scenario.process.startMethod, kMethodRule);
    for (std::size_t i = 0; i < m_scenario.refuse.size(); ++i) {
      parameters.check("/refuse/" + std::to_string(i) + "/when", m_scenario.refuse[i].when);
    }
    checkObjects(parameters);
    checkPresets();
    for (const auto& [name, function] : m_scenario.functions) checkFunction(function);
    checkView(parameters);
    checkClaims(parameters);
    checkCycles();
  }

 private:
  void checkObjects(const NameScope& scope) {
    for (const ObjectDeclaration& object : m_scenario.objects) {
      if (object.count) scope.check(object.pointer + "/count", *object.count);
      for (const auto& [name, argument] : object.fields) {
        const std::string pointer = pointerTo(object.pointer, name);
        scope.check(pointer, argument);
        if (const ArgumentRule* rule = argumentNamed(ruleOf(object.kind).fields, name)) {
          checkParameterType(pointer, argument, *rule);
        }
      }
    }
  }

  // What the file itself proposes must not be refused by it. Only once all is well so far: a wrong value says enough.
  void checkPresets() {
    if (!m_problems.isEmpty()) return;
    ParameterValues defaults;
    for (const Parameter& parameter : m_scenario.parameters) defaults[parameter.name] = parameter.defaultValue;
    checkRefused("/parameters", "defaults", defaults);
    for (const Preset& preset : m_scenario.presets) {
      ParameterValues values = defaults;
      for (const auto& [name, value] : preset.values) values[name] = value;
      checkRefused(pointerTo("/presets", preset.name), "values", values);
    }
  }

  void checkRefused(const std::string& pointer, const std::string& what, const ParameterValues& values) {
    const Refusal* refusal = refusalFor(m_scenario, values);
    if (!refusal) return;
    const auto& names = refusal->when.names();
    if (std::find(names.begin(), names.end(), "cores") != names.end()) return;  // true on this machine only
    m_problems.add(pointer, what + " that this file refuses: " + inQuotes(refusal->when.text()),
                   "values that can be run");
  }

  void checkFunction(const Function& function) {
    const std::string pointer = pointerTo("/functions", function.name);
    for (std::size_t i = 0; i < function.arguments.size(); ++i) {
      checkNewName(pointer + "/arguments/" + std::to_string(i), function.arguments[i]);
    }
    if (function.name == "main" && !function.arguments.empty()) {
      m_problems.add(pointer + "/arguments", counted(function.arguments.size(), "argument"), "main without arguments");
    }
    NameScope scope(m_problems, m_scenario, m_declared, NameScope::Kind::kFunction);
    const Json* json = resolve(m_problems.root(), pointer);
    if (json) scope.setLocals(function.arguments, localsOf(*json));
    for (const Step& step : function.steps) checkStep(step, scope);
  }

  // A name that the function makes must not hide what all functions see.
  void checkNewName(const std::string& pointer, const std::string& name) {
    if (m_declared.has(m_declared.parameters, name)) {
      m_problems.add(pointer, inQuotes(name) + ", which is a parameter", "another name");
    } else if (m_declared.has(m_declared.objects, name)) {
      m_problems.add(pointer, inQuotes(name) + ", which is an object", "another name");
    }
  }

  // A bare value stands where the object with the arguments would.
  [[nodiscard]] std::string pointerOf(const Step& step, std::string_view argument) const {
    const std::string verb = pointerTo(step.pointer, ruleOf(step.verb).name);
    std::string pointer = pointerTo(verb, argument);
    return resolve(m_problems.root(), pointer) ? pointer : verb;
  }

  void checkStep(const Step& step, NameScope& scope) {
    if (!step.as.empty()) checkNewName(step.pointer + "/as", step.as);
    if (step.when) scope.check(step.pointer + "/when", *step.when);
    if (step.label) scope.check(step.pointer + "/label", *step.label);
    const bool isCounted = step.argument("count") != nullptr;
    for (const auto& [name, argument] : step.arguments) {
      const ArgumentRule* rule = ruleFor(step, name);
      const std::string pointer = pointerOf(step, name);
      scope.setHasIndex(isCounted && (name == "name" || name == "arguments"));
      scope.check(pointer, argument);
      scope.setHasIndex(false);
      if (!rule) continue;
      checkParameterType(pointer, argument, *rule);
      if (const Reference* reference = argument.reference()) checkReference(pointer, *reference, *rule, step, scope);
    }
    if (step.verb == Verb::kAcquire) checkMode(step);
    for (const Step& inner : step.body) checkStep(inner, scope);
  }

  /// Reading or writing makes a difference to a read-write lock only.
  void checkMode(const Step& step) {
    const Argument* object = step.argument("object");
    const Reference* reference = object == nullptr ? nullptr : object->reference();
    if (reference == nullptr || step.argument("mode") == nullptr) return;
    const ObjectDeclaration* declared = m_scenario.object(reference->name);
    if (declared == nullptr || declared->kind == ObjectKind::kRwLock) return;
    m_problems.add(pointerOf(step, "mode"),
                   "a mode for the " + std::string(nameOf(declared->kind)) + " " + inQuotes(reference->name),
                   "no mode: only a rwlock is acquired to read or to write");
  }

  void checkReference(const std::string& pointer, const Reference& reference, const ArgumentRule& rule,
                      const Step& step, const NameScope& scope) {
    switch (rule.kind) {
      case ArgumentKind::kObject: checkObject(pointer, reference, rule); break;
      case ArgumentKind::kActor: checkActor(pointer, reference, scope); break;
      case ArgumentKind::kTarget: checkTarget(pointer, reference, step, scope); break;
      case ArgumentKind::kFunction: checkCallee(pointer, reference, step); break;
      case ArgumentKind::kName: checkNewName(pointer, reference.name); break;
      default: break;
    }
  }

  void checkObject(const std::string& pointer, const Reference& reference, const ArgumentRule& rule) {
    if (!m_declared.has(m_declared.objects, reference.name)) {
      m_problems.add(pointer, "the name " + inQuotes(reference.name),
                     "an object; " + knownNames(reference.name, m_declared.objects));
      return;
    }
    const ObjectDeclaration* object = m_scenario.object(reference.name);
    if (!object) return;
    if (!isAlternative(rule.choices, nameOf(object->kind))) {
      m_problems.add(pointer, "the " + std::string(nameOf(object->kind)) + " " + inQuotes(reference.name),
                     (rule.choices.rfind("event", 0) == 0 ? "an " : "a ") + oneOf(alternatives(rule.choices)));
      return;
    }
    if (object->kind == ObjectKind::kArray) {
      if (!reference.element) return;
      m_problems.add(pointer, inQuotes(reference.name) + " with an element",
                     reference.name + ": the array as a whole has one lock");
      return;
    }
    checkElement(pointer, reference, *object);
    if (object->kind == ObjectKind::kPipe) {
      checkEnd(pointer, reference);
    } else if (!reference.part.empty()) {
      m_problems.add(pointer, inQuotes(reference.name + "." + reference.part),
                     "no part: a " + std::string(nameOf(object->kind)) + " has none");
    }
  }

  void checkEnd(const std::string& pointer, const Reference& reference) {
    if (reference.part == "a" || reference.part == "b") return;
    const std::string shown = reference.part.empty() ? reference.name : reference.name + "." + reference.part;
    m_problems.add(pointer, inQuotes(shown),
                   "one end of the pipe: " + reference.name + ".a or " + reference.name + ".b");
  }

  void checkElement(const std::string& pointer, const Reference& reference, const ObjectDeclaration& object) {
    if (reference.element.has_value() == object.count.has_value()) return;
    m_problems.add(pointer, inQuotes(reference.name) + (object.count ? " without an element" : " with an element"),
                   object.count ? reference.name + "[i]: it has a count" : reference.name + ": it has no count");
  }

  void checkActor(const std::string& pointer, const Reference& reference, const NameScope& scope) {
    if (scope.isLocal(reference.name)) return;
    m_problems.add(pointer, "the name " + inQuotes(reference.name),
                   "a local that holds an actor; " + scope.knownFor(reference.name));
  }

  void checkTarget(const std::string& pointer, const Reference& reference, const Step& step, const NameScope& scope) {
    if (m_declared.has(m_declared.parameters, reference.name)) {
      m_problems.add(pointer, inQuotes(reference.name) + ", which is a parameter", "a local or a variable");
      return;
    }
    if (m_declared.has(m_declared.objects, reference.name)) {
      const ObjectDeclaration* object = m_scenario.object(reference.name);
      if (!object) return;
      if (object->kind == ObjectKind::kArray) {
        if (reference.element) return;
        m_problems.add(pointer, "the array " + inQuotes(reference.name), reference.name + "[i], one of its elements");
      } else if (holdsValue(object->kind)) {
        checkElement(pointer, reference, *object);
      } else {
        m_problems.add(pointer, "the " + std::string(nameOf(object->kind)) + " " + inQuotes(reference.name),
                       "a local or a variable");
      }
      return;
    }
    if (reference.name == "self" || reference.name == "cores") {
      m_problems.add(pointer, inQuotes(reference.name), "a local or a variable");
    } else if (reference.element) {
      m_problems.add(pointer, inQuotes(reference.name) + " with an element", "a local without an element");
    } else if (step.verb == Verb::kAdd && !scope.isLocal(reference.name)) {
      m_problems.add(pointer, "the name " + inQuotes(reference.name),
                     "a variable, or a local that is assigned somewhere; " + scope.knownFor(reference.name));
    }
  }

  void checkCallee(const std::string& pointer, const Reference& reference, const Step& step) {
    if (!m_declared.has(m_declared.functions, reference.name)) {
      m_problems.add(pointer, "the name " + inQuotes(reference.name),
                     "a function; " + knownNames(reference.name, m_declared.functions));
      return;
    }
    const Function* function = m_scenario.function(reference.name);
    if (function && step.verb == Verb::kMap && function->arguments.size() != 1) {
      m_problems.add(pointer, counted(function->arguments.size(), "argument"),
                     "a function with one argument: map calls it with each item");
    }
    const Argument* argument = step.argument("arguments");
    const auto* given = argument ? std::get_if<std::vector<Argument>>(&argument->content) : nullptr;
    if (!function || step.verb == Verb::kMap || (argument && !given) || step.argument("actor")) return;
    const std::string verb = pointerTo(step.pointer, ruleOf(step.verb).name);
    const Json* written = resolve(m_problems.root(), verb + "/arguments");
    if (!argument && written) return;  // there, but with a problem of its own
    const std::size_t count = given ? given->size() : 0;
    if (count == function->arguments.size()) return;
    const std::string wanted = function->arguments.empty() ? "" : ": " + joinedNames(function->arguments);
    m_problems.add(written ? verb + "/arguments" : verb, counted(count, "argument"),
                   std::to_string(function->arguments.size()) + " for " + reference.name + wanted);
  }

  static std::string joinedNames(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  // "=parameter" where the parameter's type or one of its choices can never do.
  void checkParameterType(const std::string& pointer, const Argument& argument, const ArgumentRule& rule) {
    const Expression* expression = argument.expression();
    const Parameter* parameter = expression ? m_scenario.parameter(expression->text()) : nullptr;
    if (!parameter) return;
    const bool isNumber = parameter->type == ParameterType::kInteger;
    const std::string found = "the parameter " + inQuotes(parameter->name);
    if (rule.kind == ArgumentKind::kInteger && !isNumber) {
      m_problems.add(pointer, found + ", which is no int", "a whole number");
    } else if (rule.kind == ArgumentKind::kBool && parameter->type != ParameterType::kBool) {
      m_problems.add(pointer, found + ", which is no bool", "true or false");
    } else if (rule.kind == ArgumentKind::kChoice) {
      checkChoices(pointer, *parameter, rule);
    }
  }

  void checkChoices(const std::string& pointer, const Parameter& parameter, const ArgumentRule& rule) {
    if (parameter.type == ParameterType::kText) return;
    if (parameter.type != ParameterType::kChoice) {
      m_problems.add(pointer, "the parameter " + inQuotes(parameter.name) + ", which is no choice",
                     oneOf(alternatives(rule.choices)));
      return;
    }
    for (const std::string& choice : parameter.choices) {
      if (isAlternative(rule.choices, choice) || isAlternative(rule.later, choice)) continue;
      m_problems.add(pointer, "the parameter " + inQuotes(parameter.name) + " with the choice " + inQuotes(choice),
                     oneOf(alternatives(rule.choices)));
    }
  }

  void checkView(const NameScope& scope) {
    const View& view = m_scenario.view;
    if (view.range && view.range->offsetMs) scope.check("/view/range/offset_ms", *view.range->offsetMs);
    if (view.range && view.range->lengthMs) scope.check("/view/range/length_ms", *view.range->lengthMs);
    for (std::size_t i = 0; i < view.counters.size(); ++i) {
      const std::string& counter = view.counters[i];
      const std::string_view base = std::string_view(counter).substr(0, counter.find('['));
      if (m_declared.has(m_declared.objects, base)) continue;
      m_problems.add("/view/counters/" + std::to_string(i), "the name " + inQuotes(counter),
                     "an object; " + knownNames(base, m_declared.objects));
    }
  }

  void checkClaims(const NameScope& parameters) {
    const NameScope scope(m_problems, m_scenario, m_declared, NameScope::Kind::kClaim);
    static constexpr const char* kKeys[] = {"equals", "above", "below", "between"};
    for (const Claim& claim : m_scenario.claims) {
      if (claim.when) parameters.check(claim.pointer + "/when", *claim.when);
      const std::string pointer = pointerTo(claim.pointer, kKeys[static_cast<std::size_t>(claim.band)]);
      const bool isPair = claim.band == Claim::Band::kBetween;
      for (std::size_t i = 0; i < claim.bounds.size(); ++i) {
        scope.check(isPair ? pointerTo(pointer, i) : pointer, claim.bounds[i]);
      }
      if (claim.document) scope.check(claim.pointer + "/document", *claim.document);
      if (claim.reference) scope.check(claim.pointer + "/reference", *claim.reference);
    }
  }

  // ---- call cycles: a call runs in its caller's lane, and so does a start with runtime sequential; a map waits for
  // what it calls

  struct Call {
    std::string callee;
    std::string pointer;
  };

  static bool runsInCaller(const Step& step) {
    if (step.verb == Verb::kCall || step.verb == Verb::kMap) return true;
    const Argument* runtime = step.verb == Verb::kStart ? step.argument("runtime") : nullptr;
    const auto* value = runtime ? std::get_if<Value>(&runtime->content) : nullptr;
    return value && *value == Value("sequential");
  }

  void collectCalls(const std::vector<Step>& steps, std::vector<Call>& calls) const {
    for (const Step& step : steps) {
      const Argument* function = runsInCaller(step) ? step.argument("function") : nullptr;
      if (function && function->reference())
        calls.push_back({function->reference()->name, pointerOf(step, "function")});
      collectCalls(step.body, calls);
    }
  }

  void checkCycles() {
    for (const auto& [name, function] : m_scenario.functions) collectCalls(function.steps, m_calls[name]);
    for (const auto& [name, function] : m_scenario.functions) {
      std::vector<std::string> path;
      follow(name, path);
    }
  }

  void follow(const std::string& name, std::vector<std::string>& path) {
    if (!m_followed.insert(name).second) return;
    path.push_back(name);
    for (const Call& call : m_calls[name]) {
      const auto start = std::find(path.begin(), path.end(), call.callee);
      if (start == path.end()) {
        if (m_calls.contains(call.callee)) follow(call.callee, path);
        continue;
      }
      std::string cycle;
      for (auto it = start; it != path.end(); ++it) cycle += *it + " -> ";
      m_problems.add(call.pointer, "the call cycle " + cycle + call.callee, "calls that end");
    }
    path.pop_back();
  }

  ProblemList& m_problems;
  const Scenario& m_scenario;
  DeclaredNames m_declared;
  std::map<std::string, std::vector<Call>> m_calls;
  std::set<std::string> m_followed;
};

}  // namespace

void checkNames(ProblemList& problems, const Scenario& scenario) {
  NameCheck(problems, scenario).run();
}

}  // namespace threadline::scenario
