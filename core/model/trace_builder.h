// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns the events of a run's rings into a trace. The drain feeds it ring by ring; the builder orders what crosses
// lanes by id, applies the table of legal transitions, fills what was lost with `unknown`, and ends the lanes of dead
// processes.
//
// Thread: one (the drain's). Snapshots may be read anywhere.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "core/event/event.h"
#include "core/model/trace.h"
#include "core/model/wait_graph.h"

namespace threadline::model {

/// What a trace holds at most: starts of a run and what it needs besides, objects, and memory.
inline constexpr std::uint32_t kMaxLanes = 100'000 + 2048;
inline constexpr std::uint32_t kMaxObjects = 4096;
inline constexpr std::size_t kMaxTraceBytes = std::size_t{1} << 30U;

/// Which life of which ring an event comes from.
struct RingKey {
  std::uint32_t slot = 0;
  std::uint64_t generation = 0;
  friend bool operator==(const RingKey&, const RingKey&) = default;
};

/// Numbers in events (of lanes, processes, flows, texts) become ids of the trace in the order of their first mention.
/// What makes no sense is counted in TraceTotals::corrupt and left out; an event whose detail makes none (an unknown
/// text or object) stays without it. Past `maxBytes` nothing more is recorded: lanes become unknown and what comes is
/// counted as lost, only ends are still noted.
class TraceBuilder {
 public:
  explicit TraceBuilder(std::size_t maxBytes = kMaxTraceBytes);
  ~TraceBuilder();
  TraceBuilder(const TraceBuilder&) = delete;
  TraceBuilder& operator=(const TraceBuilder&) = delete;

  /// A text of this ring: later events of the ring name it by its number.
  void text(RingKey key, std::uint32_t number, std::string_view bytes);
  /// One event, in the ring's order. Nothing in it is trusted.
  void event(RingKey key, const Event& event);
  /// Damaged data of this ring was skipped.
  void corrupt(RingKey key, std::string_view what);
  /// Everything of this ring has been given; `dropped` events at its end had no kLost event any more.
  void ringEnded(RingKey key, std::uint64_t dropped);
  /// All rings were read once since the last call. `now` is the clock from before the reading began. Ends the lanes of
  /// processes that were known to be dead before the pass before (so that all they had written has been read).
  void endPass(TimeNs now);
  /// The run is over: open lanes end, as `unknown` from their last event on where their process's end was not seen.
  void finish(TimeNs now);

  /// The clock value that is time 0 of the trace; 0 while it is not known (the main lane has not begun).
  [[nodiscard]] TimeNs zero() const;
  /// True when the process with this id (its number in events) was seen dead: its rings may be ended by the reader.
  [[nodiscard]] bool isProcessDead(ProcessId id) const;
  /// The process that a ring's lane belongs to; none before its kLane event.
  [[nodiscard]] ProcessId processOf(RingKey key) const;
  /// True after the guard's kRunEnd.
  [[nodiscard]] bool runEnded() const;

  /// Lanes that wait for each other and will wait for ever; nothing while there are none.
  [[nodiscard]] std::optional<WaitCycle> deadlock() const;
  /// Writes what deadlock() gave into the trace, now: an instant on each lane of the cycle.
  void addDeadlock(const WaitCycle& cycle);

  /// The trace so far.
  [[nodiscard]] SnapshotPtr snapshot();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace threadline::model
