// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Intervals of a foreign Chrome trace, from whole events (X) and from pairs of begin and end (B E, b e, S F), put in
// order for the writer.
//
// Thread: one.

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "core/model/trace_writer.h"

namespace threadline::io {

class ChromeSlices {
 public:
  /// Tells apart the asynchronous intervals that may be open at once on a track.
  struct AsyncKey {
    std::size_t track = 0;
    std::size_t process = 0;  // SIZE_MAX: the id counts for the whole file
    std::uint64_t id = 0;
    friend auto operator<=>(const AsyncKey&, const AsyncKey&) = default;
  };

  void whole(std::size_t track, TimeRange range, TextId name);
  /// Begins and ends come in file order; they are matched in time order by match().
  void begin(std::size_t track, TimeNs time, TextId name);
  void end(std::size_t track, TimeNs time, TextId name);
  void beginAsync(const AsyncKey& key, TimeNs time, TextId name);
  void endAsync(const AsyncKey& key, TimeNs time, TextId name);

  /// Pairs begins and ends; what never ended ends with the trace.
  void match(TimeNs traceEnd);
  /// After match(): hands the slices of each track to the writer.
  template <typename LaneOf>
  void write(model::TraceWriter& writer, LaneOf laneOf) const {
    for (const Slice& slice : m_slices) writer.addSlice(laneOf(slice.track), slice.range, slice.name, {});
  }
  [[nodiscard]] std::uint64_t withoutEnd() const { return m_withoutEnd; }
  [[nodiscard]] std::uint64_t withoutBegin() const { return m_withoutBegin; }

 private:
  struct Slice {
    std::size_t track;
    TimeRange range;
    TextId name;
    std::size_t order;  // in the file
  };
  struct Edge {
    AsyncKey key;
    TimeNs time;
    TextId name;
    bool isBegin;
    std::size_t order;
  };
  void matchEdges(std::vector<Edge>& edges, TimeNs traceEnd);

  std::vector<Slice> m_slices;
  std::vector<Edge> m_edges;
  std::vector<Edge> m_asyncEdges;
  std::size_t m_order = 0;
  std::uint64_t m_withoutEnd = 0;
  std::uint64_t m_withoutBegin = 0;
};

}  // namespace threadline::io
