// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time in nanoseconds, 64 bit, as two types that cannot be mixed up: a point (TimeNs) and a length
// (DurationNs). Points are CLOCK_MONOTONIC in events and counted from the run's zero in a trace.
// Ranges are half-open everywhere: [start, end).

#include <compare>
#include <cstdint>

namespace threadline {

struct DurationNs {
  std::int64_t ns = 0;
  friend constexpr auto operator<=>(DurationNs, DurationNs) = default;
};

struct TimeNs {
  std::int64_t ns = 0;
  friend constexpr auto operator<=>(TimeNs, TimeNs) = default;
};

constexpr DurationNs operator-(TimeNs a, TimeNs b) {
  return {a.ns - b.ns};
}
constexpr TimeNs operator+(TimeNs a, DurationNs d) {
  return {a.ns + d.ns};
}
constexpr TimeNs operator-(TimeNs a, DurationNs d) {
  return {a.ns - d.ns};
}
constexpr DurationNs operator+(DurationNs a, DurationNs b) {
  return {a.ns + b.ns};
}
constexpr DurationNs operator-(DurationNs a, DurationNs b) {
  return {a.ns - b.ns};
}
constexpr DurationNs& operator+=(DurationNs& a, DurationNs b) {
  a.ns += b.ns;
  return a;
}

constexpr DurationNs microseconds(std::int64_t us) {
  return {us * 1'000};
}
constexpr DurationNs milliseconds(std::int64_t ms) {
  return {ms * 1'000'000};
}
constexpr DurationNs seconds(std::int64_t s) {
  return {s * 1'000'000'000};
}

/// A half-open range of time; empty when end <= start.
struct TimeRange {
  TimeNs start;
  TimeNs end;
  [[nodiscard]] constexpr DurationNs length() const { return end - start; }
  [[nodiscard]] constexpr bool contains(TimeNs t) const { return t >= start && t < end; }
  friend constexpr bool operator==(const TimeRange&, const TimeRange&) = default;
};

}  // namespace threadline
