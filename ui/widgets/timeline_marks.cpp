// SPDX-License-Identifier: GPL-3.0-or-later
// Finding in the timeline, and marks and braces on it.
#include <algorithm>

#include "ui/widgets/overview_bar.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {

void TimelineView::find(const QString& text) {
  m_data.hits = scene::findText(m_data.panes, m_data.state, text.toStdString());
  m_data.currentHit = 0;
  m_canvas->update();
  m_overview->update();
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

std::optional<TimeRange> TimelineView::chosenRange() const {
  if (m_data.state.selection) return m_data.state.selection;
  const auto span = m_data.selected ? scene::spanAt(m_data.panes, *m_data.selected) : std::nullopt;
  if (!span) return std::nullopt;
  return TimeRange{span->start, span->end};
}

void TimelineView::markHere() {
  if (m_data.panes.empty()) return;
  const TimeRange seen = m_data.state.range;
  const TimeNs point = m_canvas->cursorTime().value_or(TimeNs{seen.start.ns + seen.length().ns / 2});
  emit markRequested(chosenRange().value_or(TimeRange{point, point}));
}

void TimelineView::braceHere() {
  if (!m_data.panes.empty()) emit markRequested(chosenRange().value_or(m_data.state.range));
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

}  // namespace threadline::widgets
