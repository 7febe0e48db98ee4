// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns the events of a run's rings into a trace. The drain feeds it ring by ring; the builder orders what crosses
// lanes by id, applies the table of legal transitions, fills what was lost with `unknown`, and ends the lanes of dead
// processes.
//
// Thread: one (the drain's). Snapshots may be read anywhere.

#include <cstdint>
#include <memory>
#include <string_view>

#include "core/event/event.h"
#include "core/model/trace.h"

namespace threadline::model {

/// Which life of which ring an event comes from.
struct RingKey {
  std::uint32_t slot = 0;
  std::uint64_t generation = 0;
  friend bool operator==(const RingKey&, const RingKey&) = default;
};

class TraceBuilder {
 public:
  TraceBuilder();
  ~TraceBuilder();
  TraceBuilder(const TraceBuilder&) = delete;
  TraceBuilder& operator=(const TraceBuilder&) = delete;

  /// A text of this ring: later events of the ring name it by its number.
  void text(RingKey ring, std::uint32_t number, std::string_view bytes);
  /// One event, in the ring's order. Nothing in it is trusted.
  void event(RingKey ring, const Event& event);
  /// Damaged data of this ring was skipped.
  void corrupt(RingKey ring, std::string_view what);
  /// Everything of this ring has been given; `dropped` events at its end had no kLost event any more.
  void ringEnded(RingKey ring, std::uint64_t dropped);
  /// All rings were read once since the last call. `now` is the clock from before the reading began. Ends the lanes of
  /// processes that were known to be dead before the pass before (so that all they had written has been read).
  void endPass(TimeNs now);
  /// The run is over: open lanes end, as `unknown` from their last event on where their process's end was not seen.
  void finish(TimeNs now);

  /// True when the process with this id was seen dead: its rings may be ended by the reader.
  [[nodiscard]] bool isProcessDead(ProcessId id) const;
  /// The process that a ring's lane belongs to; none before its kLane event.
  [[nodiscard]] ProcessId processOf(RingKey ring) const;
  /// True after the guard's kRunEnd.
  [[nodiscard]] bool runEnded() const;

  /// The trace so far.
  [[nodiscard]] SnapshotPtr snapshot();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace threadline::model
