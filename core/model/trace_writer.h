// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a trace: the storage behind every Snapshot, for the builder of live runs and for the readers of files. It
// keeps the promises of trace.h whatever it is told: spans of a lane are contiguous, times within a lane never go back,
// ids are dense. It does not judge what is recorded (trace_builder.h does).
//
// Ids are given out here in order: a process, lane or object must be added before it is named.
//
// Thread: one. snapshot() may be called at any time; what it gives is read anywhere.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/chunk_list.h"
#include "core/model/ordered_list.h"
#include "core/model/span_list.h"
#include "core/model/text_table.h"
#include "core/model/trace.h"

namespace threadline::model {

/// A number of an object; a foreign counter has no object and is told by its name.
struct CounterKey {
  ObjectId object;
  CounterKind kind{};
  std::string name;
};

class TraceWriter {
 public:
  TraceWriter();
  ~TraceWriter();
  TraceWriter(const TraceWriter&) = delete;
  TraceWriter& operator=(const TraceWriter&) = delete;

  TextId text(std::string_view text);
  /// For readers that intern texts while they parse.
  TextTable& texts();
  [[nodiscard]] std::string_view textOf(TextId id) const;

  // ---- what there is. References are valid until the next call.
  ProcessId addProcess();
  Process& editProcess(ProcessId id);
  [[nodiscard]] const Process& process(ProcessId id) const;
  [[nodiscard]] std::size_t processCount() const;
  /// Id, start and end are the writer's: `start` counts until the first span, `end` is set by endLane().
  LaneId addLane(Lane facts);
  Lane& editLane(LaneId id);
  [[nodiscard]] const Lane& lane(LaneId id) const;
  [[nodiscard]] std::size_t laneCount() const;
  /// Fills up with unnamed objects to this id.
  Object& editObject(ObjectId id);
  void ensureObject(ObjectId id);

  // ---- a lane's life
  /// The lane starts here and not where it was added. Only before its first span.
  void startLane(LaneId lane, TimeNs start);
  /// From now on the lane is in this state. A start before the last one's counts as the last one's; the first span
  /// starts where the lane starts. Does nothing after endLane().
  void beginSpan(LaneId lane, SpanStart span);
  /// The last span's start; the lane's start when there is none.
  [[nodiscard]] TimeNs lastSpanStart(LaneId lane) const;
  [[nodiscard]] std::size_t spanCount(LaneId lane) const;
  /// Nothing comes after this time; spans that started at or after it go. Open slices end here. A lane without a span
  /// gets one that is unknown.
  void endLane(LaneId lane, TimeNs end);
  [[nodiscard]] bool hasEnded(LaneId lane) const;
  /// Slices that nest: begin and end. endSlice() says false when none was open, beginSlice() at 1000 open ones.
  bool beginSlice(LaneId lane, TimeNs start, TextId label, StepIndex step);
  bool endSlice(LaneId lane, TimeNs end);
  void endSlices(LaneId lane, TimeNs end);
  /// A whole slice. They come by start, outer before inner; what overlaps without nesting gets a row of its own.
  void addSlice(LaneId lane, TimeRange range, TextId label, StepIndex step);
  /// A whole slice whose row is known. They come by start, outer before inner.
  void addSlice(LaneId lane, const Slice& slice);
  /// The latest end of the lane's whole slices; its start when it has none.
  [[nodiscard]] TimeNs lastSliceEnd(LaneId lane) const;

  // ---- what crosses lanes
  void addInstant(const Instant& instant);
  std::size_t addFlow(const Flow& flow);
  Flow& editFlow(std::size_t index);
  [[nodiscard]] const Flow& flow(std::size_t index) const;
  /// Index of the counter for addSample(); made when it is new.
  std::size_t counter(const CounterKey& key);
  void addSample(std::size_t counter, CounterSample sample);
  std::size_t addOutput(OutputLine line);
  void appendOutput(std::size_t index, std::string_view more);
  void addGilHold(ProcessId process, const GilHold& hold);
  void addGilRequest(ProcessId process, const GilRequest& request);
  /// The GIL of this process is held from hold.range.start on; none: not held any more (addGilHold() says until when).
  void setOpenHold(LaneId lane, ProcessId process, const std::optional<GilHold>& hold);
  /// Keeps the first few thousand.
  void addDiagnostic(Diagnostic diagnostic);

  // ---- the whole
  TraceTotals& totals();
  /// The newest time known; never goes back.
  void advance(TimeNs now);
  [[nodiscard]] TimeNs now() const;
  /// Nothing will come: ends every lane that is still open at the newest time.
  void finish();
  /// Nothing will come, and lanes may stay open: for a trace that was saved while it grew.
  void setFinished(bool isFinished);
  /// Memory in use, nearly.
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] SnapshotPtr snapshot();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace threadline::model
