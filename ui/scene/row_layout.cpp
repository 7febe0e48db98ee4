// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/row_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/scene/row_order.h"

namespace threadline::scene {
namespace {

constexpr std::uint16_t kMostSliceRows = 3;

/// Kinds of flow in the order in which they are kept when there are too many arrows.
constexpr std::array<FlowKind, 6> kByWeight{FlowKind::kStart, FlowKind::kJoin, FlowKind::kSignal,
                                            FlowKind::kEmit,  FlowKind::kPut,  FlowKind::kRelease};

std::vector<std::optional<std::size_t>> rowsOfLanes(const RowLayout& layout, std::size_t laneCount) {
  std::vector<std::optional<std::size_t>> out(laneCount);
  for (std::size_t i = 0; i < layout.rows.size(); ++i) {
    if (layout.rows[i].kind == RowKind::kLane) out[layout.rows[i].lanes.front().value] = i;
  }
  return out;
}

/// Flows of the view's kinds between two drawn lanes within the range. A kind that would be too many is left out as a
/// whole: half of the arrows would say that the other half did not happen.
void chooseFlows(const model::Snapshot& snapshot, const model::View& view, RowLayout& layout) {
  const auto rowOf = rowsOfLanes(layout, snapshot.laneCount());
  std::array<std::vector<FlowPlace>, kByWeight.size()> byKind;
  const auto& flows = snapshot.flows();
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const model::Flow& flow = flows[i];
    if (std::find(view.arrows.begin(), view.arrows.end(), flow.kind) == view.arrows.end()) continue;
    if (flow.from.value >= rowOf.size() || flow.to.value >= rowOf.size()) continue;
    const auto from = rowOf[flow.from.value];
    const auto to = rowOf[flow.to.value];
    const bool isSeen = flow.out >= view.range.start && flow.in <= view.range.end;
    if (!from || !to || *from == *to || !isSeen) continue;
    byKind.at(static_cast<std::size_t>(flow.kind)).push_back({i, *from, *to});
  }
  for (const FlowKind kind : kByWeight) {
    auto& found = byKind.at(static_cast<std::size_t>(kind));
    if (layout.flows.size() + found.size() > layout.metrics.maxArrows) {
      layout.omittedFlows += found.size();
    } else {
      layout.flows.insert(layout.flows.end(), found.begin(), found.end());
    }
  }
}

/// Room above a lane for what it printed and answered, room below it for its slices.
void reserveBands(const model::Snapshot& snapshot, const model::View& view, RowLayout& layout) {
  const auto rowOf = rowsOfLanes(layout, snapshot.laneCount());
  std::vector<std::size_t> notes(layout.rows.size(), 0);
  if (view.labels && layout.metrics.maxNotesPerLane > 0) {
    for (const model::Instant& instant : snapshot.instants()) {
      if (!isNote(instant.kind) || (instant.kind == InstantKind::kTick && instant.text.isNone())) continue;  // no words
      if (instant.lane.value >= rowOf.size() || !rowOf[instant.lane.value]) continue;
      if (instant.time >= view.range.start && instant.time <= view.range.end) ++notes[*rowOf[instant.lane.value]];
    }
  }
  for (std::size_t i = 0; i < layout.rows.size(); ++i) {
    Row& row = layout.rows[i];
    if (row.kind != RowKind::kLane) continue;
    if (notes[i] > 0 && notes[i] <= layout.metrics.maxNotesPerLane) row.notes = layout.metrics.noteHeight;
    std::uint16_t depth = 0;
    for (const model::Slice& slice : snapshot.slices(row.lanes.front())) {
      if (slice.range.end < view.range.start || slice.range.start > view.range.end) continue;
      depth = std::max(depth, static_cast<std::uint16_t>(std::min<int>(slice.depth + 1, kMostSliceRows)));
    }
    row.slices = depth * layout.metrics.sliceHeight;
  }
}

double heightOf(const Row& row, const Metrics& metrics) {
  switch (row.kind) {
    case RowKind::kProcess: return metrics.headerHeight;
    case RowKind::kCounter: return metrics.counterHeight;
    case RowKind::kHolder: return metrics.holderHeight;
    case RowKind::kLane:
    case RowKind::kFold: break;
  }
  return metrics.rowHeight;
}

bool isCrossed(const RowLayout& layout, std::size_t upper) {
  return std::any_of(layout.flows.begin(), layout.flows.end(), [&](const FlowPlace& flow) {
    return std::min(flow.from, flow.to) <= upper && std::max(flow.from, flow.to) > upper;
  });
}

/// Between row `upper` and the one below it.
double gapBelow(const RowLayout& layout, std::size_t upper) {
  const Metrics& metrics = layout.metrics;
  const Row& above = layout.rows[upper];
  const Row& below = layout.rows[upper + 1];
  const double room = below.notes > 0 ? below.notes + 4 : 0;  // notes stand in the gap
  if (above.kind == RowKind::kProcess) return std::max(6.0, room);
  double gap = above.process == below.process ? metrics.rowGap : metrics.groupGap;
  if (above.kind == RowKind::kHolder && below.process == above.process) gap = metrics.rowGap * 0.75;
  if (below.kind != RowKind::kProcess && isCrossed(layout, upper)) gap = std::max(gap, metrics.arrowGap);
  return std::max(gap, room);
}

void place(RowLayout& layout, double top) {
  double y = top;
  for (std::size_t i = 0; i < layout.rows.size(); ++i) {
    Row& row = layout.rows[i];
    if (i == 0) y += row.notes;
    row.height = std::round(heightOf(row, layout.metrics));
    row.top = std::round(y);  // whole pixels: level edges stay crisp
    y = row.bottom() + row.slices;
    if (i + 1 < layout.rows.size()) y += gapBelow(layout, i);
  }
  layout.top = top;
  layout.bottom = y;
}

void findGroups(RowLayout& layout) {
  for (std::size_t i = 0; i < layout.rows.size(); ++i) {
    if (layout.rows[i].kind != RowKind::kProcess) continue;
    std::size_t last = i;
    while (last + 1 < layout.rows.size() && layout.rows[last + 1].process == layout.rows[i].process) ++last;
    layout.groups.push_back({i, last});
  }
}

/// Takes the header away where it stands above all there is.
void dropOnlyHeader(std::vector<Row>& rows) {
  const auto isHeader = [](const Row& row) { return row.kind == RowKind::kProcess; };
  const auto isOfFirst = [&](const Row& row) { return row.process == rows.front().process; };
  if (rows.empty() || !isHeader(rows.front()) || !std::all_of(rows.begin(), rows.end(), isOfFirst)) return;
  rows.erase(rows.begin());
}

}  // namespace

bool isNote(InstantKind kind) {
  switch (kind) {
    case InstantKind::kPrint:
    case InstantKind::kSignal:
    case InstantKind::kAnswer:
    case InstantKind::kException:
    case InstantKind::kLostUpdate:
    case InstantKind::kMark:
    case InstantKind::kTick:
    case InstantKind::kCancel:
    case InstantKind::kRefused:
    case InstantKind::kDeadlock: return true;
    default: return false;
  }
}

std::optional<std::size_t> RowLayout::rowOf(LaneId lane) const {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind == RowKind::kLane && rows[i].lanes.front() == lane) return i;
  }
  return std::nullopt;
}

RowLayout layoutRows(const model::Snapshot& snapshot, const model::View& view, const Metrics& metrics, double top,
                     const std::set<ProcessId>& folded) {
  RowLayout layout;
  layout.rows = orderRows(snapshot, view, metrics.foldAbove, folded);
  if (!metrics.headsOnlyProcess) dropOnlyHeader(layout.rows);
  const auto lanes = static_cast<std::size_t>(std::count_if(layout.rows.begin(), layout.rows.end(), [](const Row& row) {
    return row.kind == RowKind::kLane || row.kind == RowKind::kFold;
  }));
  layout.metrics = lanes > metrics.compactAbove ? metrics.compacted() : metrics;
  chooseFlows(snapshot, view, layout);
  reserveBands(snapshot, view, layout);
  findGroups(layout);
  place(layout, top);
  return layout;
}

}  // namespace threadline::scene
