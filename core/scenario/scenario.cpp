// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include <algorithm>

#include "core/scenario/object_rules.h"

namespace threadline::scenario {

namespace {

template <typename T>
const T* named(const std::vector<T>& all, std::string_view name) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.name == name; });
  return it == all.end() ? nullptr : &*it;
}

}  // namespace

Result<Value> Argument::evaluate(const Names& names) const {
  if (const auto* value = std::get_if<Value>(&content)) return *value;
  if (const auto* formula = std::get_if<Expression>(&content)) return formula->evaluate(names);
  if (const auto* text = std::get_if<Template>(&content)) {
    Result<std::string> shown = text->evaluate(names);
    if (!shown) return shown.error();
    return Value(shown.take());
  }
  if (const auto* elements = std::get_if<std::vector<Argument>>(&content)) {
    List list;
    list.reserve(elements->size());
    for (const Argument& element : *elements) {
      Result<Value> value = element.evaluate(names);
      if (!value) return value.error();
      list.push_back(value.take());
    }
    return Value(std::move(list));
  }
  return Error{
      ErrorCode::kInvalidArgument, "\"" + std::get<Reference>(content).name + "\" names a thing, not a value", {}};
}

const Argument* Step::argument(std::string_view name) const {
  const auto it = arguments.find(name);
  return it == arguments.end() ? nullptr : &it->second;
}

std::string_view nameOf(ObjectKind kind) {
  return ruleOf(kind).name;
}

const Parameter* Scenario::parameter(std::string_view name) const {
  return named(parameters, name);
}
const Preset* Scenario::preset(std::string_view name) const {
  return named(presets, name);
}
const ObjectDeclaration* Scenario::object(std::string_view name) const {
  return named(objects, name);
}

const Function* Scenario::function(std::string_view name) const {
  const auto it = functions.find(name);
  return it == functions.end() ? nullptr : &it->second;
}

}  // namespace threadline::scenario
