// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The flows of a snapshot by lane, so that a question about one span does not walk over those of all lanes.
//
// Building costs two passes over the flows; the index is of one snapshot and goes with the next.
// Thread: values only, any.

#include <cstdint>
#include <vector>

#include "core/model/trace.h"

namespace threadline::scene {

class FlowIndex {
 public:
  FlowIndex() = default;
  explicit FlowIndex(const model::Snapshot& snapshot);

  /// Places in Snapshot::flows() of those that leave the lane, and of those that arrive in it; ascending.
  struct Places {
    const std::uint32_t* first = nullptr;
    const std::uint32_t* last = nullptr;
    [[nodiscard]] const std::uint32_t* begin() const { return first; }
    [[nodiscard]] const std::uint32_t* end() const { return last; }
  };
  [[nodiscard]] Places outOf(LaneId lane) const { return m_out.of(lane); }
  [[nodiscard]] Places into(LaneId lane) const { return m_in.of(lane); }

 private:
  struct Side {
    std::vector<std::size_t> starts;  // by lane, and one more
    std::vector<std::uint32_t> places;
    [[nodiscard]] Places of(LaneId lane) const;
  };
  Side m_out;
  Side m_in;
};

}  // namespace threadline::scene
