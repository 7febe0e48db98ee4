// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which time stands at which pixel: an immutable value. A zoom or a scroll makes a new one.
// Pixels are layout pixels (fractions allowed); times are exact to the nanosecond in both directions as long as a pixel
// is at least two nanoseconds.

#include <cmath>

#include "core/base/time.h"

namespace threadline::scene {

class TimeScale {
 public:
  /// An empty range is taken as one nanosecond, a width below one pixel as one pixel, so that nothing divides by zero.
  TimeScale(TimeRange range, double left, double width)
      : m_start(range.start),
        m_lengthNs(range.end.ns > range.start.ns ? range.end.ns - range.start.ns : 1),
        m_left(left),
        m_width(width >= 1 ? width : 1) {}

  [[nodiscard]] double xOf(TimeNs t) const {
    return m_left + static_cast<double>(t.ns - m_start.ns) * m_width / static_cast<double>(m_lengthNs);
  }
  /// The nanosecond nearest to this pixel.
  [[nodiscard]] TimeNs timeAt(double x) const {
    return {m_start.ns + std::llround((x - m_left) * static_cast<double>(m_lengthNs) / m_width)};
  }
  [[nodiscard]] double nsPerPx() const { return static_cast<double>(m_lengthNs) / m_width; }
  [[nodiscard]] TimeRange range() const { return {m_start, {m_start.ns + m_lengthNs}}; }
  [[nodiscard]] double left() const { return m_left; }
  [[nodiscard]] double right() const { return m_left + m_width; }

 private:
  TimeNs m_start;
  std::int64_t m_lengthNs;
  double m_left;
  double m_width;
};

}  // namespace threadline::scene
