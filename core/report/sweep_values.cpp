// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweep_values.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

#include "core/report/experiment_plan.h"

namespace threadline::report {
namespace {

struct Range {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t step = 1;
  bool isProduct = false;  // each value is `step` times the one before
};

std::string_view trimmed(std::string_view text) {
  const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::int64_t> integerOf(std::string_view text) {
  text = trimmed(text);
  std::int64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Nothing where the text is a value by itself.
std::optional<Range> rangeOf(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  std::string_view rest = text.substr(dots + 2);
  Range range;
  const std::size_t sign = rest.find_first_of("+*");
  if (sign != std::string_view::npos) {
    const auto step = integerOf(rest.substr(sign + 1));
    if (!step) return std::nullopt;
    range.step = *step;
    range.isProduct = rest[sign] == '*';
    rest = rest.substr(0, sign);
  }
  const auto from = integerOf(text.substr(0, dots));
  const auto to = integerOf(rest);
  if (!from || !to) return std::nullopt;
  range.from = *from;
  range.to = *to;
  return range;
}

Error faulty(const char* message, std::string_view text) {
  return {ErrorCode::kInvalidArgument, message, std::string(text)};
}

/// The next value; nothing where it is beyond the end.
std::optional<std::int64_t> nextOf(const Range& range, std::int64_t value) {
  std::int64_t next = 0;
  const bool isTooLarge = range.isProduct ? __builtin_mul_overflow(value, range.step, &next)
                                          : __builtin_add_overflow(value, range.step, &next);
  if (isTooLarge || next > range.to) return std::nullopt;
  return next;
}

/// How many steps a range in steps has, without making them: one less than its values, whose number may be too large
/// for any integer.
std::uint64_t stepsOf(const Range& range) {
  const auto width = static_cast<std::uint64_t>(range.to) - static_cast<std::uint64_t>(range.from);
  return width / static_cast<std::uint64_t>(range.step);
}

Status append(const Range& range, std::string_view text, std::vector<std::string>& values) {
  if (range.from > range.to) return faulty("the range ends before it begins", text);
  if (range.step < (range.isProduct ? 2 : 1) || (range.isProduct && range.from < 1)) {
    return faulty("a range grows by steps of at least +1, or from at least 1 by *2", text);
  }
  if (!range.isProduct && stepsOf(range) >= kMaxExperimentRuns) {
    const std::uint64_t steps = stepsOf(range);
    const std::uint64_t count = steps + (steps < std::numeric_limits<std::uint64_t>::max() ? 1 : 0);
    return Error{ErrorCode::kLimit,
                 "the sweep has " + std::to_string(count) + " values, and an experiment makes at most " +
                     std::to_string(kMaxExperimentRuns) + " runs; take larger steps, as in 1..1000+100 or 1..1000*2",
                 std::string(text)};
  }
  for (std::optional<std::int64_t> value = range.from; value; value = nextOf(range, *value)) {
    values.push_back(std::to_string(*value));
  }
  return ok();
}

}  // namespace

Result<std::vector<std::string>> sweepValuesOf(std::string_view text) {
  std::vector<std::string> values;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::string_view part = trimmed(text.substr(0, comma));
    if (part.empty()) return faulty("a value is missing", text);
    if (const auto range = rangeOf(part)) {
      if (Status appended = append(*range, part, values); !appended) return appended.error();
    } else {
      values.emplace_back(part);
    }
    if (values.size() > kMaxExperimentRuns) {
      return Error{ErrorCode::kLimit,
                   "the sweep has more than " + std::to_string(kMaxExperimentRuns) +
                       " values, and an experiment makes at most as many runs",
                   {}};
    }
    if (comma == std::string_view::npos) return values;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace threadline::report
