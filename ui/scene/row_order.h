// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a picture without their places: grouping by process, folding, and where counters and holder strips come
// between. The first half of row_layout.

#include <set>
#include <vector>

#include "core/model/trace.h"
#include "core/model/view.h"
#include "ui/scene/row_layout.h"

namespace threadline::scene {

/// Rows in order, with kind, lanes and names set and all lengths still zero.
/// At most `foldAbove` rows of lanes come out where folding can reach it: first lanes of one process whose names differ
/// in figures only, then whole processes, then processes whose names differ in figures only, then all that is left.
/// Processes in `folded` are one row whatever their number.
[[nodiscard]] std::vector<Row> orderRows(const model::Snapshot& snapshot, const model::View& view,
                                         std::size_t foldAbove, const std::set<ProcessId>& folded = {});

}  // namespace threadline::scene
