// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/parameters.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <thread>

#include "core/scenario/quote.h"
#include "core/scenario/suggestion.h"
#include "core/scenario/value_check.h"

namespace threadline::scenario {

namespace {

constexpr std::size_t kMaxTextBytes = 4096;  // of a text parameter

// A preset that every scenario has: where the file gives none, its defaults are the document's values.
constexpr std::string_view kDocumentPreset = "document";

Error refused(const std::string& parameter, const std::string& found, const std::string& expected) {
  return {ErrorCode::kInvalidArgument, "found " + found + ", expected " + expected, parameter};
}

std::optional<Value> valueFromText(const Parameter& parameter, const std::string& text) {
  switch (parameter.type) {
    case ParameterType::kBool:
      if (text != "true" && text != "false") return {};
      return Value(text == "true");
    case ParameterType::kInteger: {
      std::int64_t number = 0;
      const char* const end = text.data() + text.size();
      const auto [stop, status] = std::from_chars(text.data(), end, number);
      if (status != std::errc() || stop != end) return {};
      return Value(number);
    }
    default: return Value(text);
  }
}

template <typename T>
Error unknown(const std::string& what, const std::string& found, const std::vector<T>& all) {
  std::vector<std::string_view> names;
  names.reserve(all.size());
  for (const T& one : all) names.push_back(one.name);
  return {ErrorCode::kNotFound, "there is no " + what + " " + inQuotes(found) + ", " + knownNames(found, names), found};
}

}  // namespace

std::string expectedOf(const Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::kInteger:
      return "a whole number from " + std::to_string(parameter.min) + " to " + std::to_string(parameter.max);
    case ParameterType::kBool: return "true or false";
    case ParameterType::kText: return "a text of at most " + std::to_string(kMaxTextBytes) + " bytes";
    case ParameterType::kChoice: break;
  }
  return oneOf({parameter.choices.begin(), parameter.choices.end()});
}

bool accepts(const Parameter& parameter, const Value& value) {
  switch (parameter.type) {
    case ParameterType::kInteger:
      return value.asInteger() && *value.asInteger() >= parameter.min && *value.asInteger() <= parameter.max;
    case ParameterType::kBool: return value.asBool() != nullptr;
    case ParameterType::kText:
      return value.asText() && value.asText()->size() <= kMaxTextBytes && isUtf8(*value.asText());
    case ParameterType::kChoice: break;
  }
  const auto& choices = parameter.choices;
  return value.asText() && std::find(choices.begin(), choices.end(), *value.asText()) != choices.end();
}

std::int64_t coreCount() {
  return std::max(1U, std::thread::hardware_concurrency());
}

Result<ParameterValues> bindParameters(const Scenario& scenario, const std::string& preset,
                                       const std::vector<std::pair<std::string, std::string>>& settings) {
  ParameterValues values;
  for (const Parameter& parameter : scenario.parameters) values[parameter.name] = parameter.defaultValue;
  if (!preset.empty()) {
    const Preset* known = scenario.preset(preset);
    if (!known && preset != kDocumentPreset) return unknown("preset", preset, scenario.presets);
    if (known) {
      for (const auto& [name, value] : known->values) values[name] = value;
    }
  }
  for (const auto& [name, text] : settings) {
    const Parameter* parameter = scenario.parameter(name);
    if (!parameter) return unknown("parameter", name, scenario.parameters);
    const std::optional<Value> value = valueFromText(*parameter, text);
    if (!value || !accepts(*parameter, *value)) return refused(name, inQuotes(text), expectedOf(*parameter));
    values[name] = *value;
  }
  for (const Refusal& refusal : scenario.refuse) {
    const Result<bool> isMet = refusal.when.evaluateBool(ParameterNames(values));
    if (!isMet) return Error{ErrorCode::kInvalidArgument, isMet.error().message, refusal.when.text()};
    if (isMet.value()) return Error{ErrorCode::kInvalidArgument, refusal.text.en, refusal.when.text()};
  }
  const Status status = checkValues(scenario, values);
  if (!status) return status.error();
  return values;
}

const Refusal* refusalFor(const Scenario& scenario, const ParameterValues& values) {
  const ParameterNames names(values);
  for (const Refusal& refusal : scenario.refuse) {
    const Result<bool> isMet = refusal.when.evaluateBool(names);
    if (isMet && isMet.value()) return &refusal;
  }
  return nullptr;
}

Result<Value> ParameterNames::name(std::string_view name) const {
  const auto it = m_values.find(name);
  if (it != m_values.end()) return it->second;
  if (name == "cores") return Value(coreCount());
  return Error{ErrorCode::kNotFound, "there is no parameter " + inQuotes(name), std::string(name)};
}

Result<Value> ParameterNames::attribute(std::string_view base, std::int64_t /*element*/,
                                        std::string_view attribute) const {
  return Error{ErrorCode::kNotFound,
               "there is no " + inQuotes(std::string(base) + "." + std::string(attribute)) + " outside of a run",
               std::string(base)};
}

}  // namespace threadline::scenario
