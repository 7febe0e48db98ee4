// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/report/glob.h"

namespace threadline::report {
namespace {

constexpr std::array<std::string_view, kInstantKindCount> kInstantNames{
    "start", "code_end",    "print",   "print_more", "signal", "answer", "exception", "crash",
    "exit",  "lost_update", "timeout", "mark",       "tick",   "cancel", "refused",   "deadlock"};
constexpr std::array<std::string_view, 6> kFlowNames{"start", "put", "emit", "release", "signal", "join"};

/// "Deadlock: first waits for b, held by second; second waits for a, held by first."
std::string deadlockMessage(const model::Snapshot& snapshot, const std::vector<model::WaitEdge>& cycle) {
  std::string text = "Deadlock: ";
  for (const model::WaitEdge& edge : cycle) {
    if (&edge != cycle.data()) text += "; ";
    const std::string& other = snapshot.lane(edge.other).name;
    text += snapshot.lane(edge.lane).name;
    if (edge.object.isNone()) {
      text += " waits for the end of " + other;
    } else {
      text += " waits for " + snapshot.objects()[edge.object.value].name + ", held by " + other;
    }
  }
  return text + ".";
}

/// A fork server: its CPU time is no work of the run, and its children's, which it collected, is counted with them.
bool isServer(const model::Snapshot& snapshot, const model::Process& process) {
  return process.mainLane.value < snapshot.laneCount() && snapshot.lane(process.mainLane).kind == LaneKind::kService;
}

/// True when the parent collected this process while it lived: its CPU time is then in the parent's.
bool isCountedByParent(const model::Snapshot& snapshot, const model::Process& process) {
  if (process.startMethod == StartMethod::kForkserver) return false;  // it was the server that collected it
  const model::Process* parent = processOf(snapshot, process.parent);
  if (!parent || parent == &process || !parent->cpuNs || !process.collected) return false;
  return !parent->end || process.collected->ns <= parent->end->ns;
}

}  // namespace

bool laneMatches(const model::Snapshot& snapshot, const model::Lane& lane, std::string_view glob) {
  if (glob == "*") return lane.kind != LaneKind::kService;
  if (matchesGlob(glob, lane.name)) return true;
  if (!lane.isMain) return false;
  const model::Process* process = processOf(snapshot, lane.process);
  return process && matchesGlob(glob, process->name);
}

std::vector<LaneId> lanesMatching(const model::Snapshot& snapshot, std::string_view glob) {
  std::vector<LaneId> lanes;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    if (laneMatches(snapshot, snapshot.lane(LaneId{i}), glob)) lanes.push_back(LaneId{i});
  }
  return lanes;
}

const model::Process* mainProcess(const model::Snapshot& snapshot) {
  for (const model::Process& process : snapshot.processes()) {
    if (process.startMethod == StartMethod::kMain) return &process;
  }
  return nullptr;
}

const model::Process* processOf(const model::Snapshot& snapshot, ProcessId id) {
  if (id.isNone()) return nullptr;
  const auto& processes = snapshot.processes();
  // Dense ids stand at their own place; a damaged trace may not keep to it.
  if (id.value < processes.size() && processes[id.value].id == id) return &processes[id.value];
  for (const model::Process& process : processes) {
    if (process.id == id) return &process;
  }
  return nullptr;
}

DurationNs wallTime(const model::Snapshot& snapshot) {
  const model::Process* main = mainProcess(snapshot);
  if (!main) return snapshot.extent().length();
  const TimeNs start = main->start.value_or(TimeNs{0});
  TimeNs end = main->end.value_or(snapshot.isFinished() ? snapshot.extent().end : snapshot.now());
  return {std::max<std::int64_t>(0, end.ns - start.ns)};
}

TimeNs groupEnd(const model::Snapshot& snapshot) {
  std::optional<TimeNs> last;
  for (const model::Process& process : snapshot.processes()) {
    if (process.end && (!last || *process.end > *last)) last = process.end;
  }
  return last.value_or(snapshot.extent().end);
}

std::optional<DurationNs> cpuTime(const model::Snapshot& snapshot) {
  std::optional<DurationNs> sum;
  for (const model::Process& process : snapshot.processes()) {
    if (!process.cpuNs || isServer(snapshot, process) || isCountedByParent(snapshot, process)) continue;
    sum = sum.value_or(DurationNs{}) + DurationNs{*process.cpuNs};
  }
  return sum;
}

std::vector<model::WaitEdge> deadlockOf(const model::Snapshot& snapshot) {
  std::vector<model::WaitEdge> cycle;
  for (const model::Instant& instant : snapshot.instants()) {
    if (instant.kind != InstantKind::kDeadlock) continue;
    cycle.push_back({instant.lane, {static_cast<std::uint32_t>(instant.value)}, {instant.target}, instant.time});
  }
  return cycle;
}

std::string failureMessage(const model::Snapshot& snapshot, model::RunEnding ending, const std::string& hostMessage) {
  if (!hostMessage.empty()) return hostMessage;
  if (const auto cycle = deadlockOf(snapshot); !cycle.empty()) return deadlockMessage(snapshot, cycle);
  if (ending != model::RunEnding::kFailed) return {};
  const model::Process* main = mainProcess(snapshot);
  return main && main->exit ? main->exit->text : std::string();
}

ObjectTraffic trafficOf(const model::Snapshot& snapshot, ObjectId object) {
  ObjectTraffic traffic;
  for (const model::Flow& flow : snapshot.flows()) {
    if ((flow.kind != FlowKind::kPut && flow.kind != FlowKind::kEmit) || flow.object != object) continue;
    if (!flow.from.isNone()) ++traffic.puts;
    if (!flow.to.isNone()) ++traffic.gets;
  }
  traffic.left = traffic.puts - traffic.gets;
  for (const model::Counter& counter : snapshot.counters()) {
    if (counter.kind != CounterKind::kDepth || counter.object != object) continue;
    for (const model::CounterSample& sample : counter.samples) {
      traffic.maxDepth = std::max(traffic.maxDepth, sample.value);
    }
    if (!counter.samples.empty()) traffic.left = counter.samples.back().value;
  }
  return traffic;
}

std::string_view nameOf(InstantKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < kInstantNames.size() ? kInstantNames[index] : "mark";
}

std::optional<InstantKind> instantNamed(std::string_view word) {
  std::string wanted(word);
  std::replace(wanted.begin(), wanted.end(), ' ', '_');
  for (std::size_t i = 0; i < kInstantNames.size(); ++i) {
    if (kInstantNames[i] == wanted) return static_cast<InstantKind>(i);
  }
  return std::nullopt;
}

std::optional<FlowKind> flowNamed(std::string_view word) {
  for (std::size_t i = 0; i < kFlowNames.size(); ++i) {
    if (kFlowNames[i] == word) return static_cast<FlowKind>(i);
  }
  return std::nullopt;
}

std::optional<TimeNs> firstStepOf(const model::Snapshot& snapshot, LaneId lane) {
  for (const model::Flow& flow : snapshot.flows()) {
    if (flow.kind == FlowKind::kStart && flow.to == lane) return flow.in;
  }
  for (std::size_t i = 0; i < snapshot.spanCount(lane); ++i) {
    const model::Span span = snapshot.span(lane, i);
    if (span.state != LaneState::kCreated && span.state != LaneState::kStarting) return span.start;
  }
  return std::nullopt;
}

}  // namespace threadline::report
