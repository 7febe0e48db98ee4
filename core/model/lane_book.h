// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lanes of a run by their numbers in events, and what a lane's own events do to it: states by the table of legal
// transitions, gaps, slices, the GIL, its end.
//
// A step that the table does not allow is drawn as it was recorded, counted, and marked. After a gap the lane's state
// is unknown from its last event before the gap until it tells its state again.
//
// Thread: the builder's.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/process_book.h"
#include "core/model/trace_writer.h"
#include "core/model/wait_graph.h"

namespace threadline::model {

class LaneBook {
 public:
  LaneBook(TraceWriter& writer, ProcessBook& processes) : m_writer(writer), m_processes(processes) {}

  /// The trace's lane for this number, made when it is mentioned first; none when the number is out of range.
  LaneId traceId(std::uint32_t number);
  /// A lane begins, `event` is its kLane. None when the event makes no sense or the lane has begun before.
  LaneId begin(const Event& event, TimeNs time, ProcessId process, std::string_view name);

  // For a lane that has begun; `time` never goes back. False: the event makes no sense and was left out or cut down.
  bool identity(LaneId lane, const Event& event);
  bool state(LaneId lane, const Event& event, TimeNs time, TextId label);
  bool sliceBegin(LaneId lane, const Event& event, TimeNs time, TextId label);
  bool sliceEnd(LaneId lane, TimeNs time);
  bool gil(LaneId lane, const Event& event, TimeNs time);
  bool local(LaneId lane, const Event& event, std::string_view name, std::string_view text);
  bool end(LaneId lane, const Event& event, TimeNs time, std::string_view text);

  /// Events after `lastSeen` were lost.
  void gap(LaneId lane, TimeNs lastSeen, std::uint64_t lost);
  /// The lane ended without a word of its own.
  void endAt(LaneId lane, TimeNs time, std::optional<LaneExit> exit);
  /// Lanes without an end.
  [[nodiscard]] std::vector<LaneId> openLanes() const;
  void setLastSeen(LaneId lane, TimeNs time) { m_tracks[lane.value].lastSeen = time; }
  /// The run is over and nobody saw this lane's end: unknown from its last event to the newest time.
  void endUnseen(LaneId lane);
  /// Whether something of this lane was lost: ends without beginnings are no damage then.
  [[nodiscard]] bool hasGap(LaneId lane) const { return m_tracks[lane.value].hasGap; }
  /// Of each lane that waits without a time limit for another one.
  [[nodiscard]] std::vector<WaitEdge> waitEdges() const;

 private:
  struct Track {
    LaneState state = LaneState::kUnknown;
    bool hasBegun = false;
    bool hasState = false;
    bool hasGap = false;
    TimeNs lastSeen;
    std::optional<GilHold> hold;
  };
  void endHold(LaneId lane, TimeNs time, bool onRequest);
  bool judge(LaneId lane, LaneState to, TimeNs time);
  bool fillTarget(const Event& event, SpanStart& span);
  void noteWait(LaneId lane, const SpanStart& span, bool isTimed);

  TraceWriter& m_writer;
  ProcessBook& m_processes;
  std::vector<std::uint32_t> m_traceIds;                // by number
  std::vector<Track> m_tracks;                          // by trace id
  std::unordered_map<std::uint32_t, WaitEdge> m_waits;  // by trace id: few of many lanes wait for another
};

}  // namespace threadline::model
