// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/share_outline.h"

namespace threadline::scene {
namespace {

using Points = std::vector<std::pair<double, double>>;

struct Levels {
  std::uint8_t below = 0;
  std::uint8_t above = 0;
};

Levels levelsOf(const ShareStrip& strip, std::size_t column, std::size_t state) {
  const auto& cumulative = strip.cumulative[column];
  return {state == 0 ? std::uint8_t{0} : cumulative[state - 1], cumulative[state]};
}

/// Along the tops from left to right, back along the bottoms; equal levels make one step.
Points loopOver(const ShareStrip& strip, std::size_t state, std::size_t first, std::size_t last) {
  const auto xOf = [&](std::size_t column) { return strip.x + static_cast<double>(column) * strip.columnWidth; };
  const auto yOf = [&](std::uint8_t level) { return strip.y + strip.height - strip.height * level / 255; };
  Points out;
  for (std::size_t c = first; c < last; ++c) {
    const std::uint8_t level = levelsOf(strip, c, state).above;
    if (c > first && level == levelsOf(strip, c - 1, state).above) continue;
    if (c > first) out.emplace_back(xOf(c), out.back().second);
    out.emplace_back(xOf(c), yOf(level));
  }
  out.emplace_back(xOf(last), out.back().second);
  for (std::size_t c = last; c-- > first;) {
    const std::uint8_t level = levelsOf(strip, c, state).below;
    if (c + 1 < last && level == levelsOf(strip, c + 1, state).below) continue;
    if (c + 1 < last) out.emplace_back(xOf(c + 1), out.back().second);
    out.emplace_back(xOf(c + 1), yOf(level));
  }
  out.emplace_back(xOf(first), out.back().second);
  return out;
}

}  // namespace

std::vector<ShareOutline> outlinesOf(const ShareStrip& strip) {
  std::vector<ShareOutline> out;
  for (std::size_t state = 0; state < kLaneStateCount; ++state) {
    ShareOutline outline{static_cast<LaneState>(state), {}};
    const auto isThere = [&](std::size_t column) {
      const Levels levels = levelsOf(strip, column, state);
      return levels.above > levels.below;
    };
    for (std::size_t c = 0; c < strip.cumulative.size();) {
      if (!isThere(c)) {
        ++c;
        continue;
      }
      std::size_t last = c;
      while (last < strip.cumulative.size() && isThere(last)) ++last;
      outline.loops.push_back(loopOver(strip, state, c, last));
      c = last;
    }
    if (!outline.loops.empty()) out.push_back(std::move(outline));
  }
  return out;
}

}  // namespace threadline::scene
