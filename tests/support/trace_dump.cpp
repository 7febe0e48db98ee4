// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <sstream>

#include "tests/support/trace_dsl.h"
#include "tests/support/trace_words.h"

namespace threadline::test {
namespace {

using model::Snapshot;

template <typename T>
void field(std::ostream& out, const char* name, const std::optional<T>& value) {
  if (value) out << ' ' << name << '=' << *value;
}
void field(std::ostream& out, const char* name, std::string_view value) {
  if (!value.empty()) out << ' ' << name << "=\"" << value << '"';
}
template <typename Tag>
void field(std::ostream& out, const char* name, Id<Tag> id) {
  if (!id.isNone()) out << ' ' << name << '=' << id.value;
}
void field(std::ostream& out, const char* name, const std::optional<TimeNs>& time) {
  if (time) out << ' ' << name << '=' << time->ns;
}
std::ostream& operator<<(std::ostream& out, const TimeRange& range) {
  return out << '[' << range.start.ns << ".." << range.end.ns << ')';
}

void dumpProcess(std::ostream& out, const model::Process& process) {
  out << "process " << process.id.value << ' ' << wordOf(kStartMethodWords, process.startMethod);
  if (process.isDaemon) out << " daemon";
  if (process.pid != 0) out << " pid=" << process.pid;
  field(out, "name", process.name);
  field(out, "parent", process.parent);
  field(out, "main", process.mainLane);
  field(out, "start", process.start);
  field(out, "end", process.end);
  field(out, "collected", process.collected);
  if (process.exit) {
    out << " exit=" << wordOf(kEndHowWords, process.exit->how) << ':' << process.exit->code;
    field(out, "why", process.exit->text);
  }
  field(out, "cpu", process.cpuNs);
  field(out, "memory", process.memoryPrivateKb);
  out << '\n';
  for (const auto& hold : process.gilHolds) {
    out << "  gil " << hold.range << " lane=" << hold.holder.value << " switch=" << hold.switchNumber
        << (hold.droppedOnRequest ? " on_request" : "") << '\n';
  }
  for (const auto& request : process.gilRequests) {
    out << "  request " << request.time.ns << " by=" << request.by.value;
    field(out, "holder", request.holder);
    out << '\n';
  }
}

void dumpLane(std::ostream& out, const Snapshot& snapshot, const model::Lane& lane) {
  out << "lane " << lane.id.value << ' ' << wordOf(kLaneKindWords, lane.kind) << (lane.isDaemon ? " daemon" : "")
      << (lane.isMain ? " main" : "");
  field(out, "name", lane.name);
  field(out, "process", lane.process);
  field(out, "parent", lane.parent);
  if (lane.tid != 0) out << " tid=" << lane.tid;
  if (lane.ident != 0) out << " ident=" << lane.ident;
  out << " start=" << lane.start.ns;
  field(out, "end", lane.end);
  if (lane.exit) out << " exit=" << wordOf(kLaneExitWords, *lane.exit);
  field(out, "why", lane.exitText);
  field(out, "cpu", lane.cpuNs);
  field(out, "voluntary", lane.voluntarySwitches);
  field(out, "involuntary", lane.involuntarySwitches);
  if (lane.lost != 0) out << " lost=" << lane.lost;
  if (lane.illegalTransitions != 0) out << " illegal=" << lane.illegalTransitions;
  out << '\n';
  for (const auto& local : lane.locals) {
    out << "  local " << local.name << ' ' << wordOf(kLocalWords, local.kind) << ' ';
    if (local.kind == LocalKind::kText) {
      out << '"' << local.text << '"';
    } else if (local.kind == LocalKind::kDecimal) {
      out << local.decimal;
    } else {
      out << local.integer;
    }
    out << '\n';
  }
  for (std::size_t i = 0; i < snapshot.spanCount(lane.id); ++i) {
    const model::Span span = snapshot.span(lane.id, i);
    out << "  " << TimeRange{span.start, span.end} << ' ' << nameOf(span.state);
    field(out, "label", snapshot.text(span.label));
    if (span.targetKind != TargetKind::kNone) out << ' ' << wordOf(kTargetWords, span.targetKind) << '=' << span.target;
    field(out, "holder", span.holder);
    field(out, "step", span.step);
    out << '\n';
  }
  for (const auto& slice : snapshot.slices(lane.id)) {
    out << "  slice " << slice.range << " depth=" << slice.depth;
    field(out, "label", snapshot.text(slice.label));
    field(out, "step", slice.step);
    out << '\n';
  }
}

void dumpCrossing(std::ostream& out, const Snapshot& snapshot) {
  for (const auto& instant : snapshot.instants()) {
    out << "instant " << instant.time.ns << " lane=" << instant.lane.value << ' '
        << wordOf(kInstantWords, instant.kind);
    field(out, "text", snapshot.text(instant.text));
    if (instant.target != LaneId::kNone) out << " target=" << instant.target;
    if (instant.value != 0) out << " value=" << instant.value;
    field(out, "step", instant.step);
    out << '\n';
  }
  for (const auto& flow : snapshot.flows()) {
    out << "flow " << wordOf(kFlowWords, flow.kind) << ' ' << flow.from.value << '@' << flow.out.ns << " -> ";
    if (flow.to.isNone()) {
      out << "nowhere";
    } else {
      out << flow.to.value << '@' << flow.in.ns;
    }
    field(out, "object", flow.object);
    field(out, "text", snapshot.text(flow.text));
    out << '\n';
  }
  for (const auto& counter : snapshot.counters()) {
    out << "counter " << wordOf(kCounterWords, counter.kind);
    field(out, "object", counter.object);
    field(out, "name", counter.name);
    for (const auto& sample : counter.samples) out << ' ' << sample.time.ns << ':' << sample.value;
    out << '\n';
  }
  for (const auto& line : snapshot.output()) {
    out << "output " << line.time.ns << " lane=" << line.lane.value << " \"" << line.text << "\"\n";
  }
}

}  // namespace

std::string dump(const Snapshot& snapshot) {
  std::ostringstream out;
  out << "now=" << snapshot.now().ns << " extent=" << snapshot.extent()
      << (snapshot.isFinished() ? " finished" : " running") << '\n';
  for (const auto& process : snapshot.processes()) dumpProcess(out, process);
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) dumpLane(out, snapshot, snapshot.lane({i}));
  dumpCrossing(out, snapshot);
  for (const auto& object : snapshot.objects()) {
    out << "object " << object.id.value << " kind=" << static_cast<unsigned>(object.kind);
    field(out, "name", object.name);
    out << '\n';
  }
  for (const auto& diagnostic : snapshot.diagnostics()) {
    out << "diagnostic " << wordOf(kDiagnosticWords, diagnostic.kind) << ' ' << diagnostic.time.ns;
    field(out, "lane", diagnostic.lane);
    field(out, "text", diagnostic.text);
    out << '\n';
  }
  const model::TraceTotals& totals = snapshot.totals();
  out << "totals recorded=" << totals.eventsRecorded << " lost=" << totals.eventsLost
      << " illegal=" << totals.illegalTransitions << " corrupt=" << totals.corrupt << '\n';
  return out.str();
}

}  // namespace threadline::test
