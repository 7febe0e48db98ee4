// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/search.h"

#include <algorithm>
#include <string>

namespace threadline::scene {
namespace {

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view needle) {
  const auto isSame = [](char a, char b) { return lowered(a) == lowered(b); };
  return std::search(text.begin(), text.end(), needle.begin(), needle.end(), isSame) != text.end();
}

/// Labels repeat: each text of the trace is looked at once.
class KnownTexts {
 public:
  KnownTexts(const model::Snapshot& snapshot, std::string_view needle) : m_snapshot(snapshot), m_needle(needle) {}
  bool matches(TextId id) {
    if (id.isNone()) return false;
    const auto [place, isNew] = m_known.try_emplace(id, false);
    if (isNew) place->second = contains(m_snapshot.text(id), m_needle);
    return place->second;
  }

 private:
  const model::Snapshot& m_snapshot;
  std::string_view m_needle;
  std::map<TextId, bool> m_known;
};

void addSpans(const model::Snapshot& snapshot, LaneRef lane, KnownTexts& texts, std::vector<SearchHit>& out) {
  for (std::size_t i = 0; i < snapshot.spanCount(lane.lane) && out.size() < kMostHits; ++i) {
    const model::Span span = snapshot.span(lane.lane, i);
    if (texts.matches(span.label)) out.push_back({lane, {span.start, span.end}, i});
  }
}

/// By lane, so that the instants are walked over once and not once for each lane.
std::map<LaneId, std::vector<SearchHit>> instantHits(const model::Snapshot& snapshot, std::size_t pane,
                                                     KnownTexts& texts) {
  std::map<LaneId, std::vector<SearchHit>> out;
  for (const model::Instant& instant : snapshot.instants()) {
    if (!texts.matches(instant.text)) continue;
    std::vector<SearchHit>& hits = out[instant.lane];
    if (hits.size() < kMostHits) hits.push_back({{pane, instant.lane}, {instant.time, instant.time}, std::nullopt});
  }
  return out;
}

void addPane(const Pane& pane, std::size_t index, const ViewState& state, std::string_view needle,
             std::vector<SearchHit>& out) {
  const model::Snapshot& snapshot = *pane.snapshot;
  const model::View view = viewOf(pane, index, state);
  KnownTexts texts(snapshot, needle);
  for (const LaneId id : view.lanes) {
    const auto other = view.names.find(id);
    const std::string& name = other == view.names.end() ? snapshot.lane(id).name : other->second;
    if (contains(name, needle)) {
      out.push_back({{index, id}, {snapshot.lane(id).start, snapshot.laneEnd(id)}, std::nullopt});
    }
  }
  std::map<LaneId, std::vector<SearchHit>> points = instantHits(snapshot, index, texts);
  for (const LaneId id : view.lanes) {
    const std::size_t first = out.size();
    addSpans(snapshot, {index, id}, texts, out);
    for (const SearchHit& point : points[id]) {
      if (out.size() < kMostHits) out.push_back(point);
    }
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                     [](const SearchHit& a, const SearchHit& b) { return a.range.start < b.range.start; });
  }
}

const model::Snapshot* snapshotOf(const std::vector<Pane>& panes, LaneRef lane) {
  if (lane.pane >= panes.size() || !panes[lane.pane].snapshot) return nullptr;
  const model::Snapshot* snapshot = panes[lane.pane].snapshot.get();
  return lane.lane.value < snapshot->laneCount() ? snapshot : nullptr;
}

}  // namespace

std::vector<SearchHit> findText(const std::vector<Pane>& panes, const ViewState& state, std::string_view text) {
  std::vector<SearchHit> out;
  if (text.empty()) return out;
  for (std::size_t i = 0; i < panes.size(); ++i) {
    if (panes[i].snapshot) addPane(panes[i], i, state, text, out);
  }
  return out;
}

std::optional<SpanRef> neighbourSpan(const std::vector<Pane>& panes, SpanRef span, bool next) {
  const model::Snapshot* snapshot = snapshotOf(panes, span.lane);
  if (snapshot == nullptr) return std::nullopt;
  if (!next && span.span == 0) return std::nullopt;
  const std::size_t to = next ? span.span + 1 : span.span - 1;
  if (to >= snapshot->spanCount(span.lane.lane)) return std::nullopt;
  return SpanRef{span.lane, to};
}

std::optional<SpanRef> flowNeighbour(const std::vector<Pane>& panes, SpanRef ref, bool back) {
  const auto span = spanAt(panes, ref);
  if (!span) return std::nullopt;
  const model::Snapshot& snapshot = *panes[ref.lane.pane].snapshot;
  const model::Flow* best = nullptr;
  for (const model::Flow& flow : snapshot.flows()) {
    const LaneId own = back ? flow.to : flow.from;
    const LaneId other = back ? flow.from : flow.to;
    const TimeNs at = back ? flow.in : flow.out;
    // A flow that ends a wait comes in where the wait ends.
    const bool isWithin = at >= span->start && (back ? at <= span->end : at < span->end);
    if (own != ref.lane.lane || other.value >= snapshot.laneCount() || !isWithin) continue;
    if (best == nullptr || (back ? flow.in > best->in : flow.out < best->out)) best = &flow;
  }
  if (best == nullptr) return std::nullopt;
  const LaneId lane = back ? best->from : best->to;
  const std::size_t count = snapshot.spanCount(lane);
  if (count == 0) return std::nullopt;
  const std::size_t at = std::min(snapshot.spanAt(lane, back ? best->out : best->in), count - 1);
  return SpanRef{{ref.lane.pane, lane}, at};
}

std::optional<model::Span> spanAt(const std::vector<Pane>& panes, SpanRef span) {
  const model::Snapshot* snapshot = snapshotOf(panes, span.lane);
  if (snapshot == nullptr || span.span >= snapshot->spanCount(span.lane.lane)) return std::nullopt;
  return snapshot->span(span.lane.lane, span.span);
}

}  // namespace threadline::scene
