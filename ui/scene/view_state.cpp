// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/view_state.h"

#include <algorithm>
#include <cmath>

namespace threadline::scene {
namespace {

constexpr double kEndRoom = 0.02;  // right of the last end, for its mark
constexpr std::size_t kLongestHistory = 200;

std::int64_t shareOf(DurationNs length, double share) {
  return std::llround(static_cast<double>(length.ns) * share);
}

/// Processes' blocks in the order of their first lanes, so that neighbours in the list are neighbours in the picture.
std::vector<LaneId> inBlocks(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes) {
  std::vector<LaneId> out;
  std::vector<bool> isTaken(lanes.size(), false);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (isTaken[i]) continue;
    const ProcessId process = snapshot.lane(lanes[i]).process;
    for (std::size_t j = i; j < lanes.size(); ++j) {
      if (isTaken[j] || snapshot.lane(lanes[j]).process != process) continue;
      isTaken[j] = true;
      out.push_back(lanes[j]);
    }
  }
  return out;
}

struct Block {
  std::size_t first;
  std::size_t last;  // one past
};

Block blockAt(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes, std::size_t at) {
  const ProcessId process = snapshot.lane(lanes[at]).process;
  Block out{at, at + 1};
  while (out.first > 0 && snapshot.lane(lanes[out.first - 1]).process == process) --out.first;
  while (out.last < lanes.size() && snapshot.lane(lanes[out.last]).process == process) ++out.last;
  return out;
}

void moveBlock(const model::Snapshot& snapshot, std::vector<LaneId>& lanes, const Block& block, bool up) {
  const auto at = [&](std::size_t i) { return lanes.begin() + static_cast<std::ptrdiff_t>(i); };
  if (up && block.first > 0) {
    const Block above = blockAt(snapshot, lanes, block.first - 1);
    std::rotate(at(above.first), at(block.first), at(block.last));
  } else if (!up && block.last < lanes.size()) {
    const Block below = blockAt(snapshot, lanes, block.last);
    std::rotate(at(block.first), at(block.last), at(below.last));
  }
}

}  // namespace

TimeRange fitted(TimeRange extent) {
  const std::int64_t length = std::max(extent.length().ns, kShortestRange.ns);
  return {extent.start, {extent.start.ns + length + shareOf({length}, kEndRoom)}};
}

TimeRange clamped(TimeRange range, TimeRange extent) {
  const TimeRange all = fitted(extent);
  const std::int64_t margin = shareOf(all.length(), kEndRoom);
  const std::int64_t first = all.start.ns - margin;
  const std::int64_t last = all.end.ns + margin;
  const std::int64_t length = std::clamp(range.length().ns, kShortestRange.ns, last - first);
  const std::int64_t start = std::clamp(range.start.ns, first, last - length);
  return {{start}, {start + length}};
}

TimeRange zoomedAbout(TimeRange range, TimeNs about, double factor, TimeRange extent) {
  const auto length = static_cast<double>(range.length().ns);
  const double wanted = std::max(length * factor, static_cast<double>(kShortestRange.ns));
  const double share = length > 0 ? static_cast<double>((about - range.start).ns) / length : 0;
  const std::int64_t start = about.ns - std::llround(wanted * share);
  return clamped({{start}, {start + std::llround(wanted)}}, extent);
}

TimeRange panned(TimeRange range, double share, TimeRange extent) {
  const DurationNs by{shareOf(range.length(), share)};
  return clamped({range.start + by, range.end + by}, extent);
}

TimeRange extentOf(const std::vector<Pane>& panes) {
  std::optional<TimeRange> out;
  for (const Pane& pane : panes) {
    if (!pane.snapshot) continue;
    const TimeRange own = pane.snapshot->extent();
    out = out ? TimeRange{std::min(out->start, own.start), std::max(out->end, own.end)} : own;
  }
  if (!out) return {{0}, {1}};
  if (out->end <= out->start) out->end = {out->start.ns + 1};
  return *out;
}

void RangeHistory::visit(TimeRange range) {
  if (!m_ranges.empty() && m_ranges[m_at] == range) return;
  if (!m_ranges.empty()) m_ranges.resize(m_at + 1);
  if (m_ranges.size() >= kLongestHistory) m_ranges.erase(m_ranges.begin());
  m_ranges.push_back(range);
  m_at = m_ranges.size() - 1;
}

std::optional<TimeRange> RangeHistory::back() {
  if (!canGoBack()) return std::nullopt;
  return m_ranges[--m_at];
}

std::optional<TimeRange> RangeHistory::forward() {
  if (!canGoForward()) return std::nullopt;
  return m_ranges[++m_at];
}

std::vector<LaneId> orderedLanes(const Pane& pane, std::size_t index, const ViewState& state) {
  if (!pane.snapshot) return {};
  std::vector<LaneId> known;
  for (const LaneId lane : pane.view.lanes) {
    if (lane.value < pane.snapshot->laneCount()) known.push_back(lane);
  }
  std::vector<LaneId> out;
  const auto add = [&](LaneId lane) {
    const bool exists = std::find(known.begin(), known.end(), lane) != known.end();
    if (exists && std::find(out.begin(), out.end(), lane) == out.end()) out.push_back(lane);
  };
  for (auto pin = state.pinned.rbegin(); pin != state.pinned.rend(); ++pin) {
    if (pin->pane == index) add(pin->lane);
  }
  const std::vector<LaneId> pinned = out;
  const auto order = state.orders.find(index);
  if (order != state.orders.end()) {
    for (const LaneId lane : order->second) add(lane);
  }
  for (const LaneId lane : known) add(lane);
  out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(pinned.size()));
  out = inBlocks(*pane.snapshot, out);
  out.insert(out.begin(), pinned.begin(), pinned.end());
  return out;
}

model::View viewOf(const Pane& pane, std::size_t index, const ViewState& state) {
  model::View out = pane.view;
  out.range = state.range;
  out.lanes = orderedLanes(pane, index, state);
  const auto isHidden = [&](LaneId lane) { return state.isHidden({index, lane}); };
  out.lanes.erase(std::remove_if(out.lanes.begin(), out.lanes.end(), isHidden), out.lanes.end());
  const auto isPinned = [&](LaneId lane) {
    return std::find(state.pinned.begin(), state.pinned.end(), LaneRef{index, lane}) != state.pinned.end();
  };
  out.pinned = static_cast<std::size_t>(std::count_if(out.lanes.begin(), out.lanes.end(), isPinned));
  const auto isUnwanted = [&](FlowKind kind) { return !state.showsArrows || state.hiddenArrows.count(kind) > 0; };
  out.labels = out.labels && state.showsLabels;
  out.arrows.erase(std::remove_if(out.arrows.begin(), out.arrows.end(), isUnwanted), out.arrows.end());
  return out;
}

void moveLane(ViewState& state, const std::vector<Pane>& panes, LaneRef lane, bool up) {
  if (lane.pane >= panes.size() || !panes[lane.pane].snapshot) return;
  const model::Snapshot& snapshot = *panes[lane.pane].snapshot;
  std::vector<LaneId> lanes = orderedLanes(panes[lane.pane], lane.pane, state);
  const auto found = std::find(lanes.begin(), lanes.end(), lane.lane);
  if (found == lanes.end()) return;
  const auto at = static_cast<std::size_t>(found - lanes.begin());
  const Block block = blockAt(snapshot, lanes, at);
  std::size_t other = at;
  do {
    other = up ? other - 1 : other + 1;  // wraps to the largest below zero
  } while (other >= block.first && other < block.last && state.isHidden({lane.pane, lanes[other]}));
  if (other >= block.first && other < block.last) {
    std::swap(lanes[at], lanes[other]);
  } else {
    moveBlock(snapshot, lanes, block, up);
  }
  const auto isOfPane = [&](const LaneRef& pin) { return pin.pane == lane.pane; };
  state.pinned.erase(std::remove_if(state.pinned.begin(), state.pinned.end(), isOfPane), state.pinned.end());
  state.orders[lane.pane] = std::move(lanes);
}

void togglePin(ViewState& state, LaneRef lane) {
  const auto found = std::find(state.pinned.begin(), state.pinned.end(), lane);
  if (found != state.pinned.end()) {
    state.pinned.erase(found);
  } else {
    state.pinned.push_back(lane);
  }
}

}  // namespace threadline::scene
