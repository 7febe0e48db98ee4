// SPDX-License-Identifier: GPL-3.0-or-later
// Flows as arrows: from the edge of the box that lets go to the edge of the box that takes.
#include <algorithm>
#include <cmath>

#include "ui/scene/lane_parts.h"
#include "ui/scene/span_layout.h"
#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

constexpr double kUpright = 12;

/// How far the box at this time stands from its row's edge.
double insetAt(const model::Snapshot& snapshot, const Row& row, TimeNs time) {
  const LaneId lane = row.lanes.front();
  const std::size_t count = snapshot.spanCount(lane);
  if (count == 0) return 0;
  const std::size_t index = std::min(snapshot.spanAt(lane, time), count - 1);
  return isHalfHeight(snapshot.span(lane, index).state) ? row.height / 4 : 0;
}

/// A process's main lane is known by the process's name where others have a main lane, too.
std::string actorName(const LaneParts& parts, const Row& row) {
  const LaneId lane = row.lanes.front();
  const auto& processes = parts.scene.snapshot.processes();
  const bool standsForProcess = row.isWholeProcess && parts.scene.snapshot.lane(lane).isMain &&
                                row.process.value < processes.size() && parts.scene.view.names.count(lane) == 0;
  return standsForProcess ? oneLine(processes[row.process.value].name, 60) : parts.texts.nameOf(lane);
}

}  // namespace

void addArrows(LaneParts& parts, bool behind) {
  const LaneScene& scene = parts.scene;
  for (const FlowPlace& place : scene.rows.flows) {
    const model::Flow& flow = scene.snapshot.flows()[place.flow];
    const Row& from = scene.rows.rows[place.from];
    const Row& to = scene.rows.rows[place.to];
    const bool down = place.to > place.from;
    const double fromInset = insetAt(scene.snapshot, from, flow.out);
    const double toInset = insetAt(scene.snapshot, to, flow.in);
    Arrow arrow;
    arrow.x1 = scene.scale.xOf(flow.out);
    arrow.x2 = scene.scale.xOf(flow.in);
    arrow.y1 = down ? from.bottom() - fromInset : from.top + fromInset;
    arrow.y2 = down ? to.top + toInset : to.bottom() - toInset;
    arrow.scale = scene.rows.metrics.unit;
    if (scene.rows.metrics.tooltips) {
      const std::string carried = oneLine(scene.snapshot.text(flow.text), 60);
      arrow.tooltip = actorName(parts, from) + " \xE2\x86\x92 " + actorName(parts, to) +
                      (carried.empty() ? "" : ": " + carried) + " \xC2\xB7 " + durationText(flow.in - flow.out);
    }
    const bool isUpright = std::abs(arrow.x2 - arrow.x1) <= kUpright * arrow.scale;
    if (isUpright != behind) continue;
    parts.obstacles.addArrow(arrow, behind);
    parts.list.primitives.emplace_back(std::move(arrow));
  }
}

}  // namespace threadline::scene
