// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one mapping of states and roles to colours, patterns and pens, for pictures and for the window, light and dark.
// Work is dark on light waits (light on dark ones in the dark theme), so that it survives print and red-green
// blindness; a state is never told by its colour alone: pattern and edge always come with it.

#include <QColor>

#include <array>

#include "core/event/lane_state.h"
#include "ui/scene/draw_list.h"

namespace threadline::paint {

enum class ThemeKind { kLight, kDark };

enum class Pattern : std::uint8_t {
  kNone,
  kDiagonal,        // 45 degrees, every 8
  kSparseDiagonal,  // 45 degrees, every 16
  kBackDiagonal,    // the other way
  kCrossed,
  kUpright,
  kLevel,
};
enum class EdgeKind : std::uint8_t { kSolid, kDashed, kDotted };

struct StateStyle {
  QColor fill;
  QColor edge;
  QColor text;
  Pattern pattern = Pattern::kNone;
  EdgeKind edgeKind = EdgeKind::kSolid;
  int hatchPercent = 45;  // how opaque the pattern's lines are, in the edge's colour
  [[nodiscard]] QColor hatch() const;
};

inline constexpr double kOutlineWidth = 1.25;
inline constexpr double kHatchWidth = 1.4;
inline constexpr double kHatchEvery = 8;
inline constexpr int kShadeCount = 8;

struct Theme {
  PerState<StateStyle> states;
  QColor background, grid, axis, text, faintText, arrow, bracket, mark, crash, counterFill, counterEdge, plainStrip;
  std::array<QColor, kShadeCount> shades;  // of holder strips: one for each lane

  [[nodiscard]] const StateStyle& of(LaneState state) const { return states[static_cast<std::size_t>(state)]; }
  [[nodiscard]] QColor of(scene::Role role) const;
  [[nodiscard]] QColor lineOf(scene::Role role) const;  // where it is a line and not an area
  [[nodiscard]] QColor fillOf(const scene::FilledRect& rect) const;
  [[nodiscard]] QColor colourOf(const scene::Text& text) const;
};

[[nodiscard]] const Theme& themeFor(ThemeKind kind);

}  // namespace threadline::paint
