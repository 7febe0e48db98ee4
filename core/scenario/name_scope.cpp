// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/name_scope.h"

#include <algorithm>
#include <utility>

#include "core/scenario/object_rules.h"
#include "core/scenario/quote.h"
#include "core/scenario/suggestion.h"

namespace threadline::scenario {

namespace {

constexpr std::string_view kActorAttributes = "alive|pid|exit_code|ident|native_id|name";
constexpr std::string_view kRunFigures = "wall|cpu|exit";  // figures of a run that have no dot
constexpr std::string_view kSelfAttributes = "name|pid|parent_pid|memory_kb";

std::vector<std::string_view> keysOf(const Json* object) {
  std::vector<std::string_view> keys;
  if (!object) return keys;
  for (const JsonMember& member : object->members) keys.push_back(member.key);
  return keys;
}

void addText(const Json* json, std::set<std::string, std::less<>>& names) {
  if (json && json->type == Json::Type::kText && isName(json->text)) names.insert(json->text);
}

// The tree is at most as deep as JsonLimits allow.
void addLocals(const Json& steps, std::set<std::string, std::less<>>& names) {
  for (const Json& step : steps.items) {
    addText(step.member("as"), names);
    if (const Json* assign = step.member("assign")) addText(assign->member("to"), names);
    for (const char* verb : {"repeat", "serve"}) {
      const Json* nesting = step.member(verb);
      if (!nesting) continue;
      addText(nesting->member("index"), names);
      if (const Json* body = nesting->member("steps")) addLocals(*body, names);
    }
  }
}

std::string shown(const NameUse& use) {
  return inQuotes(use.name + (use.hasElement ? "[...]" : "") + (use.attribute.empty() ? "" : "." + use.attribute));
}

// For expressions without any name: they have one value, so what is wrong with it can be said now.
struct NoNames final : Names {
  Result<Value> name(std::string_view) const override { return Error{}; }
  Result<Value> attribute(std::string_view, std::int64_t, std::string_view) const override { return Error{}; }
};

}  // namespace

DeclaredNames::DeclaredNames(const Json& root)
    : parameters(keysOf(root.member("parameters"))),
      objects(keysOf(root.member("objects"))),
      functions(keysOf(root.member("functions"))) {}

bool DeclaredNames::has(const std::vector<std::string_view>& names, std::string_view name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::set<std::string, std::less<>> localsOf(const Json& function) {
  std::set<std::string, std::less<>> names;
  if (const Json* steps = function.member("steps")) addLocals(*steps, names);
  return names;
}

void NameScope::setLocals(std::vector<std::string> arguments, std::set<std::string, std::less<>> locals) {
  m_arguments = std::move(arguments);
  m_locals = std::move(locals);
}

bool NameScope::isLocal(std::string_view name) const {
  return m_locals.contains(name) || std::find(m_arguments.begin(), m_arguments.end(), name) != m_arguments.end();
}

std::string NameScope::knownFor(std::string_view name) const {
  std::vector<std::string_view> known = m_declared.parameters;
  if (m_kind == Kind::kFunction) {
    known.insert(known.end(), m_arguments.begin(), m_arguments.end());
    known.insert(known.end(), m_locals.begin(), m_locals.end());
    for (const ObjectDeclaration& object : m_scenario.objects) {
      if (holdsValue(object.kind)) known.push_back(object.name);
    }
  }
  known.emplace_back("cores");
  return knownNames(name, known);
}

void NameScope::check(const std::string& pointer, const Expression& expression) const {
  for (const NameUse& use : expression.uses()) checkUse(pointer, use);
  if (!expression.uses().empty()) return;
  const Result<Value> value = expression.evaluate(NoNames());
  if (!value) m_problems.add(pointer, value.error().message, "an expression that has a value");
}

void NameScope::check(const std::string& pointer, const Template& text) const {
  for (const NameUse& use : text.uses()) checkUse(pointer, use);
}

void NameScope::check(const std::string& pointer, const Argument& argument) const {
  if (const Expression* expression = argument.expression()) check(pointer, *expression);
  if (const auto* text = std::get_if<Template>(&argument.content)) check(pointer, *text);
  if (const Reference* reference = argument.reference(); reference && reference->element) {
    check(pointer, *reference->element);
  }
  if (const auto* elements = std::get_if<std::vector<Argument>>(&argument.content)) {
    for (std::size_t i = 0; i < elements->size(); ++i) check(pointerTo(pointer, i), (*elements)[i]);
  }
}

void NameScope::checkUse(const std::string& pointer, const NameUse& use) const {
  if (use.attribute.empty()) {
    checkPlain(pointer, use);
  } else if (m_kind == Kind::kClaim) {
    checkClaimAttribute(pointer, use);
  } else {
    checkAttribute(pointer, use);
  }
}

void NameScope::checkPlain(const std::string& pointer, const NameUse& use) const {
  if (isLocal(use.name)) return;
  if (m_kind == Kind::kClaim && isAlternative(kRunFigures, use.name) && !use.hasElement) return;
  if (m_declared.has(m_declared.parameters, use.name) || use.name == "cores") {
    if (use.hasElement) m_problems.add(pointer, shown(use), "no element: " + use.name + " is not a list");
    return;
  }
  if (use.name == "index") {
    if (m_hasIndex) return;
    m_problems.add(pointer, inQuotes("index"), "index only in name and arguments of a start with count");
    return;
  }
  if (use.name == "self") {
    m_problems.add(pointer, inQuotes("self"), "self." + oneOf(alternatives(kSelfAttributes)));
    return;
  }
  const ObjectDeclaration* object = m_scenario.object(use.name);
  if (m_kind == Kind::kFunction && m_declared.has(m_declared.objects, use.name)) {
    if (!object) return;
    if (!holdsValue(object->kind)) {
      m_problems.add(pointer, "the " + std::string(nameOf(object->kind)) + " " + inQuotes(use.name),
                     "a value: a parameter, an argument, a local or a variable");
    } else if (object->kind == ObjectKind::kArray && !use.hasElement) {
      m_problems.add(pointer, "the array " + inQuotes(use.name), use.name + "[i], one of its elements");
    } else if (use.hasElement && !object->count && object->kind != ObjectKind::kArray) {
      m_problems.add(pointer, shown(use), "no element: " + use.name + " has no count");
    }
    return;
  }
  m_problems.add(pointer, "the name " + shown(use), "a known name; " + knownFor(use.name));
}

void NameScope::checkAttribute(const std::string& pointer, const NameUse& use) const {
  const bool isRunning = m_kind == Kind::kFunction;
  std::string_view attributes;
  if (isRunning && use.name == "self" && !use.hasElement) {
    attributes = kSelfAttributes;
  } else if (isRunning && isLocal(use.name)) {
    attributes = kActorAttributes;
  } else if (isRunning && m_declared.has(m_declared.objects, use.name)) {
    const ObjectDeclaration* object = m_scenario.object(use.name);
    if (!object) return;
    attributes = ruleOf(object->kind).attributes;
    if (use.hasElement != object->count.has_value()) {
      m_problems.add(pointer, shown(use),
                     object->count ? use.name + "[i], one of its elements" : use.name + " without an element");
      return;
    }
  } else {
    const bool isKnown = m_declared.has(m_declared.parameters, use.name) || use.name == "cores";
    m_problems.add(pointer, shown(use),
                   isKnown     ? use.name + " without an attribute"
                   : isRunning ? "an attribute of a local, an object or self; " + knownFor(use.name)
                               : std::string("parameters and cores only"));
    return;
  }
  if (isAlternative(attributes, use.attribute)) return;
  const std::string known = attributes.empty() ? "no attribute: it has none" : oneOf(alternatives(attributes));
  m_problems.add(pointer, "the attribute " + shown(use), known);
}

void NameScope::checkClaimAttribute(const std::string& pointer, const NameUse& use) const {
  if (m_declared.has(m_declared.objects, use.name)) {
    const ObjectDeclaration* object = m_scenario.object(use.name);
    if (!object || isAlternative(ruleOf(object->kind).figures, use.attribute)) return;
    m_problems.add(pointer, "the figure " + shown(use),
                   "a figure of a " + std::string(nameOf(object->kind)) + ": " +
                       oneOf(alternatives(ruleOf(object->kind).figures)));
    return;
  }
  const Json* functions = m_problems.root().member("functions");
  const Json* function = functions ? functions->member(use.name) : nullptr;
  if (!function) return;  // the name of a lane, which only a run can know
  const std::set<std::string, std::less<>> locals = localsOf(*function);
  if (locals.contains(use.attribute)) return;
  m_problems.add(pointer, "the local " + shown(use),
                 "a local of " + use.name + "; " + knownNames(use.attribute, {locals.begin(), locals.end()}));
}

}  // namespace threadline::scenario
