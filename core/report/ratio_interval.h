// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How sure a ratio of two medians is: its bootstrap interval. Both samples are drawn again from themselves, with
// replacement, and the middle 95 % of the ratios that come out are told. The same input gives the same interval.
//
// Thread: any; values only.

#include <optional>
#include <vector>

namespace threadline::report {

struct RatioInterval {
  double low = 0;
  double high = 0;
  /// The two samples may well be the same: the ratio 1 lies within.
  [[nodiscard]] bool spansOne() const { return low <= 1 && high >= 1; }
};

inline constexpr std::size_t kFewestForInterval = 3;

/// Of median(above) / median(below). Nothing with fewer than kFewestForInterval values on a side, or where a value is
/// not above zero.
[[nodiscard]] std::optional<RatioInterval> ratioInterval(const std::vector<double>& above,
                                                         const std::vector<double>& below);

}  // namespace threadline::report
