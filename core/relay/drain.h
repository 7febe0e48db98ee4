// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads all rings of a run into a trace builder: one pass over the table of heads, bounded work per ring and pass.
// How the rings are read, and why no writer can do harm, is core/ring/ring_reader.h; this ties it to the builder, which
// knows which process writes which ring and which processes are dead.
//
// Thread: one. Std only, no Qt.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/model/trace_builder.h"
#include "core/ring/ring_reader.h"
#include "core/ring/shared_rings.h"

namespace threadline::relay {

class Drain final : private ring::RingSink {
 public:
  /// Lifetime: both outlive the drain. One drain per run.
  Drain(ring::SharedRings& rings, model::TraceBuilder& builder);
  Drain(const Drain&) = delete;
  Drain& operator=(const Drain&) = delete;

  /// One pass; returns the number of events moved (a text counts with the slots of its payload). Frees the slots of
  /// ended lanes, and those of processes that the builder knows to be dead.
  std::size_t pass();
  /// After the last process is gone: takes what is left, ends every ring, and finishes the trace. Later calls do
  /// nothing.
  void finish();

 private:
  void events(ring::SlotClaim ring, std::span<const Event> events) override;
  void text(ring::SlotClaim ring, std::uint32_t number, std::string_view bytes) override;
  void corrupt(ring::SlotClaim ring, std::string_view what) override;
  void ended(ring::SlotClaim ring, std::uint64_t dropped) override;
  [[nodiscard]] bool isWriterDead(ring::SlotClaim ring) const override;

  model::TraceBuilder& m_builder;
  ring::RingReader m_reader;
  bool m_isFinished = false;
};

}  // namespace threadline::relay
