// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All lengths of a drawing of lanes, in layout pixels. Sizes are layouts, not scalings: a page that is seen smaller or
// from further away gets other numbers here instead of a zoomed picture.

#include <cstddef>

namespace threadline::scene {

struct Metrics {
  // across
  double labelLeft = 24;    // labels, brackets
  double plotLeft = 176;    // time begins
  double plotRight = 1136;  // time ends
  double pageRight = 1176;  // nothing stands beyond
  double labelGap = 14;     // label to lane
  // down
  double rowHeight = 40;
  double rowGap = 12;
  double arrowGap = 24;  // where arrows cross
  double groupGap = 22;
  double headerHeight = 24;  // of a process with several lanes
  double counterHeight = 28;
  double holderHeight = 14;
  double noteHeight = 18;  // above a lane whose prints and answers are written out
  double sliceHeight = 18;
  // text
  double boxText = 14;
  double nameText = 16;
  double kindText = 12.5;
  double noteText = 12.5;
  // boxes
  double outlineFrom = 3;  // narrower boxes have no outline
  double boxFrom = 1;      // narrower spans become share columns
  double seam = 1.5;       // between equal neighbours
  double column = 1;       // width of a share column
  double unit = 1;         // what stands for one pixel of the 1200 px drawing: pads, marks, pens
  bool oneLineLabels = false;
  bool headsOnlyProcess = true;  // a header also above the lanes of the only process
  bool tooltips = true;
  // bounds
  std::size_t compactAbove = 14;
  std::size_t foldAbove = 40;
  std::size_t maxArrows = 40;
  std::size_t maxNotesPerLane = 40;

  /// For frames that must be quick: up to three pixels spans are share columns, which are as exact as boxes, and hints
  /// are made for the span under the pointer only.
  [[nodiscard]] Metrics forFrames() const {
    Metrics out = *this;
    out.boxFrom = 3;
    out.tooltips = false;
    return out;
  }

  /// More than fourteen rows: lower, closer, smaller, the label on one line.
  [[nodiscard]] Metrics compacted() const {
    Metrics out = *this;
    out.rowHeight = rowHeight * 0.7;
    out.rowGap = rowGap * 2 / 3;
    out.arrowGap = arrowGap * 2 / 3;
    out.boxText = kindText;
    out.nameText = kindText;
    out.oneLineLabels = true;
    out.maxNotesPerLane = 0;
    return out;
  }
};

}  // namespace threadline::scene
