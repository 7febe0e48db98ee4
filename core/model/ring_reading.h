// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the builder remembers of one ring while it reads it: whose it is, the last time seen, and its texts by number.
//
// Thread: the builder's.

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"

namespace threadline::model {

/// Texts of a ring. Numbers count up from 1, yet a gap or a hostile writer may give any.
class RingTexts {
 public:
  /// False: too many.
  bool set(std::uint32_t number, TextId id) {
    if (number < kDense) {
      if (number >= m_dense.size()) m_dense.resize(number + 1, kUnset);
      m_dense[number] = id.value;
      return true;
    }
    if (m_sparse.size() >= kMaxSparse) return false;
    m_sparse[number] = id.value;
    return true;
  }
  /// Nothing when the number was never introduced.
  [[nodiscard]] std::optional<TextId> find(std::uint32_t number) const {
    if (number < m_dense.size()) {
      return m_dense[number] == kUnset ? std::nullopt : std::optional<TextId>(TextId{m_dense[number]});
    }
    if (number < kDense) return std::nullopt;
    const auto known = m_sparse.find(number);
    return known == m_sparse.end() ? std::nullopt : std::optional<TextId>(TextId{known->second});
  }

 private:
  static constexpr std::uint32_t kDense = 1U << 16U;
  static constexpr std::size_t kMaxSparse = std::size_t{1} << 22U;
  static constexpr std::uint32_t kUnset = TextId::kNone - 1;
  std::vector<std::uint32_t> m_dense;
  std::unordered_map<std::uint32_t, std::uint32_t> m_sparse;
};

struct RingReading {
  std::uint64_t generation = 0;
  bool isUsed = false;
  bool hasTime = false;
  TimeNs last;        // of the event before, from the run's zero
  LaneId lane;        // the trace's; none before kLane
  ProcessId process;  // its number in events; none before kLane
  std::optional<std::size_t> lastPrint;
  RingTexts texts;
};

}  // namespace threadline::model
