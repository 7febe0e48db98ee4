// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A place among the spans of one lane that only moves forward: how a frame adds up thousands of adjoining columns and
// meets the spans between them without a search for each.
//
// Thread: one; the snapshot that gave it must outlive it.

#include <cstddef>
#include <cstdint>

#include "core/base/time.h"
#include "core/event/lane_state.h"
#include "core/model/span_list.h"

namespace threadline::model {

class SpanWalk {
 public:
  /// Stands on the span that contains `from`, or on the first one; at the end where the lane ended before.
  SpanWalk(const SpanView& spans, TimeNs laneEnd, TimeNs from);

  /// Behind the last span: there is no current one.
  [[nodiscard]] bool isAtEnd() const { return m_block == nullptr; }
  [[nodiscard]] std::size_t index() const { return m_blockIndex * kSpansPerBlock + m_in; }
  [[nodiscard]] TimeNs start() const { return {m_block->starts[m_in]}; }
  [[nodiscard]] TimeNs end() const { return {m_end}; }
  [[nodiscard]] LaneState state() const { return static_cast<LaneState>(m_block->states[m_in]); }

  /// To the next span.
  void next();
  /// Adds the time in each state from where it is to t, and goes there. Many spans at once are taken by their blocks'
  /// sums, so the cost has a bound whatever lies between.
  void addUntil(TimeNs t, PerState<DurationNs>& out);

 private:
  void enterBlock(const SpanBlock* block, std::size_t blockIndex);
  void leaveBlock();
  void jump(std::int64_t t, PerState<DurationNs>& out);
  [[nodiscard]] std::int64_t endOfCurrent() const {
    if (m_in + 1 < m_used) return m_block->starts[m_in + 1];
    return m_nextBlock == nullptr ? m_laneEnd : m_nextBlock->starts[0];
  }

  const SpanView* m_spans;
  std::int64_t m_laneEnd;
  const SpanBlock* m_block = nullptr;
  const SpanBlock* m_nextBlock = nullptr;
  std::size_t m_blockIndex = 0;
  std::size_t m_used = 0;  // entries of the block
  std::size_t m_in = 0;    // the current span within it
  std::int64_t m_at = 0;   // the time up to which all was added
  std::int64_t m_end = 0;  // of the current span
  bool m_jumps = false;    // the last steps were long: the next will be
};

}  // namespace threadline::model
