// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/lane_layout.h"

#include "ui/scene/lane_parts.h"
#include "ui/scene/span_layout.h"

namespace threadline::scene {
namespace {

void addRows(LaneParts& parts, std::vector<LabelSpot>& spots) {
  const LaneScene& scene = parts.scene;
  const Metrics& metrics = scene.rows.metrics;
  SpanLayout spans(scene.snapshot, scene.scale, metrics, metrics.tooltips ? &parts.texts : nullptr, parts.list, spots);
  for (const Row& row : scene.rows.rows) {
    switch (row.kind) {
      case RowKind::kLane: spans.addLane(row.lanes.front(), row); break;
      case RowKind::kFold: spans.addFold(row.lanes, row); break;
      case RowKind::kCounter: addCounter(parts, row); break;
      case RowKind::kHolder:
      case RowKind::kProcess: break;
    }
  }
}

/// Which kinds of join are in sight: waiting for one actor, or at exit for all that are left.
void noteJoins(LaneParts& parts) {
  const LaneScene& scene = parts.scene;
  const TimeRange range = scene.scale.range();
  for (const Row& row : scene.rows.rows) {
    if (row.kind != RowKind::kLane) continue;
    PerState<DurationNs> times{};
    const LaneId lane = row.lanes.front();
    scene.snapshot.addStateTimes(lane, range, times);
    if (times[static_cast<std::size_t>(LaneState::kJoining)].ns == 0) continue;
    const std::size_t count = scene.snapshot.spanCount(lane);
    constexpr std::size_t kLooked = 1000;  // a lane's kinds of join are known long before
    const std::size_t first = scene.snapshot.spanAt(lane, range.start);
    for (std::size_t i = first; i < count && i < first + kLooked; ++i) {
      const model::Span span = scene.snapshot.span(lane, i);
      if (span.start >= range.end) break;
      if (span.state != LaneState::kJoining) continue;
      (parts.texts.isExitWait(lane, span) ? parts.legend.hasExitWait : parts.legend.hasOtherJoins) = true;
    }
  }
}

}  // namespace

LaneLegend layoutLanes(const LaneScene& scene, DrawList& list) {
  const SpanText texts(scene.snapshot, scene.view, scene.words);
  Obstacles obstacles;
  LaneLegend legend;
  LaneParts parts{scene, texts, list, obstacles, legend};
  std::vector<LabelSpot> spots;
  addArrows(parts, true);
  addRows(parts, spots);
  addArrows(parts, false);
  for (const Row& row : scene.rows.rows) {
    if (row.kind == RowKind::kHolder) addHolderStrip(parts, row);
    addSlices(parts, row);
  }
  addProcessLines(parts);
  addEndMarks(parts);
  addRequests(parts);
  if (scene.view.labels) placeLabels(spots, texts, scene.measure, scene.rows.metrics, obstacles, list);
  addNotes(parts);
  if (scene.view.labels) addFlowValues(parts);
  addViewMarks(parts);
  addLabels(parts);
  noteJoins(parts);
  return legend;
}

}  // namespace threadline::scene
