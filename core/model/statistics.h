// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Totals per state: of a lane, of a process, of all; of a range.

#include "core/model/trace.h"

namespace threadline::model {

struct StateTotals {
  PerState<DurationNs> time{};
  [[nodiscard]] DurationNs sum() const;
};

[[nodiscard]] StateTotals laneTotals(const Snapshot& snapshot, LaneId lane, TimeRange range);
[[nodiscard]] StateTotals laneTotals(const Snapshot& snapshot, LaneId lane);
[[nodiscard]] StateTotals processTotals(const Snapshot& snapshot, ProcessId process, TimeRange range);
[[nodiscard]] StateTotals allTotals(const Snapshot& snapshot, TimeRange range);

}  // namespace threadline::model
