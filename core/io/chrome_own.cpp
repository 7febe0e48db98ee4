// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_own.h"

#include <algorithm>
#include <unordered_map>

#include "core/io/chrome_args.h"
#include "core/io/words.h"

namespace threadline::io {
namespace {

class OwnImport {
 public:
  OwnImport(const ChromeFile& file, const OwnParts& parts, model::TraceWriter& writer)
      : m_file(file), m_parts(parts), m_writer(writer) {}

  std::vector<std::string> run() {
    addProcesses();
    addLanes();
    for (const model::Object& object : m_parts.objects) m_writer.editObject(object.id) = object;
    for (const std::string& track : m_parts.tracks) m_writer.counter(m_parts.counters.find(track)->second);
    for (const ChromeEvent& event : m_file.events) {
      if (event.phase != 'M' && !take(event)) ++m_left;
    }
    addSpans();
    for (std::uint32_t i = 0; i < m_parts.lanes.size(); ++i) {
      if (m_parts.lanes[i].facts.end) m_writer.endLane({i}, *m_parts.lanes[i].facts.end);
    }
    addRest();
    std::vector<std::string> list;
    if (m_left != 0) list.push_back(std::to_string(m_left) + " events were left out: they do not belong to this trace");
    return list;
  }

 private:
  struct TrackKey {
    std::int64_t pid;
    std::int64_t tid;
    friend bool operator==(const TrackKey&, const TrackKey&) = default;
  };
  struct HashOfTrack {
    std::size_t operator()(const TrackKey& key) const {
      return static_cast<std::size_t>(key.pid) * 0x9E3779B97F4A7C15U ^ static_cast<std::size_t>(key.tid);
    }
  };
  struct SpanOfLane {
    LaneId lane;
    model::SpanStart span;
  };

  void addProcesses() {
    for (std::size_t i = 0; i < m_parts.processes.size(); ++i) m_writer.addProcess();
    for (std::uint32_t i = 0; i < m_parts.processes.size(); ++i) {
      const OwnParts::OwnProcess& process = m_parts.processes[i];
      m_writer.editProcess({i}) = process.facts;
      for (const model::GilHold& hold : process.holds) m_writer.addGilHold({i}, hold);
      for (const model::GilRequest& request : process.requests) m_writer.addGilRequest({i}, request);
    }
  }

  void addLanes() {
    for (const OwnParts::OwnLane& lane : m_parts.lanes) {
      const LaneId id = m_writer.addLane(lane.facts);
      m_lanes.emplace(TrackKey{lane.pid, lane.tid}, id);
    }
  }

  [[nodiscard]] LaneId laneOf(const ChromeEvent& event) const {
    const auto known = m_lanes.find({event.pid.number, event.tid.number});
    return known == m_lanes.end() ? LaneId{} : known->second;
  }

  static StepIndex stepOf(const ChromeArgs& args) {
    const auto step = args.number("step");
    return step && *step >= 0 && *step < kNoStep ? StepIndex{static_cast<std::uint32_t>(*step)} : StepIndex{};
  }
  static std::uint32_t numberOf(const ChromeArgs& args, std::string_view key) {
    const auto number = args.number(key);
    return number && *number >= 0 && *number < LaneId::kNone ? static_cast<std::uint32_t>(*number) : LaneId::kNone;
  }

  bool take(const ChromeEvent& event) {
    if (!event.hasTime) return false;
    const std::string_view category = m_writer.textOf(event.category);
    if (event.phase == 'C') return counter(event);
    const LaneId lane = laneOf(event);
    if (lane.isNone()) return false;
    if (event.phase == 'X' && category == "state") return state(event, lane);
    if (event.phase == 'X' && category == "slice") return slice(event, lane);
    if (event.phase == 'i' && category == "instant") return instant(event, lane);
    if ((event.phase == 's' || event.phase == 'f') && category == "flow") return flow(event, lane);
    return false;
  }

  bool state(const ChromeEvent& event, LaneId lane) {
    const auto named = laneStateNamed(m_writer.textOf(event.name));
    if (!named) return false;
    model::SpanStart span;
    span.start = {event.timeNs};
    span.state = *named;
    if (event.args.size() > 2) detail(ChromeArgs(event.args), span);
    m_spans.push_back({lane, span});
    return true;
  }

  void detail(const ChromeArgs& args, model::SpanStart& span) {
    span.label = m_writer.text(args.text("label"));
    const StepIndex step = stepOf(args);
    if (!step.isNone()) span.step = static_cast<std::uint16_t>(step.value);
    const std::uint32_t holder = numberOf(args, "holder");
    if (holder < m_parts.lanes.size()) span.holder = {holder};
    const TargetKind kind = kTargetKinds.find(args.text("on")).value_or(TargetKind::kNone);
    const std::uint32_t target = numberOf(args, "number");
    const bool isKnown = (kind == TargetKind::kObject && target < m_parts.objects.size()) ||
                         (kind == TargetKind::kLane && target < m_parts.lanes.size()) ||
                         (kind == TargetKind::kProcess && target < m_parts.processes.size());
    if (!isKnown) return;
    span.targetKind = kind;
    span.target = target;
  }

  void addSpans() {
    std::stable_sort(m_spans.begin(), m_spans.end(), [](const SpanOfLane& a, const SpanOfLane& b) {
      return a.lane != b.lane ? a.lane < b.lane : a.span.start < b.span.start;
    });
    for (const auto& [lane, span] : m_spans) m_writer.beginSpan(lane, span);
  }

  bool slice(const ChromeEvent& event, LaneId lane) {
    const ChromeArgs args(event.args);
    const std::int64_t depth = std::clamp<std::int64_t>(args.number("depth").value_or(0), 0, UINT16_MAX);
    const std::int64_t end = event.timeNs + std::max<std::int64_t>(0, event.durationNs);
    m_writer.addSlice(lane, {{{event.timeNs}, {end}}, static_cast<std::uint16_t>(depth), event.name, stepOf(args)});
    return true;
  }

  bool instant(const ChromeEvent& event, LaneId lane) {
    const auto kind = kInstantKinds.find(m_writer.textOf(event.name));
    if (!kind) return false;
    const ChromeArgs args(event.args);
    model::Instant point;
    point.time = {event.timeNs};
    point.lane = lane;
    point.kind = *kind;
    point.text = m_writer.text(args.text("text"));
    point.target = numberOf(args, "target");
    point.value = args.number("value").value_or(0);
    point.step = stepOf(args);
    if (point.kind == InstantKind::kStart && point.target >= m_parts.lanes.size()) return false;
    if (point.kind == InstantKind::kSignal && point.target >= m_parts.processes.size()) return false;
    if (point.kind == InstantKind::kDeadlock && !isDeadlock(point)) return false;
    m_writer.addInstant(point);
    return true;
  }

  /// Both that it names are known.
  [[nodiscard]] bool isDeadlock(const model::Instant& point) const {
    const bool isObject = ObjectId{point.target}.isNone() || point.target < m_parts.objects.size();
    return isObject && point.value >= 0 && static_cast<std::uint64_t>(point.value) < m_parts.lanes.size();
  }

  bool flow(const ChromeEvent& event, LaneId lane) {
    if (event.phase == 'f') {
      const auto known = m_flows.find(event.id);
      if (known == m_flows.end()) return false;
      model::Flow& flow = m_writer.editFlow(known->second);
      flow.to = lane;
      flow.in = {event.timeNs};
      m_writer.advance({event.timeNs});
      return true;
    }
    const auto kind = kFlowKinds.find(m_writer.textOf(event.name));
    if (!kind || m_flows.contains(event.id)) return false;
    const ChromeArgs args(event.args);
    model::Flow flow;
    flow.kind = *kind;
    flow.from = lane;
    flow.out = {event.timeNs};
    const std::uint32_t object = numberOf(args, "object");
    if (object < m_parts.objects.size()) flow.object = {object};
    flow.text = m_writer.text(args.text("text"));
    m_flows[event.id] = m_writer.addFlow(flow);
    return true;
  }

  bool counter(const ChromeEvent& event) {
    const auto known = m_parts.counters.find(m_writer.textOf(event.name));
    const auto value = ChromeArgs(event.args).number("value");
    if (known == m_parts.counters.end() || !value) return false;
    m_writer.addSample(m_writer.counter(known->second), {{event.timeNs}, *value});
    return true;
  }

  void addRest() {
    for (const model::OutputLine& line : m_parts.output) m_writer.addOutput(line);
    for (const model::Diagnostic& diagnostic : m_parts.diagnostics) m_writer.addDiagnostic(diagnostic);
    m_writer.totals() = m_parts.totals;
    m_writer.advance(m_parts.now);
    m_writer.setFinished(m_parts.isFinished);
  }

  const ChromeFile& m_file;
  const OwnParts& m_parts;
  model::TraceWriter& m_writer;
  std::unordered_map<TrackKey, LaneId, HashOfTrack> m_lanes;
  std::unordered_map<std::uint64_t, std::size_t> m_flows;
  std::vector<SpanOfLane> m_spans;
  std::uint64_t m_left = 0;
};

}  // namespace

std::vector<std::string> importOwnChrome(const ChromeFile& file, const OwnParts& parts, model::TraceWriter& writer) {
  return OwnImport(file, parts, writer).run();
}

}  // namespace threadline::io
