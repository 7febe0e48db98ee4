// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_value.h"

namespace threadline::report {

nlohmann::ordered_json toJson(const scenario::Value& value) {
  if (value.isNone()) return nullptr;
  if (const auto* boolean = value.asBool()) return *boolean;
  if (const auto* integer = value.asInteger()) return *integer;
  if (const auto* decimal = value.asDecimal()) return *decimal;
  if (const auto* text = value.asText()) return *text;
  if (const auto* list = value.asList()) {
    auto json = nlohmann::ordered_json::array();
    for (const scenario::Value& element : *list) json.push_back(toJson(element));
    return json;
  }
  return value.toText();
}

nlohmann::ordered_json toJson(const std::map<std::string, scenario::Value, std::less<>>& values) {
  auto json = nlohmann::ordered_json::object();
  for (const auto& [name, value] : values) json[name] = toJson(value);
  return json;
}

}  // namespace threadline::report
