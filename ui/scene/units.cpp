// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/units.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace threadline::scene {
namespace {

constexpr const char* kMinus = "\xE2\x88\x92";

std::string grouped(const std::string& digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

}  // namespace

const char* symbolOf(TimeUnit unit) {
  constexpr std::array<const char*, 4> kSymbols{"ns", "\xC2\xB5s", "ms", "s"};
  return kSymbols.at(static_cast<std::size_t>(unit));
}

std::int64_t nanosecondsIn(TimeUnit unit) {
  constexpr std::array<std::int64_t, 4> kFactors{1, 1'000, 1'000'000, 1'000'000'000};
  return kFactors.at(static_cast<std::size_t>(unit));
}

std::string numberText(std::int64_t value) {
  std::string digits = std::to_string(value);
  if (value >= 0) return grouped(digits);
  return kMinus + grouped(digits.substr(1));
}

std::string decimalText(double value, int decimals) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, std::abs(value));
  if (length <= 0 || static_cast<std::size_t>(length) >= buffer.size()) return "?";
  std::string text(buffer.data(), static_cast<std::size_t>(length));
  const std::size_t point = text.find('.');
  std::string fraction = point == std::string::npos ? std::string() : text.substr(point);
  while (!fraction.empty() && (fraction.back() == '0' || fraction.back() == '.')) fraction.pop_back();
  std::string out = grouped(text.substr(0, point)) + fraction;
  return value < 0 && out != "0" ? kMinus + out : out;
}

std::string durationText(DurationNs duration) {
  const double ns = std::abs(static_cast<double>(duration.ns));
  // 999.6 µs is written 1 ms: three digits decide, not the nanosecond.
  TimeUnit unit = TimeUnit::kNs;
  while (unit != TimeUnit::kS && ns / static_cast<double>(nanosecondsIn(unit)) >= 999.5) {
    unit = static_cast<TimeUnit>(static_cast<int>(unit) + 1);
  }
  const double value = static_cast<double>(duration.ns) / static_cast<double>(nanosecondsIn(unit));
  const double size = std::abs(value);
  const int decimals = unit == TimeUnit::kNs || size >= 99.95 ? 0 : (size >= 9.995 ? 1 : 2);
  return decimalText(value, decimals) + " " + symbolOf(unit);
}

}  // namespace threadline::scene
