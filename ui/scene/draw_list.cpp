// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/draw_list.h"

#include <cmath>
#include <cstdio>
#include <string_view>

namespace threadline::scene {
namespace {

std::string tenth(double value) {
  std::array<char, 40> buffer{};
  const double rounded = std::round(value * 10) / 10 + 0.0;  // + 0.0: no "-0.0"
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.1f", rounded);
  return {buffer.data(), static_cast<std::size_t>(length > 0 ? length : 0)};
}

std::string place(const Rect& rect) {
  return tenth(rect.x) + " " + tenth(rect.y) + " " + tenth(rect.width) + "x" + tenth(rect.height);
}

std::string_view wordOf(Role role) {
  constexpr std::array<std::string_view, 12> kWords{"background", "grid",  "axis", "text",  "faint",   "arrow",
                                                    "bracket",    "plate", "mark", "crash", "counter", "strip"};
  return kWords.at(static_cast<std::size_t>(role));
}

std::string quoted(const std::string& text) {
  std::string out = " '";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string tooltipOf(const std::string& text) {
  return text.empty() ? std::string() : " tip" + quoted(text);
}

struct Dumper {
  std::string& out;

  void operator()(const StateBox& box) const {
    out += "box " + std::string(nameOf(box.state)) + " " + place(box.rect) + (box.hasOutline ? "" : " bare") +
           tooltipOf(box.tooltip) + "\n";
  }
  void operator()(const FilledRect& rect) const {
    out += "rect " + std::string(wordOf(rect.role)) + " " + place(rect.rect);
    if (rect.role == Role::kStrip) out += " shade " + std::to_string(rect.shade);
    if (rect.isOnState) out += " on " + std::string(nameOf(rect.onState));
    out += tooltipOf(rect.tooltip) + "\n";
  }
  void operator()(const Text& text) const {
    constexpr std::array<std::string_view, 3> kAligns{"left", "centre", "right"};
    out += "text " + std::string(kAligns.at(static_cast<std::size_t>(text.align))) + " " + tenth(text.x) + " " +
           tenth(text.baseline) + " size " + tenth(text.sizePx) + (text.bold ? " bold " : " ") +
           std::string(text.isOnState ? nameOf(text.onState) : wordOf(text.role)) + quoted(text.text) + "\n";
  }
  void operator()(const Line& line) const {
    out += "line " + std::string(wordOf(line.role)) + " " + tenth(line.x1) + " " + tenth(line.y1) + " -> " +
           tenth(line.x2) + " " + tenth(line.y2) + " width " + tenth(line.widthPx) + (line.dashed ? " dashed\n" : "\n");
  }
  void operator()(const Arrow& arrow) const {
    out += "arrow " + tenth(arrow.x1) + " " + tenth(arrow.y1) + " -> " + tenth(arrow.x2) + " " + tenth(arrow.y2) +
           tooltipOf(arrow.tooltip) + "\n";
  }
  void operator()(const Polygon& polygon) const {
    out += "polygon " + std::string(wordOf(polygon.role)) + (polygon.filled ? "" : " open");
    for (const auto& [x, y] : polygon.points) out += " " + tenth(x) + "," + tenth(y);
    out += tooltipOf(polygon.tooltip) + "\n";
  }
  /// Equal columns in a row are told once, and of a column only the states that are there.
  void operator()(const ShareStrip& strip) const {
    out += "strip " + tenth(strip.x) + " " + tenth(strip.y) + " columns " + std::to_string(strip.cumulative.size()) +
           " of " + tenth(strip.columnWidth) + "x" + tenth(strip.height) + "\n";
    for (std::size_t first = 0; first < strip.cumulative.size();) {
      std::size_t last = first;
      while (last + 1 < strip.cumulative.size() && strip.cumulative[last + 1] == strip.cumulative[first]) ++last;
      out += "  " + std::to_string(first) + (last > first ? "-" + std::to_string(last) : "") + ":";
      std::uint8_t below = 0;
      for (std::size_t state = 0; state < kLaneStateCount; ++state) {
        const std::uint8_t top = strip.cumulative[first][state];
        if (top > below) {
          out += " " + std::string(nameOf(static_cast<LaneState>(state))) + " " + std::to_string(top - below);
        }
        below = top;
      }
      out += "\n";
      first = last + 1;
    }
  }
};

}  // namespace

std::string DrawList::dump() const {
  std::string out = "size " + tenth(width) + "x" + tenth(height) + "\n";
  for (const Primitive& primitive : primitives) std::visit(Dumper{out}, primitive);
  return out;
}

}  // namespace threadline::scene
