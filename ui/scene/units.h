// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers as people read them: lengths of time with a unit, thousands grouped, a real minus sign.

#include <cstdint>
#include <string>

#include "core/base/time.h"

namespace threadline::scene {

enum class TimeUnit : std::uint8_t { kNs, kUs, kMs, kS };

[[nodiscard]] const char* symbolOf(TimeUnit unit);        // "ns", "µs", "ms", "s"
[[nodiscard]] std::int64_t nanosecondsIn(TimeUnit unit);  // 1 ... 1 000 000 000

/// Three digits that count: "5.13 ms", "620 ns", "12.4 s", "0 ns", "1,240 s".
[[nodiscard]] std::string durationText(DurationNs duration);

/// "1,220", "−15", "60,000".
[[nodiscard]] std::string numberText(std::int64_t value);

/// `value` with at most `decimals` digits after the point and no zeros at its end: "2.5", "1,000", "−0.25".
[[nodiscard]] std::string decimalText(double value, int decimals);

}  // namespace threadline::scene
