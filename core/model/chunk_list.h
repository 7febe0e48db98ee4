// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// ChunkList<T>: the writer's side of a Sequence. Appending never moves what is there; share() hands out a view without
// copying elements. Changing an element that a view may show copies its chunk first, at most once between two views.
//
// Why this is safe beside readers: they touch only elements below the size they were given, and the writer changes such
// an element only in a chunk made after the last share(). The hand-over of the view itself orders the rest.
//
// Thread: one writer. What share() gave may be read anywhere.

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/base/check.h"
#include "core/model/sequence.h"

namespace threadline::model {

/// kFirstItems: room of the first chunk, which is copied into larger ones until it is full; with kChunkItems<T> no
/// element ever moves.
template <typename T, std::size_t kFirstItems = 4>
class ChunkList {
 public:
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] bool empty() const { return m_size == 0; }
  [[nodiscard]] const T& operator[](std::size_t i) const {
    return m_chunks[i / kItems].chunk->items.data()[i % kItems];
  }
  [[nodiscard]] const T& back() const { return (*this)[m_size - 1]; }

  /// Appends. The reference is valid until the next share() or truncate().
  T& push(T item) {
    if (m_size % kItems == 0) {
      addChunk(m_chunks.empty() ? kFirstItems : kItems);
    } else if (auto& last = m_chunks.back(); last.chunk->items.size() == last.chunk->items.capacity()) {
      remake(last, last.chunk->items.size(), std::min(kItems, last.chunk->items.capacity() * 2));
    }
    ++m_size;
    return m_chunks.back().chunk->items.emplace_back(std::move(item));
  }

  /// The element, to be changed. Valid until the next share() or truncate().
  T& edit(std::size_t i) {
    TL_CHECK(i < m_size);
    auto& slot = m_chunks[i / kItems];
    if (i < m_shared.m_size && slot.epoch != m_epoch) {
      remake(slot, slot.chunk->items.size(), slot.chunk->items.capacity());
    }
    return slot.chunk->items[i % kItems];
  }

  /// Keeps the first n elements.
  void truncate(std::size_t n) {
    if (n >= m_size) return;
    m_chunks.resize((n + kItems - 1) / kItems);
    if (n % kItems != 0) {
      auto& last = m_chunks.back();
      auto& items = last.chunk->items;
      if (n < m_shared.m_size && last.epoch != m_epoch) {
        remake(last, n % kItems, items.capacity());
      } else {
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(n % kItems), items.end());
      }
    }
    m_size = n;
    m_isTableNew = true;
  }

  /// What is there now.
  const Sequence<T>& share() {
    if (m_isTableNew) {
      auto table = std::make_shared<ChunkTable<T>>();
      table->reserve(m_chunks.size());
      for (const auto& slot : m_chunks) table->push_back(slot.chunk);
      m_shared.m_table = std::move(table);
      m_isTableNew = false;
    }
    m_shared.m_size = m_size;
    ++m_epoch;
    return m_shared;
  }

  /// Memory of the chunks themselves, without what the elements own.
  [[nodiscard]] std::size_t bytes() const {
    return m_chunks.empty() ? 0 : (m_chunks.size() - 1) * kItems * sizeof(T) + lastCapacity() * sizeof(T);
  }

 private:
  static constexpr std::size_t kItems = kChunkItems<T>;
  struct Slot {
    std::shared_ptr<Chunk<T>> chunk;
    std::uint64_t epoch = 0;  // the number of views that had been given out when the chunk was made
  };

  [[nodiscard]] std::size_t lastCapacity() const { return m_chunks.back().chunk->items.capacity(); }

  void addChunk(std::size_t capacity) {
    auto chunk = std::make_shared<Chunk<T>>();
    chunk->items.reserve(capacity);
    m_chunks.push_back({std::move(chunk), m_epoch});
    m_isTableNew = true;
  }

  void remake(Slot& slot, std::size_t keep, std::size_t capacity) {
    auto chunk = std::make_shared<Chunk<T>>();
    chunk->items.reserve(capacity);
    const T* old = slot.chunk->items.data();
    chunk->items.insert(chunk->items.end(), old, old + keep);
    slot = {std::move(chunk), m_epoch};
    m_isTableNew = true;
  }

  std::vector<Slot> m_chunks;
  std::size_t m_size = 0;
  std::uint64_t m_epoch = 0;
  Sequence<T> m_shared;
  bool m_isTableNew = true;
};

}  // namespace threadline::model
