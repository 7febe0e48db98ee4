// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figures.h"

#include <algorithm>

#include "core/report/glob.h"
#include "core/report/lane_figures.h"
#include "core/report/requests.h"
#include "core/report/run_facts.h"

namespace threadline::report {
namespace {

using scenario::List;
using scenario::Value;

Error notThere(std::string message) {
  return Error{ErrorCode::kNotFound, std::move(message), {}};
}

/// One value when all are equal, else all of them.
Value oneOrAll(List values) {
  const bool isSame = std::all_of(values.begin(), values.end(), [&](const Value& v) { return v == values.front(); });
  return isSame ? values.front() : Value(std::move(values));
}

Status checkNothingLost(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes) {
  for (const LaneId id : lanes) {
    const model::Lane& lane = snapshot.lane(id);
    if (lane.lost > 0) {
      return notThere(std::to_string(lane.lost) + " events of lane \"" + lane.name + "\" were lost");
    }
  }
  return ok();
}

Status checkNothingLost(const model::Snapshot& snapshot) {
  const std::uint64_t lost = snapshot.totals().eventsLost;
  if (lost > 0) return notThere(std::to_string(lost) + " events were lost");
  return ok();
}

Result<Value> orNotThere(const std::optional<double>& value, const char* reason) {
  if (!value) return notThere(reason);
  return Value(*value);
}

Result<Value> percentileOf(std::vector<std::int64_t> samples, std::string_view part, const std::string& reason) {
  const auto percent = percentNamed(part);
  if (!percent) return notThere("no such figure");
  const auto value = percentile(samples, *percent);
  if (!value) return notThere(reason);
  return Value(*value);
}

Result<std::vector<LaneId>> someLanes(const model::Snapshot& snapshot, const std::string& glob) {
  auto lanes = lanesMatching(snapshot, glob);
  if (lanes.empty()) return notThere("no lane matches \"" + glob + "\"");
  if (const Status status = checkNothingLost(snapshot, lanes); !status) return status.error();
  return lanes;
}

/// Lanes whose first step stands in this function; the lane of main for "main" even when it ran no step.
std::vector<LaneId> lanesOfFunction(const RunRecord& run, const std::string& function) {
  const std::string prefix = "/functions/" + function + "/";
  std::vector<LaneId> lanes;
  const model::Snapshot& snapshot = *run.snapshot;
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const LaneId lane{i};
    const std::size_t count = snapshot.spanCount(lane);
    for (std::size_t s = 0; s < count; ++s) {
      const model::Span span = snapshot.span(lane, s);
      // What comes before the first step is the starter's doing.
      if (span.state == LaneState::kCreated || span.state == LaneState::kStarting) continue;
      if (span.step.value >= run.scenario.stepPointers.size()) continue;
      const std::string& pointer = run.scenario.stepPointers[span.step.value];
      if (pointer.compare(0, prefix.size(), prefix) == 0) lanes.push_back(lane);
      break;
    }
  }
  const model::Process* main = mainProcess(snapshot);
  if (lanes.empty() && function == "main" && main && !main->mainLane.isNone()) lanes.push_back(main->mainLane);
  return lanes;
}

Value valueOf(const model::Local& local) {
  switch (local.kind) {
    case LocalKind::kNone: return {};
    case LocalKind::kInteger: return local.integer;
    case LocalKind::kDecimal: return local.decimal;
    case LocalKind::kText: return local.text;
    case LocalKind::kBool: return local.integer != 0;
  }
  return {};
}

Result<Value> measureLocal(const Figure& figure, const RunRecord& run) {
  const model::Snapshot& snapshot = *run.snapshot;
  std::vector<LaneId> lanes;
  if (!figure.isQuoted) lanes = lanesOfFunction(run, figure.subject);
  if (lanes.empty()) lanes = lanesMatching(snapshot, figure.subject);
  if (lanes.empty()) return notThere("no actor ran \"" + figure.subject + "\"");
  if (const Status status = checkNothingLost(snapshot, lanes); !status) return status.error();
  List values;
  for (const LaneId id : lanes) {
    for (const model::Local& local : snapshot.lane(id).locals) {
      if (local.name == figure.part) values.push_back(valueOf(local));
    }
  }
  if (values.empty()) return notThere("\"" + figure.subject + "\" left no local \"" + figure.part + "\" at its end");
  return oneOrAll(std::move(values));
}

Result<Value> measureObject(const Figure& figure, const RunRecord& run) {
  const model::Snapshot& snapshot = *run.snapshot;
  for (const model::Object& object : snapshot.objects()) {
    if (object.name != figure.subject) continue;
    if (const Status status = checkNothingLost(snapshot); !status) return status.error();
    const ObjectTraffic traffic = trafficOf(snapshot, object.id);
    if (figure.part == "puts") return Value(traffic.puts);
    if (figure.part == "gets") return Value(traffic.gets);
    if (figure.part == "left") return Value(traffic.left);
    return Value(traffic.maxDepth);
  }
  if (run.scenario.function(figure.subject)) return measureLocal(figure, run);
  return notThere("the run had no object \"" + figure.subject + "\"");
}

Result<Value> measureLanes(const Figure& figure, const RunRecord& run) {
  const model::Snapshot& snapshot = *run.snapshot;
  if (figure.part == "count") return Value(static_cast<std::int64_t>(lanesMatching(snapshot, figure.subject).size()));
  const auto lanes = someLanes(snapshot, figure.subject);
  if (!lanes) return lanes.error();
  if (figure.part == "cpu_share")
    return orNotThere(cpuShare(snapshot, lanes.value()), "a lane's CPU time is not known");
  if (figure.part == "overlap") return orNotThere(workOverlap(snapshot, lanes.value()), "none of the lanes ran");
  const auto state = laneStateNamed(std::string_view(figure.part).substr(0, figure.part.rfind("_share")));
  if (!state) return notThere("no such state");
  return orNotThere(stateShare(snapshot, lanes.value(), *state), "the lanes have no length");
}

Result<Value> measureSpans(const Figure& figure, const RunRecord& run) {
  const model::Snapshot& snapshot = *run.snapshot;
  const auto lanes = someLanes(snapshot, figure.subject);
  if (!lanes) return lanes.error();
  auto lengths = spanLengths(snapshot, lanes.value(), figure.state.value_or(LaneState::kRunning), figure.label);
  if (figure.part == "count") return Value(static_cast<std::int64_t>(lengths.size()));
  if (figure.part == "sum") {
    std::int64_t sum = 0;
    for (const std::int64_t length : lengths) sum += length;
    return Value(sum);
  }
  return percentileOf(std::move(lengths), figure.part, "there is no such span");
}

Result<Value> measureGil(const Figure& figure, const RunRecord& run) {
  const model::Snapshot& snapshot = *run.snapshot;
  if (const Status status = checkNothingLost(snapshot); !status) return status.error();
  if (figure.part == "requests") {
    std::size_t requests = 0;
    for (const model::Process& process : snapshot.processes()) requests += process.gilRequests.size();
    return Value(static_cast<std::int64_t>(requests));
  }
  if (figure.part == "switches_per_s") {
    return orNotThere(gilSwitchesPerSecond(snapshot), "no lane asked for the GIL");
  }
  return percentileOf(forcedHolds(snapshot), std::string_view(figure.part).substr(5),
                      "the GIL was never given up on request");
}

Result<Value> measureStarts(const Figure& figure, const RunRecord& run) {
  const model::Snapshot& snapshot = *run.snapshot;
  const auto lanes = someLanes(snapshot, figure.subject);
  if (!lanes) return lanes.error();
  std::vector<std::int64_t> lengths;
  for (const model::Flow& flow : snapshot.flows()) {
    const bool isOurs = flow.kind == FlowKind::kStart && !flow.from.isNone() &&
                        std::find(lanes.value().begin(), lanes.value().end(), flow.to) != lanes.value().end();
    if (isOurs) lengths.push_back((flow.in - flow.out).ns);
  }
  return percentileOf(std::move(lengths), figure.part, "no start of these lanes was seen");
}

Result<Value> measureProcess(const Figure& figure, const RunRecord& run) {
  List values;
  bool isAny = false;
  for (const model::Process& process : run.snapshot->processes()) {
    if (!matchesGlob(figure.subject, process.name)) continue;
    isAny = true;
    if (figure.part == "memory_kb" && process.memoryPrivateKb) values.emplace_back(*process.memoryPrivateKb);
    if (figure.part == "exit" && process.exit) values.emplace_back(process.exit->code);
  }
  if (!isAny) return notThere("no process matches \"" + figure.subject + "\"");
  if (values.empty()) return notThere("this is not known of \"" + figure.subject + "\"");
  return oneOrAll(std::move(values));
}

Result<Value> measureOutput(const Figure& figure, const RunRecord& run) {
  if (const Status status = checkNothingLost(*run.snapshot); !status) return status.error();
  List texts;
  for (const model::OutputLine& line : run.snapshot->output()) {
    std::string text = line.text;
    if (!text.empty() && text.back() == '\n') text.pop_back();
    if (matchesGlob(figure.subject, text)) texts.emplace_back(std::move(text));
  }
  if (figure.part == "count") return Value(static_cast<std::int64_t>(texts.size()));
  return Value(std::move(texts));
}

Result<Value> measureGaps(const Figure& figure, const RunRecord& run) {
  const auto lanes = someLanes(*run.snapshot, figure.subject);
  if (!lanes) return lanes.error();
  std::vector<std::int64_t> lengths;
  for (const TimeRange& gap : gapsBetween(*run.snapshot, lanes.value(), figure.instant.value_or(InstantKind::kTick))) {
    lengths.push_back(gap.length().ns);
  }
  if (figure.part == "count") return Value(static_cast<std::int64_t>(lengths.size()));
  return percentileOf(std::move(lengths), figure.part, "there are no two such instants");
}

Result<Value> measureFirst(const Figure& figure, const RunRecord& run) {
  if (const Status status = checkNothingLost(*run.snapshot); !status) return status.error();
  std::optional<std::int64_t> first;
  for (const model::Instant& instant : run.snapshot->instants()) {
    if (instant.kind == figure.instant && (!first || instant.time.ns < *first)) first = instant.time.ns;
  }
  if (!first) return notThere("there was no such instant");
  return Value(*first);
}

Result<Value> measureRequests(const Figure& figure, const RunRecord& run) {
  if (const Status status = checkNothingLost(*run.snapshot); !status) return status.error();
  const auto requests = requestsOf(*run.snapshot, figure.subject);
  if (!requests) return requests.error();
  const std::string_view part = figure.part;
  if (part == "count") return Value(static_cast<std::int64_t>(requests.value().size()));
  if (part == "served") return Value(static_cast<std::int64_t>(servedOf(requests.value())));
  if (part == "per_s") return orNotThere(perSecond(requests.value()), "no request was served");
  const std::size_t gap = part.find('_');
  const std::string_view name = part.substr(0, gap);
  const Stretch stretch = name == "latency" ? Stretch::kLatency : name == "wait" ? Stretch::kWait : Stretch::kService;
  return percentileOf(lengthsOf(requests.value(), stretch), part.substr(gap + 1), "no request was served");
}

Result<Value> measureExit(const RunRecord& run) {
  const model::Process* main = mainProcess(*run.snapshot);
  if (!main || !main->exit) return notThere("main's exit was not seen");
  return Value(main->exit->code);
}

Result<Value> measureText(std::string_view text, const RunRecord& run) {
  const auto figure = parseFigure(text);
  if (!figure) return figure.error();
  return measure(figure.value(), run);
}

}  // namespace

Result<Value> measure(const Figure& figure, const RunRecord& run) {
  switch (figure.kind) {
    case FigureKind::kObject: return measureObject(figure, run);
    case FigureKind::kLocal: return measureLocal(figure, run);
    case FigureKind::kLanes: return measureLanes(figure, run);
    case FigureKind::kSpans: return measureSpans(figure, run);
    case FigureKind::kGil: return measureGil(figure, run);
    case FigureKind::kStarts: return measureStarts(figure, run);
    case FigureKind::kProcess: return measureProcess(figure, run);
    case FigureKind::kOutput: return measureOutput(figure, run);
    case FigureKind::kGaps: return measureGaps(figure, run);
    case FigureKind::kRequests: return measureRequests(figure, run);
    case FigureKind::kFirst: return measureFirst(figure, run);
    case FigureKind::kWall: return Value(wallTime(*run.snapshot).ns);
    case FigureKind::kCpu: {
      const auto cpu = cpuTime(*run.snapshot);
      if (!cpu) return notThere("the CPU time is not known");
      return Value(cpu->ns);
    }
    case FigureKind::kExit: return measureExit(run);
  }
  return notThere("no such figure");
}

Result<Value> FigureNames::name(std::string_view name) const {
  const bool isParameter = m_run.parameters.find(name) != m_run.parameters.end();
  if (!isParameter && (name == "wall" || name == "cpu" || name == "exit")) return measureText(name, m_run);
  return scenario::ParameterNames(m_run.parameters).name(name);
}

Result<Value> FigureNames::attribute(std::string_view base, std::int64_t element, std::string_view attribute) const {
  std::string text(base);
  if (element >= 0) text += '[' + std::to_string(element) + ']';
  return measureText(text + '.' + std::string(attribute), m_run);
}

}  // namespace threadline::report
