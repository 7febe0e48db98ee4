// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/list_report.h"

#include <nlohmann/json.hpp>

#include "core/report/json_value.h"

namespace threadline::report {
namespace {

using Json = nlohmann::ordered_json;

Json localized(const scenario::LocalizedText& text) {
  return {{"en", text.en}, {"ko", text.ko}};
}

const char* nameOf(scenario::ParameterType type) {
  switch (type) {
    case scenario::ParameterType::kInteger: return "int";
    case scenario::ParameterType::kBool: return "bool";
    case scenario::ParameterType::kChoice: return "choice";
    case scenario::ParameterType::kText: return "text";
  }
  return "text";
}

Json parameterJson(const scenario::Parameter& parameter) {
  Json json{{"type", nameOf(parameter.type)},
            {"unit", parameter.unit.empty() ? Json(nullptr) : Json(parameter.unit)},
            {"default", toJson(parameter.defaultValue)}};
  const bool isInteger = parameter.type == scenario::ParameterType::kInteger;
  json["min"] = isInteger ? Json(parameter.min) : Json(nullptr);
  json["max"] = isInteger ? Json(parameter.max) : Json(nullptr);
  json["choices"] = parameter.type == scenario::ParameterType::kChoice ? Json(parameter.choices) : Json(nullptr);
  json["label"] = localized(parameter.label);
  return json;
}

template <typename Text>
Json headJson(const Text& about, const char* kind, const std::string& file) {
  return {{"id", about.id},
          {"kind", kind},
          {"topic", about.topic},
          {"file", file},
          {"title", localized(about.title)},
          {"documents", about.documents}};
}

Json entryJson(const ListEntry& entry) {
  const scenario::Scenario& scenario = *entry.scenario;
  const scenario::Experiment* experiment = entry.experiment;
  Json json = experiment ? headJson(*experiment, "experiment", entry.file) : headJson(scenario, "scenario", entry.file);
  json["parameters"] = Json::object();
  for (const scenario::Parameter& parameter : scenario.parameters) {
    json["parameters"][parameter.name] = parameterJson(parameter);
  }
  json["presets"] = Json::object();
  if (experiment) {
    for (const scenario::ExperimentPreset& preset : experiment->presets)
      json["presets"][preset.name] = toJson(preset.set);
  } else {
    for (const scenario::Preset& preset : scenario.presets) json["presets"][preset.name] = toJson(preset.values);
  }
  json["variants"] = entry.variants;
  return json;
}

}  // namespace

std::string listReport(const std::vector<ListEntry>& entries) {
  Json json = Json::array();
  for (const ListEntry& entry : entries) json.push_back(entryJson(entry));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace threadline::report
