// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/span_walk.h"

#include <algorithm>

namespace threadline::model {
namespace {
constexpr int kWalkedBlocks = 2;  // gone through span by span before their sums are used
}

SpanWalk::SpanWalk(const SpanView& spans, TimeNs laneEnd, TimeNs from) : m_spans(&spans), m_laneEnd(laneEnd.ns) {
  if (spans.size() == 0 || from >= laneEnd) return;
  const SpanView::Place place = spans.placeOf(from.ns);
  enterBlock(place.block, place.blockIndex);
  while (m_in + 1 < m_used && m_block->starts[m_in + 1] <= from.ns) ++m_in;
  m_at = std::max(from.ns, m_block->starts[m_in]);
  m_end = endOfCurrent();
}

void SpanWalk::enterBlock(const SpanBlock* block, std::size_t blockIndex) {
  m_block = block;
  m_blockIndex = blockIndex;
  m_in = 0;
  const std::size_t spansFromHere = m_spans->size() - blockIndex * kSpansPerBlock;
  m_used = std::min(kSpansPerBlock, spansFromHere);
  m_nextBlock = spansFromHere > kSpansPerBlock ? m_spans->blockAt(blockIndex + 1).block : nullptr;
  if (m_nextBlock == nullptr) return;
  // It will be wanted within tens of nanoseconds, less than memory takes.
  __builtin_prefetch(m_nextBlock->starts);
  __builtin_prefetch(m_nextBlock->starts + kSpansPerBlock / 2);
  __builtin_prefetch(m_nextBlock->states);
}

void SpanWalk::leaveBlock() {
  if (m_nextBlock == nullptr) {
    m_block = nullptr;
  } else {
    enterBlock(m_nextBlock, m_blockIndex + 1);
  }
}

void SpanWalk::next() {
  m_at = m_end;
  if (m_in + 1 < m_used) {
    ++m_in;
  } else {
    leaveBlock();
  }
  if (m_block != nullptr) m_end = endOfCurrent();
}

void SpanWalk::addUntil(TimeNs t, PerState<DurationNs>& out) {
  if (m_block == nullptr) return;
  const std::int64_t until = std::min(t.ns, m_laneEnd);
  int blocks = m_jumps ? 0 : kWalkedBlocks;
  while (m_end <= until) {
    // What is within the block, with all that changes in registers.
    const std::int64_t* starts = m_block->starts;
    const std::uint8_t* states = m_block->states;
    std::int64_t at = m_at;
    std::size_t in = m_in;
    for (; in + 1 < m_used && starts[in + 1] <= until; ++in) {
      out[states[in]].ns += starts[in + 1] - at;
      at = starts[in + 1];
    }
    m_at = at;
    m_in = in;
    m_end = endOfCurrent();
    if (m_end > until) break;
    if (blocks-- == 0 && m_nextBlock != nullptr) {
      jump(until, out);
      continue;
    }
    out[states[in]].ns += m_end - at;
    next();
    if (m_block == nullptr) return;
  }
  if (until <= m_at) return;
  out[m_block->states[m_in]].ns += until - m_at;
  m_at = until;
}

/// From the last span of a block to the block of t, by the difference of what had gone before each.
void SpanWalk::jump(std::int64_t t, PerState<DurationNs>& out) {
  const SpanView::Place to = m_spans->placeOf(t);
  // Within the block that is left only the rest of its last span is missing.
  m_jumps = to.blockIndex > m_blockIndex + kWalkedBlocks;
  out[m_block->states[m_in]].ns += m_nextBlock->starts[0] - m_at;
  for (std::size_t s = 0; s < kLaneStateCount; ++s) out[s].ns += to.block->before[s] - m_nextBlock->before[s];
  enterBlock(to.block, to.blockIndex);
  m_at = m_block->starts[0];
  m_end = endOfCurrent();
}

}  // namespace threadline::model
