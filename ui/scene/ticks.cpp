// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace threadline::scene {
namespace {

constexpr std::int64_t kFewest = 5;
constexpr std::int64_t kMost = 8;
constexpr std::int64_t kFarthest = 2'000'000'000'000'000'000;  // 63 years; so that no sum overflows

std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
  const std::int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

std::int64_t tickCount(TimeRange range, std::int64_t step) {
  return floorDiv(range.end.ns, step) - floorDiv(range.start.ns - 1, step);
}

/// The largest 1-2-5 step with five to eight ticks, or 2.5, or the one that comes nearest.
std::int64_t stepFor(TimeRange range) {
  constexpr std::int64_t kLargestPower = 100'000'000'000'000'000;  // five times that is 16 years
  std::int64_t between = 0;
  for (std::int64_t power = kLargestPower; power >= 1; power /= 10) {
    for (const std::int64_t half : {10, 5, 4, 2}) {  // halves of a power: 5, 2.5, 2, 1
      if (power * half % 2 != 0) continue;
      const std::int64_t step = power * half / 2;
      const std::int64_t count = tickCount(range, step);
      if (count < kFewest) continue;
      if (half == 5) {  // 2.5 only where 2 gives too many
        if (count <= kMost) between = step;
        continue;
      }
      if (count <= kMost) return step;
      return between > 0 ? between : step;
    }
  }
  return 1;
}

TimeUnit unitFor(TimeRange range, std::int64_t step) {
  const std::int64_t largest = std::max(std::abs(range.start.ns), std::abs(range.end.ns));
  for (const TimeUnit unit : {TimeUnit::kS, TimeUnit::kMs, TimeUnit::kUs}) {
    const std::int64_t factor = nanosecondsIn(unit);
    // Two of a unit at least, and no more than two digits after the point ("0.25"): else the smaller unit reads better.
    if (largest >= 2 * factor && step * 100 % factor == 0) return unit;
  }
  return TimeUnit::kNs;
}

}  // namespace

Ticks ticksFor(TimeRange range) {
  const auto held = [](TimeNs t) { return TimeNs{std::clamp(t.ns, -kFarthest, kFarthest)}; };
  range = {held(range.start), held(std::max(range.start, range.end))};
  const std::int64_t step = stepFor(range);
  Ticks out;
  out.step = {step};
  out.unit = unitFor(range, step);
  const auto factor = static_cast<double>(nanosecondsIn(out.unit));
  const std::int64_t first = -floorDiv(-range.start.ns, step);
  for (std::int64_t i = first; i * step <= range.end.ns; ++i) {
    out.ticks.push_back({{i * step}, decimalText(static_cast<double>(i * step) / factor, 2)});
  }
  return out;
}

}  // namespace threadline::scene
