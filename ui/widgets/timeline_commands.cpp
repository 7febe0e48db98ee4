// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the timeline: where it looks, what is selected, found and hidden.
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

#include "ui/widgets/overview_bar.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_ruler.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {
namespace {

constexpr double kButtonZoom = 0.5;
constexpr double kButtonPan = 0.25;
constexpr double kRoomAround = 0.15;  // beside what is zoomed to
constexpr double kPointShare = 0.01;  // of the visible range, around a point in time
constexpr int kRowMargin = 12;

TimeRange withRoom(TimeRange range, TimeRange seen) {
  auto room = static_cast<std::int64_t>(static_cast<double>(range.length().ns) * kRoomAround);
  if (range.length().ns <= 0) {
    room = std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(seen.length().ns) * kPointShare));
  }
  return {{range.start.ns - room}, {range.end.ns + room}};
}

}  // namespace

// ---- where it looks

void TimelineView::setRange(TimeRange range) {
  if (range == m_data.state.range) return;
  m_data.state.range = range;
  refresh();
  emit rangeChanged();
}

void TimelineView::rememberGesture() {
  if (!m_isGestureOpen) return;
  m_isGestureOpen = false;
  m_data.state.history.visit(m_data.state.range);
}

/// The person has chosen a place: what comes no longer moves it.
void TimelineView::endGrowth() {
  m_isFitted = false;
}

void TimelineView::showRange(TimeRange range, Remember remember) {
  endGrowth();
  if (m_isFollowing && range.end < m_data.state.range.end) setFollowing(false);
  if (remember == Remember::kYes) rememberGesture();
  setRange(scene::clamped(range, m_data.state.extent));
  m_isGestureOpen = true;
  if (remember == Remember::kYes) rememberGesture();
}

void TimelineView::zoomAbout(TimeNs time, double factor, Remember remember) {
  TimeNs about = time;
  // While it is followed, the newest keeps its place.
  if (m_isLive && m_isFollowing) about = m_data.state.range.end;
  const bool wasFollowing = m_isFollowing;
  showRange(scene::zoomedAbout(m_data.state.range, about, factor, m_data.state.extent), remember);
  if (wasFollowing) setFollowing(true);
}

void TimelineView::pan(double share, Remember remember) {
  showRange(scene::panned(m_data.state.range, share, m_data.state.extent), remember);
}

void TimelineView::fit() {
  rememberGesture();
  m_isFitted = true;
  setRange(grownRange());
  m_data.state.history.visit(m_data.state.range);
}

void TimelineView::zoomIn() {
  const TimeRange range = m_data.state.range;
  zoomAbout({range.start.ns + range.length().ns / 2}, kButtonZoom, Remember::kYes);
}

void TimelineView::zoomOut() {
  const TimeRange range = m_data.state.range;
  zoomAbout({range.start.ns + range.length().ns / 2}, 1 / kButtonZoom, Remember::kYes);
}

void TimelineView::panLeft() {
  pan(-kButtonPan, Remember::kYes);
}

void TimelineView::panRight() {
  pan(kButtonPan, Remember::kYes);
}

void TimelineView::zoomToSelection() {
  if (m_data.state.selection && m_data.state.selection->length().ns > 0) {
    showRange(*m_data.state.selection, Remember::kYes);
  } else if (m_data.selected) {
    zoomToSpan(*m_data.selected);
  }
}

void TimelineView::zoomToSpan(const scene::SpanRef& ref) {
  const auto span = scene::spanAt(m_data.panes, ref);
  if (span) showRange(withRoom({span->start, span->end}, m_data.state.range), Remember::kYes);
}

void TimelineView::back() {
  rememberGesture();
  const auto range = m_data.state.history.back();
  if (!range) return;
  endGrowth();
  setFollowing(false);
  setRange(*range);
}

void TimelineView::forward() {
  const auto range = m_data.state.history.forward();
  if (!range) return;
  endGrowth();
  setFollowing(false);
  setRange(*range);
}

void TimelineView::setFollowing(bool isFollowing) {
  if (isFollowing == m_isFollowing) return;
  m_isFollowing = isFollowing;
  const QSignalBlocker quiet(m_followButton);
  m_followButton->setChecked(isFollowing);
  if (isFollowing && !m_data.panes.empty() && !m_isPaused) setRange(grownRange());
  emit followingChanged(isFollowing);
}

void TimelineView::setPaused(bool isPaused) {
  if (isPaused == m_isPaused) return;
  m_isPaused = isPaused;
  const QSignalBlocker quiet(m_pauseButton);
  m_pauseButton->setChecked(isPaused);
  if (!isPaused && m_waitingPanes) {
    std::vector<scene::Pane> newest = std::move(*m_waitingPanes);
    m_waitingPanes.reset();
    takePanes(std::move(newest));
  }
  emit pausedChanged(isPaused);
}

void TimelineView::showTime(TimeRange range) {
  showRange(withRoom(range, m_data.state.range), Remember::kYes);
}

void TimelineView::scrollLanes(int pixels) {
  (void)m_canvas->frame();  // the bar's range is of the newest layout
  m_scroll->setValue(m_scroll->value() + pixels);
}

void TimelineView::ensureRowSeen(const scene::LaneRef& lane) {
  const scene::Row* row = scene::rowOf(m_canvas->frame(), lane);
  if (row == nullptr) return;
  const double above = row->top - row->notes - kRowMargin;
  const double below = row->bottom() + row->slices + kRowMargin - m_canvas->height();
  if (above < 0) {
    scrollLanes(static_cast<int>(above));
  } else if (below > 0) {
    scrollLanes(static_cast<int>(below));
  }
}

// ---- what is selected

void TimelineView::setSelection(std::optional<TimeRange> range) {
  if (range == m_data.state.selection) return;
  m_data.state.selection = range;
  m_canvas->update();
  m_ruler->update();
  showSelectionText();
  emit selectionChanged();
}

void TimelineView::selectSpan(scene::SpanRef ref) {
  const auto span = scene::spanAt(m_data.panes, ref);
  if (!span) return;
  m_data.selected = ref;
  const TimeRange seen = m_data.state.range;
  if (span->end <= seen.start || span->start >= seen.end) {
    // Moved, not zoomed: the scale stays what the person chose.
    const std::int64_t half = seen.length().ns / 2;
    const std::int64_t middle = span->start.ns + std::min(half, (span->end - span->start).ns / 2);
    showRange({{middle - half}, {middle - half + seen.length().ns}}, Remember::kYes);
  }
  ensureRowSeen(ref.lane);
  m_canvas->update();
  describeSelection();
  emit selectionChanged();
  emit spanSelected(ref);
}

void TimelineView::clearSelection() {
  if (!m_data.state.selection && !m_data.selected) return;
  m_data.selected.reset();
  m_data.state.selection.reset();
  m_canvas->update();
  m_ruler->update();
  showSelectionText();
  describeSelection();
  emit selectionChanged();
}

void TimelineView::hover(const std::optional<scene::SpanRef>& span, const std::optional<TimeNs>& cursor) {
  const bool isSame = span == m_canvas->hovered();
  m_canvas->setHover(span, cursor);
  if (!isSame) emit spanHovered(span ? m_canvas->hintOf(*span) : QString());
}

void TimelineView::selectNextSpan() {
  if (!m_data.selected) return selectNeighbourLane(true);
  const auto next = scene::neighbourSpan(m_data.panes, *m_data.selected, true);
  if (next) selectSpan(*next);
}

void TimelineView::selectPreviousSpan() {
  if (!m_data.selected) return selectNeighbourLane(false);
  const auto previous = scene::neighbourSpan(m_data.panes, *m_data.selected, false);
  if (previous) selectSpan(*previous);
}

/// The span at the same time on the lane below (above); without a selection the first one in sight.
void TimelineView::selectNeighbourLane(bool down) {
  std::vector<scene::LaneRef> lanes;
  for (const scene::PaneFrame& pane : m_canvas->frame().panes) {
    for (const scene::Row& row : pane.rows.rows) {
      if (row.kind == scene::RowKind::kLane) lanes.push_back({pane.pane, row.lanes.front()});
    }
  }
  if (lanes.empty()) return;
  const auto span = m_data.selected ? scene::spanAt(m_data.panes, *m_data.selected) : std::nullopt;
  std::size_t at = 0;
  if (span) {
    const auto found = std::find(lanes.begin(), lanes.end(), m_data.selected->lane);
    const auto index = static_cast<std::size_t>(found - lanes.begin());
    if (down ? index + 1 >= lanes.size() : index == 0) return;
    at = down ? index + 1 : index - 1;
  }
  const TimeRange seen = m_data.state.range;
  const TimeNs wanted = span ? std::clamp(span->start, seen.start, seen.end) : seen.start;
  const model::Snapshot& snapshot = *m_data.panes[lanes[at].pane].snapshot;
  const std::size_t count = snapshot.spanCount(lanes[at].lane);
  if (count == 0) return;
  selectSpan({lanes[at], std::min(snapshot.spanAt(lanes[at].lane, wanted), count - 1)});
}

void TimelineView::followFlow(bool isBack) {
  if (!m_data.selected) return;
  const auto other = scene::flowNeighbour(m_data.panes, *m_data.selected, isBack);
  if (other) selectSpan(*other);
}

// ---- finding and marking

void TimelineView::find(const QString& text) {
  m_data.hits = scene::findText(m_data.panes, m_data.state, text.toStdString());
  m_data.currentHit = 0;
  m_canvas->update();
  if (m_data.hits.empty()) {
    emit hitsChanged(0, 0);
    return;
  }
  const TimeNs from = m_data.state.range.start;
  const auto first = std::find_if(m_data.hits.begin(), m_data.hits.end(),
                                  [&](const scene::SearchHit& hit) { return hit.range.end >= from; });
  goToHit(first == m_data.hits.end() ? 0 : static_cast<std::size_t>(first - m_data.hits.begin()));
}

void TimelineView::goToHit(std::size_t index) {
  m_data.currentHit = index;
  const scene::SearchHit& hit = m_data.hits[index];
  if (hit.span) {
    selectSpan({hit.lane, *hit.span});
  } else {
    const TimeRange seen = m_data.state.range;
    if (hit.range.end < seen.start || hit.range.start >= seen.end) {
      const std::int64_t start = hit.range.start.ns - seen.length().ns / 4;
      showRange({{start}, {start + seen.length().ns}}, Remember::kYes);
    }
    ensureRowSeen(hit.lane);
  }
  m_canvas->update();
  emit hitsChanged(static_cast<int>(index) + 1, static_cast<int>(m_data.hits.size()));
}

void TimelineView::nextHit() {
  if (!m_data.hits.empty()) goToHit((m_data.currentHit + 1) % m_data.hits.size());
}

void TimelineView::previousHit() {
  if (!m_data.hits.empty()) goToHit((m_data.currentHit + m_data.hits.size() - 1) % m_data.hits.size());
}

void TimelineView::markHere() {
  const auto span = m_data.selected ? scene::spanAt(m_data.panes, *m_data.selected) : std::nullopt;
  const TimeRange seen = m_data.state.range;
  const TimeNs point = m_canvas->cursorTime().value_or(TimeNs{seen.start.ns + seen.length().ns / 2});
  TimeRange range{point, point};
  if (m_data.state.selection) {
    range = *m_data.state.selection;
  } else if (span) {
    range = {span->start, span->end};
  }
  emit markRequested(range);
}

void TimelineView::addMark(TimeRange range, const QString& text) {
  m_data.marks.push_back({range, text.toStdString()});
  refresh();
}

void TimelineView::removeMarks(TimeRange range) {
  const auto touches = [&](const model::ViewMark& mark) {
    return mark.range.start <= range.end && mark.range.end >= range.start;
  };
  m_data.marks.erase(std::remove_if(m_data.marks.begin(), m_data.marks.end(), touches), m_data.marks.end());
  refresh();
}

// ---- what is shown

void TimelineView::setArrowsVisible(bool isVisible) {
  m_data.state.showsArrows = isVisible;
  refresh();
}

void TimelineView::setArrowKindHidden(FlowKind kind, bool isHidden) {
  if (isHidden) {
    m_data.state.hiddenArrows.insert(kind);
  } else {
    m_data.state.hiddenArrows.erase(kind);
  }
  refresh();
}

void TimelineView::setStatesHidden(const std::set<LaneState>& states, bool isHidden) {
  for (const LaneState which : states) {
    if (isHidden) {
      m_data.state.hiddenStates.insert(which);
    } else {
      m_data.state.hiddenStates.erase(which);
    }
  }
  refreshLanes();
}

void TimelineView::setLaneHidden(scene::LaneRef lane, bool isHidden) {
  if (isHidden) {
    m_data.state.hiddenLanes.insert(lane);
  } else {
    m_data.state.hiddenLanes.erase(lane);
  }
  refreshLanes();
}

void TimelineView::pinLane(scene::LaneRef lane) {
  scene::togglePin(m_data.state, lane);
  refreshLanes();
}

void TimelineView::moveLane(scene::LaneRef lane, bool up) {
  scene::moveLane(m_data.state, m_data.panes, lane, up);
  refreshLanes();
}

void TimelineView::setProcessFolded(std::size_t pane, ProcessId process, bool isFolded) {
  if (isFolded) {
    m_data.state.foldedProcesses.insert({pane, process});
  } else {
    m_data.state.foldedProcesses.erase({pane, process});
  }
  refreshLanes();
}

void TimelineView::showAllLanes() {
  m_data.state.hiddenLanes.clear();
  m_data.state.foldedProcesses.clear();
  refreshLanes();
}

void TimelineView::setWheelZooms(bool zooms) {
  m_wheelZooms = zooms;
}

}  // namespace threadline::widgets
