// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One frame of the window's timeline: the visible part of all panes under one another, on one time scale, as one draw
// list; and where each row stands, for whoever asks what is under the pointer. Rows outside of the visible height cost
// their place and nothing else.
//
// Thread: any; nothing is kept. The frame refers to no snapshot and may outlive it.

#include <optional>
#include <string>
#include <vector>

#include "ui/scene/draw_list.h"
#include "ui/scene/pane.h"
#include "ui/scene/row_layout.h"
#include "ui/scene/text_measure.h"
#include "ui/scene/time_scale.h"
#include "ui/scene/view_state.h"
#include "ui/scene/words.h"

namespace threadline::scene {

/// The window's lengths: denser than on a page, and quick (Metrics::forFrames).
[[nodiscard]] Metrics windowMetrics(double width);

struct FrameRequest {
  const std::vector<Pane>& panes;
  const ViewState& state;
  const std::vector<model::ViewMark>& marks;  // beside those of the panes' views; shown in the first pane
  Metrics metrics;
  double height = 0;     // of the window
  double scrollTop = 0;  // content's pixel at the window's top
  const TextMeasure& measure;
  const Words& words;
};

struct PaneFrame {
  std::size_t pane = 0;
  double top = 0;  // of its title, or of its first row; as all places, counted from the window's top
  double bottom = 0;
  RowLayout rows;  // all of them, also those that are out of sight
};

struct Frame {
  DrawList list;
  std::vector<PaneFrame> panes;
  double contentHeight = 0;
  TimeScale scale{TimeRange{}, 0, 1};
  std::size_t omittedArrows = 0;  // of kinds that would have been too many
};

[[nodiscard]] Frame layoutFrame(const FrameRequest& request);

struct FrameHit {
  std::size_t pane = 0;
  std::size_t row = 0;  // of the pane's rows
  RowKind kind = RowKind::kLane;
  ProcessId process;
  TimeNs time;
  LaneId lane;                  // none over a header, a fold or a strip
  std::optional<SpanRef> span;  // nothing left of the plot, before the lane's start and after its end
  bool isOverLabels = false;    // in the label column
};

/// What stands at a point of the window; nothing between rows.
[[nodiscard]] std::optional<FrameHit> hitFrame(const Frame& frame, const std::vector<Pane>& panes, double x, double y);

/// The row that draws this lane by itself, with its place in the window.
[[nodiscard]] const Row* rowOf(const Frame& frame, LaneRef lane);

}  // namespace threadline::scene
