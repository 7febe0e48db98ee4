// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The curve and the head of an arrow, the same for the layout (nothing may stand under it), the painter and the SVG.
// A cubic Bézier that leaves and arrives upright; its head's tip is the arrow's end.

#include <array>
#include <cmath>
#include <utility>

#include "ui/scene/draw_list.h"

namespace threadline::scene {

struct ArrowShape {
  using Point = std::pair<double, double>;
  std::array<Point, 4> curve;  // start, two controls, the head's base
  std::array<Point, 3> head;
  double penWidth = 1.5;

  /// The curve's point at t in [0, 1].
  [[nodiscard]] Point at(double t) const {
    const double u = 1 - t;
    const std::array<double, 4> weight{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    Point out{0, 0};
    for (std::size_t i = 0; i < 4; ++i) {
      out.first += weight[i] * curve[i].first;
      out.second += weight[i] * curve[i].second;
    }
    return out;
  }
};

inline ArrowShape shapeOf(const Arrow& arrow) {
  constexpr double kHeadLength = 8;
  constexpr double kHeadWidth = 7;
  const double down = arrow.y2 >= arrow.y1 ? 1 : -1;
  const double length = std::fmin(kHeadLength * arrow.scale, std::abs(arrow.y2 - arrow.y1));
  const double base = arrow.y2 - down * length;
  const double middle = (arrow.y1 + base) / 2;
  const double half = kHeadWidth * arrow.scale / 2;
  ArrowShape out;
  out.curve = {{{arrow.x1, arrow.y1}, {arrow.x1, middle}, {arrow.x2, middle}, {arrow.x2, base}}};
  out.head = {{{arrow.x2, arrow.y2}, {arrow.x2 - half, base}, {arrow.x2 + half, base}}};
  out.penWidth = 1.5 * arrow.scale;
  return out;
}

}  // namespace threadline::scene
