// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a person looks at a timeline: the visible range and where it was before, what is selected, which lanes are
// hidden, pinned, moved or folded, which states are filtered out. A value: a timeline holds one and draws what it says.
//
// The free functions are pure; none of them gives a range that is empty or leaves what there is to see.
// Thread: any; values only.

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/event/event.h"
#include "core/event/lane_state.h"
#include "ui/scene/pane.h"

namespace threadline::scene {

/// No range is shorter: below it a pixel would be less than a nanosecond.
inline constexpr DurationNs kShortestRange{2000};

/// All of it, with a little room at its end for marks.
[[nodiscard]] TimeRange fitted(TimeRange extent);
/// Moved and, where it is too long, shortened so that it stays within what fitted() shows and a margin.
[[nodiscard]] TimeRange clamped(TimeRange range, TimeRange extent);
/// `factor` below 1 zooms in; `about` keeps its place in the window as far as the ends allow.
[[nodiscard]] TimeRange zoomedAbout(TimeRange range, TimeNs about, double factor, TimeRange extent);
/// Moved by this share of its length, to the right where it is positive.
[[nodiscard]] TimeRange panned(TimeRange range, double share, TimeRange extent);
/// Of all panes together; one nanosecond where there is nothing.
[[nodiscard]] TimeRange extentOf(const std::vector<Pane>& panes);

/// The ranges that were looked at, as a browser keeps pages: going somewhere new forgets what was ahead.
class RangeHistory {
 public:
  /// The same range twice in a row is one.
  void visit(TimeRange range);
  [[nodiscard]] std::optional<TimeRange> back();
  [[nodiscard]] std::optional<TimeRange> forward();
  [[nodiscard]] bool canGoBack() const { return m_at > 0; }
  [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_ranges.size(); }
  [[nodiscard]] std::size_t size() const { return m_ranges.size(); }

 private:
  std::vector<TimeRange> m_ranges;
  std::size_t m_at = 0;
};

struct LaneRefLess {
  bool operator()(const LaneRef& a, const LaneRef& b) const {
    return a.pane != b.pane ? a.pane < b.pane : a.lane < b.lane;
  }
};
using LaneRefs = std::set<LaneRef, LaneRefLess>;

struct ViewState {
  TimeRange range;
  TimeRange extent;
  std::optional<TimeRange> selection;
  RangeHistory history;

  LaneRefs hiddenLanes;
  std::vector<LaneRef> pinned;                        // the last one pinned stands on top
  std::map<std::size_t, std::vector<LaneId>> orders;  // of panes whose lanes were moved
  std::set<std::pair<std::size_t, ProcessId>> foldedProcesses;

  bool showsArrows = true;
  bool showsGrid = true;
  bool showsLabels = true;  // words on spans, prints above lanes
  bool isCompact = false;   // low rows, close to one another
  std::set<FlowKind> hiddenArrows;
  std::set<LaneState> hiddenStates;

  [[nodiscard]] bool isHidden(LaneRef lane) const { return hiddenLanes.contains(lane); }
  [[nodiscard]] bool isFolded(std::size_t pane, ProcessId process) const {
    return foldedProcesses.contains({pane, process});
  }
};

/// The pane's lanes in the order in which they stand, hidden ones included; lanes that came since the last move follow.
[[nodiscard]] std::vector<LaneId> orderedLanes(const Pane& pane, std::size_t index, const ViewState& state);
/// What of the pane is drawn: its view with range, lanes and arrows as the state has them.
[[nodiscard]] model::View viewOf(const Pane& pane, std::size_t index, const ViewState& state);

/// One place up (or down) among the shown lanes of its process; at the process's edge the whole process moves.
void moveLane(ViewState& state, const std::vector<Pane>& panes, LaneRef lane, bool up);
/// To the top of its pane, by itself and without its process; the same again puts it back into its process.
void togglePin(ViewState& state, LaneRef lane);

}  // namespace threadline::scene
