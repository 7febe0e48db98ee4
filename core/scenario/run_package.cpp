// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/run_package.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "core/scenario/json.h"
#include "core/scenario/quote.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::scenario {

namespace {

// The scenario's text may grow when its quotes and line ends are escaped; six bytes a byte is the worst.
constexpr std::size_t kMaxPackageBytes = 6 * kMaxScenarioBytes + (1U << 20U);

Error broken(const std::string& what) {
  return {ErrorCode::kInvalidInput, "the run package " + what, {}};
}

std::string decimalJson(double value) {
  if (!std::isfinite(value)) return "null";
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  std::string text(buffer.data(), end.ptr);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";  // or it would come back as an integer
  return text;
}

std::string valueJson(const Value& value) {
  if (const bool* truth = value.asBool()) return *truth ? "true" : "false";
  if (const std::int64_t* number = value.asInteger()) return std::to_string(*number);
  if (const double* decimal = value.asDecimal()) return decimalJson(*decimal);
  if (const std::string* text = value.asText()) return jsonText(*text);
  const List* list = value.asList();
  if (!list) return "null";  // none; an actor never leaves its process
  std::string text = "[";
  for (const Value& element : *list) {
    if (text.size() > 1) text += ',';
    text += valueJson(element);
  }
  return text + "]";
}

std::optional<Value> valueOf(const Json& json) {
  switch (json.type) {
    case Json::Type::kNull: return Value();
    case Json::Type::kBool: return Value(json.truth);
    case Json::Type::kInteger: return Value(json.integer);
    case Json::Type::kDecimal: return Value(json.decimal);
    case Json::Type::kText: return Value(json.text);
    case Json::Type::kObject: return {};
    case Json::Type::kList: break;
  }
  List list;
  for (const Json& item : json.items) {
    std::optional<Value> element = valueOf(item);
    if (!element) return {};
    list.push_back(*std::move(element));
  }
  return Value(std::move(list));
}

}  // namespace

std::string writeRunPackage(const RunPackage& package) {
  std::string text = "{\"scenario\":" + jsonText(package.scenarioJson) + ",\"parameters\":{";
  bool isFirst = true;
  for (const auto& [name, value] : package.parameters) {
    if (!std::exchange(isFirst, false)) text += ',';
    text += jsonText(name) + ":" + valueJson(value);
  }
  return text + "},\"echo\":" + (package.echo ? "true" : "false") + "}";
}

Result<RunPackage> readRunPackage(std::string_view bytes) {
  const JsonDocument document = parseJson(bytes, {kMaxPackageBytes});
  if (!document.faults.empty()) {
    const JsonFault& fault = document.faults.front();
    return broken("is damaged: found " + fault.found + ", expected " + fault.expected);
  }
  if (!document.isComplete || document.root.type != Json::Type::kObject) return broken("is no object");
  RunPackage package;
  const Json* text = document.root.member("scenario");
  if (!text || text->type != Json::Type::kText) return broken("has no text \"scenario\"");
  package.scenarioJson = text->text;
  const Json* parameters = document.root.member("parameters");
  if (!parameters || parameters->type != Json::Type::kObject) return broken("has no object \"parameters\"");
  for (const JsonMember& member : parameters->members) {
    std::optional<Value> value = valueOf(member.value);
    if (!value) return broken("has a parameter " + inQuotes(member.key) + " that is no value");
    package.parameters.emplace(member.key, *std::move(value));
  }
  const Json* echo = document.root.member("echo");
  if (!echo || echo->type != Json::Type::kBool) return broken("has no \"echo\"");
  package.echo = echo->truth;
  return package;
}

}  // namespace threadline::scenario
