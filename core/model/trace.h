// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a trace consists of, and the Snapshot: an immutable view of a trace that may still grow.
//
// Times are counted from the run's zero (the main process's first event); the guard's are negative.
// A lane's spans are contiguous from its first to its last event: span i ends where span i + 1 starts, the last one at
// the lane's end or, while the lane lives, at the snapshot's `now`. So a lane's states add up to its length exactly.
//
// Thread: a Snapshot and all it gives out is immutable and may be read from any thread while the trace grows.
// Lifetime: views and string_views live as long as the Snapshot.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/event/event.h"
#include "core/event/lane_state.h"
#include "core/model/sequence.h"

namespace threadline::model {

struct Span {
  TimeNs start;
  TimeNs end;
  LaneState state = LaneState::kUnknown;
  TextId label;
  TargetKind targetKind = TargetKind::kNone;
  std::uint32_t target = 0xFFFFFFFF;  // ObjectId, LaneId or ProcessId by targetKind
  LaneId holder;                      // who held it, where known
  StepIndex step;
};

struct Slice {
  TimeRange range;
  std::uint16_t depth = 0;
  TextId label;
  StepIndex step;
};

struct Instant {
  TimeNs time;
  LaneId lane;
  InstantKind kind{};
  TextId text;
  std::uint32_t target = 0xFFFFFFFF;
  std::int64_t value = 0;
  StepIndex step;
};

struct Flow {
  FlowKind kind{};
  LaneId from;
  TimeNs out;
  LaneId to;  // none: it never arrived
  TimeNs in;
  ObjectId object;
  TextId text;
};

struct CounterSample {
  TimeNs time;
  std::int64_t value = 0;
};

struct Counter {
  ObjectId object;  // none for a foreign counter
  CounterKind kind{};
  std::string name;
  Sequence<CounterSample> samples;  // in time order
};

struct GilHold {
  TimeRange range;
  LaneId holder;
  bool droppedOnRequest = false;
  std::int64_t switchNumber = 0;
};
struct GilRequest {
  TimeNs time;
  LaneId by;
  LaneId holder;
};

struct ProcessEnd {
  ProcessEndHow how = ProcessEndHow::kReturned;
  std::int64_t code = 0;  // Python's: -15, -9, -11, 0, 1, 3
  std::string text;       // an exception's text
};

struct Process {
  ProcessId id;
  ProcessId parent;
  std::int64_t pid = 0;  // 0: not known
  std::string name;
  StartMethod startMethod = StartMethod::kMain;
  bool isDaemon = false;
  std::optional<TimeNs> start;      // its first event, or its making where it had none
  std::optional<TimeNs> end;        // seen dead
  std::optional<TimeNs> collected;  // reaped; between end and collected it is a zombie
  std::optional<ProcessEnd> exit;
  std::optional<std::int64_t> cpuNs;  // with all that it had collected
  std::optional<std::int64_t> memoryPrivateKb;
  LaneId mainLane;
  Sequence<GilHold> gilHolds;        // by start; one that is still held ends at the snapshot's now
  Sequence<GilRequest> gilRequests;  // by time
};

struct Local {
  std::string name;
  LocalKind kind = LocalKind::kNone;
  std::int64_t integer = 0;
  double decimal = 0;
  std::string text;
};

struct Lane {
  LaneId id;
  LaneId parent;
  ProcessId process;
  LaneKind kind = LaneKind::kThread;
  std::string name;
  bool isDaemon = false;
  bool isMain = false;
  std::int64_t tid = 0;     // 0: not known
  std::uint64_t ident = 0;  // 0: none
  TimeNs start;
  std::optional<TimeNs> end;
  std::optional<LaneExit> exit;
  std::string exitText;
  std::optional<std::int64_t> cpuNs;
  std::optional<std::int64_t> voluntarySwitches;
  std::optional<std::int64_t> involuntarySwitches;
  std::uint64_t lost = 0;  // events dropped
  std::uint64_t illegalTransitions = 0;
  std::vector<Local> locals;
};

struct Object {
  ObjectId id;
  std::string name;
  std::uint8_t kind = 0;  // an ObjectKind (core/base), or whatever a file says
};

struct OutputLine {
  TimeNs time;
  LaneId lane;
  std::string text;
};

enum class DiagnosticKind : std::uint8_t { kIllegalTransition, kLost, kCorrupt, kTimeBackwards, kUnknownKind, kFull };
struct Diagnostic {
  DiagnosticKind kind{};
  TimeNs time;
  LaneId lane;
  std::string text;
};

struct TraceTotals {
  std::uint64_t eventsRecorded = 0;
  std::uint64_t eventsLost = 0;
  std::uint64_t illegalTransitions = 0;
  std::uint64_t corrupt = 0;
};

class SpanWalk;

/// An immutable view. Taking one copies a count a lane, no spans (trace_builder.h).
class Snapshot {
 public:
  Snapshot();
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  [[nodiscard]] TimeNs now() const;        // right edge: newest time known
  [[nodiscard]] bool isFinished() const;   // the run is over, nothing will come
  [[nodiscard]] TimeRange extent() const;  // from the first lane's start (or 0) to the last end

  [[nodiscard]] std::size_t laneCount() const;
  [[nodiscard]] const Lane& lane(LaneId id) const;
  [[nodiscard]] TimeNs laneEnd(LaneId id) const;  // its end, or now()

  [[nodiscard]] std::size_t spanCount(LaneId id) const;
  [[nodiscard]] Span span(LaneId id, std::size_t index) const;
  /// Index of the span that contains t, or of the first that starts after t; spanCount() when there is none. O(log n).
  [[nodiscard]] std::size_t spanAt(LaneId id, TimeNs t) const;
  /// Adds to `out` the time that the lane spent in each state within the range. O(log n) whatever the range.
  void addStateTimes(LaneId id, TimeRange range, PerState<DurationNs>& out) const;
  /// The same for many adjoining ranges at once, several times faster: adds the times within [edges[i], edges[i + 1])
  /// to columns[i]. The edges ascend; `columns` has room for edges.size() - 1.
  void addStateTimes(LaneId id, std::span<const TimeNs> edges, PerState<DurationNs>* columns) const;
  /// The lane's spans one after another from the one that contains `from` (span_walk.h).
  [[nodiscard]] SpanWalk walk(LaneId id, TimeNs from) const;

  /// By start, outer before inner; one that is still open ends at now().
  [[nodiscard]] const Sequence<Slice>& slices(LaneId id) const;
  [[nodiscard]] const Sequence<Instant>& instants() const;  // in time order per lane
  [[nodiscard]] const Sequence<Flow>& flows() const;
  [[nodiscard]] const std::vector<Counter>& counters() const;
  [[nodiscard]] const Sequence<OutputLine>& output() const;
  [[nodiscard]] const Sequence<Process>& processes() const;
  [[nodiscard]] const Sequence<Object>& objects() const;
  [[nodiscard]] const Sequence<Diagnostic>& diagnostics() const;
  [[nodiscard]] const TraceTotals& totals() const;
  [[nodiscard]] std::string_view text(TextId id) const;  // "" for none

 private:
  friend class TraceWriter;
  struct State;
  std::unique_ptr<State> m_state;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

}  // namespace threadline::model
