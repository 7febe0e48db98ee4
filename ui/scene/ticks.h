// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The time axis' figures: five to eight round times in one unit. Steps are 1, 2 or 5 times a power of ten; where none
// of them gives five to eight (lengths between 16 and 20 of a step of one) it is 2.5. Ranges that do not begin at zero
// may fall between round steps and then have four or nine.

#include <string>
#include <vector>

#include "core/base/time.h"
#include "ui/scene/units.h"

namespace threadline::scene {

struct Tick {
  TimeNs time;
  std::string label;  // without unit: "0", "2.5", "1,000"
};

struct Ticks {
  TimeUnit unit = TimeUnit::kMs;
  DurationNs step;
  std::vector<Tick> ticks;  // all within [range.start, range.end]
};

/// An empty range gives one tick at its start; in ranges below 160 ns a step is a whole nanosecond, and there may be
/// four to ten ticks; below 5 ns as many as nanoseconds. Times are held within 63 years of zero.
[[nodiscard]] Ticks ticksFor(TimeRange range);

}  // namespace threadline::scene
