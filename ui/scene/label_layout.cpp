// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/label_layout.h"

#include <algorithm>

namespace threadline::scene {
namespace {

constexpr int kPieces = 24;
constexpr double kClear = 3;         // around an arrow
constexpr double kSafeWidth = 1.15;  // another font may be wider than the one measured
constexpr double kPad = 8;

bool overlaps(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect around(ArrowShape::Point a, ArrowShape::Point b, double clear) {
  const double left = std::min(a.first, b.first) - clear;
  const double top = std::min(a.second, b.second) - clear;
  return {left, top, std::max(a.first, b.first) + clear - left, std::max(a.second, b.second) + clear - top};
}

}  // namespace

void Obstacles::addArrow(const Arrow& arrow, bool isBehind) {
  const ArrowShape shape = shapeOf(arrow);
  const double clear = kClear * arrow.scale;
  ArrowPieces out;
  out.x1 = arrow.x1;
  out.y1 = arrow.y1;
  out.x2 = arrow.x2;
  out.y2 = arrow.y2;
  out.isBehind = isBehind;
  for (int i = 0; i < kPieces; ++i) {
    out.pieces.push_back(
        around(shape.at(i / static_cast<double>(kPieces)), shape.at((i + 1) / static_cast<double>(kPieces)), clear));
  }
  out.pieces.push_back(around(shape.head[1], {shape.head[2].first, shape.head[0].second}, 1));
  out.bounds = around({arrow.x1, arrow.y1}, {arrow.x2, arrow.y2}, clear + 4 * arrow.scale);
  m_arrows.push_back(std::move(out));
}

bool Obstacles::isTaken(const Rect& rect) const {
  return std::any_of(m_taken.begin(), m_taken.end(), [&](const Rect& taken) { return overlaps(taken, rect); });
}

bool Obstacles::isFree(const Rect& rect) const {
  return !isTaken(rect) && arrowsWithin(rect, true).empty();
}

bool Obstacles::isFreeBut(const Arrow& own, const Rect& rect) const {
  return !isTaken(rect) && arrowsWithin(rect, true, &own).empty();
}

bool Obstacles::isFreeOnPlate(const Rect& rect) const {
  return !isTaken(rect) && arrowsWithin(rect, false).empty();
}

std::vector<Rect> Obstacles::arrowsWithin(const Rect& rect, bool withBehind, const Arrow* except) const {
  const auto isExcept = [except](const ArrowPieces& arrow) {
    return except != nullptr && arrow.x1 == except->x1 && arrow.y1 == except->y1 && arrow.x2 == except->x2 &&
           arrow.y2 == except->y2;
  };
  std::vector<Rect> out;
  for (const ArrowPieces& arrow : m_arrows) {
    if (isExcept(arrow)) continue;
    if ((arrow.isBehind && !withBehind) || !overlaps(arrow.bounds, rect)) continue;
    for (const Rect& piece : arrow.pieces) {
      if (overlaps(piece, rect)) out.push_back(piece);
    }
  }
  return out;
}

Rect Obstacles::roomIn(const Rect& rect, double needed) const {
  if (rect.width < needed) return {rect.x, rect.y, 0, 0};
  const Rect middle{rect.x + (rect.width - needed) / 2, rect.y, needed, rect.height};
  std::vector<Rect> blocked = arrowsWithin(rect, false);
  if (std::none_of(blocked.begin(), blocked.end(), [&](const Rect& piece) { return overlaps(piece, middle); })) {
    return rect;
  }
  std::sort(blocked.begin(), blocked.end(), [](const Rect& a, const Rect& b) { return a.x < b.x; });
  Rect best{rect.x, rect.y, 0, rect.height};
  double left = rect.x;
  const auto offer = [&](double right) {
    if (right - left > best.width) best = {left, rect.y, right - left, rect.height};
  };
  for (const Rect& piece : blocked) {
    offer(piece.x);
    left = std::max(left, piece.right());
  }
  offer(rect.right());
  if (best.width < needed) best.width = 0;
  return best;
}

Rect boundsOf(const Text& text, double width) {
  double left = text.x;
  if (text.align == Align::kCentre) left -= width / 2;
  if (text.align == Align::kRight) left -= width;
  return {left, text.baseline - 0.92 * text.sizePx, width, 1.2 * text.sizePx};
}

void placeLabels(const std::vector<LabelSpot>& spots, const SpanText& texts, const TextMeasure& measure,
                 const Metrics& metrics, Obstacles& obstacles, DrawList& list) {
  const double size = metrics.boxText;
  for (const LabelSpot& spot : spots) {
    if (spot.rect.height < size * 1.25) continue;
    for (const std::string& label : texts.labels(spot.lane, spot.span)) {
      const double width = measure.width(label, size, false);
      const double needed = kSafeWidth * width + kPad * metrics.unit;
      const double middle = spot.rect.y + spot.rect.height / 2;
      const Rect line{spot.rect.x, middle - size * 0.65, spot.rect.width, size * 1.3};
      const Rect room = obstacles.roomIn(line, needed);
      if (room.width <= 0) continue;
      Text text{room.x + room.width / 2, baselineFor(middle, size), label, size};
      text.align = Align::kCentre;
      text.onState = spot.span.state;
      text.isOnState = true;
      const double plateWidth = width + kPad * metrics.unit;
      const double plateHeight = std::min(size * 1.45, spot.rect.height - 3 * metrics.unit);
      FilledRect plate{{text.x - plateWidth / 2, middle - plateHeight / 2, plateWidth, plateHeight}, Role::kPlate};
      plate.onState = spot.span.state;
      plate.isOnState = true;
      plate.radius = 3 * metrics.unit;
      obstacles.add(boundsOf(text, width));
      list.primitives.emplace_back(std::move(plate));
      list.primitives.emplace_back(std::move(text));
      break;
    }
  }
}

}  // namespace threadline::scene
