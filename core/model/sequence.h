// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sequence<T>: what a snapshot shows of a list that still grows. It reads like a constant vector, shares its chunks
// with the writer and with other snapshots, and keeps alive only what it shows.
//
// Thread: immutable, any. Lifetime: references live as long as the Sequence they came from, or a copy of it.

#include <bit>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace threadline::model {

template <typename T, std::size_t kFirstItems>
class ChunkList;

/// Elements a chunk: about 16 KiB, fewer copies when one changes against fewer chunks to name in a table.
template <typename T>
inline constexpr std::size_t kChunkItems = sizeof(T) >= 256 ? 64 : std::bit_floor(std::size_t{16384} / sizeof(T));

template <typename T>
struct Chunk {
  std::vector<T> items;  // never reallocated: its capacity is set when the chunk is made
};
template <typename T>
using ChunkTable = std::vector<std::shared_ptr<const Chunk<T>>>;

template <typename T>
class Sequence {
 public:
  class Iterator;
  using value_type = T;
  using size_type = std::size_t;
  using const_reference = const T&;
  using const_iterator = Iterator;
  using iterator = Iterator;

  Sequence() = default;

  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] bool empty() const { return m_size == 0; }
  [[nodiscard]] const T& operator[](std::size_t i) const {
    // data() and not []: the writer may be appending behind what is shown, so the vector's own size must not be read.
    return (*m_table)[i / kChunkItems<T>]->items.data()[i % kChunkItems<T>];
  }
  [[nodiscard]] const T& front() const { return (*this)[0]; }
  [[nodiscard]] const T& back() const { return (*this)[m_size - 1]; }
  [[nodiscard]] Iterator begin() const { return Iterator(this, 0); }
  [[nodiscard]] Iterator end() const { return Iterator(this, m_size); }

 private:
  template <typename, std::size_t>
  friend class ChunkList;
  std::shared_ptr<const ChunkTable<T>> m_table;
  std::size_t m_size = 0;
};

template <typename T>
class Sequence<T>::Iterator {
 public:
  using iterator_category = std::random_access_iterator_tag;
  using value_type = T;
  using difference_type = std::ptrdiff_t;
  using pointer = const T*;
  using reference = const T&;

  Iterator() = default;
  Iterator(const Sequence* list, std::size_t i) : m_list(list), m_i(i) {}

  reference operator*() const { return (*m_list)[m_i]; }
  pointer operator->() const { return &(*m_list)[m_i]; }
  reference operator[](difference_type n) const { return *(*this + n); }
  Iterator& operator++() { return *this += 1; }
  Iterator& operator--() { return *this += -1; }
  Iterator operator++(int) {
    Iterator before = *this;
    ++m_i;
    return before;
  }
  Iterator operator--(int) {
    Iterator before = *this;
    --m_i;
    return before;
  }
  Iterator& operator+=(difference_type n) {
    m_i = static_cast<std::size_t>(static_cast<difference_type>(m_i) + n);
    return *this;
  }
  Iterator& operator-=(difference_type n) { return *this += -n; }
  friend Iterator operator+(Iterator it, difference_type n) { return it += n; }
  friend Iterator operator+(difference_type n, Iterator it) { return it += n; }
  friend Iterator operator-(Iterator it, difference_type n) { return it -= n; }
  friend difference_type operator-(const Iterator& a, const Iterator& b) {
    return static_cast<difference_type>(a.m_i) - static_cast<difference_type>(b.m_i);
  }
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_i == b.m_i; }
  friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.m_i <=> b.m_i; }

 private:
  const Sequence* m_list = nullptr;
  std::size_t m_i = 0;
};

}  // namespace threadline::model
