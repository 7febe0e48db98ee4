// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trace_writer.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "core/base/check.h"
#include "core/model/snapshot_state.h"

namespace threadline::model {
namespace {

constexpr std::size_t kMaxDiagnostics = 4096;
constexpr std::size_t kMaxOpenSlices = 1000;
constexpr std::size_t kBytesPerLane = sizeof(Lane) + sizeof(LaneRows) + 512;  // with its small allocations

struct TimeOfSample {
  TimeNs operator()(const CounterSample& sample) const { return sample.time; }
};
struct TimeOfHold {
  TimeNs operator()(const GilHold& hold) const { return hold.range.start; }
};
struct TimeOfRequest {
  TimeNs operator()(const GilRequest& request) const { return request.time; }
};

/// The writer's side of a lane.
struct LaneStore {
  SpanList spans;
  ChunkList<Slice> slices;
  std::vector<std::size_t> openSlices;  // indexes, outer first
  std::vector<TimeNs> rowEnds;          // of the whole slices, by depth
  std::size_t sliceBytes = 0;
  bool hasEnded = false;
  bool isDirty = false;  // changed since the last snapshot
};

struct CounterStore {
  CounterKey key;
  OrderedList<CounterSample, TimeOfSample> samples;
};

struct OpenHold {
  LaneId lane;
  GilHold hold;
};

struct GilStore {
  OrderedList<GilHold, TimeOfHold> holds;
  OrderedList<GilRequest, TimeOfRequest> requests;
  std::vector<OpenHold> open;
  bool isDirty = false;
};

}  // namespace

struct TraceWriter::Impl {
  TextTable texts;
  ChunkList<Lane> lanes;
  ChunkList<LaneRows> rows;
  std::deque<LaneStore> laneStores;
  std::vector<std::uint32_t> dirtyLanes;
  ChunkList<Process> processes;
  std::deque<GilStore> gils;  // one a process
  ChunkList<Object> objects;
  ChunkList<Instant> instants;
  ChunkList<Flow> flows;
  ChunkList<OutputLine> output;
  ChunkList<Diagnostic> diagnostics;
  std::deque<CounterStore> counters;
  std::map<std::tuple<std::uint32_t, CounterKind, std::string>, std::size_t> counterIndex;
  std::shared_ptr<const std::vector<Counter>> sharedCounters;
  bool areCountersDirty = false;
  TraceTotals totals;
  TimeNs now;
  std::optional<TimeNs> firstStart;
  TimeNs lastEnd;
  std::size_t openLanes = 0;
  std::size_t spanBytes = 0;
  std::size_t otherBytes = 0;
  bool isFinished = false;

  void touch(LaneId id) {
    LaneStore& store = laneStores[id.value];
    if (store.isDirty) return;
    store.isDirty = true;
    dirtyLanes.push_back(id.value);
  }
  void noteStart(TimeNs start) { firstStart = std::min(firstStart.value_or(start), start); }
  void shareLanes();
  void shareGils();
  void shareCounters();
  [[nodiscard]] TimeRange extent() const;
};

TraceWriter::TraceWriter() : m_impl(std::make_unique<Impl>()) {}
TraceWriter::~TraceWriter() = default;

TextId TraceWriter::text(std::string_view text) {
  return m_impl->texts.add(text);
}
TextTable& TraceWriter::texts() {
  return m_impl->texts;
}
std::string_view TraceWriter::textOf(TextId id) const {
  return m_impl->texts[id];
}

ProcessId TraceWriter::addProcess() {
  Process process;
  process.id = {static_cast<std::uint32_t>(m_impl->processes.size())};
  const ProcessId id = process.id;
  m_impl->processes.push(std::move(process));
  m_impl->gils.emplace_back();
  m_impl->otherBytes += sizeof(Process) + sizeof(GilStore);
  return id;
}

Process& TraceWriter::editProcess(ProcessId id) {
  return m_impl->processes.edit(id.value);
}
const Process& TraceWriter::process(ProcessId id) const {
  TL_CHECK(id.value < m_impl->processes.size());
  return m_impl->processes[id.value];
}
std::size_t TraceWriter::processCount() const {
  return m_impl->processes.size();
}

LaneId TraceWriter::addLane(Lane facts) {
  const LaneId id{static_cast<std::uint32_t>(m_impl->lanes.size())};
  facts.id = id;
  facts.end.reset();
  m_impl->noteStart(facts.start);
  advance(facts.start);
  m_impl->lanes.push(std::move(facts));
  m_impl->rows.push({});
  m_impl->laneStores.emplace_back();
  m_impl->otherBytes += kBytesPerLane + sizeof(LaneStore);
  ++m_impl->openLanes;
  return id;
}

Lane& TraceWriter::editLane(LaneId id) {
  return m_impl->lanes.edit(id.value);
}
const Lane& TraceWriter::lane(LaneId id) const {
  TL_CHECK(id.value < m_impl->lanes.size());
  return m_impl->lanes[id.value];
}
std::size_t TraceWriter::laneCount() const {
  return m_impl->lanes.size();
}

void TraceWriter::ensureObject(ObjectId id) {
  while (m_impl->objects.size() <= id.value) {
    m_impl->objects.push({{static_cast<std::uint32_t>(m_impl->objects.size())}, {}, 0});
  }
}

Object& TraceWriter::editObject(ObjectId id) {
  ensureObject(id);
  m_impl->areCountersDirty = true;  // their names may be waiting for this one
  return m_impl->objects.edit(id.value);
}

void TraceWriter::startLane(LaneId lane, TimeNs start) {
  TL_CHECK(m_impl->laneStores[lane.value].spans.size() == 0);
  m_impl->lanes.edit(lane.value).start = start;
  m_impl->noteStart(start);
  advance(start);
}

void TraceWriter::beginSpan(LaneId lane, SpanStart span) {
  LaneStore& store = m_impl->laneStores[lane.value];
  if (store.hasEnded) return;
  if (store.spans.size() == 0) {
    advance(span.start);
    span.start = m_impl->lanes[lane.value].start;
  } else {
    span.start.ns = std::max(span.start.ns, store.spans.lastStartNs());
  }
  const std::size_t before = store.spans.bytes();
  store.spans.push(span);
  m_impl->spanBytes += store.spans.bytes() - before;
  m_impl->touch(lane);
  advance(span.start);
}

TimeNs TraceWriter::now() const {
  return m_impl->now;
}

TimeNs TraceWriter::lastSpanStart(LaneId lane) const {
  const LaneStore& store = m_impl->laneStores[lane.value];
  return store.spans.size() == 0 ? m_impl->lanes[lane.value].start : TimeNs{store.spans.lastStartNs()};
}
std::size_t TraceWriter::spanCount(LaneId lane) const {
  return m_impl->laneStores[lane.value].spans.size();
}
bool TraceWriter::hasEnded(LaneId lane) const {
  return m_impl->laneStores[lane.value].hasEnded;
}

void TraceWriter::endLane(LaneId lane, TimeNs end) {
  LaneStore& store = m_impl->laneStores[lane.value];
  if (store.hasEnded) return;
  end = std::max(end, m_impl->lanes[lane.value].start);
  if (store.spans.size() == 0) beginSpan(lane, {end});
  store.spans.truncate(end);
  endSlices(lane, end);
  store.hasEnded = true;
  m_impl->lanes.edit(lane.value).end = end;
  m_impl->lastEnd = std::max(m_impl->lastEnd, end);
  --m_impl->openLanes;
  m_impl->touch(lane);
  advance(end);
}

bool TraceWriter::beginSlice(LaneId lane, TimeNs start, TextId label, StepIndex step) {
  LaneStore& store = m_impl->laneStores[lane.value];
  if (store.hasEnded || store.openSlices.size() >= kMaxOpenSlices) return false;
  store.openSlices.push_back(store.slices.size());
  const auto depth = static_cast<std::uint16_t>(store.openSlices.size() - 1);
  store.slices.push({{start, start}, depth, label, step});
  m_impl->otherBytes += store.slices.bytes() - store.sliceBytes;
  store.sliceBytes = store.slices.bytes();
  m_impl->touch(lane);
  advance(start);
  return true;
}

bool TraceWriter::endSlice(LaneId lane, TimeNs end) {
  LaneStore& store = m_impl->laneStores[lane.value];
  if (store.openSlices.empty()) return false;
  Slice& slice = store.slices.edit(store.openSlices.back());
  slice.range.end = std::max(slice.range.start, end);
  store.openSlices.pop_back();
  m_impl->touch(lane);
  advance(end);
  return true;
}

void TraceWriter::endSlices(LaneId lane, TimeNs end) {
  while (endSlice(lane, end)) {
  }
}

void TraceWriter::addSlice(LaneId lane, TimeRange range, TextId label, StepIndex step) {
  std::vector<TimeNs>& rowEnds = m_impl->laneStores[lane.value].rowEnds;
  std::size_t depth = 0;
  while (depth < rowEnds.size() && rowEnds[depth] > range.start) ++depth;
  depth = std::min(depth, kMaxOpenSlices);
  if (depth == rowEnds.size()) rowEnds.push_back(range.end);
  rowEnds[depth] = std::max(rowEnds[depth], range.end);
  addSlice(lane, {range, static_cast<std::uint16_t>(depth), label, step});
}

void TraceWriter::addSlice(LaneId lane, const Slice& slice) {
  LaneStore& store = m_impl->laneStores[lane.value];
  store.slices.push(slice);
  m_impl->otherBytes += store.slices.bytes() - store.sliceBytes;
  store.sliceBytes = store.slices.bytes();
  m_impl->touch(lane);
  advance(slice.range.end);
}

TimeNs TraceWriter::lastSliceEnd(LaneId lane) const {
  const std::vector<TimeNs>& rowEnds = m_impl->laneStores[lane.value].rowEnds;
  const TimeNs start = m_impl->lanes[lane.value].start;
  return rowEnds.empty() ? start : std::max(start, *std::max_element(rowEnds.begin(), rowEnds.end()));
}

void TraceWriter::addInstant(const Instant& instant) {
  m_impl->instants.push(instant);
  advance(instant.time);
}

std::size_t TraceWriter::addFlow(const Flow& flow) {
  m_impl->flows.push(flow);
  advance(std::max(flow.out, flow.in));
  return m_impl->flows.size() - 1;
}
Flow& TraceWriter::editFlow(std::size_t index) {
  return m_impl->flows.edit(index);
}
const Flow& TraceWriter::flow(std::size_t index) const {
  TL_CHECK(index < m_impl->flows.size());
  return m_impl->flows[index];
}

std::size_t TraceWriter::counter(const CounterKey& key) {
  const auto [known, isNew] =
      m_impl->counterIndex.try_emplace({key.object.value, key.kind, key.name}, m_impl->counters.size());
  if (isNew) {
    m_impl->counters.push_back({key, {}});
    m_impl->areCountersDirty = true;
    m_impl->otherBytes += sizeof(CounterStore) + key.name.size();
  }
  return known->second;
}

void TraceWriter::addSample(std::size_t counter, CounterSample sample) {
  m_impl->counters[counter].samples.push(sample);
  m_impl->areCountersDirty = true;
  m_impl->otherBytes += sizeof(CounterSample);
  advance(sample.time);
}

std::size_t TraceWriter::addOutput(OutputLine line) {
  m_impl->otherBytes += sizeof(OutputLine) + line.text.size();
  advance(line.time);
  m_impl->output.push(std::move(line));
  return m_impl->output.size() - 1;
}

void TraceWriter::appendOutput(std::size_t index, std::string_view more) {
  m_impl->output.edit(index).text += more;
  m_impl->otherBytes += more.size();
}

void TraceWriter::addGilHold(ProcessId process, const GilHold& hold) {
  GilStore& gil = m_impl->gils[process.value];
  gil.holds.push(hold);
  gil.isDirty = true;
  m_impl->otherBytes += sizeof(GilHold);
  advance(hold.range.end);
}

void TraceWriter::addGilRequest(ProcessId process, const GilRequest& request) {
  GilStore& gil = m_impl->gils[process.value];
  gil.requests.push(request);
  gil.isDirty = true;
  m_impl->otherBytes += sizeof(GilRequest);
  advance(request.time);
}

void TraceWriter::setOpenHold(LaneId lane, ProcessId process, const std::optional<GilHold>& hold) {
  GilStore& gil = m_impl->gils[process.value];
  const auto known =
      std::find_if(gil.open.begin(), gil.open.end(), [&](const OpenHold& open) { return open.lane == lane; });
  if (known != gil.open.end()) gil.open.erase(known);
  if (hold) gil.open.push_back({lane, *hold});
  gil.isDirty = true;
}

void TraceWriter::addDiagnostic(Diagnostic diagnostic) {
  if (m_impl->diagnostics.size() < kMaxDiagnostics) m_impl->diagnostics.push(std::move(diagnostic));
}

TraceTotals& TraceWriter::totals() {
  return m_impl->totals;
}

void TraceWriter::advance(TimeNs now) {
  if (now > m_impl->now) m_impl->now = now;
}

void TraceWriter::finish() {
  for (std::uint32_t i = 0; i < m_impl->laneStores.size(); ++i) {
    if (!m_impl->laneStores[i].hasEnded) endLane({i}, m_impl->now);
  }
  m_impl->isFinished = true;
}

void TraceWriter::setFinished(bool isFinished) {
  m_impl->isFinished = isFinished;
}

std::size_t TraceWriter::bytes() const {
  return m_impl->spanBytes + m_impl->otherBytes + m_impl->texts.bytes() + m_impl->instants.bytes() +
         m_impl->flows.bytes();
}

void TraceWriter::Impl::shareLanes() {
  std::vector<std::uint32_t> stillOpen;
  for (const std::uint32_t i : dirtyLanes) {
    LaneStore& store = laneStores[i];
    for (const std::size_t open : store.openSlices) {
      Slice& slice = store.slices.edit(open);
      slice.range.end = std::max(slice.range.start, now);
    }
    store.isDirty = !store.openSlices.empty();
    if (store.isDirty) stillOpen.push_back(i);
    LaneRows& row = rows.edit(i);
    row.spans = store.spans.view();
    if (!store.slices.empty()) row.slices = store.slices.share();
  }
  dirtyLanes = std::move(stillOpen);
}

void TraceWriter::Impl::shareGils() {
  for (std::uint32_t i = 0; i < gils.size(); ++i) {
    GilStore& gil = gils[i];
    if (!gil.isDirty && gil.open.empty()) continue;
    std::vector<GilHold> open;
    for (const OpenHold& hold : gil.open) {
      open.push_back(hold.hold);
      open.back().range.end = std::max(hold.hold.range.start, now);
    }
    std::sort(open.begin(), open.end(),
              [](const GilHold& a, const GilHold& b) { return a.range.start < b.range.start; });
    Process& process = processes.edit(i);
    process.gilHolds = gil.holds.share(open);
    process.gilRequests = gil.requests.share();
    gil.isDirty = false;
  }
}

void TraceWriter::Impl::shareCounters() {
  if (!areCountersDirty) return;
  auto shared = std::make_shared<std::vector<Counter>>();
  shared->reserve(counters.size());
  for (CounterStore& store : counters) {
    const bool isNamed = !store.key.name.empty() || store.key.object.value >= objects.size();
    shared->push_back({store.key.object, store.key.kind,
                       isNamed ? store.key.name : objects[store.key.object.value].name, store.samples.share()});
  }
  sharedCounters = std::move(shared);
  areCountersDirty = false;
}

TimeRange TraceWriter::Impl::extent() const {
  if (!firstStart) return {};
  return {*firstStart, openLanes == 0 ? lastEnd : std::max(now, lastEnd)};
}

SnapshotPtr TraceWriter::snapshot() {
  m_impl->shareLanes();
  m_impl->shareGils();
  m_impl->shareCounters();
  auto snapshot = std::make_shared<Snapshot>();
  Snapshot::State& state = *snapshot->m_state;
  state.now = m_impl->now;
  state.isFinished = m_impl->isFinished;
  state.extent = m_impl->extent();
  state.lanes = m_impl->lanes.share();
  state.rows = m_impl->rows.share();
  state.instants = m_impl->instants.share();
  state.flows = m_impl->flows.share();
  state.counters = m_impl->sharedCounters;
  state.output = m_impl->output.share();
  state.processes = m_impl->processes.share();
  state.objects = m_impl->objects.share();
  state.diagnostics = m_impl->diagnostics.share();
  state.totals = m_impl->totals;
  state.texts = m_impl->texts.share();
  return snapshot;
}

}  // namespace threadline::model
