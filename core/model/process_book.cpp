// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/process_book.h"

#include <algorithm>

#include "core/model/trace_builder.h"

namespace threadline::model {
namespace {

constexpr std::uint8_t kLastStartMethod = static_cast<std::uint8_t>(StartMethod::kExec);
constexpr std::uint8_t kLastEndHow = static_cast<std::uint8_t>(ProcessEndHow::kException);
constexpr std::int64_t kLastSignal = 64;
constexpr std::uint64_t kMaxPid = std::uint64_t{1} << 30U;

/// What the parent saw is certain; the process's own word adds how it came to it. A code is Python's: minus the signal.
ProcessEnd mergedEnd(const ProcessEnd& seen, const ProcessEnd& word) {
  if (seen.how == ProcessEndHow::kSignalled || seen.code != word.code) return seen;
  return {word.how, seen.code, word.text};
}

}  // namespace

ProcessId ProcessBook::traceId(std::uint32_t number) {
  if (number >= kMaxLanes) return {};
  if (number >= m_traceIds.size()) m_traceIds.resize(number + 1, ProcessId::kNone);
  std::uint32_t& id = m_traceIds[number];
  if (id == ProcessId::kNone) {
    id = m_writer.addProcess().value;
    m_entries.emplace_back();
  }
  return {id};
}

bool ProcessBook::fact(const Event& event, TimeNs time, std::string_view text) {
  const ProcessId id = traceId(event.target);
  if (id.isNone()) return false;
  switch (event.kind) {
    case EventKind::kProcess: return announce(id, event, time, text);
    case EventKind::kProcessLastWord: return lastWord(id, event, text);
    case EventKind::kProcessCollected: return collected(id, event, time);
    case EventKind::kProcessDead: die(id, time); return true;
    case EventKind::kProcessCpu:
      if (event.value > INT64_MAX) return false;
      m_writer.editProcess(id).cpuNs = static_cast<std::int64_t>(event.value);
      return true;
    case EventKind::kProcessMemory:
      if (event.value > INT64_MAX) return false;
      m_writer.editProcess(id).memoryPrivateKb = static_cast<std::int64_t>(event.value);
      return true;
    default: return false;
  }
}

void ProcessBook::die(ProcessId id, TimeNs time) {
  Entry& entry = m_entries[id.value];
  if (!entry.death) {
    entry.deathPass = m_pass;
    m_dead.push_back(id);
    m_hasDead = true;
  }
  entry.death = std::min(entry.death.value_or(time), time);
  m_writer.editProcess(id).end = entry.death;
}

bool ProcessBook::announce(ProcessId id, const Event& event, TimeNs time, std::string_view text) {
  if (event.sub > kLastStartMethod || event.value > kMaxPid) return false;
  const ProcessId parent = event.other == ProcessId::kNone ? ProcessId{} : traceId(event.other);
  if (event.other != ProcessId::kNone && (parent.isNone() || parent == id)) return false;
  Process& process = m_writer.editProcess(id);
  process.parent = parent;
  process.startMethod = static_cast<StartMethod>(event.sub);
  process.isDaemon = event.step != kNoStep && (event.step & kProcessDaemon) != 0;
  if (event.value != 0) process.pid = static_cast<std::int64_t>(event.value);
  if (!text.empty()) process.name = text;
  if (!process.start) process.start = time;
  return true;
}

bool ProcessBook::lastWord(ProcessId id, const Event& event, std::string_view text) {
  if (event.sub > kLastEndHow) return false;
  const ProcessEnd word{static_cast<ProcessEndHow>(event.sub), static_cast<std::int64_t>(event.value),
                        std::string(text)};
  const Entry& entry = m_entries[id.value];
  m_writer.editProcess(id).exit = entry.collectedAs ? mergedEnd(*entry.collectedAs, word) : word;
  return true;
}

bool ProcessBook::collected(ProcessId id, const Event& event, TimeNs time) {
  const auto how = static_cast<ProcessEndHow>(event.sub);
  const auto code = static_cast<std::int64_t>(event.value);
  if (how == ProcessEndHow::kSignalled) {
    if (code < 1 || code > kLastSignal) return false;
  } else if (how != ProcessEndHow::kExited || code < 0 || code > 255) {
    return false;
  }
  Entry& entry = m_entries[id.value];
  if (entry.collectedAs) return true;
  entry.collectedAs = ProcessEnd{how, how == ProcessEndHow::kSignalled ? -code : code, {}};
  Process& process = m_writer.editProcess(id);
  process.exit = process.exit ? mergedEnd(*entry.collectedAs, *process.exit) : *entry.collectedAs;
  process.collected = time;
  die(id, time);
  return true;
}

void ProcessBook::addLane(ProcessId process, LaneId lane, TimeNs start, bool isMain) {
  Entry& entry = m_entries[process.value];
  if (entry.death && entry.lanes.empty()) {
    m_dead.push_back(process);
    entry.deathPass = m_pass;
  }
  entry.lanes.push_back(lane);
  Process& facts = m_writer.editProcess(process);
  if (!entry.hasLaneStart || !facts.start || start < *facts.start) facts.start = start;
  entry.hasLaneStart = true;
  if (isMain && facts.mainLane.isNone()) facts.mainLane = lane;
}

bool ProcessBook::isDead(std::uint32_t number) const {
  return isKnown(number) && m_entries[m_traceIds[number]].death.has_value();
}

std::optional<TimeNs> ProcessBook::deathOf(ProcessId process) const {
  if (process.value >= m_entries.size()) return std::nullopt;
  return m_entries[process.value].death;
}

void ProcessBook::addSignal(ProcessId process, LaneId from, TimeNs out, std::int64_t number) {
  m_signals.push_back({process, number, Flow{FlowKind::kSignal, from, out, {}, {}, {}, {}}});
}

/// The receiver cannot say what ended it; its parent's word is known sooner or later. Of two equal signals the first
/// did.
void ProcessBook::matchSignals() {
  std::vector<SentSignal> open;
  for (SentSignal& signal : m_signals) {
    const Process& process = m_writer.process(signal.process);
    if (!process.exit || !process.end || process.mainLane.isNone()) {
      open.push_back(signal);
      continue;
    }
    Entry& entry = m_entries[signal.process.value];
    const bool isCause = process.exit->how == ProcessEndHow::kSignalled && process.exit->code == -signal.number;
    if (!isCause || entry.hasSignal || *process.end < signal.flow.out) continue;
    entry.hasSignal = true;
    signal.flow.to = process.mainLane;
    signal.flow.in = *process.end;
    m_writer.addFlow(signal.flow);
  }
  m_signals = std::move(open);
}

std::vector<ProcessBook::DeadLane> ProcessBook::takeDeadLanes(bool isLastPass) {
  if (!m_signals.empty()) matchSignals();
  std::vector<DeadLane> dead;
  std::vector<ProcessId> later;
  for (const ProcessId id : m_dead) {
    Entry& entry = m_entries[id.value];
    if (!isLastPass && entry.deathPass == m_pass) {
      later.push_back(id);
      continue;
    }
    for (const LaneId lane : entry.lanes) dead.push_back({lane, *entry.death});
    entry.lanes.clear();
  }
  m_dead = std::move(later);
  ++m_pass;
  return dead;
}

}  // namespace threadline::model
