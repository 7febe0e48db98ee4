// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lane_book.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "core/event/timed_wait.h"
#include "core/model/trace_builder.h"

namespace threadline::model {
namespace {

constexpr std::size_t kMaxLocals = 1000;

StepIndex stepOf(const Event& event) {
  return event.step == kNoStep ? StepIndex{} : StepIndex{event.step};
}

std::optional<std::int64_t> countOf(std::uint32_t value) {
  return value == kUnknownCount ? std::nullopt : std::optional<std::int64_t>(value);
}

}  // namespace

LaneId LaneBook::traceId(std::uint32_t number) {
  if (number >= kMaxLanes) return {};
  if (number >= m_traceIds.size()) m_traceIds.resize(number + 1, LaneId::kNone);
  std::uint32_t& id = m_traceIds[number];
  if (id == LaneId::kNone) {
    Lane facts;
    facts.start = m_writer.now();
    id = m_writer.addLane(std::move(facts)).value;
    m_tracks.emplace_back();
  }
  return {id};
}

LaneId LaneBook::begin(const Event& event, TimeNs time, ProcessId process, std::string_view name) {
  if (event.sub > static_cast<std::uint8_t>(LaneKind::kService) || process.isNone()) return {};
  const LaneId id = traceId(event.target);
  if (id.isNone() || m_tracks[id.value].hasBegun) return {};
  const bool hasParent = event.value != LaneId::kNone;
  const LaneId parent =
      hasParent && event.value < kMaxLanes ? traceId(static_cast<std::uint32_t>(event.value)) : LaneId{};
  m_tracks[id.value].hasBegun = true;
  m_writer.startLane(id, time);
  Lane& lane = m_writer.editLane(id);
  lane.process = process;
  lane.parent = parent == id ? LaneId{} : parent;
  lane.kind = static_cast<LaneKind>(event.sub);
  lane.name = name;
  lane.isDaemon = event.step != kNoStep && (event.step & kLaneDaemon) != 0;
  lane.isMain = event.step != kNoStep && (event.step & kLaneMain) != 0;
  return id;
}

bool LaneBook::identity(LaneId lane, const Event& event) {
  Lane& facts = m_writer.editLane(lane);
  facts.tid = event.target == kUnknownCount ? 0 : event.target;
  facts.ident = event.value;
  return true;
}

bool LaneBook::judge(LaneId lane, LaneState to, TimeNs time) {
  const Track& track = m_tracks[lane.value];
  if (track.hasState ? isLegalTransition(track.state, to) : isLegalFirstState(to)) return true;
  ++m_writer.totals().illegalTransitions;
  ++m_writer.editLane(lane).illegalTransitions;
  std::string text = track.hasState ? std::string(nameOf(track.state)) + " to " : std::string("beginning as ");
  m_writer.addDiagnostic({DiagnosticKind::kIllegalTransition, time, lane, text.append(nameOf(to))});
  return false;
}

bool LaneBook::fillTarget(const Event& event, SpanStart& span) {
  bool isSound = true;
  if (event.other != LaneId::kNone) {
    span.holder = traceId(event.other);
    isSound = !span.holder.isNone();
  }
  const std::uint64_t kindNumber = event.value & ~kTimedWait;
  if (kindNumber == static_cast<std::uint64_t>(TargetKind::kNone)) return isSound;
  std::uint32_t target = LaneId::kNone;
  TargetKind kind = TargetKind::kNone;
  if (kindNumber == static_cast<std::uint64_t>(TargetKind::kObject) && event.target < kMaxObjects) {
    kind = TargetKind::kObject;
    target = event.target;
    m_writer.ensureObject({target});
  } else if (kindNumber == static_cast<std::uint64_t>(TargetKind::kLane) && event.target < kMaxLanes) {
    kind = TargetKind::kLane;
    target = traceId(event.target).value;
  } else if (kindNumber == static_cast<std::uint64_t>(TargetKind::kProcess)) {
    target = m_processes.traceId(event.target).value;
    if (target != ProcessId::kNone) kind = TargetKind::kProcess;
  }
  span.targetKind = kind;
  span.target = target;
  return isSound && kind != TargetKind::kNone;
}

bool LaneBook::state(LaneId lane, const Event& event, TimeNs time, TextId label) {
  const auto state = laneStateFromNumber(event.sub);
  if (!state) return false;
  judge(lane, *state, time);
  SpanStart span{time, *state, TargetKind::kNone, event.step, label};
  bool isSound = true;
  if (event.value != 0 || event.other != LaneId::kNone) isSound = fillTarget(event, span);
  m_writer.beginSpan(lane, span);
  noteWait(lane, span, (event.value & kTimedWait) != 0);
  Track& track = m_tracks[lane.value];
  track.state = *state;
  track.hasState = true;
  return isSound;
}

void LaneBook::noteWait(LaneId lane, const SpanStart& span, bool isTimed) {
  WaitEdge edge{lane, {}, {}, span.start};
  if (span.state == LaneState::kWaitingLock && span.targetKind == TargetKind::kObject) {
    edge.other = span.holder;
    edge.object = {span.target};
  } else if (span.state == LaneState::kJoining && span.targetKind == TargetKind::kLane) {
    edge.other = {span.target};
  }
  if (isTimed || edge.other.isNone()) {
    m_waits.erase(lane.value);
    return;
  }
  // Told again without a change: it has been so since then.
  const auto [known, isNew] = m_waits.try_emplace(lane.value, edge);
  if (isNew || (known->second.other == edge.other && known->second.object == edge.object)) return;
  known->second = edge;
}

std::vector<WaitEdge> LaneBook::waitEdges() const {
  std::vector<WaitEdge> edges;
  for (const auto& [lane, edge] : m_waits) edges.push_back(edge);
  return edges;
}

bool LaneBook::sliceBegin(LaneId lane, const Event& event, TimeNs time, TextId label) {
  return m_writer.beginSlice(lane, time, label, stepOf(event));
}

bool LaneBook::sliceEnd(LaneId lane, TimeNs time) {
  return m_writer.endSlice(lane, time);
}

void LaneBook::endHold(LaneId lane, TimeNs time, bool onRequest) {
  Track& track = m_tracks[lane.value];
  if (!track.hold) return;
  const ProcessId process = m_writer.lane(lane).process;
  GilHold hold = *track.hold;
  hold.range.end = std::max(hold.range.start, time);
  hold.droppedOnRequest = onRequest;
  track.hold.reset();
  m_writer.setOpenHold(lane, process, std::nullopt);
  m_writer.addGilHold(process, hold);
}

bool LaneBook::gil(LaneId lane, const Event& event, TimeNs time) {
  if (event.sub > static_cast<std::uint8_t>(GilEvent::kRequested)) return false;
  Track& track = m_tracks[lane.value];
  const ProcessId process = m_writer.lane(lane).process;
  switch (static_cast<GilEvent>(event.sub)) {
    case GilEvent::kTaken: {
      const bool isSound = !track.hold.has_value();
      endHold(lane, time, false);
      track.hold = GilHold{{time, time}, lane, false, static_cast<std::int64_t>(event.value)};
      m_writer.setOpenHold(lane, process, track.hold);
      return isSound;
    }
    case GilEvent::kDropped:
    case GilEvent::kDroppedOnRequest: {
      const bool isSound = track.hold.has_value();
      endHold(lane, time, static_cast<GilEvent>(event.sub) == GilEvent::kDroppedOnRequest);
      return isSound;
    }
    case GilEvent::kRequested: {
      const bool hasHolder = event.target != LaneId::kNone;
      const LaneId holder = hasHolder ? traceId(event.target) : LaneId{};
      m_writer.addGilRequest(process, {time, lane, holder});
      return !hasHolder || !holder.isNone();
    }
  }
  return false;
}

bool LaneBook::local(LaneId lane, const Event& event, std::string_view name, std::string_view text) {
  if (event.sub > static_cast<std::uint8_t>(LocalKind::kBool)) return false;
  Local local;
  local.name = name;
  local.kind = static_cast<LocalKind>(event.sub);
  if (local.kind == LocalKind::kDecimal) {
    local.decimal = std::bit_cast<double>(event.value);
  } else if (local.kind == LocalKind::kText) {
    local.text = text;
  } else {
    local.integer = static_cast<std::int64_t>(event.value);
  }
  std::vector<Local>& locals = m_writer.editLane(lane).locals;
  if (locals.size() >= kMaxLocals) return false;
  locals.push_back(std::move(local));
  return true;
}

bool LaneBook::end(LaneId lane, const Event& event, TimeNs time, std::string_view text) {
  if (event.sub > static_cast<std::uint8_t>(LaneExit::kEndedWithProcess)) return false;
  endAt(lane, time, static_cast<LaneExit>(event.sub));
  Lane& facts = m_writer.editLane(lane);
  facts.exitText = text;
  facts.voluntarySwitches = countOf(event.target);
  facts.involuntarySwitches = countOf(event.other);
  const bool isUnknown = event.value == 0 && !facts.voluntarySwitches;
  if (!isUnknown && event.value <= INT64_MAX) facts.cpuNs = static_cast<std::int64_t>(event.value);
  return true;
}

void LaneBook::gap(LaneId lane, TimeNs lastSeen, std::uint64_t lost) {
  Track& track = m_tracks[lane.value];
  m_writer.editLane(lane).lost += lost;
  m_writer.endSlices(lane, lastSeen);
  endHold(lane, lastSeen, false);
  track.hasGap = true;
  m_waits.erase(lane.value);
  if (track.hasState && track.state == LaneState::kUnknown) return;
  m_writer.beginSpan(lane, {lastSeen});
  track.state = LaneState::kUnknown;
  track.hasState = true;
}

void LaneBook::endAt(LaneId lane, TimeNs time, std::optional<LaneExit> exit) {
  if (m_writer.hasEnded(lane)) return;
  endHold(lane, time, false);
  m_waits.erase(lane.value);
  m_writer.endLane(lane, time);
  m_writer.editLane(lane).exit = exit;
}

void LaneBook::endUnseen(LaneId lane) {
  const Track& track = m_tracks[lane.value];
  if (!track.hasBegun) return endAt(lane, m_writer.lane(lane).start, std::nullopt);
  gap(lane, track.lastSeen, 0);
  endAt(lane, m_writer.now(), std::nullopt);
}

std::vector<LaneId> LaneBook::openLanes() const {
  std::vector<LaneId> open;
  for (std::uint32_t i = 0; i < m_tracks.size(); ++i) {
    if (!m_writer.hasEnded({i})) open.push_back({i});
  }
  return open;
}

}  // namespace threadline::model
