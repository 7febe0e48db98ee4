// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the timeline: where it looks, what is selected and what is shown. Finding and marking are in
// timeline_marks.cpp.
#include <QEasingCurve>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVariantAnimation>

#include <algorithm>
#include <cmath>

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
constexpr int kGlideMs = 400;

TimeRange withRoom(TimeRange range, TimeRange seen) {
  auto room = static_cast<std::int64_t>(static_cast<double>(range.length().ns) * kRoomAround);
  if (range.length().ns <= 0) {
    room = std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(seen.length().ns) * kPointShare));
  }
  return {{range.start.ns - room}, {range.end.ns + room}};
}

/// On the way between two ranges: the length changes by the same factor at each step, as the eye expects of a zoom.
TimeRange between(TimeRange from, TimeRange to, double share) {
  const auto length = [](TimeRange range) { return static_cast<double>(std::max<std::int64_t>(1, range.length().ns)); };
  const double wanted = length(from) * std::pow(length(to) / length(from), share);
  // The place that both ranges have in common keeps its relative place.
  const double shrunk = length(from) - length(to);
  const double done = std::abs(shrunk) < 1 ? share : (length(from) - wanted) / shrunk;
  const auto start = static_cast<double>(from.start.ns) + done * static_cast<double>((to.start - from.start).ns);
  return {{std::llround(start)}, {std::llround(start + wanted)}};
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

void TimelineView::glideTo(TimeRange range) {
  const TimeRange from = m_data.state.range;
  const TimeRange to = scene::clamped(range, m_data.state.extent);
  if (m_glideMs == 0 || from.length().ns <= 0) return showRange(to, Remember::kYes);
  auto* glide = new QVariantAnimation(this);
  glide->setDuration(m_glideMs);
  glide->setEasingCurve(QEasingCurve::InOutQuad);
  glide->setStartValue(0.0);
  glide->setEndValue(1.0);
  connect(glide, &QVariantAnimation::valueChanged, this,
          [this, from, to](const QVariant& value) { showRange(between(from, to, value.toDouble()), Remember::kNo); });
  connect(glide, &QVariantAnimation::finished, this, [this, to] { showRange(to, Remember::kYes); });
  glide->start(QAbstractAnimation::DeleteWhenStopped);
}

void TimelineView::setReducedMotion(bool isReduced) {
  m_glideMs = isReduced ? 0 : kGlideMs;
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

std::vector<scene::LaneRef> TimelineView::lanes() const {
  std::vector<scene::LaneRef> out;
  for (std::size_t i = 0; i < m_data.panes.size(); ++i) {
    for (const LaneId lane : shownView(i).lanes) out.push_back({i, lane});
  }
  return out;
}

QString TimelineView::laneName(scene::LaneRef lane) const {
  return m_canvas->laneName(lane);
}

QString TimelineView::laneFacts(scene::LaneRef lane) const {
  return m_canvas->laneFacts(lane);
}

void TimelineView::goToLane(scene::LaneRef lane) {
  if (lane.pane >= m_data.panes.size() || !m_data.panes[lane.pane].snapshot) return;
  const model::Snapshot& snapshot = *m_data.panes[lane.pane].snapshot;
  const std::size_t count = lane.lane.value < snapshot.laneCount() ? snapshot.spanCount(lane.lane) : 0;
  if (count == 0) return;
  selectSpan({lane, std::min(snapshot.spanAt(lane.lane, m_data.state.range.start), count - 1)});
  setFocus();
}

void TimelineView::followFlow(bool isBack) {
  if (!m_data.selected) return;
  const auto other = scene::flowNeighbour(m_data.panes, *m_data.selected, isBack);
  if (other) selectSpan(*other);
}

// ---- what is shown

void TimelineView::setArrowsVisible(bool isVisible) {
  m_data.state.showsArrows = isVisible;
  refresh();
  emit shownThingsChanged();
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

void TimelineView::pinSelected() {
  if (m_data.selected) pinLane(m_data.selected->lane);
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

void TimelineView::setGridVisible(bool isVisible) {
  m_data.state.showsGrid = isVisible;
  refresh();
  emit shownThingsChanged();
}

void TimelineView::setLabelsVisible(bool isVisible) {
  m_data.state.showsLabels = isVisible;
  refresh();
  emit shownThingsChanged();
}

void TimelineView::setCompact(bool isCompact) {
  m_data.state.isCompact = isCompact;
  refresh();
  emit shownThingsChanged();
}

void TimelineView::setHintsVisible(bool isVisible) {
  m_showsHints = isVisible;
  emit shownThingsChanged();
}

void TimelineView::setWheelZooms(bool zooms) {
  m_wheelZooms = zooms;
}

}  // namespace threadline::widgets
