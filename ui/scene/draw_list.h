// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A picture as data: few kinds of primitives, in painting order, in layout pixels (fractions allowed). The same list
// becomes the window, a PNG, an SVG and a PDF, so what is tested as text is what is seen. No Qt.

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/event/lane_state.h"

namespace threadline::scene {

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
};

/// What a thing is; the theme gives colours and pens to roles, and fill, edge, pattern and text colour to states.
enum class Role : std::uint8_t {
  kBackground,
  kGrid,
  kAxis,
  kText,
  kFaintText,
  kArrow,
  kBracket,
  kPlate,
  kMark,
  kCrash,
  kCounter,
  kStrip
};

/// A span's box: fill, pattern and edge of its state.
struct StateBox {
  Rect rect;
  LaneState state = LaneState::kUnknown;
  bool hasOutline = true;  // false where it is too narrow
  std::string tooltip{};   // becomes <title> in SVG
};
struct FilledRect {
  Rect rect;
  Role role{};
  int shade = 0;                            // for strips: which of the qualitative colours
  LaneState onState = LaneState::kUnknown;  // for plates: in this state's fill
  bool isOnState = false;
  double radius = 0;
  std::string tooltip{};
};
enum class Align : std::uint8_t { kLeft, kCentre, kRight };
struct Text {
  double x = 0;  // at the anchor that `align` says
  double baseline = 0;
  std::string text{};
  double sizePx = 14;
  bool bold = false;
  Align align = Align::kLeft;
  Role role = Role::kText;
  LaneState onState = LaneState::kUnknown;  // text on a box of this state, in its text colour
  bool isOnState = false;
};
struct Line {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double widthPx = 1;
  Role role{};
  bool dashed = false;
};
struct Arrow {  // a gentle S from start to tip; straight where dx is 0
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  Role role = Role::kArrow;
  double scale = 1;  // of line width and head
  std::string tooltip{};
};
struct Polygon {
  std::vector<std::pair<double, double>> points;
  Role role{};
  bool filled = true;
  std::string tooltip{};
};
/// Element s: the share (0 ... 255) of states 0 ... s.
using ShareColumn = std::array<std::uint8_t, kLaneStateCount>;
/// Exact time shares of the states, one column per pixel: what is narrower than a pixel. The part up to a column's last
/// value is filled from the bottom, what is above has no state (outside of the lane's life).
struct ShareStrip {
  double x = 0;
  double y = 0;
  double columnWidth = 1;
  double height = 0;
  std::vector<ShareColumn> cumulative;
};

using Primitive = std::variant<StateBox, FilledRect, Text, Line, Arrow, Polygon, ShareStrip>;

struct DrawList {
  double width = 0;
  double height = 0;
  double unit = 1;  // outlines and hatches are so many times as wide as in the 1200 px drawing
  std::vector<Primitive> primitives;
  /// One primitive a line, for golden tests: pixels rounded to a tenth.
  [[nodiscard]] std::string dump() const;
};

}  // namespace threadline::scene
