// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/statistics.h"

namespace threadline::model {

DurationNs StateTotals::sum() const {
  DurationNs total;
  for (const DurationNs part : time) total += part;
  return total;
}

StateTotals laneTotals(const Snapshot& snapshot, LaneId lane, TimeRange range) {
  StateTotals totals;
  snapshot.addStateTimes(lane, range, totals.time);
  return totals;
}

StateTotals laneTotals(const Snapshot& snapshot, LaneId lane) {
  return laneTotals(snapshot, lane, {snapshot.lane(lane).start, snapshot.laneEnd(lane)});
}

StateTotals processTotals(const Snapshot& snapshot, ProcessId process, TimeRange range) {
  StateTotals totals;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    if (snapshot.lane({i}).process == process) snapshot.addStateTimes({i}, range, totals.time);
  }
  return totals;
}

StateTotals allTotals(const Snapshot& snapshot, TimeRange range) {
  StateTotals totals;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) snapshot.addStateTimes({i}, range, totals.time);
  return totals;
}

}  // namespace threadline::model
