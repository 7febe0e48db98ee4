// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of the trace stands under a point of a drawing: the row, and for a lane the span.

#include <optional>

#include "ui/scene/row_layout.h"
#include "ui/scene/time_scale.h"

namespace threadline::scene {

struct Hit {
  std::size_t row = 0;
  TimeNs time;
  LaneId lane;                      // none over a header or a strip
  std::optional<std::size_t> span;  // of the lane; nothing before its start or after its end
};

/// Nothing outside of the plot and between rows. A row's whole height counts, also where its box is lower.
[[nodiscard]] inline std::optional<Hit> hitTest(const model::Snapshot& snapshot, const RowLayout& rows,
                                                const TimeScale& scale, double x, double y) {
  if (x < scale.left() || x >= scale.right()) return std::nullopt;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const Row& row = rows.rows[i];
    if (y < row.top || y >= row.bottom()) continue;
    Hit hit{i, scale.timeAt(x), LaneId{}, std::nullopt};
    if (row.kind != RowKind::kLane) return hit;
    hit.lane = row.lanes.front();
    const std::size_t span = snapshot.spanAt(hit.lane, hit.time);
    const bool isInside = span < snapshot.spanCount(hit.lane) && snapshot.span(hit.lane, span).start <= hit.time;
    if (isInside) hit.span = span;
    return hit;
  }
  return std::nullopt;
}

}  // namespace threadline::scene
