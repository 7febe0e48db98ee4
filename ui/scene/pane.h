// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One of the runs that a timeline shows: several stand under one another on one time axis with a common zero, each with
// a line of its own above its lanes. A single run without a title has no such line.

#include <string>
#include <vector>

#include "core/model/trace.h"
#include "core/model/view.h"

namespace threadline::scene {

struct Pane {
  model::SnapshotPtr snapshot;
  model::View view;   // its range is where the view begins; a timeline keeps one range for all panes
  std::string title;  // "2 threads with GIL"; empty: no line above the lanes
  std::string note;   // at the right end of that line: "1.03× (document 1.00×)"
};

/// A lane of one of the panes.
struct LaneRef {
  std::size_t pane = 0;
  LaneId lane;
  friend bool operator==(const LaneRef&, const LaneRef&) = default;
};

/// A span of such a lane, by its number in the lane.
struct SpanRef {
  LaneRef lane;
  std::size_t span = 0;
  friend bool operator==(const SpanRef&, const SpanRef&) = default;
};

}  // namespace threadline::scene
