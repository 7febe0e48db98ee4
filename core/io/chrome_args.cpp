// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_args.h"

#include <charconv>
#include <cmath>

#include <simdjson.h>

namespace threadline::io {
namespace {

namespace ondemand = simdjson::ondemand;

std::string_view rawValue(ondemand::value& value, ondemand::json_type type) {
  std::string_view raw;
  if (type == ondemand::json_type::object) {
    ondemand::object object;
    if (value.get_object().get(object) == simdjson::SUCCESS && object.raw_json().get(raw) == simdjson::SUCCESS)
      return raw;
    return {};
  }
  if (type == ondemand::json_type::array) {
    ondemand::array array;
    if (value.get_array().get(array) == simdjson::SUCCESS && array.raw_json().get(raw) == simdjson::SUCCESS) return raw;
    return {};
  }
  raw = value.raw_json_token();
  while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r' || raw.back() == '\t')) {
    raw.remove_suffix(1);
  }
  return raw;
}

}  // namespace

ChromeArgs::ChromeArgs(std::string_view object) {
  if (object.size() <= 2) return;
  static thread_local ondemand::parser parser;
  ondemand::document document;
  ondemand::object fields;
  const simdjson::padded_string_view padded(object.data(), object.size(), object.size() + simdjson::SIMDJSON_PADDING);
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return;
  if (document.get_object().get(fields) != simdjson::SUCCESS) return;
  for (auto next : fields) {
    ondemand::field field;
    std::string_view key;
    if (std::move(next).get(field) != simdjson::SUCCESS || field.unescaped_key().get(key) != simdjson::SUCCESS) return;
    ondemand::json_type type{};
    if (field.value().type().get(type) != simdjson::SUCCESS) return;
    Field& known = m_fields.emplace_back();
    known.key = key;
    if (type == ondemand::json_type::string) {
      std::string_view text;
      if (field.value().get_string().get(text) != simdjson::SUCCESS) return;
      known.text = text;
      known.isText = true;
    } else {
      known.raw = rawValue(field.value(), type);
    }
  }
}

const ChromeArgs::Field* ChromeArgs::find(std::string_view key) const {
  for (const Field& field : m_fields) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

std::string_view ChromeArgs::text(std::string_view key) const {
  const Field* field = find(key);
  if (field == nullptr) return {};
  return field->isText ? std::string_view(field->text) : field->raw;
}

std::optional<std::int64_t> ChromeArgs::number(std::string_view key) const {
  const std::string_view digits = text(key);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<double> ChromeArgs::decimal(const Field& field) {
  const std::string_view digits = field.isText ? std::string_view(field.text) : field.raw;
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace threadline::io
