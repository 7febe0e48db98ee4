// SPDX-License-Identifier: GPL-3.0-or-later
// Flows as arrows: from the edge of the box that lets go to the edge of the box that takes.
#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/scene/lane_parts.h"
#include "ui/scene/span_layout.h"
#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

constexpr double kUpright = 12;
constexpr double kBesideArrow = 6;
constexpr double kSlant = 1.3;  // widths of its words that an arrow must reach over to carry them
constexpr std::size_t kLongestValue = 24;

/// How far the box at this time stands from its row's edge.
double insetAt(const model::Snapshot& snapshot, const Row& row, TimeNs time) {
  const LaneId lane = row.lanes.front();
  const std::size_t count = snapshot.spanCount(lane);
  if (count == 0) return 0;
  const std::size_t index = std::min(snapshot.spanAt(lane, time), count - 1);
  return isHalfHeight(snapshot.span(lane, index).state) ? row.height / 4 : 0;
}

/// The free band between this row and the next one in the arrow's direction; nothing where they touch.
std::optional<Rect> bandBeside(const RowLayout& rows, std::size_t row, bool down) {
  if (down ? row + 1 >= rows.rows.size() : row == 0) return std::nullopt;
  const Row& upper = rows.rows[down ? row : row - 1];
  const Row& lower = rows.rows[down ? row + 1 : row];
  const double top = upper.bottom() + upper.slices;
  const double bottom = lower.top - lower.notes;
  if (bottom <= top) return std::nullopt;
  return Rect{0, top, 0, bottom - top};
}

/// The curve's x at this height.
double xAt(const ArrowShape& shape, double y) {
  double low = 0;
  double high = 1;
  const bool isDown = shape.curve[3].second >= shape.curve[0].second;
  for (int i = 0; i < 12; ++i) {
    const double middle = (low + high) / 2;
    ((shape.at(middle).second < y) == isDown ? low : high) = middle;
  }
  return shape.at((low + high) / 2).first;
}

/// A process's main lane is known by the process's name where others have a main lane, too.
std::string actorName(const LaneParts& parts, const Row& row) {
  const LaneId lane = row.lanes.front();
  const auto& processes = parts.scene.snapshot.processes();
  const bool standsForProcess = row.isWholeProcess && parts.scene.snapshot.lane(lane).isMain &&
                                row.process.value < processes.size() && !parts.scene.view.names.contains(lane);
  return standsForProcess ? oneLine(processes[row.process.value].name, 60) : parts.texts.nameOf(lane);
}

Arrow arrowOf(const LaneScene& scene, const FlowPlace& place) {
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
  return arrow;
}

}  // namespace

void addArrows(LaneParts& parts, bool behind) {
  const LaneScene& scene = parts.scene;
  for (const FlowPlace& place : scene.rows.flows) {
    const model::Flow& flow = scene.snapshot.flows()[place.flow];
    const Row& from = scene.rows.rows[place.from];
    const Row& to = scene.rows.rows[place.to];
    Arrow arrow = arrowOf(scene, place);
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

void addFlowValues(LaneParts& parts) {
  const LaneScene& scene = parts.scene;
  const Metrics& metrics = scene.rows.metrics;
  for (const FlowPlace& place : scene.rows.flows) {
    const std::string words = oneLine(scene.snapshot.text(scene.snapshot.flows()[place.flow].text), kLongestValue);
    const auto band = bandBeside(scene.rows, place.from, place.to > place.from);
    if (words.empty() || !band || band->height < 1.2 * metrics.noteText) continue;
    const Arrow arrow = arrowOf(scene, place);
    const double middle = band->y + band->height / 2;
    const double x = xAt(shapeOf(arrow), middle);
    const double width = 1.05 * scene.measure.width(words, metrics.noteText, false);
    Text text{x + kBesideArrow * metrics.unit, baselineFor(middle, metrics.noteText), words, metrics.noteText};
    const auto isInPlot = [&](const Rect& bounds) {
      return bounds.x >= metrics.plotLeft && bounds.right() <= metrics.pageRight;
    };
    const auto fits = [&] {
      const Rect bounds = boundsOf(text, width);
      return isInPlot(bounds) && parts.obstacles.isFree(bounds);
    };
    bool isThere = fits();
    if (!isThere) {
      text.x = x - kBesideArrow * metrics.unit;
      text.align = Align::kRight;
      isThere = fits();
    }
    if (!isThere && std::abs(arrow.x2 - arrow.x1) > kSlant * width) {
      // Long and slanted: on the arrow itself, which goes on at both sides of its words.
      text.x = x;
      text.align = Align::kCentre;
      const Rect bounds = boundsOf(text, width);
      isThere = isInPlot(bounds) && parts.obstacles.isFreeBut(arrow, bounds);
      if (isThere) parts.list.primitives.emplace_back(FilledRect{bounds, Role::kPlate});
    }
    if (!isThere) continue;
    parts.obstacles.add(boundsOf(text, width));
    parts.list.primitives.emplace_back(std::move(text));
  }
}

}  // namespace threadline::scene
