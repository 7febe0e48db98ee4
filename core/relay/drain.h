// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads all rings of a run into a trace builder: one pass over the table of heads, bounded work per ring and pass.
// The writers are not trusted: positions are copied before each check, lengths are bounded, damage is counted and
// skipped. Frees the slots of ended and of dead actors (punching holes, so that memory goes back).
//
// Thread: one. Std only, no Qt.

#include <cstddef>
#include <vector>

#include "core/model/trace_builder.h"
#include "core/ring/shared_rings.h"

namespace threadline::relay {

class Drain {
 public:
  Drain(ring::SharedRings& rings, model::TraceBuilder& builder);
  /// One pass; returns the number of events moved.
  std::size_t pass();
  /// After the last process is gone: passes until nothing is left, ends every ring, and finishes the trace.
  void finish();

 private:
  struct Slot {
    bool isOpen = false;
    std::uint64_t generation = 0;
    std::uint64_t tail = 0;
  };
  ring::SharedRings& m_rings;
  model::TraceBuilder& m_builder;
  std::vector<Slot> m_slots;
};

}  // namespace threadline::relay
