// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace threadline::scenario {

namespace {

// A decimal as Python's repr() gives it: the shortest text that reads back, ".0" where it looks whole.
std::string decimalText(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  const double size = std::fabs(value);
  const bool isPlain = size == 0 || (size >= 1e-4 && size < 1e16);  // Python's own borders
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 isPlain ? std::chars_format::fixed : std::chars_format::scientific);
  std::string text(buffer.data(), end.ptr);
  if (isPlain && text.find('.') == std::string::npos) text += ".0";
  return text;
}

// Within a list Python shows a text with quotes.
std::string elementText(const Value& value) {
  const std::string* text = value.asText();
  if (!text) return value.toText();
  const char quote = text->find('\'') != std::string::npos && text->find('"') == std::string::npos ? '"' : '\'';
  std::string shown(1, quote);
  for (const char c : *text) {
    if (c == quote || c == '\\') shown += '\\';
    shown += c;
  }
  return shown + quote;
}

bool equalNumbers(std::int64_t whole, double decimal) {
  // Compared as integers: the conversion of a large integer to double would lose digits.
  constexpr double kLimit = 9223372036854775808.0;  // 2^63
  if (!(decimal >= -kLimit && decimal < kLimit) || std::trunc(decimal) != decimal) return false;
  return static_cast<std::int64_t>(decimal) == whole;
}

}  // namespace

std::string Value::toText() const {
  if (isNone()) return "None";
  if (const bool* truth = asBool()) return *truth ? "True" : "False";
  if (const std::int64_t* number = asInteger()) return std::to_string(*number);
  if (const double* decimal = asDecimal()) return decimalText(*decimal);
  if (const std::string* text = asText()) return *text;
  if (const ActorHandle* actor = asActor()) return "actor " + std::to_string(actor->index);
  std::string text = "[";
  for (const Value& element : *asList()) {
    if (text.size() > 1) text += ", ";
    text += elementText(element);
  }
  return text + "]";
}

const char* Value::typeName() const {
  static constexpr std::array<const char*, 7> kNames = {"none", "bool", "int", "decimal", "text", "list", "actor"};
  return kNames[m_storage.index()];
}

bool operator==(const Value& a, const Value& b) {
  if (a.asInteger() && b.asDecimal()) return equalNumbers(*a.asInteger(), *b.asDecimal());
  if (a.asDecimal() && b.asInteger()) return equalNumbers(*b.asInteger(), *a.asDecimal());
  if (a.asList() && b.asList()) return *a.asList() == *b.asList();
  return a.m_storage == b.m_storage;
}

}  // namespace threadline::scenario
