// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From a scenario's `view` and the wishes of a command line to what is drawn of this one trace: anchors become times,
// globs become lanes. A range that does not occur falls back to all of it.

#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/model/trace.h"
#include "core/model/view.h"
#include "core/scenario/parameters.h"
#include "core/scenario/scenario.h"

namespace threadline::report {

/// `--lane GLOB[=NAME]`: which lanes, in this order, under which name.
struct LaneWish {
  std::string glob;
  std::string name;  // empty: its own
};
struct ViewWishes {
  std::optional<TimeRange> range;
  std::vector<LaneWish> lanes;
};

/// `view` may be null (a foreign trace): everything, in order of processes and creation.
[[nodiscard]] model::View resolveView(const model::Snapshot& snapshot, const scenario::View* view,
                                      const scenario::ParameterValues& parameters, const ViewWishes& wishes,
                                      bool korean);

/// Shell pattern with * and ?, whole name, case counts.
[[nodiscard]] bool matchesGlob(std::string_view glob, std::string_view name);

}  // namespace threadline::report
