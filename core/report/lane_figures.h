// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The arithmetic behind figures: percentiles, shares of time, overlap. Pure functions over a snapshot.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/trace.h"

namespace threadline::report {

/// The smallest sample that is at least as large as `percent` of them (nearest rank); nothing without samples.
/// `samples` is sorted by it. 100 gives the largest.
[[nodiscard]] std::optional<std::int64_t> percentile(std::vector<std::int64_t>& samples, int percent);

/// 10 for "p10", 100 for "max"; nothing for anything else.
[[nodiscard]] std::optional<int> percentNamed(std::string_view part);

/// Lengths of the lanes' spans in this state whose label matches the glob (empty: all).
[[nodiscard]] std::vector<std::int64_t> spanLengths(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes,
                                                    LaneState state, std::string_view labelGlob);

/// From each instant of this kind to the next one of the same lane; none where the trace has fewer than two.
[[nodiscard]] std::vector<TimeRange> gapsBetween(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes,
                                                 InstantKind kind);

/// Time in the state, of the lanes' whole time; nothing when they have none.
[[nodiscard]] std::optional<double> stateShare(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes,
                                               LaneState state);

/// CPU time of the lanes' threads, of the lanes' whole time; nothing where a lane's CPU time is not known.
[[nodiscard]] std::optional<double> cpuShare(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes);

/// Of the time in which at least one of the lanes works, the share in which two or more do; nothing without work.
[[nodiscard]] std::optional<double> workOverlap(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes);

/// Hand-overs of the GIL to another lane, per second, over all processes in which two lanes want it.
[[nodiscard]] std::optional<double> gilSwitchesPerSecond(const model::Snapshot& snapshot);

/// Lengths of all holds that ended because a waiter asked.
[[nodiscard]] std::vector<std::int64_t> forcedHolds(const model::Snapshot& snapshot);

}  // namespace threadline::report
