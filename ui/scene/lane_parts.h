// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of lane_layout, one function each; the order of the calls is the painting order.

#include <vector>

#include "ui/scene/label_layout.h"
#include "ui/scene/lane_layout.h"
#include "ui/scene/span_text.h"

namespace threadline::scene {

struct LaneParts {
  const LaneScene& scene;
  const SpanText& texts;
  DrawList& list;
  Obstacles& obstacles;
  LaneLegend& legend;
};

// header_layout.cpp: what stands left of the lanes, brackets, life lines of processes
void addLabels(LaneParts& parts);
void addProcessLines(LaneParts& parts);

// strip_layout.cpp
void addCounter(LaneParts& parts, const Row& row);
void addHolderStrip(LaneParts& parts, const Row& row);
void addSlices(LaneParts& parts, const Row& row);

// arrow_layout.cpp
/// Nearly upright ones go behind the boxes that they pass, so that a bundle of them hides nothing; the others in front.
void addArrows(LaneParts& parts, bool behind);
/// What the flows carry, beside their arrows' tails, where it fits.
void addFlowValues(LaneParts& parts);

// mark_layout.cpp: ends, code ends, what is not collected; prints and answers; requests for the GIL; the view's marks
void addEndMarks(LaneParts& parts);
void addNotes(LaneParts& parts);
void addRequests(LaneParts& parts);
void addViewMarks(LaneParts& parts);

}  // namespace threadline::scene
