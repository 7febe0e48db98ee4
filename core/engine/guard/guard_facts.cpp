// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/guard/guard_facts.h"

#include "core/base/clock.h"

namespace threadline::engine {

namespace {

Event eventNow(EventKind kind, std::uint32_t target) {
  Event event;
  event.timeNs = monotonicNow().ns;
  event.kind = kind;
  event.target = target;
  return event;
}

}  // namespace

std::uint32_t GuardFacts::text(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const std::uint32_t number = ++m_textsUsed;
  return m_writer.pushText(monotonicNow().ns, number, bytes) ? number : 0;
}

void GuardFacts::mainProcess(ProcessId process, std::string_view name, std::int64_t pid) {
  const std::uint32_t nameText = text(name);
  Event event = eventNow(EventKind::kProcess, process.value);
  event.sub = static_cast<std::uint8_t>(StartMethod::kMain);
  event.step = 0;
  event.text = nameText;
  event.value = static_cast<std::uint64_t>(pid);
  m_writer.push(event);
}

void GuardFacts::dead(ProcessId process, TimeNs when) {
  Event event = eventNow(EventKind::kProcessDead, process.value);
  event.timeNs = when.ns;
  m_writer.push(event);
}

void GuardFacts::collected(ProcessId process, const ProcessExitStatus& status) {
  Event event = eventNow(EventKind::kProcessCollected, process.value);
  event.sub = static_cast<std::uint8_t>(status.how);
  event.value = static_cast<std::uint64_t>(status.code);
  m_writer.push(event);
  event = eventNow(EventKind::kProcessCpu, process.value);
  event.value = static_cast<std::uint64_t>(status.cpuNs);
  m_writer.push(event);
}

void GuardFacts::runEnd() {
  m_writer.push(eventNow(EventKind::kRunEnd, ProcessId::kNone));
  m_writer.end();
}

}  // namespace threadline::engine
