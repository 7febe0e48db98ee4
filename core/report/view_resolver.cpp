// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/view_resolver.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/report/lane_figures.h"
#include "core/report/run_facts.h"

namespace threadline::report {
namespace {

constexpr std::size_t kUnlisted = std::numeric_limits<std::size_t>::max();
constexpr std::int64_t kMaxMilliseconds = 1'000'000'000'000;  // some thirty years: far from overflow in nanoseconds

std::optional<TimeNs> firstInstant(const model::Snapshot& snapshot, InstantKind kind) {
  std::optional<TimeNs> first;
  for (const model::Instant& instant : snapshot.instants()) {
    if (instant.kind == kind && (!first || instant.time < *first)) first = instant.time;
  }
  return first;
}

std::optional<TimeNs> allStarted(const model::Snapshot& snapshot, std::string_view glob) {
  std::optional<TimeNs> last;
  for (const LaneId lane : lanesMatching(snapshot, glob)) {
    const auto first = firstStepOf(snapshot, lane);
    if (first && (!last || *first > *last)) last = first;
  }
  return last;
}

std::optional<TimeNs> timeOf(const model::Snapshot& snapshot, scenario::ViewRange::Anchor anchor,
                             const std::string& pattern) {
  switch (anchor) {
    case scenario::ViewRange::Anchor::kStart: return TimeNs{0};
    case scenario::ViewRange::Anchor::kEnd: return snapshot.extent().end;
    case scenario::ViewRange::Anchor::kAfterStart: return allStarted(snapshot, pattern);
    case scenario::ViewRange::Anchor::kFirstInstant: {
      const auto kind = instantNamed(pattern);
      return kind ? firstInstant(snapshot, *kind) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<DurationNs> lengthOf(const std::optional<scenario::Argument>& milliseconds_,
                                   const scenario::ParameterValues& parameters) {
  if (!milliseconds_) return std::nullopt;
  const auto value = milliseconds_->evaluate(scenario::ParameterNames(parameters));
  if (!value) return std::nullopt;
  if (const auto* integer = value.value().asInteger()) {
    return milliseconds(std::clamp(*integer, -kMaxMilliseconds, kMaxMilliseconds));
  }
  if (const auto* decimal = value.value().asDecimal()) {
    const double bounded = std::clamp(*decimal, -1.0 * kMaxMilliseconds, 1.0 * kMaxMilliseconds);
    return DurationNs{static_cast<std::int64_t>(bounded * 1e6)};
  }
  return std::nullopt;
}

TimeRange clipped(TimeRange range, TimeRange bounds) {
  range.start = std::max(range.start, bounds.start);
  range.end = std::min(range.end, bounds.end);
  return range.end > range.start ? range : bounds;
}

TimeRange rangeOf(const model::Snapshot& snapshot, const scenario::ViewRange& wanted,
                  const scenario::ParameterValues& parameters) {
  const TimeRange all = snapshot.extent();
  const auto anchor = timeOf(snapshot, wanted.anchor, wanted.pattern);
  if (!anchor) return all;
  const auto offset = lengthOf(wanted.offsetMs, parameters);
  const auto length = lengthOf(wanted.lengthMs, parameters);
  TimeRange range{*anchor + offset.value_or(DurationNs{}), all.end};
  if (wanted.anchor == scenario::ViewRange::Anchor::kEnd && !offset && length) range.start = *anchor - *length;
  if (length) range.end = range.start + *length;
  return clipped(range, all);
}

bool anyMatches(const model::Snapshot& snapshot, const model::Lane& lane, const std::vector<std::string>& globs) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return laneMatches(snapshot, lane, glob); });
}

/// Which lanes are wanted, and their place: kUnlisted after all others; nothing = not drawn.
class LaneOrder {
 public:
  LaneOrder(const model::Snapshot& snapshot, const scenario::View* view, const std::vector<LaneWish>& wishes)
      : m_snapshot(snapshot), m_view(view), m_wishes(wishes) {}

  [[nodiscard]] std::optional<std::size_t> rankOf(const model::Lane& lane) const {
    if (!m_wishes.empty()) {
      for (std::size_t i = 0; i < m_wishes.size(); ++i) {
        if (laneMatches(m_snapshot, lane, m_wishes[i].glob)) return i;
      }
      return std::nullopt;
    }
    if (!m_view) return kUnlisted;
    if (anyMatches(m_snapshot, lane, m_view->fold)) return std::nullopt;
    for (std::size_t i = 0; i < m_view->lanes.size(); ++i) {
      const std::string_view glob = m_view->lanes[i];
      if (!glob.empty() && glob.front() == '!') {
        if (laneMatches(m_snapshot, lane, glob.substr(1))) return std::nullopt;
      } else if (laneMatches(m_snapshot, lane, glob)) {
        return i;
      }
    }
    return kUnlisted;
  }

 private:
  const model::Snapshot& m_snapshot;
  const scenario::View* m_view;
  const std::vector<LaneWish>& m_wishes;
};

std::vector<LaneId> orderedLanes(const model::Snapshot& snapshot, const LaneOrder& order) {
  struct Row {
    LaneId id;
    std::size_t rank;
    ProcessId process;
    bool isMainFirst;
  };
  std::vector<Row> rows;
  std::map<ProcessId, std::size_t> processRank;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const model::Lane& lane = snapshot.lane(LaneId{i});
    const auto rank = order.rankOf(lane);
    if (!rank) continue;
    rows.push_back({LaneId{i}, *rank, lane.process, lane.isMain && *rank == kUnlisted});
    const auto [it, isNew] = processRank.emplace(lane.process, *rank);
    if (!isNew) it->second = std::min(it->second, *rank);
  }
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return std::make_tuple(processRank[a.process], a.process, !a.isMainFirst, a.rank, a.id) <
           std::make_tuple(processRank[b.process], b.process, !b.isMainFirst, b.rank, b.id);
  });
  std::vector<LaneId> lanes;
  lanes.reserve(rows.size());
  for (const Row& row : rows) lanes.push_back(row.id);
  return lanes;
}

std::map<LaneId, std::string> wishedNames(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes,
                                          const std::vector<LaneWish>& wishes) {
  std::map<LaneId, std::string> names;
  for (const LaneId lane : lanes) {
    for (const LaneWish& wish : wishes) {
      if (!laneMatches(snapshot, snapshot.lane(lane), wish.glob)) continue;
      if (!wish.name.empty()) names[lane] = wish.name;
      break;
    }
  }
  return names;
}

/// Objects are named as declared; "fork" stands for fork[0], fork[1], ... too.
bool isObjectNamed(std::string_view object, std::string_view name) {
  return object == name ||
         (object.size() > name.size() && object.substr(0, name.size()) == name && object[name.size()] == '[');
}

std::vector<std::size_t> wantedCounters(const model::Snapshot& snapshot, const std::vector<std::string>& names) {
  std::vector<std::size_t> wanted;
  for (const std::string& name : names) {
    for (std::size_t i = 0; i < snapshot.counters().size(); ++i) {
      const model::Counter& counter = snapshot.counters()[i];
      std::string_view object = counter.name;
      for (const model::Object& known : snapshot.objects()) {
        if (known.id == counter.object) object = known.name;
      }
      if (isObjectNamed(object, name)) wanted.push_back(i);
    }
  }
  return wanted;
}

/// A strip only where somebody else ever had the GIL: one colour from end to end says nothing.
std::vector<ProcessId> contendedProcesses(const model::Snapshot& snapshot) {
  std::vector<ProcessId> processes;
  for (const model::Process& process : snapshot.processes()) {
    const auto& holds = process.gilHolds;
    const bool isShared =
        std::any_of(holds.begin(), holds.end(), [&](const auto& hold) { return hold.holder != holds.front().holder; });
    if (isShared) processes.push_back(process.id);
  }
  return processes;
}

/// Where a lane was longest without such an instant, as far as it is shown.
std::optional<TimeRange> longestGap(const model::Snapshot& snapshot, const scenario::LongestGap& words,
                                    TimeRange shown) {
  const auto kind = instantNamed(words.instant);
  if (!kind) return std::nullopt;
  std::optional<TimeRange> longest;
  for (const TimeRange& gap : gapsBetween(snapshot, lanesMatching(snapshot, words.glob), *kind)) {
    if (gap.start < shown.start || gap.end > shown.end) continue;
    if (!longest || gap.length() > longest->length()) longest = gap;
  }
  return longest;
}

/// The length of the range stands for "{ms}".
std::string withLength(std::string text, TimeRange range) {
  constexpr std::string_view kPlace = "{ms}";
  constexpr std::int64_t kNsPerMs = 1'000'000;
  const std::size_t at = text.find(kPlace);
  if (at == std::string::npos) return text;
  return text.replace(at, kPlace.size(), std::to_string((range.length().ns + kNsPerMs / 2) / kNsPerMs));
}

/// "A" is a point; "A..B", or a brace without an end, is a range.
std::optional<TimeRange> markRange(const model::Snapshot& snapshot, const scenario::ViewMark& mark, TimeRange shown) {
  if (const auto words = scenario::longestGapOf(mark.at)) return longestGap(snapshot, *words, shown);
  const std::size_t dots = mark.at.find("..");
  const auto start = anchorTime(snapshot, std::string_view(mark.at).substr(0, dots));
  if (!start) return std::nullopt;
  std::optional<TimeNs> end = mark.brace ? shown.end : *start;
  if (dots != std::string::npos) end = anchorTime(snapshot, std::string_view(mark.at).substr(dots + 2));
  if (!end || *end < *start || *start < shown.start || *start > shown.end) return std::nullopt;
  return TimeRange{*start, std::min(*end, shown.end)};
}

void addScenarioView(const model::Snapshot& snapshot, const scenario::View& view, bool korean, model::View& out) {
  for (const std::string& word : view.arrows) {
    if (const auto kind = flowNamed(word)) out.arrows.push_back(*kind);
  }
  out.labels = view.labels;
  out.counters = wantedCounters(snapshot, view.counters);
  if (view.holderStrip) out.holderStrips = contendedProcesses(snapshot);
  for (const scenario::ViewMark& mark : view.marks) {
    const auto range = markRange(snapshot, mark, out.range);
    if (!range) continue;
    const std::string& text = korean && !mark.text.ko.empty() ? mark.text.ko : mark.text.en;
    out.marks.push_back({*range, withLength(text, *range)});
  }
}

}  // namespace

std::optional<TimeNs> anchorTime(const model::Snapshot& snapshot, std::string_view anchor) {
  while (!anchor.empty() && anchor.front() == ' ') anchor.remove_prefix(1);
  while (!anchor.empty() && anchor.back() == ' ') anchor.remove_suffix(1);
  using Anchor = scenario::ViewRange::Anchor;
  constexpr std::string_view kAfterStart = "after start(";
  constexpr std::string_view kFirst = "first ";
  if (anchor == "start") return timeOf(snapshot, Anchor::kStart, {});
  if (anchor == "end") return timeOf(snapshot, Anchor::kEnd, {});
  if (anchor.substr(0, kFirst.size()) == kFirst) {
    return timeOf(snapshot, Anchor::kFirstInstant, std::string(anchor.substr(kFirst.size())));
  }
  if (anchor.substr(0, kAfterStart.size()) == kAfterStart && anchor.back() == ')') {
    anchor.remove_prefix(kAfterStart.size());
    anchor.remove_suffix(1);
    return timeOf(snapshot, Anchor::kAfterStart, std::string(anchor));
  }
  return std::nullopt;
}

model::View resolveView(const model::Snapshot& snapshot, const scenario::View* view,
                        const scenario::ParameterValues& parameters, const ViewWishes& wishes, bool korean) {
  model::View out;
  out.range = snapshot.extent();
  if (wishes.range) {
    out.range = clipped(*wishes.range, out.range);
  } else if (view && view->range) {
    out.range = rangeOf(snapshot, *view->range, parameters);
  }
  out.lanes = orderedLanes(snapshot, LaneOrder(snapshot, view, wishes.lanes));
  out.names = wishedNames(snapshot, out.lanes, wishes.lanes);
  if (view) {
    addScenarioView(snapshot, *view, korean, out);
  } else {
    out.arrows = {FlowKind::kStart, FlowKind::kJoin, FlowKind::kPut};
  }
  return out;
}

}  // namespace threadline::report
