// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a scenario's `view` and the wishes of a command line to what is drawn of this one trace: anchors become times,
// globs become lanes. A range that does not occur falls back to all of it.
//
// Anchors: "start" (the run's zero), "after start(GLOB)" (all lanes of that name have begun their first step), "first
// INSTANT", "end"; a brace may stand over "longest gap(GLOB, INSTANT)", and "{ms}" in its text is its length. Lanes
// stay grouped by process; a process stands where its first wanted lane does, and its main thread is its first lane
// unless a glob gives it another place.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/model/trace.h"
#include "core/model/view.h"
#include "core/report/glob.h"
#include "core/scenario/parameters.h"
#include "core/scenario/scenario.h"

namespace threadline::report {

/// `--lane GLOB[=NAME]`: which lanes, in this order, under which name.
struct LaneWish {
  std::string glob;
  std::string name;  // empty: its own
};
struct ViewWishes {
  std::optional<TimeRange> range;  // an end beyond the trace means its end
  std::vector<LaneWish> lanes;
};

/// `view` may be null (a foreign trace): everything, in order of processes and creation.
[[nodiscard]] model::View resolveView(const model::Snapshot& snapshot, const scenario::View* view,
                                      const scenario::ParameterValues& parameters, const ViewWishes& wishes,
                                      bool korean);

/// When an anchor ("start", "after start(worker*)", "first print", "end") happened; nothing when it did not.
[[nodiscard]] std::optional<TimeNs> anchorTime(const model::Snapshot& snapshot, std::string_view anchor);

}  // namespace threadline::report
