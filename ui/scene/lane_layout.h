// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a snapshot and its rows to the draw list of the lanes: labels, boxes and share columns, strips, arrows, marks.
// The page around them (title, axis, legend) is ui/paint/figure's.
//
// Thread: any; nothing is kept.

#include "core/model/trace.h"
#include "core/model/view.h"
#include "ui/scene/draw_list.h"
#include "ui/scene/marks.h"
#include "ui/scene/row_layout.h"
#include "ui/scene/text_measure.h"
#include "ui/scene/time_scale.h"
#include "ui/scene/words.h"

namespace threadline::scene {

struct LaneScene {
  const model::Snapshot& snapshot;
  const model::View& view;
  const RowLayout& rows;
  const TimeScale& scale;
  const TextMeasure& measure;
  const Words& words;
};

/// What a legend has to explain.
struct LaneLegend {
  MarkKinds marks;
  bool hasExitWait = false;
  bool hasOtherJoins = false;
  bool hasNote = false;  // a print or an answer
};

/// Appends the lanes to the list. Work is bounded by the columns of the plot and the labels that fit, not by the spans.
LaneLegend layoutLanes(const LaneScene& scene, DrawList& list);

/// How wide the widest label left of the lanes would be, without eliding.
[[nodiscard]] double widestLabel(const LaneScene& scene);

/// Room above the lanes for the view's own marks (points and braces with a text).
[[nodiscard]] double viewMarksHeight(const model::View& view, const Metrics& metrics);

}  // namespace threadline::scene
