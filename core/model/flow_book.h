// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Matches the two ends of flows by id, in whichever order they are read: rings are read one after the other, so an
// arrival may be seen before its departure. One departure may arrive at several places (an event that wakes many).
//
// Thread: the builder's.

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/model/trace_writer.h"

namespace threadline::model {

class FlowBook {
 public:
  explicit FlowBook(TraceWriter& writer) : m_writer(writer) {}

  /// `flow` has kind, from, out, object and text. False: this id has left before.
  bool leave(std::uint64_t id, Flow flow);
  /// False: it left as another kind.
  bool arrive(std::uint64_t id, FlowKind kind, LaneId to, TimeNs in);
  [[nodiscard]] std::size_t bytes() const { return m_entries.size() * kBytesPerEntry; }

 private:
  static constexpr std::size_t kBytesPerEntry = 80;
  struct Arrival {
    FlowKind kind;
    LaneId to;
    TimeNs in;
  };
  struct Entry {
    bool hasLeft = false;
    std::size_t flow = 0;
    std::vector<Arrival> early;  // before the departure was known
  };
  bool connect(Entry& entry, const Arrival& arrival);

  TraceWriter& m_writer;
  std::unordered_map<std::uint64_t, Entry> m_entries;
};

}  // namespace threadline::model
