// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/check.h"
#include "core/model/snapshot_state.h"
#include "core/model/span_walk.h"

namespace threadline::model {
namespace {

const std::vector<Counter>& noCounters() {
  static const std::vector<Counter> kNone;
  return kNone;
}

}  // namespace

Snapshot::Snapshot() : m_state(std::make_unique<State>()) {}
Snapshot::~Snapshot() = default;

TimeNs Snapshot::now() const {
  return m_state->now;
}
bool Snapshot::isFinished() const {
  return m_state->isFinished;
}
TimeRange Snapshot::extent() const {
  return m_state->extent;
}

std::size_t Snapshot::laneCount() const {
  return m_state->lanes.size();
}

const Lane& Snapshot::lane(LaneId id) const {
  TL_CHECK(id.value < m_state->lanes.size());
  return m_state->lanes[id.value];
}

TimeNs Snapshot::laneEnd(LaneId id) const {
  const Lane& row = lane(id);
  return row.end ? *row.end : std::max(row.start, m_state->now);
}

std::size_t Snapshot::spanCount(LaneId id) const {
  TL_CHECK(id.value < m_state->rows.size());
  return m_state->rows[id.value].spans.size();
}

Span Snapshot::span(LaneId id, std::size_t index) const {
  TL_CHECK(index < spanCount(id));
  const SpanView& spans = m_state->rows[id.value].spans;
  const SpanStart span = spans.at(index);
  const TimeNs end = index + 1 < spans.size() ? TimeNs{spans.startNs(index + 1)} : laneEnd(id);
  return {span.start,      end,         span.state,  span.label,
          span.targetKind, span.target, span.holder, span.step == kNoStep ? StepIndex{} : StepIndex{span.step}};
}

std::size_t Snapshot::spanAt(LaneId id, TimeNs t) const {
  const std::size_t count = spanCount(id);
  if (count == 0 || t >= laneEnd(id)) return count;
  const std::size_t started = m_state->rows[id.value].spans.countStartedBy(t);
  return started == 0 ? 0 : started - 1;
}

void Snapshot::addStateTimes(LaneId id, TimeRange range, PerState<DurationNs>& out) const {
  if (spanCount(id) == 0) return;
  const SpanView& spans = m_state->rows[id.value].spans;
  const TimeNs start = std::max(range.start, TimeNs{spans.startNs(0)});
  const TimeNs end = std::min(range.end, laneEnd(id));
  if (start < end) spans.addTimes(start, end, out);
}

void Snapshot::addStateTimes(LaneId id, std::span<const TimeNs> edges, PerState<DurationNs>* columns) const {
  if (edges.empty()) return;
  SpanWalk spans = walk(id, edges.front());
  for (std::size_t column = 0; column + 1 < edges.size() && !spans.isAtEnd(); ++column) {
    spans.addUntil(edges[column + 1], columns[column]);
  }
}

SpanWalk Snapshot::walk(LaneId id, TimeNs from) const {
  TL_CHECK(id.value < m_state->rows.size());
  return {m_state->rows[id.value].spans, laneEnd(id), from};
}

const Sequence<Slice>& Snapshot::slices(LaneId id) const {
  TL_CHECK(id.value < m_state->rows.size());
  return m_state->rows[id.value].slices;
}
const Sequence<Instant>& Snapshot::instants() const {
  return m_state->instants;
}
const Sequence<Flow>& Snapshot::flows() const {
  return m_state->flows;
}
const std::vector<Counter>& Snapshot::counters() const {
  return m_state->counters == nullptr ? noCounters() : *m_state->counters;
}
const Sequence<OutputLine>& Snapshot::output() const {
  return m_state->output;
}
const Sequence<Process>& Snapshot::processes() const {
  return m_state->processes;
}
const Sequence<Object>& Snapshot::objects() const {
  return m_state->objects;
}
const Sequence<Diagnostic>& Snapshot::diagnostics() const {
  return m_state->diagnostics;
}
const TraceTotals& Snapshot::totals() const {
  return m_state->totals;
}

std::string_view Snapshot::text(TextId id) const {
  if (id.value >= m_state->texts.size()) return {};
  return m_state->texts[id.value];
}

}  // namespace threadline::model
