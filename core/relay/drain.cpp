// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/drain.h"

#include "core/base/clock.h"

namespace threadline::relay {
namespace {

model::RingKey keyOf(ring::SlotClaim claim) {
  return {claim.slot, claim.generation};
}

}  // namespace

Drain::Drain(ring::SharedRings& rings, model::TraceBuilder& builder) : m_builder(builder), m_reader(rings, *this) {}

std::size_t Drain::pass() {
  // Before the reading begins: what is not read in this pass is not older than this.
  const TimeNs now = monotonicNow();
  const std::size_t moved = m_reader.pass();
  m_builder.endPass(now);
  return moved;
}

void Drain::finish() {
  if (m_isFinished) return;
  m_isFinished = true;
  const TimeNs now = monotonicNow();
  m_reader.finish();
  m_builder.endPass(now);
  m_builder.finish(now);
}

void Drain::events(ring::SlotClaim ring, std::span<const Event> events) {
  for (const Event& event : events) m_builder.event(keyOf(ring), event);
}

void Drain::text(ring::SlotClaim ring, std::uint32_t number, std::string_view bytes) {
  m_builder.text(keyOf(ring), number, bytes);
}

void Drain::corrupt(ring::SlotClaim ring, std::string_view what) {
  m_builder.corrupt(keyOf(ring), what);
}

void Drain::ended(ring::SlotClaim ring, std::uint64_t dropped) {
  m_builder.ringEnded(keyOf(ring), dropped);
}

bool Drain::isWriterDead(ring::SlotClaim ring) const {
  const ProcessId process = m_builder.processOf(keyOf(ring));
  return !process.isNone() && m_builder.isProcessDead(process);
}

}  // namespace threadline::relay
