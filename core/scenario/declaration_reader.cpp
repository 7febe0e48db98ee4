// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <utility>

#include "core/scenario/argument_reader.h"
#include "core/scenario/object_rules.h"
#include "core/scenario/parameters.h"
#include "core/scenario/quote.h"
#include "core/scenario/sections.h"
#include "core/scenario/suggestion.h"

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxChoices = 50;
constexpr auto kAnyInteger =
    std::pair(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());

std::optional<Value> readPlainValue(ProblemList& problems, const Place& place) {
  switch (place.json->type) {
    case Json::Type::kBool: return Value(place.json->truth);
    case Json::Type::kInteger: return Value(place.json->integer);
    case Json::Type::kText: return Value(place.json->text);
    default: problems.add(place, "a whole number, a text, true or false");
  }
  return {};
}

void readBounds(ProblemList& problems, const Fields& fields, Parameter& parameter) {
  for (auto& [key, target] : {std::pair<const char*, std::int64_t*>{"min", &parameter.min}, {"max", &parameter.max}}) {
    const auto place = fields.required(key, "bounds of an int: min and max");
    const auto bound = place ? readInteger(problems, *place, kAnyInteger.first, kAnyInteger.second) : std::nullopt;
    *target = bound.value_or(std::string_view(key) == "min" ? kAnyInteger.first : kAnyInteger.second);
  }
  if (parameter.min <= parameter.max) return;
  problems.add(fields.place().pointer,
               "min " + std::to_string(parameter.min) + " above max " + std::to_string(parameter.max),
               "min <= default <= max");
}

void readChoices(ProblemList& problems, const Fields& fields, Parameter& parameter) {
  const auto place = fields.required("choices", "a choice with its choices");
  if (!place) return;
  parameter.choices = readTexts(problems, *place, kMaxChoices);
  if (place->isList() && place->json->items.size() < 2) problems.add(*place, "two choices or more");
  for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
    const auto here = parameter.choices.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(parameter.choices.begin(), here, *here) == here) continue;
    problems.add(place->pointer, inQuotes(*here) + " a second time", "each choice once");
  }
}

void rejectOthers(ProblemList& problems, const Fields& fields, ParameterType type, std::string_view typeName) {
  for (const char* key : {"min", "max", "unit", "choices"}) {
    const bool belongs =
        type == (std::string_view(key) == "choices" ? ParameterType::kChoice : ParameterType::kInteger);
    if (belongs || !fields.optional(key)) continue;
    problems.add(pointerTo(fields.place().pointer, key),
                 inQuotes(key) + " of a parameter of type " + std::string(typeName),
                 std::string(key) + " only with " + (std::string_view(key) == "choices" ? "choice" : "int"));
  }
}

std::optional<Parameter> readParameter(ProblemList& problems, const Place& place, const std::string& name) {
  static const std::vector<std::string_view> kTypes = {"int", "bool", "choice", "text"};
  const Fields fields(problems, place, {"type", "default", "min", "max", "choices", "unit", "label"});
  if (!fields.isObject()) return {};
  Parameter parameter;
  parameter.name = name;
  parameter.label = requiredLocalized(problems, fields, "label");
  const auto typePlace = fields.required("type", oneOf(kTypes));
  const auto type = typePlace ? readWord(problems, *typePlace, kTypes) : std::nullopt;
  if (!type) return {};
  parameter.type = static_cast<ParameterType>(*type);
  rejectOthers(problems, fields, parameter.type, kTypes[*type]);
  if (parameter.type == ParameterType::kInteger) readBounds(problems, fields, parameter);
  if (parameter.type == ParameterType::kChoice) readChoices(problems, fields, parameter);
  if (const auto unit = fields.optional("unit")) {
    static const std::vector<std::string_view> kUnits = {"ms", "us", "s", "bytes", "1/s"};
    if (const auto word = readWord(problems, *unit, kUnits)) parameter.unit = kUnits[*word];
  }
  const auto defaultPlace = fields.required("default", "a parameter with its default");
  const auto value = defaultPlace ? readPlainValue(problems, *defaultPlace) : std::nullopt;
  if (!value) return parameter;
  const bool isJudged =
      parameter.type == ParameterType::kChoice ? !parameter.choices.empty() : parameter.min <= parameter.max;
  if (isJudged && !accepts(parameter, *value)) problems.add(*defaultPlace, expectedOf(parameter));
  parameter.defaultValue = *value;
  return parameter;
}

// It is typed in a shell.
bool isPresetName(std::string_view name) {
  const auto isGood = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::all_of(name.begin(), name.end(), isGood);
}

std::vector<std::string_view> keysAt(const Json& root, std::string_view pointer) {
  std::vector<std::string_view> names;
  if (const Json* object = resolve(root, pointer)) {
    for (const JsonMember& member : object->members) names.push_back(member.key);
  }
  return names;
}

void readPresetValue(ProblemList& problems, const Place& place, const std::string& name, const Scenario& scenario,
                     Preset& preset) {
  const Parameter* parameter = scenario.parameter(name);
  const std::vector<std::string_view> known = keysAt(problems.root(), "/parameters");
  if (!parameter) {
    // A parameter that is there but could not be read has its own problem already.
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    problems.add(place.pointer, "the parameter " + inQuotes(name),
                 "a parameter of this scenario; " + knownNames(name, known));
    return;
  }
  const std::optional<Value> value = readPlainValue(problems, place);
  if (!value) return;
  if (!accepts(*parameter, *value)) problems.add(place, expectedOf(*parameter));
  preset.values[name] = *value;
}

std::optional<ObjectDeclaration> readObject(ProblemList& problems, const Place& place, const std::string& name) {
  std::vector<std::string_view> kinds;
  for (const ObjectRule& rule : allObjectKinds()) {
    if (rule.available) kinds.push_back(rule.name);
  }
  if (!place.isObject()) {
    problems.add(place, "an object with kind");
    return {};
  }
  const Json* kind = place.json->member("kind");
  if (!kind) {
    problems.add(place.pointer, "no \"kind\"", "kind: " + oneOf(kinds));
    return {};
  }
  const Place kindPlace{kind, pointerTo(place.pointer, "kind")};
  const ObjectRule* rule = kindPlace.isText() ? objectKindNamed(kind->text) : nullptr;
  if (rule && !rule->available) {
    problems.add(kindPlace.pointer, "the kind " + inQuotes(kind->text) + ", which is not in this version",
                 oneOf(kinds));
    return {};
  }
  if (!rule) {
    (void)readWord(problems, kindPlace, kinds);
    return {};
  }
  std::vector<std::string_view> known = {"kind"};
  // An array is itself what has elements.
  if (rule->kind != ObjectKind::kArray) known.emplace_back("count");
  for (const ArgumentRule& field : rule->fields) known.push_back(field.name);
  const Fields fields(problems, place, known);
  ObjectDeclaration object{name, place.pointer, rule->kind, {}, {}};
  if (const auto count = fields.optional("count")) {
    object.count = readArgument(problems, *count, kObjectCountRule);
  }
  for (const ArgumentRule& field : rule->fields) {
    const auto there = field.required
                           ? fields.required(field.name, std::string(rule->name) + " with " + std::string(field.name))
                           : fields.optional(field.name);
    if (!there) continue;
    if (auto value = readArgument(problems, *there, field)) object.fields.emplace(field.name, *std::move(value));
  }
  return object;
}

}  // namespace

void readParameters(ProblemList& problems, const Place& place, Scenario& scenario) {
  if (!place.isObject()) {
    problems.add(place, "an object of parameters");
    return;
  }
  if (!isWithin(problems, place, kMaxParameters, "parameters")) return;
  for (const JsonMember& member : place.json->members) {
    const Place there = place.member(member);
    if (!isGoodName(problems, there, member.key)) continue;
    if (auto parameter = readParameter(problems, there, member.key))
      scenario.parameters.push_back(*std::move(parameter));
  }
}

void readPresets(ProblemList& problems, const Place& place, Scenario& scenario) {
  if (!place.isObject()) {
    problems.add(place, "an object of presets");
    return;
  }
  if (!isWithin(problems, place, kMaxPresets, "presets")) return;
  for (const JsonMember& member : place.json->members) {
    const Place there = place.member(member);
    if (!isPresetName(member.key)) {
      problems.add(there.pointer, "the preset " + inQuotes(member.key),
                   "a small letter, then small letters, digits and \"-\"");
    }
    if (!there.isObject()) {
      problems.add(there, "an object with values of parameters");
      continue;
    }
    Preset preset{member.key, {}};
    for (const JsonMember& value : there.json->members) {
      readPresetValue(problems, there.member(value), value.key, scenario, preset);
    }
    scenario.presets.push_back(std::move(preset));
  }
}

void readProcess(ProblemList& problems, const Place& place, Scenario& scenario) {
  const Fields fields(problems, place, {"gil", "interval_us", "start_method"});
  const auto read = [&](const ArgumentRule& rule, Argument& target) {
    const auto there = fields.optional(rule.name);
    if (!there) return;
    if (auto value = readArgument(problems, *there, rule)) target = *std::move(value);
  };
  read(kGilRule, scenario.process.gil);
  read(kIntervalRule, scenario.process.intervalUs);
  read(kMethodRule, scenario.process.startMethod);
}

void readRefusals(ProblemList& problems, const Place& place, Scenario& scenario) {
  if (!place.isList()) {
    problems.add(place, "a list of {when, text}");
    return;
  }
  if (!isWithin(problems, place, kMaxRefusals, "refusals")) return;
  for (std::size_t i = 0; i < place.json->items.size(); ++i) {
    const Fields fields(problems, place.item(i), {"when", "text"});
    const LocalizedText text = requiredLocalized(problems, fields, "text");
    const auto when = fields.required("when", "a refusal with when");
    std::optional<Expression> condition = when ? readExpression(problems, *when, true) : std::nullopt;
    if (condition) scenario.refuse.push_back({*std::move(condition), text});
  }
}

void readObjects(ProblemList& problems, const Place& place, Scenario& scenario) {
  if (!place.isObject()) {
    problems.add(place, "an object of objects");
    return;
  }
  if (!isWithin(problems, place, kMaxObjects, "objects")) return;
  for (const JsonMember& member : place.json->members) {
    const Place there = place.member(member);
    if (!isGoodName(problems, there, member.key)) continue;
    if (const Json* parameters = problems.root().member("parameters"); parameters && parameters->member(member.key)) {
      problems.add(there.pointer, inQuotes(member.key) + ", which is a parameter", "another name");
    }
    if (auto object = readObject(problems, there, member.key)) scenario.objects.push_back(*std::move(object));
  }
}

}  // namespace threadline::scenario
