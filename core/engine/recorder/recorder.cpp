// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/recorder/recorder.h"

#include <sys/resource.h>

#include <ctime>

#include "core/event/timed_wait.h"

namespace threadline::engine {
namespace {

Event eventNow(EventKind kind) {
  Event event;
  event.timeNs = monotonicNow().ns;
  event.kind = kind;
  return event;
}

template <typename Enum>
std::uint8_t number(Enum value) {
  return static_cast<std::uint8_t>(value);
}

std::uint32_t switchCount(long count) {
  return count < 0 || count >= static_cast<long>(kUnknownCount) ? kUnknownCount : static_cast<std::uint32_t>(count);
}

}  // namespace

Recorder::Recorder(ring::SharedRings& rings, const RecorderSeed& seed)
    : m_writer(rings, seed.claim), m_lane(seed.lane), m_state(seed.state), m_textsUsed(seed.textsUsed) {}

RecorderSeed Recorder::seed() const {
  return {m_writer.claim(), m_lane, m_textsUsed, m_state};
}

std::uint32_t Recorder::text(std::string_view bytes) {
  if (bytes.empty()) return 0;
  if (const auto known = m_texts.find(bytes); known != m_texts.end()) return known->second;
  const std::uint32_t introduced = textOnce(bytes);
  if (introduced == 0) return 0;
  if (m_texts.size() >= kTextsRemembered) m_texts.clear();
  m_texts.emplace(bytes, introduced);
  return introduced;
}

std::uint32_t Recorder::textOnce(std::string_view bytes) {
  if (bytes.empty()) return 0;
  // A number that was dropped is not used again either: the reader may have seen a part of the story.
  const std::uint32_t introduced = ++m_textsUsed;
  return m_writer.pushText(monotonicNow().ns, introduced, bytes) ? introduced : 0;
}

void Recorder::laneBegins(LaneKind kind, ProcessId process, LaneId parent, std::string_view name, std::uint16_t flags) {
  const std::uint32_t nameText = text(name);
  Event event = eventNow(EventKind::kLane);
  event.sub = number(kind);
  event.step = flags;
  event.text = nameText;
  event.target = m_lane.value;
  event.other = process.value;
  event.value = parent.value;
  m_writer.push(event);
}

void Recorder::identity(std::int64_t tid, std::uint64_t ident) {
  Event event = eventNow(EventKind::kLaneIdentity);
  event.target = static_cast<std::uint32_t>(tid);
  event.value = ident;
  m_writer.push(event);
}

void Recorder::state(LaneState state, const StateDetail& detail) {
  stateSince(monotonicNow(), state, detail);
}

void Recorder::stateSince(TimeNs since, LaneState state, const StateDetail& detail) {
  Event event;
  event.timeNs = since.ns;
  event.kind = EventKind::kState;
  event.sub = number(state);
  event.step = detail.step;
  event.text = detail.label;
  event.target = detail.target;
  event.other = detail.holder.value;
  event.value = number(detail.targetKind) | (detail.isTimed ? kTimedWait : 0);
  m_writer.push(event);
  m_state = state;
}

void Recorder::laneEnds(LaneExit how, std::string_view text, bool withThreadTimes, std::optional<TimeNs> since) {
  const std::uint32_t introducedBefore = m_textsUsed;
  const std::uint32_t reason = this->text(text);
  Event event = eventNow(EventKind::kLaneEnd);
  if (since && introducedBefore == m_textsUsed) event.timeNs = since->ns;
  event.sub = number(how);
  event.text = reason;
  event.target = kUnknownCount;
  event.other = kUnknownCount;
  if (withThreadTimes) {
    timespec cpu{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &cpu);
    event.value = static_cast<std::uint64_t>(cpu.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(cpu.tv_nsec);
    rusage usage{};
    if (getrusage(RUSAGE_THREAD, &usage) == 0) {
      event.target = switchCount(usage.ru_nvcsw);
      event.other = switchCount(usage.ru_nivcsw);
    }
  }
  m_writer.push(event);
  m_writer.end();
}

void Recorder::sliceBegin(std::uint32_t label, std::uint16_t step) {
  Event event = eventNow(EventKind::kSliceBegin);
  event.text = label;
  event.step = step;
  m_writer.push(event);
}

void Recorder::sliceEnd() {
  m_writer.push(eventNow(EventKind::kSliceEnd));
}

void Recorder::instant(InstantKind kind, std::uint32_t text, std::uint32_t target, std::int64_t value,
                       std::uint16_t step) {
  Event event = eventNow(EventKind::kInstant);
  event.sub = number(kind);
  event.text = text;
  event.target = target;
  event.value = static_cast<std::uint64_t>(value);
  event.step = step;
  m_writer.push(event);
}

std::uint64_t Recorder::newFlow() {
  return static_cast<std::uint64_t>(m_lane.value) << 32U | ++m_flowsUsed;
}

void Recorder::flowOut(FlowKind kind, std::uint64_t flow, ObjectId object, std::uint32_t text) {
  Event event = eventNow(EventKind::kFlowOut);
  event.sub = number(kind);
  event.target = object.value;
  event.text = text;
  event.value = flow;
  m_writer.push(event);
}

void Recorder::flowIn(FlowKind kind, std::uint64_t flow, ObjectId object) {
  Event event = eventNow(EventKind::kFlowIn);
  event.sub = number(kind);
  event.target = object.value;
  event.value = flow;
  m_writer.push(event);
}

void Recorder::counter(CounterKind kind, ObjectId object, std::int64_t value) {
  Event event = eventNow(EventKind::kCounter);
  event.sub = number(kind);
  event.target = object.value;
  event.value = static_cast<std::uint64_t>(value);
  m_writer.push(event);
}

TimeNs Recorder::gil(GilEvent what, LaneId other, std::uint64_t switchNumber) {
  Event event = eventNow(EventKind::kGil);
  event.sub = number(what);
  event.target = other.value;
  event.value = switchNumber;
  m_writer.push(event);
  return {event.timeNs};
}

void Recorder::push(Event event) {
  event.timeNs = monotonicNow().ns;
  m_writer.push(event);
}

}  // namespace threadline::engine
