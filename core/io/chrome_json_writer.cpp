// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_json_writer.h"

#include "core/io/chrome_names.h"
#include "core/io/span_words.h"
#include "core/io/words.h"

namespace threadline::io {
namespace {

using model::Snapshot;

/// Puts commas between what is written one after the other.
class Separator {
 public:
  explicit Separator(TextOut& out, const char* between = ",\n") : m_out(out), m_between(between) {}
  TextOut& next() {
    if (!m_isFirst) m_out << m_between;
    m_isFirst = false;
    return m_out;
  }

 private:
  TextOut& m_out;
  const char* m_between;
  bool m_isFirst = true;
};

template <typename Tag>
void idOrNull(TextOut& out, Id<Tag> id) {
  if (id.isNone()) {
    out << "null";
  } else {
    out << id.value;
  }
}

void field(TextOut& out, const char* key, const std::optional<std::int64_t>& value) {
  if (value) out << ",\"" << key << "\":" << *value;
}
void field(TextOut& out, const char* key, const std::optional<TimeNs>& value) {
  if (value) out << ",\"" << key << "\":" << value->ns;
}
void field(TextOut& out, const char* key, std::string_view text) {
  if (!text.empty()) (out << ",\"" << key << "\":").quoted(text);
}

// ---- what the format has no place for

void writeMetadata(TextOut& out, const Metadata& metadata) {
  out << "\"metadata\":{";
  Separator pairs(out, ",");
  for (const auto& [key, value] : metadata) (pairs.next().quoted(key) << ':').quoted(value);
  out << '}';
}

void writeTotals(TextOut& out, const Snapshot& snapshot) {
  const model::TraceTotals& totals = snapshot.totals();
  out << "\"now_ns\":" << snapshot.now().ns << ",\"finished\":" << (snapshot.isFinished() ? "true" : "false")
      << ",\n\"totals\":{\"recorded\":" << totals.eventsRecorded << ",\"lost\":" << totals.eventsLost
      << ",\"illegal\":" << totals.illegalTransitions << ",\"corrupt\":" << totals.corrupt << '}';
}

void writeProcess(TextOut& out, const model::Process& process, std::int64_t pid) {
  out << "{\"pid\":" << pid << ",\"real_pid\":" << process.pid << ",\"parent\":";
  idOrNull(out, process.parent);
  (out << ",\"name\":").quoted(process.name)
      << ",\"start_method\":\"" << kStartMethods.of(process.startMethod)
      << "\",\"daemon\":" << (process.isDaemon ? "true" : "false") << ",\"main_lane\":";
  idOrNull(out, process.mainLane);
  field(out, "start_ns", process.start);
  field(out, "end_ns", process.end);
  field(out, "collected_ns", process.collected);
  if (process.exit) {
    out << ",\"exit\":{\"how\":\"" << kEndHows.of(process.exit->how) << "\",\"code\":" << process.exit->code;
    field(out, "text", process.exit->text);
    out << '}';
  }
  field(out, "cpu_ns", process.cpuNs);
  field(out, "memory_private_kb", process.memoryPrivateKb);
  out << ",\"gil_holds\":[";
  Separator holds(out, ",");
  for (const model::GilHold& hold : process.gilHolds) {
    holds.next() << '[' << hold.range.start.ns << ',' << hold.range.end.ns << ',';
    idOrNull(out, hold.holder);
    out << ',' << (hold.droppedOnRequest ? 1 : 0) << ',' << hold.switchNumber << ']';
  }
  out << "],\"gil_requests\":[";
  Separator requests(out, ",");
  for (const model::GilRequest& request : process.gilRequests) {
    requests.next() << '[' << request.time.ns << ',';
    idOrNull(out, request.by);
    out << ',';
    idOrNull(out, request.holder);
    out << ']';
  }
  out << "]}";
}

void writeLocal(TextOut& out, const model::Local& local) {
  (out << "{\"name\":").quoted(local.name) << ",\"kind\":\"" << kLocalKinds.of(local.kind) << '"';
  if (local.kind == LocalKind::kText) field(out, "text", local.text);
  if (local.kind == LocalKind::kDecimal) (out << ",\"decimal\":").decimal(local.decimal);
  if (local.kind == LocalKind::kInteger || local.kind == LocalKind::kBool) out << ",\"integer\":" << local.integer;
  out << '}';
}

void writeLane(TextOut& out, const model::Lane& lane, const ChromeNames::LaneName& name) {
  out << "{\"pid\":" << name.pid << ",\"tid\":" << name.tid << ",\"process\":";
  idOrNull(out, lane.process);
  out << ",\"parent\":";
  idOrNull(out, lane.parent);
  (out << ",\"kind\":\"" << kLaneKinds.of(lane.kind) << "\",\"name\":").quoted(lane.name)
      << ",\"daemon\":" << (lane.isDaemon ? "true" : "false") << ",\"main\":" << (lane.isMain ? "true" : "false")
      << ",\"real_tid\":" << lane.tid << ",\"ident\":\"" << lane.ident << "\",\"start_ns\":" << lane.start.ns;
  field(out, "end_ns", lane.end);
  if (lane.exit) out << ",\"exit\":\"" << kLaneExits.of(*lane.exit) << '"';
  field(out, "exit_text", lane.exitText);
  field(out, "cpu_ns", lane.cpuNs);
  field(out, "voluntary", lane.voluntarySwitches);
  field(out, "involuntary", lane.involuntarySwitches);
  if (lane.lost != 0) out << ",\"lost\":" << lane.lost;
  if (lane.illegalTransitions != 0) out << ",\"illegal\":" << lane.illegalTransitions;
  if (!lane.locals.empty()) {
    out << ",\"locals\":[";
    Separator locals(out, ",");
    for (const model::Local& local : lane.locals) writeLocal(locals.next(), local);
    out << ']';
  }
  out << '}';
}

void writeRest(TextOut& out, const Snapshot& snapshot, const ChromeNames& names) {
  out << "\"objects\":[";
  Separator objects(out, ",");
  for (const model::Object& object : snapshot.objects()) {
    (objects.next() << "{\"name\":").quoted(object.name) << ",\"kind\":" << static_cast<unsigned>(object.kind) << '}';
  }
  out << "],\n\"counters\":[";
  Separator counters(out, ",");
  for (std::size_t i = 0; i < snapshot.counters().size(); ++i) {
    const model::Counter& counter = snapshot.counters()[i];
    (counters.next() << "{\"track\":").quoted(names.counterTracks[i]) << ",\"object\":";
    idOrNull(out, counter.object);
    (out << ",\"kind\":\"" << kCounterKinds.of(counter.kind) << "\",\"name\":").quoted(counter.name) << '}';
  }
  out << "],\n\"output\":[";
  Separator lines(out);
  for (const model::OutputLine& line : snapshot.output()) {
    (lines.next() << '[' << line.time.ns << ',' << line.lane.value << ',').quoted(line.text) << ']';
  }
  out << "],\n\"diagnostics\":[";
  Separator diagnostics(out);
  for (const model::Diagnostic& diagnostic : snapshot.diagnostics()) {
    diagnostics.next() << "{\"kind\":\"" << kDiagnosticKinds.of(diagnostic.kind)
                       << "\",\"time_ns\":" << diagnostic.time.ns << ",\"lane\":";
    idOrNull(out, diagnostic.lane);
    field(out, "text", diagnostic.text);
    out << '}';
  }
  out << ']';
}

void writeOwn(const Snapshot& snapshot, const Metadata& metadata, const ChromeNames& names, TextOut& out) {
  out << "\"otherData\":{\"threadline\":{\"version\":1,\"program\":\"" THREADLINE_VERSION "\",\n";
  writeMetadata(out, metadata);
  out << ",\n";
  writeTotals(out, snapshot);
  out << ",\n\"processes\":[";
  Separator processes(out);
  for (const model::Process& process : snapshot.processes()) {
    writeProcess(processes.next(), process, names.pids[process.id.value]);
  }
  out << "],\n\"lanes\":[";
  Separator lanes(out);
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    writeLane(lanes.next(), snapshot.lane({i}), names.lanes[i]);
  }
  out << "],\n";
  writeRest(out, snapshot, names);
  out << "}}";
}

// ---- events

void writeNames(Separator& events, const Snapshot& snapshot, const ChromeNames& names) {
  for (const model::Process& process : snapshot.processes()) {
    (events.next() << R"({"ph":"M","name":"process_name","pid":)" << names.pids[process.id.value]
                   << R"(,"args":{"name":)")
            .quoted(process.name)
        << "}}";
  }
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const auto& [pid, tid] = names.lanes[i];
    (events.next() << R"({"ph":"M","name":"thread_name","pid":)" << pid << ",\"tid\":" << tid << R"(,"args":{"name":)")
            .quoted(snapshot.lane({i}).name)
        << "}}";
    events.next() << R"({"ph":"M","name":"thread_sort_index","pid":)" << pid << ",\"tid\":" << tid
                  << R"(,"args":{"sort_index":)" << i << "}}";
  }
}

TextOut& beginEvent(Separator& events, char phase, std::string_view category, std::string_view name,
                    const ChromeNames::LaneName& lane, TimeNs time) {
  TextOut& out = events.next();
  (out << "{\"ph\":\"" << phase << "\",\"cat\":\"" << category << "\",\"name\":").quoted(name);
  return (out << ",\"pid\":" << lane.pid << ",\"tid\":" << lane.tid << ",\"ts\":").micros(time.ns);
}

void writeSpan(Separator& events, const Snapshot& snapshot, const model::Span& span,
               const ChromeNames::LaneName& lane) {
  TextOut& out = beginEvent(events, 'X', "state", nameOf(span.state), lane, span.start);
  (out << ",\"dur\":").micros(span.end.ns - span.start.ns);
  out << ",\"args\":{";
  Separator args(out, ",");
  if (!span.label.isNone()) (args.next() << "\"label\":").quoted(snapshot.text(span.label));
  if (span.targetKind != TargetKind::kNone) {
    (args.next() << "\"waits_for\":").quoted(waitsFor(snapshot, span))
        << ",\"on\":\"" << kTargetKinds.of(span.targetKind) << "\",\"number\":" << span.target;
  }
  if (!span.holder.isNone()) args.next() << "\"holder\":" << span.holder.value;
  if (!span.step.isNone()) args.next() << "\"step\":" << span.step.value;
  out << "}}";
}

void writeSlice(Separator& events, const Snapshot& snapshot, const model::Slice& slice,
                const ChromeNames::LaneName& lane) {
  TextOut& out = beginEvent(events, 'X', "slice", snapshot.text(slice.label), lane, slice.range.start);
  (out << ",\"dur\":").micros(slice.range.length().ns) << ",\"args\":{\"depth\":" << slice.depth;
  if (!slice.step.isNone()) out << ",\"step\":" << slice.step.value;
  out << "}}";
}

void writeInstant(Separator& events, const Snapshot& snapshot, const model::Instant& instant,
                  const ChromeNames::LaneName& lane) {
  TextOut& out = beginEvent(events, 'i', "instant", kInstantKinds.of(instant.kind), lane, instant.time);
  out << ",\"s\":\"t\",\"args\":{\"value\":" << instant.value;
  field(out, "text", snapshot.text(instant.text));
  if (instant.target != LaneId::kNone) out << ",\"target\":" << instant.target;
  if (!instant.step.isNone()) out << ",\"step\":" << instant.step.value;
  out << "}}";
}

void writeFlow(Separator& events, const Snapshot& snapshot, const model::Flow& flow, std::size_t id,
               const ChromeNames& names) {
  const std::string_view kind = kFlowKinds.of(flow.kind);
  TextOut& out = beginEvent(events, 's', "flow", kind, names.lanes[flow.from.value], flow.out);
  out << ",\"id\":" << id << ",\"args\":{\"object\":";
  idOrNull(out, flow.object);
  field(out, "text", snapshot.text(flow.text));
  out << "}}";
  if (flow.to.isNone()) return;
  beginEvent(events, 'f', "flow", kind, names.lanes[flow.to.value], flow.in) << ",\"id\":" << id << ",\"bp\":\"e\"}";
}

void writeCounter(Separator& events, const model::Counter& counter, std::string_view track, std::int64_t pid) {
  for (const model::CounterSample& sample : counter.samples) {
    TextOut& out = events.next();
    (out << R"({"ph":"C","cat":"counter","name":)").quoted(track) << ",\"pid\":" << pid << ",\"ts\":";
    out.micros(sample.time.ns) << ",\"args\":{\"value\":" << sample.value << "}}";
  }
}

}  // namespace

void writeChromeJson(const Snapshot& snapshot, const Metadata& metadata, TextOut& out) {
  const ChromeNames names = chromeNames(snapshot);
  out << '{';
  writeOwn(snapshot, metadata, names, out);
  out << ",\n\"displayTimeUnit\":\"ns\",\n\"traceEvents\":[\n";
  Separator events(out);
  writeNames(events, snapshot, names);
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const std::size_t count = snapshot.spanCount({i});
    for (std::size_t s = 0; s < count; ++s) writeSpan(events, snapshot, snapshot.span({i}, s), names.lanes[i]);
    for (const model::Slice& slice : snapshot.slices({i})) writeSlice(events, snapshot, slice, names.lanes[i]);
  }
  for (const model::Instant& instant : snapshot.instants()) {
    writeInstant(events, snapshot, instant, names.lanes[instant.lane.value]);
  }
  std::size_t flowId = 0;
  for (const model::Flow& flow : snapshot.flows()) writeFlow(events, snapshot, flow, ++flowId, names);
  const std::int64_t counterPid = names.pids.empty() ? 0 : names.pids.front();
  for (std::size_t i = 0; i < snapshot.counters().size(); ++i) {
    writeCounter(events, snapshot.counters()[i], names.counterTracks[i], counterPid);
  }
  out << "\n]}\n";
}

}  // namespace threadline::io
