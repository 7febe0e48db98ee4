// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of a trace is to be shown, in the trace's own terms: a range, lanes in order, what is drawn between them. Made
// from a scenario's `view` and the command line's options (core/report/view_resolver.h); drawn by ui/scene.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/event/event.h"

namespace threadline::model {

struct ViewMark {
  TimeRange range;  // empty range: a point
  std::string text;
};

struct View {
  TimeRange range;                      // what is shown
  std::vector<LaneId> lanes;            // in drawing order, grouped by process; what is missing is not drawn
  std::size_t pinned = 0;               // the first lanes, which stand on top by themselves, without their processes
  std::map<LaneId, std::string> names;  // other names than the trace's
  std::vector<FlowKind> arrows;         // kinds of flow that are drawn as arrows
  std::vector<std::size_t> counters;    // indexes into Snapshot::counters(), drawn as strips
  std::vector<ProcessId> holderStrips;  // processes whose GIL holder is drawn as a strip
  std::vector<ViewMark> marks;
  bool labels = true;
};

}  // namespace threadline::model
