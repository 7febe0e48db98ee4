// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A share strip as stepped outlines, one set for each state: for pictures made of paths (SVG, PDF), where a rectangle
// a column would be ten times the size.

#include <utility>
#include <vector>

#include "ui/scene/draw_list.h"

namespace threadline::scene {

struct ShareOutline {
  LaneState state = LaneState::kUnknown;
  std::vector<std::vector<std::pair<double, double>>> loops;  // closed; one for each stretch of columns with this state
};

/// Only states that occur, in the order of their numbers.
[[nodiscard]] std::vector<ShareOutline> outlinesOf(const ShareStrip& strip);

}  // namespace threadline::scene
