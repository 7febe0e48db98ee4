// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trace_builder.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/object_kind.h"
#include "core/model/flow_book.h"
#include "core/model/lane_book.h"
#include "core/model/output_book.h"
#include "core/model/process_book.h"
#include "core/model/ring_reading.h"
#include "core/model/trace_writer.h"

namespace threadline::model {
namespace {

constexpr std::uint32_t kMaxSlots = 4096;
constexpr std::size_t kMaxPending = 1U << 18U;  // events kept until the zero is known
// An event's clock may be this far from the reader's: generous for a suspended machine, small enough for sums of all
// lanes to stay within 64 bit.
constexpr std::int64_t kMaxDriftNs = std::int64_t{24} * 3600 * 1'000'000'000;
constexpr std::uint32_t kFullCheckEvery = 256;

std::uint64_t addSaturating(std::uint64_t a, std::uint64_t b) {
  return a > std::numeric_limits<std::uint64_t>::max() - b ? std::numeric_limits<std::uint64_t>::max() : a + b;
}

bool isProcessFact(EventKind kind) {
  return kind >= EventKind::kProcess && kind <= EventKind::kProcessMemory;
}

}  // namespace

struct TraceBuilder::Impl {
  explicit Impl(std::size_t maxBytes) : limit(maxBytes) {}

  struct Pending {
    RingKey ring;
    Event event;
  };

  const std::size_t limit;
  TraceWriter writer;
  ProcessBook processes{writer};
  LaneBook lanes{writer, processes};
  FlowBook flows{writer};
  OutputBook output{writer};
  std::vector<RingReading> rings;
  std::vector<std::size_t> counterIndex;                    // by object x kind
  std::unordered_set<std::uint32_t> variables;              // objects of which each process has its own copy
  std::unordered_set<std::uint32_t> storedVariables;        // those that some process has stored
  std::unordered_map<std::uint64_t, std::size_t> copies;    // variable and process: its counter
  std::unordered_map<std::uint32_t, std::uint64_t> depths;  // the newest, by object

  std::optional<std::int64_t> zero;
  std::vector<Pending> pending;                               // until then
  std::unordered_set<std::uint32_t> announcedMains;           // numbers of processes that were started as main
  std::unordered_map<std::uint32_t, std::int64_t> mainLanes;  // process: when its main lane begins
  std::unordered_set<std::uint32_t> pendingDead;              // seen dead meanwhile
  std::optional<std::int64_t> clock;                          // of the last pass
  std::uint32_t eventsToCheck = kFullCheckEvery;
  bool isFull = false;
  bool isRunEnded = false;

  RingReading* ringOf(RingKey key);
  void leaveRing(const RingReading& ring) {
    if (!ring.lane.isNone()) lanes.setLastSeen(ring.lane, ring.last);
  }
  void corrupt(LaneId lane, TimeNs time, std::string_view what);

  // ---- before the zero is known
  void wait(RingKey key, RingReading& ring, const Event& event);
  [[nodiscard]] std::optional<std::int64_t> guessZero() const;
  void setZero(std::int64_t ns);

  // ---- after
  void apply(RingReading& ring, const Event& event);
  [[nodiscard]] std::optional<TimeNs> timeOf(RingReading& ring, const Event& event);
  TextId textOf(const RingReading& ring, std::uint32_t number);
  bool runFact(RingReading& ring, const Event& event, TimeNs time);
  bool laneFact(RingReading& ring, const Event& event, TimeNs time);
  bool begin(RingReading& ring, const Event& event, TimeNs time);
  bool instant(RingReading& ring, const Event& event, TimeNs time);
  void print(RingReading& ring, const Instant& instant);
  bool flow(RingReading& ring, const Event& event, TimeNs time);
  bool counter(const RingReading& ring, const Event& event, TimeNs time);
  std::size_t copyIn(ProcessId process, ObjectId variable);
  bool object(const Event& event, std::string_view name);
  bool gap(RingReading& ring, TimeNs lastSeen, TimeNs time, std::uint64_t lost);
  [[nodiscard]] bool hasSeveralHolders(ObjectId object) const {
    const auto depth = depths.find(object.value);  // a lock has none
    return depth != depths.end() && depth->second > 1;
  }
  void checkFull(TimeNs time);
  void applyWhenFull(RingReading& ring, const Event& event, TimeNs lastSeen, TimeNs time);
  void endDeadLanes(bool isLastPass);
  void endRing(RingReading& ring, std::uint64_t dropped);
};

RingReading* TraceBuilder::Impl::ringOf(RingKey key) {
  if (key.slot >= kMaxSlots) return nullptr;
  if (key.slot >= rings.size()) rings.resize(key.slot + 1);
  RingReading& ring = rings[key.slot];
  if (ring.isUsed && ring.generation == key.generation) return &ring;
  if (ring.isUsed && ring.generation > key.generation) return nullptr;
  leaveRing(ring);
  ring = {};
  ring.isUsed = true;
  ring.generation = key.generation;
  return &ring;
}

void TraceBuilder::Impl::corrupt(LaneId lane, TimeNs time, std::string_view what) {
  ++writer.totals().corrupt;
  writer.addDiagnostic({DiagnosticKind::kCorrupt, time, lane, std::string(what)});
}

// ---- before the zero is known: everything waits, in the order in which it was read

void TraceBuilder::Impl::wait(RingKey key, RingReading& ring, const Event& event) {
  pending.push_back({key, event});
  std::uint32_t process = ProcessId::kNone;
  if (event.kind == EventKind::kProcess && event.sub == static_cast<std::uint8_t>(StartMethod::kMain)) {
    process = event.target;
    announcedMains.insert(process);
  } else if (event.kind == EventKind::kLane) {
    process = event.other;
    if (ring.process.isNone()) ring.process = {process};
    if (event.step != kNoStep && (event.step & kLaneMain) != 0) mainLanes.try_emplace(process, event.timeNs);
  } else if (event.kind == EventKind::kProcessDead) {
    pendingDead.insert(event.target);
  } else if (event.kind == EventKind::kRunEnd) {
    isRunEnded = true;
  }
  const auto main = mainLanes.find(process);
  if (main != mainLanes.end() && announcedMains.contains(process)) {
    setZero(main->second);
  } else if (pending.size() >= kMaxPending) {
    setZero(*guessZero());
  }
}

std::optional<std::int64_t> TraceBuilder::Impl::guessZero() const {
  for (const Pending& waiting : pending) {
    if (waiting.event.kind == EventKind::kLane && waiting.event.timeNs >= 0) return waiting.event.timeNs;
  }
  for (const Pending& waiting : pending) {
    if (waiting.event.timeNs >= 0) return waiting.event.timeNs;
  }
  return pending.empty() ? std::nullopt : std::optional<std::int64_t>(0);
}

void TraceBuilder::Impl::setZero(std::int64_t ns) {
  zero = std::clamp(ns, std::int64_t{0}, std::numeric_limits<std::int64_t>::max() / 4);
  for (const Pending& waiting : std::exchange(pending, {})) {
    RingReading* ring = ringOf(waiting.ring);
    if (ring == nullptr) continue;
    if (waiting.event.kind == EventKind::kNone) {
      endRing(*ring, waiting.event.value);
    } else {
      apply(*ring, waiting.event);
    }
  }
}

// ---- after

std::optional<TimeNs> TraceBuilder::Impl::timeOf(RingReading& ring, const Event& event) {
  const std::int64_t latest = std::max(clock.value_or(*zero), *zero) + kMaxDriftNs;
  if (event.timeNs < *zero - kMaxDriftNs || event.timeNs > latest) return std::nullopt;
  TimeNs time{event.timeNs - *zero};
  if (processes.hasDead() && !ring.lane.isNone()) {
    if (const auto death = processes.deathOf(writer.lane(ring.lane).process)) time = std::min(time, *death);
  }
  if (ring.hasTime && time < ring.last) {
    if (event.timeNs - *zero < ring.last.ns) {
      writer.addDiagnostic(
          {DiagnosticKind::kTimeBackwards, ring.last, ring.lane, std::to_string(ring.last.ns - time.ns) + " ns back"});
    }
    time = ring.last;
  }
  return time;
}

TextId TraceBuilder::Impl::textOf(const RingReading& ring, std::uint32_t number) {
  if (number == 0) return {};
  if (const auto id = ring.texts.find(number)) return *id;
  corrupt(ring.lane, ring.last, "a text that was never introduced");
  return {};
}

void TraceBuilder::Impl::apply(RingReading& ring, const Event& event) {
  const auto time = timeOf(ring, event);
  if (!time) return corrupt(ring.lane, ring.last, "a time that cannot be");
  const TimeNs lastSeen = ring.hasTime ? ring.last : *time;
  ring.last = *time;
  ring.hasTime = true;
  checkFull(*time);
  if (isFull) return applyWhenFull(ring, event, lastSeen, *time);
  ++writer.totals().eventsRecorded;
  bool isSound = false;
  if (event.kind == EventKind::kLost) {
    isSound = gap(ring, lastSeen, *time, event.value);
  } else if (event.kind == EventKind::kLane) {
    isSound = begin(ring, event, *time);
  } else if (event.kind >= EventKind::kObject) {
    isSound = runFact(ring, event, *time);
  } else if (!ring.lane.isNone() && !writer.hasEnded(ring.lane)) {
    isSound = laneFact(ring, event, *time);
  }
  if (!isSound) corrupt(ring.lane, *time, "an event of kind " + std::to_string(static_cast<unsigned>(event.kind)));
}

bool TraceBuilder::Impl::runFact(RingReading& ring, const Event& event, TimeNs time) {
  if (isProcessFact(event.kind)) return processes.fact(event, time, writer.textOf(textOf(ring, event.text)));
  if (event.kind == EventKind::kObject) return object(event, writer.textOf(textOf(ring, event.text)));
  if (event.kind != EventKind::kRunEnd) return false;
  isRunEnded = true;
  writer.advance(time);
  return true;
}

bool TraceBuilder::Impl::laneFact(RingReading& ring, const Event& event, TimeNs time) {
  const LaneId lane = ring.lane;
  writer.advance(time);
  switch (event.kind) {
    case EventKind::kState: return lanes.state(lane, event, time, textOf(ring, event.text));
    case EventKind::kLaneIdentity: return lanes.identity(lane, event);
    case EventKind::kLaneEnd: return lanes.end(lane, event, time, writer.textOf(textOf(ring, event.text)));
    case EventKind::kSliceBegin: return lanes.sliceBegin(lane, event, time, textOf(ring, event.text));
    case EventKind::kSliceEnd: return lanes.sliceEnd(lane, time) || lanes.hasGap(lane);
    case EventKind::kInstant: return instant(ring, event, time);
    case EventKind::kFlowOut:
    case EventKind::kFlowIn: return flow(ring, event, time);
    case EventKind::kCounter: return counter(ring, event, time);
    case EventKind::kGil: return lanes.gil(lane, event, time) || lanes.hasGap(lane);
    case EventKind::kLocal: {
      const bool isText = event.sub == static_cast<std::uint8_t>(LocalKind::kText) && event.value <= UINT32_MAX;
      const TextId text = isText ? textOf(ring, static_cast<std::uint32_t>(event.value)) : TextId{};
      return lanes.local(lane, event, writer.textOf(textOf(ring, event.text)), writer.textOf(text));
    }
    default: return false;
  }
}

bool TraceBuilder::Impl::begin(RingReading& ring, const Event& event, TimeNs time) {
  if (!ring.lane.isNone()) return false;
  const ProcessId process = processes.traceId(event.other);
  const LaneId lane = lanes.begin(event, time, process, writer.textOf(textOf(ring, event.text)));
  if (lane.isNone()) return false;
  ring.lane = lane;
  ring.process = {event.other};
  processes.addLane(process, lane, time, writer.lane(lane).isMain);
  return true;
}

bool TraceBuilder::Impl::instant(RingReading& ring, const Event& event, TimeNs time) {
  if (event.sub >= static_cast<std::uint8_t>(InstantKind::kDeadlock)) return false;
  Instant point{time,
                ring.lane,
                static_cast<InstantKind>(event.sub),
                textOf(ring, event.text),
                event.target,
                static_cast<std::int64_t>(event.value),
                event.step == kNoStep ? StepIndex{} : StepIndex{event.step}};
  bool isSound = true;
  if (point.kind == InstantKind::kStart) {
    point.target = lanes.traceId(event.target).value;
    isSound = point.target != LaneId::kNone;
  } else if (point.kind == InstantKind::kSignal) {
    point.target = processes.traceId(event.target).value;
    isSound = point.target != ProcessId::kNone;
    if (isSound) processes.addSignal({point.target}, ring.lane, time, point.value);
  } else if (point.kind == InstantKind::kLostUpdate) {
    isSound = event.target < kMaxObjects;
    if (isSound) writer.ensureObject({event.target});
  }
  if (!isSound) return false;
  if (point.kind == InstantKind::kPrint || point.kind == InstantKind::kPrintMore) print(ring, point);
  if (point.kind != InstantKind::kPrintMore) writer.addInstant(point);
  return true;
}

void TraceBuilder::Impl::print(RingReading& ring, const Instant& instant) {
  const std::string_view text = writer.textOf(instant.text);
  if (instant.kind == InstantKind::kPrintMore && ring.lastPrint) {
    output.append(*ring.lastPrint, text);
  } else {
    ring.lastPrint = output.begin({instant.time, ring.lane, std::string(text)});
  }
}

bool TraceBuilder::Impl::flow(RingReading& ring, const Event& event, TimeNs time) {
  if (event.sub > static_cast<std::uint8_t>(FlowKind::kJoin)) return false;
  const auto kind = static_cast<FlowKind>(event.sub);
  if (event.kind == EventKind::kFlowIn) return flows.arrive(event.value, kind, ring.lane, time);
  Flow out{kind, ring.lane, time, {}, {}, {}, textOf(ring, event.text)};
  if (event.target < kMaxObjects) {
    out.object = {event.target};
    writer.ensureObject(out.object);
  }
  return flows.leave(event.value, out) && (event.target < kMaxObjects || event.target == ObjectId::kNone);
}

/// The first process that stores a variable, main, has its counter by the variable's name; others add their own.
std::size_t TraceBuilder::Impl::copyIn(ProcessId process, ObjectId variable) {
  const std::uint64_t key = static_cast<std::uint64_t>(variable.value) << 32U | process.value;
  if (const auto known = copies.find(key); known != copies.end()) return known->second;
  std::string name;
  if (!storedVariables.insert(variable.value).second && !process.isNone()) {
    const std::string owner = writer.process(processes.traceId(process.value)).name;
    name = writer.editObject(variable).name + " \xC2\xB7 " + owner;
  }
  return copies.emplace(key, writer.counter({variable, CounterKind::kValue, name})).first->second;
}

bool TraceBuilder::Impl::counter(const RingReading& ring, const Event& event, TimeNs time) {
  if (event.sub > static_cast<std::uint8_t>(CounterKind::kMemoryKb) || event.target >= kMaxObjects) return false;
  const bool isValue = event.sub == static_cast<std::uint8_t>(CounterKind::kValue);
  if (isValue && variables.contains(event.target)) {
    writer.addSample(copyIn(ring.process, {event.target}), {time, static_cast<std::int64_t>(event.value)});
    return true;
  }
  const std::size_t place = std::size_t{event.target} * 4 + event.sub;
  if (counterIndex.empty()) counterIndex.resize(std::size_t{kMaxObjects} * 4, SIZE_MAX);
  if (counterIndex[place] == SIZE_MAX) {
    writer.ensureObject({event.target});
    counterIndex[place] = writer.counter({{event.target}, static_cast<CounterKind>(event.sub), {}});
  }
  if (event.sub == static_cast<std::uint8_t>(CounterKind::kDepth)) depths[event.target] = event.value;
  writer.addSample(counterIndex[place], {time, static_cast<std::int64_t>(event.value)});
  return true;
}

bool TraceBuilder::Impl::object(const Event& event, std::string_view name) {
  if (event.target >= kMaxObjects) return false;
  Object& known = writer.editObject({event.target});
  known.name = name;
  known.kind = event.sub;
  if (event.sub == static_cast<std::uint8_t>(ObjectKind::kVariable)) variables.insert(event.target);
  return true;
}

bool TraceBuilder::Impl::gap(RingReading& ring, TimeNs lastSeen, TimeNs time, std::uint64_t lost) {
  if (lost == 0) return false;
  writer.totals().eventsLost = addSaturating(writer.totals().eventsLost, lost);
  writer.addDiagnostic({DiagnosticKind::kLost, lastSeen, ring.lane, std::to_string(lost) + " events"});
  ring.lastPrint.reset();
  if (!ring.lane.isNone() && !writer.hasEnded(ring.lane)) lanes.gap(ring.lane, lastSeen, lost);
  writer.advance(time);
  return true;
}

void TraceBuilder::Impl::checkFull(TimeNs time) {
  if (isFull || --eventsToCheck != 0) return;
  eventsToCheck = kFullCheckEvery;
  if (writer.bytes() + flows.bytes() <= limit) return;
  isFull = true;
  writer.addDiagnostic({DiagnosticKind::kFull, time, {}, "the trace has reached its largest size"});
}

void TraceBuilder::Impl::applyWhenFull(RingReading& ring, const Event& event, TimeNs lastSeen, TimeNs time) {
  const bool isLanesEnd = event.kind == EventKind::kLaneEnd && !ring.lane.isNone() && !writer.hasEnded(ring.lane);
  if (event.kind == EventKind::kLost) {
    writer.totals().eventsLost = addSaturating(writer.totals().eventsLost, event.value);
  } else if (isLanesEnd) {
    if (!lanes.end(ring.lane, event, time, {})) corrupt(ring.lane, time, "a lane's end");
  } else if (event.kind == EventKind::kRunEnd || (isProcessFact(event.kind) && processes.isKnown(event.target))) {
    if (!runFact(ring, event, time)) corrupt(ring.lane, time, "a fact of a process");
  } else {
    ++writer.totals().eventsLost;
    if (!ring.lane.isNone() && !writer.hasEnded(ring.lane)) lanes.gap(ring.lane, lastSeen, 1);
  }
  writer.advance(time);
}

void TraceBuilder::Impl::endDeadLanes(bool isLastPass) {
  for (const auto& [lane, death] : processes.takeDeadLanes(isLastPass)) {
    lanes.endAt(lane, death, LaneExit::kEndedWithProcess);
  }
}

void TraceBuilder::Impl::endRing(RingReading& ring, std::uint64_t dropped) {
  if (dropped != 0) gap(ring, ring.last, ring.last, dropped);
  ring.texts = {};
}

// ---- the interface

TraceBuilder::TraceBuilder(std::size_t maxBytes) : m_impl(std::make_unique<Impl>(maxBytes)) {}
TraceBuilder::~TraceBuilder() = default;

void TraceBuilder::text(RingKey key, std::uint32_t number, std::string_view bytes) {
  RingReading* ring = m_impl->ringOf(key);
  if (ring == nullptr || number == 0 || bytes.size() > kMaxTextBytes || ring->texts.find(number)) {
    return m_impl->corrupt({}, m_impl->writer.now(), "a text's number");
  }
  // The number stays known when the text itself is too much.
  const TextId id = m_impl->isFull ? TextId{} : m_impl->writer.text(bytes);
  if (!ring->texts.set(number, id)) m_impl->corrupt(ring->lane, ring->last, "too many texts");
}

void TraceBuilder::event(RingKey key, const Event& event) {
  RingReading* ring = m_impl->ringOf(key);
  if (ring == nullptr || event.kind == EventKind::kNone || event.kind == EventKind::kText) {
    return m_impl->corrupt({}, m_impl->writer.now(), "an event out of place");
  }
  if (m_impl->zero) return m_impl->apply(*ring, event);
  m_impl->wait(key, *ring, event);
}

void TraceBuilder::corrupt(RingKey key, std::string_view what) {
  const RingReading* ring = m_impl->ringOf(key);
  m_impl->corrupt(ring == nullptr ? LaneId{} : ring->lane, ring == nullptr ? TimeNs{} : ring->last, what);
}

void TraceBuilder::ringEnded(RingKey key, std::uint64_t dropped) {
  RingReading* ring = m_impl->ringOf(key);
  if (ring == nullptr) return;
  if (m_impl->zero) return m_impl->endRing(*ring, dropped);
  Event end;
  end.value = dropped;
  m_impl->pending.push_back({key, end});
}

void TraceBuilder::endPass(TimeNs now) {
  now.ns = std::max(now.ns, std::int64_t{0});
  m_impl->clock = std::max(now.ns, m_impl->clock.value_or(0));
  if (!m_impl->zero) return;
  m_impl->endDeadLanes(false);
  m_impl->output.settle({now.ns - *m_impl->zero});
  m_impl->writer.advance({now.ns - *m_impl->zero});
}

void TraceBuilder::finish(TimeNs now) {
  now.ns = std::max(now.ns, std::int64_t{0});
  if (!m_impl->zero) {
    if (const auto zero = m_impl->guessZero()) m_impl->setZero(*zero);
  }
  m_impl->endDeadLanes(true);
  for (const RingReading& ring : m_impl->rings) m_impl->leaveRing(ring);
  const std::vector<LaneId> open = m_impl->lanes.openLanes();
  if (!open.empty() && m_impl->zero) m_impl->writer.advance({now.ns - *m_impl->zero});
  for (const LaneId lane : open) m_impl->lanes.endUnseen(lane);
  m_impl->output.settleAll();
  m_impl->writer.finish();
}

TimeNs TraceBuilder::zero() const {
  return {m_impl->zero.value_or(0)};
}

bool TraceBuilder::isProcessDead(ProcessId id) const {
  return m_impl->processes.isDead(id.value) || m_impl->pendingDead.contains(id.value);
}

ProcessId TraceBuilder::processOf(RingKey key) const {
  if (key.slot >= m_impl->rings.size()) return {};
  const RingReading& ring = m_impl->rings[key.slot];
  return ring.isUsed && ring.generation == key.generation ? ring.process : ProcessId{};
}

bool TraceBuilder::runEnded() const {
  return m_impl->isRunEnded;
}

std::optional<WaitCycle> TraceBuilder::deadlock() const {
  std::vector<WaitEdge> edges = m_impl->lanes.waitEdges();
  if (edges.empty()) return std::nullopt;
  // Where several hold something, each of them could let the waiter in.
  edges.erase(std::remove_if(edges.begin(), edges.end(),
                             [this](const WaitEdge& edge) { return m_impl->hasSeveralHolders(edge.object); }),
              edges.end());
  return findDeadlock(edges, m_impl->writer.now());
}

void TraceBuilder::addDeadlock(const WaitCycle& cycle) {
  TraceWriter& writer = m_impl->writer;
  for (const WaitEdge& edge : cycle) {
    writer.addInstant({writer.now(), edge.lane, InstantKind::kDeadlock, {}, edge.object.value, edge.other.value, {}});
  }
}

SnapshotPtr TraceBuilder::snapshot() {
  return m_impl->writer.snapshot();
}

}  // namespace threadline::model
