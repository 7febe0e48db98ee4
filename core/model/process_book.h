// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The processes of a run by their numbers in events: what is told of them, when they died, and which lanes are theirs.
//
// Thread: the builder's.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/trace_writer.h"

namespace threadline::model {

class ProcessBook {
 public:
  explicit ProcessBook(TraceWriter& writer) : m_writer(writer) {}

  /// The trace's process for this number, made when it is mentioned first; none when the number is out of range.
  ProcessId traceId(std::uint32_t number);
  /// A fact of kind kProcess ... kProcessMemory. False: it makes no sense.
  bool fact(const Event& event, TimeNs time, std::string_view text);
  void addLane(ProcessId process, LaneId lane, TimeNs start, bool isMain);

  /// A signal left here for this process: an arrow to the process's end, should it be what ended it.
  void addSignal(ProcessId process, LaneId from, TimeNs out, std::int64_t number);

  [[nodiscard]] bool isKnown(std::uint32_t number) const {
    return number < m_traceIds.size() && m_traceIds[number] != ProcessId::kNone;
  }
  [[nodiscard]] bool isDead(std::uint32_t number) const;
  [[nodiscard]] bool hasDead() const { return m_hasDead; }
  [[nodiscard]] std::optional<TimeNs> deathOf(ProcessId process) const;
  /// Ties signals to the ends that they brought; then: lanes of the processes whose death was known before the pass
  /// before; each is given out once.
  struct DeadLane {
    LaneId lane;
    TimeNs death;
  };
  [[nodiscard]] std::vector<DeadLane> takeDeadLanes(bool isLastPass);

 private:
  struct Entry {
    std::vector<LaneId> lanes;  // not yet given out
    std::optional<TimeNs> death;
    std::uint64_t deathPass = 0;
    bool hasLaneStart = false;
    std::optional<ProcessEnd> collectedAs;
    bool hasSignal = false;  // the one that ended it has its arrow
  };
  struct SentSignal {
    ProcessId process;
    std::int64_t number = 0;
    Flow flow;
  };
  void matchSignals();
  /// Seen dead or collected, whichever was earlier: two watchers, two rings.
  void die(ProcessId id, TimeNs time);
  bool announce(ProcessId id, const Event& event, TimeNs time, std::string_view text);
  bool lastWord(ProcessId id, const Event& event, std::string_view text);
  bool collected(ProcessId id, const Event& event, TimeNs time);

  TraceWriter& m_writer;
  std::vector<std::uint32_t> m_traceIds;  // by number
  std::vector<Entry> m_entries;           // by trace id
  std::vector<ProcessId> m_dead;          // with lanes that may still be open
  std::vector<SentSignal> m_signals;      // to processes whose end is not known
  std::uint64_t m_pass = 1;
  bool m_hasDead = false;
};

}  // namespace threadline::model
