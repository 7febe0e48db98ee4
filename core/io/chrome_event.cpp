// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_event.h"

#include <charconv>
#include <cmath>

namespace threadline::io {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr double kLimitNs = 2.305843e18;  // just below 2^61
constexpr std::size_t kSafeDigits = 17;   // so many digits cannot overflow before they are checked
constexpr std::int64_t kLimitMicros = 2'305'843'000'000'000;
constexpr std::uint64_t kTextIdBit = std::uint64_t{1} << 63U;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view token) {
  while (!token.empty() &&
         (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t')) {
    token.remove_suffix(1);
  }
  return token;
}

std::string_view unquoted(std::string_view token) {
  token = trimmed(token);
  if (token.size() >= 2 && token.front() == '"' && token.back() == '"') return token.substr(1, token.size() - 2);
  return token;
}

std::optional<std::int64_t> roundedNs(std::string_view digits) {
  double micros = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), micros);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const double ns = micros * 1000;
  if (!(std::fabs(ns) < kLimitNs)) return std::nullopt;
  return static_cast<std::int64_t>(std::llround(ns));
}

std::optional<std::int64_t> wholeNumber(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

/// The key as it stands in the file. Keys with escapes are none that we know.
std::string_view rawKey(simdjson::ondemand::field& field) {
  const char* start = field.key().raw();
  std::size_t length = 0;
  while (start[length] != '"' && start[length] != '\\') ++length;
  return {start, length};
}

}  // namespace

std::optional<std::int64_t> microsToNs(std::string_view token) {
  const std::string_view digits = unquoted(token);
  std::size_t i = 0;
  const bool isNegative = !digits.empty() && digits[0] == '-';
  if (isNegative) ++i;
  const std::size_t firstDigit = i;
  std::int64_t ns = 0;
  for (; i < digits.size() && isDigit(digits[i]); ++i) {
    if (i - firstDigit >= kSafeDigits) return roundedNs(digits);
    ns = ns * 10 + (digits[i] - '0');
  }
  if (i == firstDigit || ns > kLimitMicros) return std::nullopt;
  ns *= 1000;
  if (i < digits.size() && digits[i] == '.') {
    std::int64_t worth = 100;
    std::size_t places = 0;
    for (++i; i < digits.size() && isDigit(digits[i]); ++i, ++places) {
      ns += (digits[i] - '0') * worth;
      worth /= 10;
      if (places == 3 && digits[i] >= '5') ++ns;
    }
  }
  if (i < digits.size()) return roundedNs(digits);  // an exponent
  return isNegative ? -ns : ns;
}

simdjson::error_code ChromeEventParser::parse(ondemand::value element, ChromeEvent& event) {
  ondemand::object object;
  if (const auto error = element.get_object().get(object); error != simdjson::SUCCESS) return error;
  for (auto next : object) {
    ondemand::field field;
    if (const auto error = std::move(next).get(field); error != simdjson::SUCCESS) return error;
    const std::string_view key = rawKey(field);
    if (const auto error = this->field(key, field.value(), event); error != simdjson::SUCCESS) return error;
  }
  return simdjson::SUCCESS;
}

simdjson::error_code ChromeEventParser::field(std::string_view key, ondemand::value& value, ChromeEvent& event) {
  if (key == "name") return text(value, event.name);
  if (key == "ph") {
    const std::string_view phase = unquoted(value.raw_json_token());
    event.phase = phase.size() == 1 ? phase[0] : '\0';
    return simdjson::SUCCESS;
  }
  if (key == "ts" || key == "dur") {
    const auto ns = microsToNs(value.raw_json_token());
    const bool isTime = key == "ts";
    (isTime ? event.timeNs : event.durationNs) = ns.value_or(0);
    (isTime ? event.hasTime : event.hasDuration) = ns.has_value();
    return simdjson::SUCCESS;
  }
  if (key == "pid") return number(value, event.pid);
  if (key == "tid") {
    event.hasTid = true;
    return number(value, event.tid);
  }
  if (key == "cat") return text(value, event.category);
  if (key == "args") {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type); error != simdjson::SUCCESS) return error;
    if (type != ondemand::json_type::object) return simdjson::SUCCESS;
    ondemand::object object;
    if (const auto error = value.get_object().get(object); error != simdjson::SUCCESS) return error;
    return object.raw_json().get(event.args);
  }
  if (key == "id") return eventId(value, event, IdScope::kPlain);
  if (key == "bind_id") return eventId(value, event, IdScope::kGlobal);
  if (key == "id2") return scopedId(value, event);
  if (key == "flow_out") event.isFlowOut = trimmed(value.raw_json_token()) == "true";
  if (key == "flow_in") event.isFlowIn = trimmed(value.raw_json_token()) == "true";
  return simdjson::SUCCESS;
}

simdjson::error_code ChromeEventParser::text(ondemand::value& value, TextId& id) {
  ondemand::json_type type{};
  if (const auto error = value.type().get(type); error != simdjson::SUCCESS) return error;
  if (type != ondemand::json_type::string) {
    // Some writers name things by bare numbers.
    if (type == ondemand::json_type::number) id = m_texts.add(trimmed(value.raw_json_token()));
    return simdjson::SUCCESS;
  }
  std::string_view text;
  if (const auto error = value.get_string().get(text); error != simdjson::SUCCESS) return error;
  id = m_texts.add(text);
  return simdjson::SUCCESS;
}

simdjson::error_code ChromeEventParser::number(ondemand::value& value, ChromeId& id) {
  const std::string_view token = value.raw_json_token();
  if (const auto whole = wholeNumber(unquoted(token))) {
    id = {*whole, {}};
    return simdjson::SUCCESS;
  }
  id = {};
  return text(value, id.text);
}

simdjson::error_code ChromeEventParser::eventId(ondemand::value& value, ChromeEvent& event, IdScope scope) {
  std::string_view digits = unquoted(value.raw_json_token());
  const bool isHex = digits.size() > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X');
  if (isHex) digits.remove_prefix(2);
  std::uint64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id, isHex ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    const TextId text = m_texts.add(digits);
    if (text.isNone()) return simdjson::SUCCESS;
    id = kTextIdBit | text.value;
  }
  event.id = id;
  event.idScope = scope;
  return simdjson::SUCCESS;
}

simdjson::error_code ChromeEventParser::scopedId(ondemand::value& value, ChromeEvent& event) {
  ondemand::json_type type{};
  if (const auto error = value.type().get(type); error != simdjson::SUCCESS) return error;
  if (type != ondemand::json_type::object) return simdjson::SUCCESS;
  ondemand::object object;
  if (const auto error = value.get_object().get(object); error != simdjson::SUCCESS) return error;
  for (auto next : object) {
    ondemand::field field;
    if (const auto error = std::move(next).get(field); error != simdjson::SUCCESS) return error;
    const std::string_view key = rawKey(field);
    if (key != "local" && key != "global") continue;
    const auto error = eventId(field.value(), event, key == "local" ? IdScope::kLocal : IdScope::kGlobal);
    if (error != simdjson::SUCCESS) return error;
  }
  return simdjson::SUCCESS;
}

}  // namespace threadline::io
