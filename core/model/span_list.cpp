// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/span_list.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/check.h"

namespace threadline::model {
namespace {

constexpr std::size_t kGrownChunkBlocks = 256;
constexpr std::size_t kGrowingChunks = 9;  // 1, 1, 2, 4, ... 128 blocks: the first 256
constexpr std::size_t kFirstTableEntries = 4;

struct BlockPlace {
  std::size_t chunk;
  std::size_t offset;
};

BlockPlace placeOfBlock(std::size_t blockIndex) {
  if (blockIndex >= kGrownChunkBlocks) {
    const std::size_t beyond = blockIndex - kGrownChunkBlocks;
    return {kGrowingChunks + beyond / kGrownChunkBlocks, beyond % kGrownChunkBlocks};
  }
  if (blockIndex == 0) return {0, 0};
  return {static_cast<std::size_t>(std::bit_width(blockIndex)), blockIndex - std::bit_floor(blockIndex)};
}

std::size_t blocksOfChunk(std::size_t chunk) {
  if (chunk >= kGrowingChunks) return kGrownChunkBlocks;
  return chunk == 0 ? 1 : std::size_t{1} << (chunk - 1);
}

std::size_t firstBlockOfChunk(std::size_t chunk) {
  if (chunk >= kGrowingChunks) return kGrownChunkBlocks + (chunk - kGrowingChunks) * kGrownChunkBlocks;
  return chunk == 0 ? 0 : std::size_t{1} << (chunk - 1);
}

/// Adds sign x the time in each state from the block's start to t.
template <int kSign>
void addWithin(const SpanBlock& block, std::size_t used, std::int64_t t, PerState<DurationNs>& out) {
  for (std::size_t i = 0; i < used && block.starts[i] < t; ++i) {
    const std::int64_t end = i + 1 < used ? std::min(block.starts[i + 1], t) : t;
    out[block.states[i]].ns += kSign * (end - block.starts[i]);
  }
}

/// Adds the time in each state within [start, end), both within the block.
void addBetween(const SpanBlock& block, std::size_t used, std::int64_t start, std::int64_t end,
                PerState<DurationNs>& out) {
  std::size_t i = 0;
  while (i + 1 < used && block.starts[i + 1] <= start) ++i;
  for (; i < used && block.starts[i] < end; ++i) {
    const std::int64_t spanEnd = i + 1 < used ? std::min(block.starts[i + 1], end) : end;
    out[block.states[i]].ns += spanEnd - std::max(block.starts[i], start);
  }
}

void addBefore(const SpanBlock& from, const SpanBlock& to, PerState<DurationNs>& out) {
  for (std::size_t s = 0; s < kLaneStateCount; ++s) out[s].ns += to.before[s] - from.before[s];
}

}  // namespace

SpanChunk::SpanChunk(std::size_t blockCount, std::shared_ptr<SpanChunk> older)
    : blocks(new SpanBlock[blockCount]), blockStarts(new std::int64_t[blockCount]), previous(std::move(older)) {}

SpanChunk::~SpanChunk() {
  // A long list must not be freed by recursion.
  std::shared_ptr<SpanChunk> older = std::move(previous);
  while (older != nullptr && older.use_count() == 1) {
    std::shared_ptr<SpanChunk> next = std::move(older->previous);
    older = std::move(next);
  }
}

SpanStart SpanView::at(std::size_t index) const {
  const Place place = blockAt(index / kSpansPerBlock);
  const std::size_t i = index % kSpansPerBlock;
  const SpanDetail& detail = place.block->details[i];
  return {{place.block->starts[i]}, static_cast<LaneState>(place.block->states[i]),
          detail.targetKind,        detail.step,
          {detail.label},           detail.target,
          {detail.holder}};
}

std::int64_t SpanView::startNs(std::size_t index) const {
  return blockAt(index / kSpansPerBlock).block->starts[index % kSpansPerBlock];
}

SpanView::Place SpanView::blockAt(std::size_t blockIndex) const {
  const BlockPlace place = placeOfBlock(blockIndex);
  return {&m_table->entries[place.chunk].chunk->blocks[place.offset], blockIndex,
          std::min(kSpansPerBlock, m_count - blockIndex * kSpansPerBlock)};
}

SpanView::Place SpanView::placeOf(std::int64_t t) const {
  const std::size_t blockCount = (m_count + kSpansPerBlock - 1) / kSpansPerBlock;
  const std::size_t chunkCount = placeOfBlock(blockCount - 1).chunk + 1;
  const SpanTable::Entry* entries = m_table->entries.get();
  const auto* chunk =
      std::upper_bound(entries, entries + chunkCount, t,
                       [](std::int64_t value, const SpanTable::Entry& entry) { return value < entry.firstStart; });
  if (chunk != entries) --chunk;
  const auto chunkIndex = static_cast<std::size_t>(chunk - entries);
  const std::size_t firstBlock = firstBlockOfChunk(chunkIndex);
  const std::int64_t* starts = chunk->chunk->blockStarts.get();
  const std::size_t used = std::min(blocksOfChunk(chunkIndex), blockCount - firstBlock);
  const auto after = static_cast<std::size_t>(std::upper_bound(starts, starts + used, t) - starts);
  const std::size_t offset = after == 0 ? 0 : after - 1;
  const std::size_t blockIndex = firstBlock + offset;
  return {&chunk->chunk->blocks[offset], blockIndex, std::min(kSpansPerBlock, m_count - blockIndex * kSpansPerBlock)};
}

std::size_t SpanView::countStartedBy(TimeNs t) const {
  if (m_count == 0) return 0;
  const Place place = placeOf(t.ns);
  std::size_t i = 0;
  while (i < place.used && place.block->starts[i] <= t.ns) ++i;
  return place.blockIndex * kSpansPerBlock + i;
}

void SpanView::addTimes(TimeNs start, TimeNs end, PerState<DurationNs>& out) const {
  const Place from = placeOf(start.ns);
  const bool isWithinBlock = from.used < kSpansPerBlock || end.ns <= from.block->starts[kSpansPerBlock - 1];
  if (isWithinBlock) return addBetween(*from.block, from.used, start.ns, end.ns, out);
  const Place to = placeOf(end.ns);
  if (to.block != from.block) addBefore(*from.block, *to.block, out);
  addWithin<1>(*to.block, to.used, end.ns, out);
  addWithin<-1>(*from.block, from.used, start.ns, out);
}

void SpanList::openChunk(std::size_t chunkIndex, std::int64_t start) {
  const std::size_t blocks = blocksOfChunk(chunkIndex);
  m_last = std::make_shared<SpanChunk>(blocks, std::move(m_last));
  m_bytes += blocks * (sizeof(SpanBlock) + sizeof(std::int64_t)) + sizeof(SpanChunk);
  if (m_table == nullptr || chunkIndex == m_table->capacity) {
    auto longer = std::make_shared<SpanTable>(m_table == nullptr ? kFirstTableEntries : m_table->capacity * 2);
    for (std::size_t i = 0; i < chunkIndex; ++i) longer->entries[i] = m_table->entries[i];
    m_table = std::move(longer);
  }
  m_table->entries[chunkIndex] = {m_last.get(), start};
}

void SpanList::openBlock(std::int64_t start) {
  const BlockPlace place = placeOfBlock(m_count / kSpansPerBlock);
  if (place.offset == 0) openChunk(place.chunk, start);
  m_block = &m_last->blocks[place.offset];
  m_last->blockStarts[place.offset] = start;
  std::memcpy(m_block->before, m_times, sizeof(m_times));
}

void SpanList::push(const SpanStart& span) {
  TL_CHECK(m_count == 0 || span.start.ns >= m_lastStart);
  if (m_count != 0) m_times[m_lastState] += span.start.ns - m_lastStart;
  const std::size_t i = m_count % kSpansPerBlock;
  if (i == 0) openBlock(span.start.ns);
  m_block->starts[i] = span.start.ns;
  m_block->states[i] = static_cast<std::uint8_t>(span.state);
  m_block->details[i] = {span.label.value, span.target, span.holder.value, span.step, span.targetKind};
  m_lastStart = span.start.ns;
  m_lastState = static_cast<std::uint8_t>(span.state);
  ++m_count;
}

void SpanList::truncate(TimeNs t) {
  if (m_count == 0 || m_lastStart < t.ns) return;
  const SpanView all = view();
  m_count = std::max<std::size_t>(1, all.countStartedBy({t.ns - 1}));
  m_lastStart = all.startNs(m_count - 1);
}

SpanView SpanList::view() const {
  SpanView view;
  view.m_table = m_table;
  view.m_last = m_last;
  view.m_count = m_count;
  return view;
}

}  // namespace threadline::model
