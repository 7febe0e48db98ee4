// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The spans of one lane: append-only, in blocks of 16 that carry how long the lane had been in each state before them.
// So the times of any range are two look-ups and a difference, exact to the nanosecond, whatever its length.
//
// Blocks stand in chunks (1, 1, 2, 4 ... 256 blocks, then always 256) that never move. Each chunk owns the one before
// it; a view holds the newest chunk that it shows, so it pins that and what is older, nothing newer. A table of plain
// pointers gives random access.
//
// Thread: one writer; views are read anywhere. A view reads only entries below its count, the writer writes only above
// the count of every view (after truncate() nothing may be appended any more).

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/event/event.h"
#include "core/event/lane_state.h"

namespace threadline::model {

inline constexpr std::size_t kSpansPerBlock = 16;

/// A span without its end.
struct SpanStart {
  TimeNs start;
  LaneState state = LaneState::kUnknown;
  TargetKind targetKind = TargetKind::kNone;
  std::uint16_t step = kNoStep;
  TextId label{};
  std::uint32_t target = 0xFFFFFFFF;
  LaneId holder{};
};

struct SpanDetail {
  std::uint32_t label;
  std::uint32_t target;
  std::uint32_t holder;
  std::uint16_t step;
  TargetKind targetKind;
};

struct SpanBlock {
  std::int64_t starts[kSpansPerBlock];
  std::int64_t before[kLaneStateCount];  // time in each state from the lane's start to starts[0]
  std::uint8_t states[kSpansPerBlock];
  SpanDetail details[kSpansPerBlock];
};

struct SpanChunk {
  explicit SpanChunk(std::size_t blockCount, std::shared_ptr<SpanChunk> older);
  ~SpanChunk();
  SpanChunk(const SpanChunk&) = delete;
  SpanChunk& operator=(const SpanChunk&) = delete;

  std::unique_ptr<SpanBlock[]> blocks;
  std::unique_ptr<std::int64_t[]> blockStarts;  // dense, for searching
  std::shared_ptr<SpanChunk> previous;
};

/// Chunks by number. Entries are filled once; a full table is replaced by a longer one.
struct SpanTable {
  struct Entry {
    const SpanChunk* chunk;
    std::int64_t firstStart;
  };
  explicit SpanTable(std::size_t entryCount) : capacity(entryCount), entries(new Entry[entryCount]) {}
  std::size_t capacity;
  std::unique_ptr<Entry[]> entries;
};

class SpanView {
 public:
  [[nodiscard]] std::size_t size() const { return m_count; }
  [[nodiscard]] SpanStart at(std::size_t index) const;
  [[nodiscard]] std::int64_t startNs(std::size_t index) const;
  /// Number of spans that start at or before t.
  [[nodiscard]] std::size_t countStartedBy(TimeNs t) const;
  /// Adds the time in each state within [start, end). The list must not be empty, start not before the first span.
  void addTimes(TimeNs start, TimeNs end, PerState<DurationNs>& out) const;

 private:
  friend class SpanList;
  friend class SpanWalk;
  struct Place {
    const SpanBlock* block;
    std::size_t blockIndex;
    std::size_t used;  // entries of the block that the view shows
  };
  [[nodiscard]] Place placeOf(std::int64_t t) const;
  [[nodiscard]] Place blockAt(std::size_t blockIndex) const;

  std::shared_ptr<const SpanTable> m_table;
  std::shared_ptr<const SpanChunk> m_last;
  std::size_t m_count = 0;
};

class SpanList {
 public:
  [[nodiscard]] std::size_t size() const { return m_count; }
  /// Appends. `span.start` must not be before the last one's start.
  void push(const SpanStart& span);
  /// Forgets all spans that start at or after t, but the first. Nothing may be pushed afterwards.
  void truncate(TimeNs t);
  [[nodiscard]] SpanView view() const;
  [[nodiscard]] std::int64_t lastStartNs() const { return m_lastStart; }
  [[nodiscard]] std::size_t bytes() const { return m_bytes; }

 private:
  void openBlock(std::int64_t start);
  void openChunk(std::size_t chunkIndex, std::int64_t start);

  std::shared_ptr<SpanTable> m_table;
  std::shared_ptr<SpanChunk> m_last;
  SpanBlock* m_block = nullptr;  // the one being filled
  std::size_t m_count = 0;
  std::size_t m_bytes = 0;
  std::int64_t m_lastStart = 0;
  std::uint8_t m_lastState = 0;
  std::int64_t m_times[kLaneStateCount] = {};  // in each state up to the last span's start
};

}  // namespace threadline::model
