// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/queue_evidence.h"

#include <map>
#include <set>

#include "core/model/statistics.h"

namespace threadline::report {
namespace {

struct Queue {
  std::string name;
  std::set<std::uint32_t> takers;
  double depth = 0;  // on average
};

/// The average over time, from the first sample to the last.
double averageDepth(const model::Counter& counter) {
  if (counter.samples.size() < 2) return 0;
  double area = 0;
  for (std::size_t i = 1; i < counter.samples.size(); ++i) {
    const auto length = (counter.samples[i].time - counter.samples[i - 1].time).ns;
    area += static_cast<double>(counter.samples[i - 1].value) * static_cast<double>(length);
  }
  const auto whole = (counter.samples.back().time - counter.samples.front().time).ns;
  return whole > 0 ? area / static_cast<double>(whole) : 0;
}

std::map<std::uint32_t, Queue> queuesOf(const model::Snapshot& snapshot) {
  std::map<std::uint32_t, Queue> queues;
  for (const model::Flow& flow : snapshot.flows()) {
    if (flow.kind != FlowKind::kPut || flow.to.isNone() || flow.object.isNone()) continue;
    if (flow.to.value >= snapshot.laneCount() || snapshot.lane(flow.to).kind == LaneKind::kService) continue;
    const model::Lane& taker = snapshot.lane(flow.to);
    if (taker.isMain && taker.parent.isNone()) continue;  // gathers results; that is no worker
    queues[flow.object.value].takers.insert(flow.to.value);
  }
  for (const model::Object& object : snapshot.objects()) {
    const auto known = queues.find(object.id.value);
    if (known != queues.end()) known->second.name = object.name;
  }
  for (const model::Counter& counter : snapshot.counters()) {
    const auto known = queues.find(counter.object.value);
    if (known != queues.end() && counter.kind == CounterKind::kDepth) known->second.depth = averageDepth(counter);
  }
  return queues;
}

/// Of the takers' time, the share waiting for this queue; the longest such wait as its place.
Measured starvation(const model::Snapshot& snapshot, std::uint32_t object, const Queue& queue) {
  Measured out{0, {}, {}, queue.name};
  double life = 0;
  double waited = 0;
  for (const std::uint32_t taker : queue.takers) {
    const LaneId lane{taker};
    life += static_cast<double>((snapshot.laneEnd(lane) - snapshot.lane(lane).start).ns);
    for (std::size_t i = 0; i < snapshot.spanCount(lane); ++i) {
      const model::Span span = snapshot.span(lane, i);
      const bool isThis = span.targetKind == TargetKind::kObject && span.target == object;
      if (span.state != LaneState::kWaitingQueue || !isThis) continue;
      waited += static_cast<double>((span.end - span.start).ns);
      if ((span.end - span.start).ns <= out.range.length().ns) continue;
      out.lane = lane;
      out.range = {span.start, span.end};
    }
  }
  if (life > 0) out.value = waited / life;
  return out;
}

double waitOf(const model::Snapshot& snapshot, const Queue& queue) {
  double life = 0;
  double waited = 0;
  for (const std::uint32_t taker : queue.takers) {
    const model::StateTotals totals = model::laneTotals(snapshot, LaneId{taker});
    life += static_cast<double>(totals.sum().ns);
    for (const LaneState state : {LaneState::kWaitingIo, LaneState::kSleeping}) {
      waited += static_cast<double>(totals.time[static_cast<std::size_t>(state)].ns);
    }
  }
  return life > 0 ? waited / life : 0;
}

}  // namespace

void addQueues(const model::Snapshot& snapshot, Evidence& evidence) {
  for (const auto& [object, queue] : queuesOf(snapshot)) {
    const Measured starved = starvation(snapshot, object, queue);
    const auto worst = evidence.find(Measure::kStarvedShare);
    if (worst == evidence.end() || worst->second.value < starved.value) {
      evidence[Measure::kStarvedShare] = starved;
      evidence[Measure::kStarvedDepth] = {queue.depth, {}, {}, queue.name};
    }
    const double backlog = queue.depth / static_cast<double>(queue.takers.size());
    const auto deepest = evidence.find(Measure::kBacklog);
    if (deepest != evidence.end() && deepest->second.value >= backlog) continue;
    evidence[Measure::kBacklog] = {backlog, {}, {}, queue.name};
    evidence[Measure::kTakersWait] = {waitOf(snapshot, queue), LaneId{*queue.takers.begin()}, {}, queue.name};
  }
}

}  // namespace threadline::report
