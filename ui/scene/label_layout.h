// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where texts may stand: within their box or beside their mark, never over an arrow or another text, never cut.

#include <string>
#include <vector>

#include "ui/scene/arrow_shape.h"
#include "ui/scene/draw_list.h"
#include "ui/scene/metrics.h"
#include "ui/scene/span_layout.h"
#include "ui/scene/span_text.h"
#include "ui/scene/text_measure.h"

namespace threadline::scene {

/// What texts have to keep clear of.
class Obstacles {
 public:
  /// `isBehind`: boxes and plates cover it, so only texts outside of them keep clear.
  void addArrow(const Arrow& arrow, bool isBehind);
  void add(const Rect& rect) { m_taken.push_back(rect); }
  [[nodiscard]] bool isFree(const Rect& rect) const;
  /// The same for a text that may stand on this arrow.
  [[nodiscard]] bool isFreeBut(const Arrow& own, const Rect& rect) const;
  /// The same for a text on a plate.
  [[nodiscard]] bool isFreeOnPlate(const Rect& rect) const;
  /// The part of `rect` for a text of this width: around its middle where that is free, else the widest stretch
  /// between arrows. A rectangle without width where there is none.
  [[nodiscard]] Rect roomIn(const Rect& rect, double needed) const;

 private:
  struct ArrowPieces {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    Rect bounds;
    bool isBehind = false;
    std::vector<Rect> pieces;
  };
  [[nodiscard]] bool isTaken(const Rect& rect) const;
  [[nodiscard]] std::vector<Rect> arrowsWithin(const Rect& rect, bool withBehind, const Arrow* except = nullptr) const;

  std::vector<ArrowPieces> m_arrows;
  std::vector<Rect> m_taken;
};

/// Baseline of a text that stands in the middle of a line at `middle`.
[[nodiscard]] inline double baselineFor(double middle, double sizePx) {
  return middle + 0.36 * sizePx;
}
/// The place that a line of text takes.
[[nodiscard]] Rect boundsOf(const Text& text, double width);

/// Labels of boxes, each with a plate in its state's colour below it (seen on hatched fills only).
void placeLabels(const std::vector<LabelSpot>& spots, const SpanText& texts, const TextMeasure& measure,
                 const Metrics& metrics, Obstacles& obstacles, DrawList& list);

}  // namespace threadline::scene
