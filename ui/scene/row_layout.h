// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which rows a picture has and where each stands: processes as groups, their lanes in the view's order, counters and
// holder strips between them, alike lanes folded into one where there would be too many.
//
// Thread: any; values only.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/model/trace.h"
#include "core/model/view.h"
#include "ui/scene/metrics.h"

namespace threadline::scene {

enum class RowKind : std::uint8_t {
  kProcess,  // the header of a process with several rows: name, pid, life line
  kLane,     // one lane
  kFold,     // several lanes as one row of shares
  kCounter,
  kHolder,
};

struct Row {
  RowKind kind = RowKind::kLane;
  double top = 0;  // of the lane itself; notes stand above it
  double height = 0;
  double notes = 0;   // height of the band above it
  double slices = 0;  // height of the slices below it
  ProcessId process;
  std::vector<LaneId> lanes;    // one; several for a fold
  std::string foldName;         // "worker-* ×32"
  std::size_t counter = 0;      // index into Snapshot::counters()
  bool isWholeProcess = false;  // a lane that stands for its process as well
  [[nodiscard]] double bottom() const { return top + height; }
  [[nodiscard]] double middle() const { return top + height / 2; }
};

/// A process with a header: from its header to its last row, for the bracket.
struct Group {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// A flow of which both ends are drawn.
struct FlowPlace {
  std::size_t flow = 0;  // index into Snapshot::flows()
  std::size_t from = 0;  // rows
  std::size_t to = 0;
};

struct RowLayout {
  Metrics metrics;  // as used: compacted where there are many rows
  std::vector<Row> rows;
  std::vector<Group> groups;
  std::vector<FlowPlace> flows;
  std::size_t omittedFlows = 0;  // of kinds that would have been too many
  double top = 0;
  double bottom = 0;  // of the last row

  /// Row of a lane that is drawn by itself.
  [[nodiscard]] std::optional<std::size_t> rowOf(LaneId lane) const;
};

/// Processes in `folded` are drawn as one row.
[[nodiscard]] RowLayout layoutRows(const model::Snapshot& snapshot, const model::View& view, const Metrics& metrics,
                                   double top, const std::set<ProcessId>& folded = {});

/// Whether an instant is written above its lane.
[[nodiscard]] bool isNote(InstantKind kind);

}  // namespace threadline::scene
