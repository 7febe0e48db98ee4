// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between the lanes: a counter as steps, who holds the GIL as a strip, slices as rows by depth.
// Where several values share a pixel, the counter shows their largest and smallest, the strip their exact shares.
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/scene/lane_parts.h"
#include "ui/scene/units.h"

namespace threadline::scene {
namespace {

/// A text in the middle of a rectangle, where it fits.
void addCentred(LaneParts& parts, const Rect& rect, const std::string& words, double size, Role role) {
  const double width = parts.scene.measure.width(words, size, false);
  const Rect room = parts.obstacles.roomIn(rect, 1.15 * width + 8 * parts.scene.rows.metrics.unit);
  if (words.empty() || room.width <= 0) return;
  Text text{room.x + room.width / 2, baselineFor(rect.y + rect.height / 2, size), words, size};
  text.align = Align::kCentre;
  text.role = role;
  parts.list.primitives.emplace_back(std::move(text));
}

struct CounterRange {
  std::int64_t low = 0;
  std::int64_t high = 1;
  [[nodiscard]] double heightOf(std::int64_t value) const {
    return (static_cast<double>(value) - static_cast<double>(low)) /
           (static_cast<double>(high) - static_cast<double>(low));
  }
};

CounterRange rangeOf(const model::Counter& counter) {
  CounterRange out;
  for (const model::CounterSample& sample : counter.samples) {
    out.low = std::min(out.low, sample.value);
    out.high = std::max(out.high, sample.value);
  }
  return out;
}

}  // namespace

void addCounter(LaneParts& parts, const Row& row) {
  const TimeScale& scale = parts.scene.scale;
  const Metrics& metrics = parts.scene.rows.metrics;
  const auto& samples = parts.scene.snapshot.counters()[row.counter].samples;
  parts.list.primitives.emplace_back(
      Line{scale.left(), row.bottom(), scale.right(), row.bottom(), metrics.unit, Role::kGrid});
  if (samples.empty()) return;
  const CounterRange values = rangeOf(parts.scene.snapshot.counters()[row.counter]);
  const auto yOf = [&](std::int64_t value) { return row.bottom() - row.height * values.heightOf(value); };
  const auto later = std::upper_bound(samples.begin(), samples.end(), scale.range().start,
                                      [](TimeNs t, const model::CounterSample& sample) { return t < sample.time; });
  auto next = later == samples.begin() ? later : later - 1;
  Polygon area;
  area.role = Role::kCounter;
  if (next == samples.end()) return;
  double x = std::max(scale.xOf(next->time), scale.left());
  double y = yOf(next->value);
  area.points = {{x, yOf(0)}, {x, y}};
  for (++next; next != samples.end() && next->time < scale.range().end;) {
    // All samples of one column as one upright stroke: from the smallest to the largest, on with the last.
    const double at = scale.xOf(next->time);
    double lowest = yOf(next->value);
    double highest = lowest;
    double last = lowest;
    for (++next; next != samples.end() && scale.xOf(next->time) < at + metrics.column; ++next) {
      last = yOf(next->value);
      lowest = std::max(lowest, last);
      highest = std::min(highest, last);
    }
    area.points.emplace_back(at, y);
    if (highest < std::min(y, last)) area.points.emplace_back(at, highest);
    if (lowest > std::max(y, last)) area.points.emplace_back(at, lowest);
    area.points.emplace_back(at, last);
    y = last;
  }
  const double end = std::min(scale.xOf(parts.scene.snapshot.extent().end), scale.right());
  area.points.emplace_back(end, y);
  Polygon line{{area.points.begin() + 1, area.points.end()}, Role::kCounter, false};
  area.points.emplace_back(end, yOf(0));
  parts.list.primitives.emplace_back(std::move(area));
  parts.list.primitives.emplace_back(std::move(line));
}

void addHolderStrip(LaneParts& parts, const Row& row) {
  const TimeScale& scale = parts.scene.scale;
  const Metrics& metrics = parts.scene.rows.metrics;
  const auto& processes = parts.scene.snapshot.processes();
  if (row.process.value >= processes.size()) return;
  std::map<LaneId, int> shades;  // in the order of the lanes' rows: neighbours differ
  for (const Row& other : parts.scene.rows.rows) {
    if (other.kind == RowKind::kLane) shades.emplace(other.lanes.front(), static_cast<int>(shades.size()));
  }
  std::map<LaneId, double> shares;  // of the column that is being filled
  double column = -1;
  const auto flush = [&] {
    double y = row.bottom();
    for (const auto& [lane, share] : shares) {
      const double height = row.height * std::min(1.0, share / metrics.column);
      y -= height;
      const auto shade = shades.find(lane);
      FilledRect rect{{column, y, metrics.column, height}, Role::kStrip, shade == shades.end() ? -1 : shade->second};
      parts.list.primitives.emplace_back(std::move(rect));
    }
    shares.clear();
  };
  for (const model::GilHold& hold : processes[row.process.value].gilHolds) {
    const double x1 = std::max(scale.xOf(hold.range.start), scale.left());
    const double x2 = std::min(scale.xOf(hold.range.end), scale.right());
    if (x2 <= x1) continue;
    if (x2 - x1 < metrics.boxFrom) {
      const double at = std::floor(x1 / metrics.column) * metrics.column;
      if (at != column) flush();
      column = at;
      shares[hold.holder] += x2 - x1;
      continue;
    }
    flush();
    const auto shade = shades.find(hold.holder);
    FilledRect rect{{x1, row.top, x2 - x1, row.height}, Role::kStrip, shade == shades.end() ? -1 : shade->second};
    if (metrics.tooltips) {
      rect.tooltip = parts.texts.nameOf(hold.holder) + " \xC2\xB7 " + durationText(hold.range.length());
    }
    const Rect place = rect.rect;
    parts.list.primitives.emplace_back(std::move(rect));
    addCentred(parts, place, parts.texts.nameOf(hold.holder), std::min(metrics.kindText, row.height * 0.88),
               Role::kText);
  }
  flush();
}

void addSlices(LaneParts& parts, const Row& row) {
  if (row.slices <= 0 || row.kind != RowKind::kLane) return;
  const TimeScale& scale = parts.scene.scale;
  const Metrics& metrics = parts.scene.rows.metrics;
  const auto depths = static_cast<int>(std::lround(row.slices / metrics.sliceHeight));
  for (const model::Slice& slice : parts.scene.snapshot.slices(row.lanes.front())) {
    if (slice.depth >= depths) continue;
    const double x1 = std::max(scale.xOf(slice.range.start), scale.left());
    const double x2 = std::min(scale.xOf(slice.range.end), scale.right());
    if (x2 - x1 < metrics.boxFrom) continue;
    const double y = row.bottom() + slice.depth * metrics.sliceHeight + 2 * metrics.unit;
    const std::string label = oneLine(parts.scene.snapshot.text(slice.label), 60);
    FilledRect rect{{x1, y, x2 - x1, metrics.sliceHeight - 2 * metrics.unit}, Role::kStrip, -1};
    if (metrics.tooltips) rect.tooltip = label + " \xC2\xB7 " + durationText(slice.range.length());
    const Rect place = rect.rect;
    parts.list.primitives.emplace_back(std::move(rect));
    addCentred(parts, place, label, metrics.kindText, Role::kText);
  }
}

}  // namespace threadline::scene
