// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/frame_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/scene/label_layout.h"
#include "ui/scene/lane_layout.h"
#include "ui/scene/ticks.h"

namespace threadline::scene {
namespace {

constexpr double kPaneTitle = 26;
constexpr double kPaneGap = 18;
constexpr double kTopRoom = 10;
constexpr double kBottomRoom = 12;

std::set<ProcessId> foldedOf(const ViewState& state, std::size_t pane) {
  std::set<ProcessId> out;
  for (const auto& [index, process] : state.foldedProcesses) {
    if (index == pane) out.insert(process);
  }
  return out;
}

void shift(RowLayout& rows, double by) {
  for (Row& row : rows.rows) row.top += by;
  rows.top += by;
  rows.bottom += by;
}

/// The rows in sight, and those that arrows and brackets in sight need.
std::vector<bool> neededRows(const RowLayout& rows, double height) {
  std::vector<bool> out(rows.rows.size(), false);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Row& row = rows.rows[i];
    out[i] = row.top - row.notes < height && row.bottom() + row.slices > 0;
  }
  const auto spans = [&](std::size_t a, std::size_t b) {
    return rows.rows[std::min(a, b)].top < height && rows.rows[std::max(a, b)].bottom() > 0;
  };
  for (const Group& group : rows.groups) {
    if (spans(group.first, group.last)) out[group.first] = out[group.last] = true;
  }
  for (const FlowPlace& flow : rows.flows) {
    if (spans(flow.from, flow.to)) out[flow.from] = out[flow.to] = true;
  }
  return out;
}

RowLayout inSight(const RowLayout& rows, double height) {
  const std::vector<bool> isNeeded = neededRows(rows, height);
  RowLayout out;
  out.metrics = rows.metrics;
  out.top = rows.top;
  out.bottom = rows.bottom;
  out.omittedFlows = rows.omittedFlows;
  std::vector<std::size_t> place(rows.rows.size(), 0);
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    if (!isNeeded[i]) continue;
    place[i] = out.rows.size();
    out.rows.push_back(rows.rows[i]);
  }
  for (const Group& group : rows.groups) {
    if (isNeeded[group.first] && isNeeded[group.last]) out.groups.push_back({place[group.first], place[group.last]});
  }
  for (const FlowPlace& flow : rows.flows) {
    if (isNeeded[flow.from] && isNeeded[flow.to]) {
      out.flows.push_back({flow.flow, place[flow.from], place[flow.to]});
    }
  }
  return out;
}

void addGrid(const FrameRequest& request, const TimeScale& scale, DrawList& list) {
  for (const Tick& tick : ticksFor(scale.range()).ticks) {
    const double x = std::floor(scale.xOf(tick.time)) + 0.5;
    if (x < scale.left() || x > scale.right()) continue;
    list.primitives.emplace_back(Line{x, 0, x, request.height, 1, Role::kGrid});
  }
}

void addTitle(const FrameRequest& request, const Pane& pane, double top, DrawList& list) {
  const Metrics& metrics = request.metrics;
  const double baseline = baselineFor(top + kPaneTitle / 2, metrics.nameText);
  const double width = metrics.pageRight - 2 * metrics.labelLeft;
  const std::string note = oneLine(pane.note, 120);
  const double noteWidth = note.empty() ? 0 : request.measure.width(note, metrics.nameText, false) + 16;
  list.primitives.emplace_back(Line{metrics.labelLeft, top + kPaneTitle - 1.5, metrics.pageRight - metrics.labelLeft,
                                    top + kPaneTitle - 1.5, 1, Role::kBracket});
  Text title{metrics.labelLeft, baseline, {}, metrics.nameText, true};
  title.text =
      elideMiddle(oneLine(pane.title, 120), std::max(40.0, width - noteWidth), metrics.nameText, true, request.measure);
  list.primitives.emplace_back(std::move(title));
  if (note.empty()) return;
  Text right{metrics.pageRight - metrics.labelLeft, baseline, note, metrics.nameText, false, Align::kRight};
  list.primitives.emplace_back(std::move(right));
}

bool isFiltered(const ViewState& state, LaneState which) {
  return state.hiddenStates.contains(which);
}

/// A column without the filtered states: what is left stands on what was below it.
void filterStrip(const ViewState& state, ShareStrip& strip) {
  for (auto& column : strip.cumulative) {
    unsigned before = 0;
    unsigned gone = 0;
    for (std::size_t s = 0; s < kLaneStateCount; ++s) {
      const unsigned upTo = column[s];
      if (isFiltered(state, static_cast<LaneState>(s))) gone += upTo - before;
      before = upTo;
      column[s] = static_cast<std::uint8_t>(upTo - gone);
    }
  }
}

/// Filtered states leave a thin line, so that the lane's life is still seen, and no text.
void filterStates(const ViewState& state, DrawList& list, std::size_t from) {
  if (state.hiddenStates.empty()) return;
  std::vector<Primitive> kept(list.primitives.begin(), list.primitives.begin() + static_cast<std::ptrdiff_t>(from));
  for (std::size_t i = from; i < list.primitives.size(); ++i) {
    Primitive& primitive = list.primitives[i];
    if (auto* strip = std::get_if<ShareStrip>(&primitive)) filterStrip(state, *strip);
    const auto* box = std::get_if<StateBox>(&primitive);
    if (box != nullptr && isFiltered(state, box->state)) {
      const double y = box->rect.y + box->rect.height / 2;
      kept.emplace_back(Line{box->rect.x, y, box->rect.right(), y, 1, Role::kGrid});
      continue;
    }
    const auto* text = std::get_if<Text>(&primitive);
    if (text != nullptr && text->isOnState && isFiltered(state, text->onState)) continue;
    const auto* plate = std::get_if<FilledRect>(&primitive);
    if (plate != nullptr && plate->isOnState && isFiltered(state, plate->onState)) continue;
    kept.push_back(std::move(primitive));
  }
  list.primitives = std::move(kept);
}

PaneFrame addPane(const FrameRequest& request, std::size_t index, double top, Frame& frame) {
  const Pane& pane = request.panes[index];
  model::View view = viewOf(pane, index, request.state);
  if (index == 0) view.marks.insert(view.marks.end(), request.marks.begin(), request.marks.end());
  PaneFrame out;
  out.pane = index;
  out.top = top;
  double y = top;
  if (!pane.title.empty()) {
    if (y < request.height && y + kPaneTitle > 0) addTitle(request, pane, y, frame.list);
    y += kPaneTitle + 4;
  }
  y += viewMarksHeight(view, request.metrics);
  out.rows = layoutRows(*pane.snapshot, view, request.metrics, 0, foldedOf(request.state, index));
  shift(out.rows, y);
  out.bottom = out.rows.bottom;
  frame.omittedArrows += out.rows.omittedFlows;
  if (out.top >= request.height || out.bottom <= 0) return out;
  const RowLayout seen = inSight(out.rows, request.height);
  const std::size_t from = frame.list.primitives.size();
  (void)layoutLanes({*pane.snapshot, view, seen, frame.scale, request.measure, request.words}, frame.list);
  filterStates(request.state, frame.list, from);
  return out;
}

}  // namespace

Metrics windowMetrics(double width) {
  Metrics out;
  out.labelLeft = 10;
  out.plotLeft = std::clamp(std::round(width * 0.16), 120.0, 220.0);
  out.pageRight = std::max(width, out.plotLeft + 80);
  out.plotRight = out.pageRight - 24;
  out.labelGap = 10;
  out.rowHeight = 30;
  out.rowGap = 8;
  out.arrowGap = 16;
  out.groupGap = 14;
  out.headerHeight = 20;
  out.counterHeight = 26;
  out.holderHeight = 12;
  out.noteHeight = 16;
  out.sliceHeight = 16;
  out.boxText = 12;  // so that it fits into a box of half height
  out.nameText = 13.5;
  out.kindText = 11;
  out.noteText = 11.5;
  out.foldAbove = 400;  // there is a scroll bar
  return out.forFrames();
}

Frame layoutFrame(const FrameRequest& request) {
  const Metrics& metrics = request.metrics;
  Frame frame;
  frame.scale = TimeScale(request.state.range, metrics.plotLeft, metrics.plotRight - metrics.plotLeft);
  frame.list.width = metrics.pageRight;
  frame.list.height = request.height;
  if (request.state.showsGrid) addGrid(request, frame.scale, frame.list);
  double y = kTopRoom - request.scrollTop;
  for (std::size_t i = 0; i < request.panes.size(); ++i) {
    if (!request.panes[i].snapshot) continue;
    if (!frame.panes.empty()) y += kPaneGap;
    frame.panes.push_back(addPane(request, i, y, frame));
    y = frame.panes.back().bottom;
  }
  frame.contentHeight = std::ceil(y + request.scrollTop + kBottomRoom);
  return frame;
}

std::optional<FrameHit> hitFrame(const Frame& frame, const std::vector<Pane>& panes, double x, double y) {
  for (const PaneFrame& pane : frame.panes) {
    if (pane.pane >= panes.size() || !panes[pane.pane].snapshot) continue;
    const model::Snapshot& snapshot = *panes[pane.pane].snapshot;
    for (std::size_t i = 0; i < pane.rows.rows.size(); ++i) {
      const Row& row = pane.rows.rows[i];
      if (y < row.top || y >= row.bottom()) continue;
      FrameHit hit{pane.pane, i, row.kind, row.process, frame.scale.timeAt(x), LaneId{}, std::nullopt, false};
      hit.isOverLabels = x < frame.scale.left();
      if (row.kind != RowKind::kLane) return hit;
      hit.lane = row.lanes.front();
      if (hit.isOverLabels || x >= frame.scale.right()) return hit;
      const std::size_t span = snapshot.spanAt(hit.lane, hit.time);
      const bool isInside = span < snapshot.spanCount(hit.lane) && snapshot.span(hit.lane, span).start <= hit.time;
      if (isInside) hit.span = SpanRef{{pane.pane, hit.lane}, span};
      return hit;
    }
  }
  return std::nullopt;
}

const Row* rowOf(const Frame& frame, LaneRef lane) {
  for (const PaneFrame& pane : frame.panes) {
    if (pane.pane != lane.pane) continue;
    const auto row = pane.rows.rowOf(lane.lane);
    return row ? &pane.rows.rows[*row] : nullptr;
  }
  return nullptr;
}

}  // namespace threadline::scene
