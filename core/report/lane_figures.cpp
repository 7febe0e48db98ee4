// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/lane_figures.h"

#include <algorithm>
#include <utility>

#include "core/report/glob.h"

namespace threadline::report {
namespace {

constexpr double kNsPerSecond = 1e9;

DurationNs laneLength(const model::Snapshot& snapshot, LaneId lane) {
  return snapshot.laneEnd(lane) - snapshot.lane(lane).start;
}

bool isWork(LaneState state) {
  return state == LaneState::kRunning || state == LaneState::kChecking;
}

}  // namespace

std::optional<std::int64_t> percentile(std::vector<std::int64_t>& samples, int percent) {
  if (samples.empty()) return std::nullopt;
  std::sort(samples.begin(), samples.end());
  const std::size_t rank = (samples.size() * static_cast<std::size_t>(percent) + 99) / 100;
  return samples[std::min(samples.size(), std::max<std::size_t>(rank, 1)) - 1];
}

std::optional<int> percentNamed(std::string_view part) {
  constexpr std::pair<std::string_view, int> kNames[] = {{"p10", 10}, {"p50", 50}, {"p90", 90},
                                                         {"p95", 95}, {"p99", 99}, {"max", 100}};
  for (const auto& [name, percent] : kNames) {
    if (name == part) return percent;
  }
  return std::nullopt;
}

std::vector<std::int64_t> spanLengths(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes,
                                      LaneState state, std::string_view labelGlob) {
  std::vector<std::int64_t> lengths;
  for (const LaneId lane : lanes) {
    const std::size_t count = snapshot.spanCount(lane);
    for (std::size_t i = 0; i < count; ++i) {
      const model::Span span = snapshot.span(lane, i);
      if (span.state != state) continue;
      if (!labelGlob.empty() && !matchesGlob(labelGlob, snapshot.text(span.label))) continue;
      lengths.push_back((span.end - span.start).ns);
    }
  }
  return lengths;
}

std::vector<TimeRange> gapsBetween(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes,
                                   InstantKind kind) {
  std::vector<TimeRange> gaps;
  for (const LaneId lane : lanes) {
    std::optional<TimeNs> last;
    for (const model::Instant& instant : snapshot.instants()) {
      if (instant.lane != lane || instant.kind != kind) continue;
      if (last) gaps.push_back({*last, instant.time});
      last = instant.time;
    }
  }
  return gaps;
}

std::optional<double> stateShare(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes, LaneState state) {
  PerState<DurationNs> times{};
  std::int64_t whole = 0;
  for (const LaneId lane : lanes) {
    snapshot.addStateTimes(lane, {snapshot.lane(lane).start, snapshot.laneEnd(lane)}, times);
    whole += laneLength(snapshot, lane).ns;
  }
  if (whole <= 0) return std::nullopt;
  return static_cast<double>(times[static_cast<std::size_t>(state)].ns) / static_cast<double>(whole);
}

std::optional<double> cpuShare(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes) {
  std::int64_t cpu = 0;
  std::int64_t whole = 0;
  for (const LaneId lane : lanes) {
    const auto& known = snapshot.lane(lane).cpuNs;
    if (!known) return std::nullopt;
    cpu += *known;
    whole += laneLength(snapshot, lane).ns;
  }
  if (whole <= 0) return std::nullopt;
  return static_cast<double>(cpu) / static_cast<double>(whole);
}

std::optional<double> workOverlap(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes) {
  // Sweep over the edges of all working spans: +1 where one begins, -1 where it ends.
  std::vector<std::pair<std::int64_t, int>> edges;
  for (const LaneId lane : lanes) {
    const std::size_t count = snapshot.spanCount(lane);
    for (std::size_t i = 0; i < count; ++i) {
      const model::Span span = snapshot.span(lane, i);
      if (!isWork(span.state) || span.end <= span.start) continue;
      edges.emplace_back(span.start.ns, 1);
      edges.emplace_back(span.end.ns, -1);
    }
  }
  std::sort(edges.begin(), edges.end());  // at one time ends come first: touching spans do not overlap
  std::int64_t any = 0;
  std::int64_t several = 0;
  int working = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    working += edges[i].second;
    const std::int64_t length = edges[i + 1].first - edges[i].first;
    if (working >= 1) any += length;
    if (working >= 2) several += length;
  }
  if (any <= 0) return std::nullopt;
  return static_cast<double>(several) / static_cast<double>(any);
}

std::optional<double> gilSwitchesPerSecond(const model::Snapshot& snapshot) {
  std::int64_t switches = 0;
  std::int64_t length = 0;
  for (const model::Process& process : snapshot.processes()) {
    const auto& holds = process.gilHolds;
    if (process.gilRequests.empty() || holds.size() < 2) continue;
    for (std::size_t i = 1; i < holds.size(); ++i) {
      if (holds[i].holder != holds[i - 1].holder) ++switches;
    }
    length += (holds.back().range.end - holds.front().range.start).ns;
  }
  if (length <= 0) return std::nullopt;
  return static_cast<double>(switches) * kNsPerSecond / static_cast<double>(length);
}

std::vector<std::int64_t> forcedHolds(const model::Snapshot& snapshot) {
  std::vector<std::int64_t> lengths;
  for (const model::Process& process : snapshot.processes()) {
    for (const model::GilHold& hold : process.gilHolds) {
      if (hold.droppedOnRequest) lengths.push_back(hold.range.length().ns);
    }
  }
  return lengths;
}

}  // namespace threadline::report
