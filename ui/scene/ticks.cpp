// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/ticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

/// The step that comes nearest to five to eight ticks; 2.5 only where neither 1 nor 2 nor 5 comes as near.
std::int64_t stepFor(TimeRange range) {
  constexpr std::int64_t kLargestPower = 100'000'000'000'000'000;  // five times that is 16 years
  std::int64_t best = 1;
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (std::int64_t power = kLargestPower; power >= 1; power /= 10) {
    for (const std::int64_t half : {10, 4, 2, 5}) {  // halves of a power: 5, 2, 1, 2.5
      if (power * half % 2 != 0) continue;
      const std::int64_t step = power * half / 2;
      const std::int64_t count = tickCount(range, step);
      const std::int64_t wrong = std::max({std::int64_t{0}, kFewest - count, count - kMost});
      if (wrong >= least) continue;
      least = wrong;
      best = step;
    }
  }
  return best;
}

TimeUnit unitFor(TimeRange range, std::int64_t step) {
  const std::int64_t largest = std::max(std::abs(range.start.ns), std::abs(range.end.ns));
  for (const TimeUnit unit : {TimeUnit::kS, TimeUnit::kMs, TimeUnit::kUs}) {
    const std::int64_t factor = nanosecondsIn(unit);
    // Two of a unit at least, and no more than two digits after the point ("0.25"): else the smaller unit reads better.
    if (largest >= 2 * factor && step % (factor / 100) == 0) return unit;
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
