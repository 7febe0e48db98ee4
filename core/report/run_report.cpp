// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/run_report.h"

#include "core/model/statistics.h"
#include "core/report/json_value.h"
#include "core/report/requests.h"
#include "core/report/run_facts.h"
#include "core/report/run_json.h"
#include "core/scenario/scenario.h"

namespace threadline::report {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<std::int64_t>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json orNull(const std::optional<TimeNs>& time) {
  return time ? Json(time->ns) : Json(nullptr);
}
Json knownOrNull(std::int64_t value) {
  return value != 0 ? Json(value) : Json(nullptr);
}

const char* nameOf(StartMethod method) {
  switch (method) {
    case StartMethod::kMain: return "main";
    case StartMethod::kFork: return "fork";
    case StartMethod::kSpawn: return "spawn";
    case StartMethod::kForkserver: return "forkserver";
    case StartMethod::kExec: return "exec";
  }
  return "exec";
}

const char* nameOf(ProcessEndHow how) {
  switch (how) {
    case ProcessEndHow::kReturned: return "returned";
    case ProcessEndHow::kExited: return "exited";
    case ProcessEndHow::kSignalled: return "signalled";
    case ProcessEndHow::kException: return "exception";
  }
  return "exited";
}

const char* nameOf(LaneKind kind) {
  switch (kind) {
    case LaneKind::kThread: return "thread";
    case LaneKind::kTask: return "task";
    case LaneKind::kService: return "service";
  }
  return "thread";
}

const char* objectKindName(std::uint8_t kind) {
  constexpr const char* kNames[] = {"queue", "pipe",    "value", "array",  "variable", "lock",  "rwlock", "semaphore",
                                    "event", "barrier", "pool",  "server", "session",  "local", "mailbox"};
  return kind < std::size(kNames) ? kNames[kind] : "object";
}

Json processJson(const model::Snapshot& snapshot, const model::Process& process) {
  const model::Process* parent = processOf(snapshot, process.parent);
  Json json;
  json["pid"] = knownOrNull(process.pid);
  json["parent_pid"] = parent ? knownOrNull(parent->pid) : Json(nullptr);
  json["name"] = process.name;
  json["start_method"] = nameOf(process.startMethod);
  json["daemon"] = process.isDaemon;
  json["start_ns"] = orNull(process.start);
  json["end_ns"] = orNull(process.end);
  json["collected_ns"] = orNull(process.collected);
  if (process.exit) {
    json["exit"] = {{"how", nameOf(process.exit->how)}, {"code", process.exit->code}, {"text", process.exit->text}};
  } else {
    json["exit"] = nullptr;
  }
  json["memory_private_kb"] = orNull(process.memoryPrivateKb);
  return json;
}

Json laneExitJson(const model::Snapshot& snapshot, const model::Lane& lane) {
  if (!lane.exit) return nullptr;
  switch (*lane.exit) {
    case LaneExit::kReturned: return {{"how", "returned"}, {"code", 0}};
    case LaneExit::kException: return {{"how", "exception"}, {"code", 1}};
    case LaneExit::kEndedWithProcess: break;
  }
  const model::Process* process = processOf(snapshot, lane.process);
  Json code = nullptr;
  if (process && process->exit) code = process->exit->code;
  return {{"how", "ended_with_process"}, {"code", code}};
}

Json laneJson(const model::Snapshot& snapshot, const model::Lane& lane) {
  const model::Process* process = processOf(snapshot, lane.process);
  Json json;
  json["id"] = lane.id.value;
  json["parent"] = lane.parent.isNone() ? Json(nullptr) : Json(lane.parent.value);
  json["kind"] = nameOf(lane.kind);
  json["name"] = lane.name;
  json["pid"] = process ? knownOrNull(process->pid) : Json(nullptr);
  json["tid"] = lane.kind == LaneKind::kTask ? Json(nullptr) : knownOrNull(lane.tid);
  json["ident"] = lane.ident != 0 ? Json(lane.ident) : Json(nullptr);
  json["daemon"] = lane.isDaemon;
  json["start_ns"] = lane.start.ns;
  json["end_ns"] = snapshot.laneEnd(lane.id).ns;
  json["exit"] = laneExitJson(snapshot, lane);
  Json states = Json::object();
  const model::StateTotals totals = model::laneTotals(snapshot, lane.id);
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    if (totals.time[i].ns > 0) states[std::string(nameOf(static_cast<LaneState>(i)))] = totals.time[i].ns;
  }
  json["states"] = std::move(states);
  const bool isCounted = lane.kind != LaneKind::kTask && lane.voluntarySwitches && lane.involuntarySwitches;
  json["switches"] = isCounted ? Json(*lane.voluntarySwitches + *lane.involuntarySwitches) : Json(nullptr);
  return json;
}

Json objectsJson(const model::Snapshot& snapshot) {
  Json objects = Json::object();
  for (const model::Object& object : snapshot.objects()) {
    Json json{{"kind", objectKindName(object.kind)}};
    const auto kind = static_cast<scenario::ObjectKind>(object.kind);
    if (kind == scenario::ObjectKind::kQueue || kind == scenario::ObjectKind::kMailbox) {
      const ObjectTraffic traffic = trafficOf(snapshot, object.id);
      json["puts"] = traffic.puts;
      json["gets"] = traffic.gets;
      json["max_depth"] = traffic.maxDepth;
      json["left"] = traffic.left;
    }
    objects[object.name] = std::move(json);
  }
  return objects;
}

Json percentilesJson(const Percentiles& values) {
  return {{"p50", values.p50}, {"p90", values.p90}, {"p99", values.p99}, {"max", values.max}};
}

Json requestsJson(const RequestSummary& requests) {
  return {{"due", requests.due},
          {"served", requests.served},
          {"per_second", requests.perSecond},
          {"latency_ns", percentilesJson(requests.latency)},
          {"wait_ns", percentilesJson(requests.wait)},
          {"service_ns", percentilesJson(requests.service)}};
}

/// Everything that is the trace's own, in the contract's order.
void addTrace(Json& json, const model::Snapshot& snapshot, model::RunEnding ending) {
  json["ended"] = model::nameOf(ending);
  json["wall_ns"] = wallTime(snapshot).ns;
  json["group_end_ns"] = groupEnd(snapshot).ns;
  const auto cpu = cpuTime(snapshot);
  json["cpu_ns"] = cpu ? Json(cpu->ns) : Json(nullptr);
  json["kernel"] = "none";
  json["processes"] = Json::array();
  for (const model::Process& process : snapshot.processes()) {
    json["processes"].push_back(processJson(snapshot, process));
  }
  json["lanes"] = Json::array();
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    json["lanes"].push_back(laneJson(snapshot, snapshot.lane(LaneId{i})));
  }
  json["output"] = Json::array();
  for (const model::OutputLine& line : snapshot.output()) {
    json["output"].push_back({{"t_ns", line.time.ns}, {"lane", line.lane.value}, {"text", line.text}});
  }
  json["objects"] = objectsJson(snapshot);
  if (const auto requests = requestSummary(snapshot)) json["requests"] = requestsJson(*requests);
  json["events"] = {{"recorded", snapshot.totals().eventsRecorded}, {"lost", snapshot.totals().eventsLost}};
}

}  // namespace

Json claimJson(const ClaimResult& claim) {
  return {{"id", claim.id},
          {"text", claim.text.en},
          {"verdict", nameOf(claim.verdict)},
          {"measured", claim.measured ? toJson(*claim.measured) : Json(nullptr)},
          {"expected", claim.expected},
          {"reference", claim.reference ? toJson(*claim.reference) : Json(nullptr)},
          {"document", claim.document ? toJson(*claim.document) : Json(nullptr)},
          {"why", claim.why}};
}

Json runJson(const RunRecord& run, const std::vector<ClaimResult>& claims) {
  Json json;
  json["threadline"] = THREADLINE_VERSION;
  json["scenario"] = run.scenario.id;
  json["preset"] = run.preset.empty() ? Json(nullptr) : Json(run.preset);
  json["parameters"] = toJson(run.parameters);
  addTrace(json, *run.snapshot, run.ending);
  json["claims"] = Json::array();
  for (const ClaimResult& claim : claims) json["claims"].push_back(claimJson(claim));
  return json;
}

Json traceJson(const model::Snapshot& snapshot, model::RunEnding ending) {
  Json json;
  json["threadline"] = THREADLINE_VERSION;
  addTrace(json, snapshot, ending);
  return json;
}

Json adviceJson(const Advice& advice, const Comparison* comparison, bool isKorean) {
  Json json{{"text", isKorean ? advice.text.ko : advice.text.en}, {"confidence", nameOf(advice.confidence)}};
  json["figures"] = Json::array();
  for (const VerdictFigure& figure : advice.figures) {
    Json one{{"name", figure.name}, {"value", figure.value}};
    const bool isOfVariant = comparison && figure.variant;
    one["variant"] = isOfVariant ? Json(comparison->variants[*figure.variant].id) : Json(nullptr);
    one["lane"] = figure.lane.isNone() ? Json(nullptr) : Json(figure.lane.value);
    const bool hasRange = figure.range.length().ns > 0;
    one["range_ns"] = hasRange ? Json{figure.range.start.ns, figure.range.end.ns} : Json(nullptr);
    json["figures"].push_back(std::move(one));
  }
  return json;
}

std::string textOf(const Json& json) {
  constexpr int kIndent = 2;
  return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string runReport(const RunRecord& run, const std::vector<ClaimResult>& claims, bool isKorean) {
  Json json = runJson(run, claims);
  json["verdict"] = adviceJson(adviceOf(run), nullptr, isKorean);
  return textOf(json);
}

std::string traceReport(const model::Snapshot& snapshot, model::RunEnding ending) {
  return textOf(traceJson(snapshot, ending));
}

std::string traceReport(const model::Snapshot& snapshot) {
  return traceReport(snapshot, model::RunEnding::kReturned);
}

}  // namespace threadline::report
