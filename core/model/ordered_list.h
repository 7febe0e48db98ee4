// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A ChunkList kept in time order although its elements come from several lanes, ring by ring: new ones wait until the
// next share() and are merged in there. Mostly that is an append; what comes late is put where it belongs.
//
// Thread: as ChunkList.

#include <algorithm>
#include <utility>
#include <vector>

#include "core/model/chunk_list.h"

namespace threadline::model {

/// TimeOf: a function object that gives the TimeNs of a T.
template <typename T, typename TimeOf>
class OrderedList {
 public:
  void push(T item) { m_new.push_back(std::move(item)); }
  [[nodiscard]] bool hasNew() const { return !m_new.empty(); }
  [[nodiscard]] std::size_t bytes() const { return m_list.bytes() + m_new.capacity() * sizeof(T); }

  /// What is there now, and behind it `open`: elements that are not complete yet and are forgotten before the next
  /// call.
  const Sequence<T>& share(const std::vector<T>& open = {}) {
    m_list.truncate(m_complete);
    mergeNew();
    m_complete = m_list.size();
    for (const T& item : open) m_list.push(item);
    return m_list.share();
  }

 private:
  void mergeNew() {
    if (m_new.empty()) return;
    const auto isEarlier = [](const T& a, const T& b) { return TimeOf()(a) < TimeOf()(b); };
    std::stable_sort(m_new.begin(), m_new.end(), isEarlier);
    std::size_t keep = m_list.size();
    while (keep > 0 && isEarlier(m_new.front(), m_list[keep - 1])) --keep;
    std::vector<T> tail;
    for (std::size_t i = keep; i < m_list.size(); ++i) tail.push_back(m_list[i]);
    m_list.truncate(keep);
    std::vector<T> merged;
    merged.reserve(tail.size() + m_new.size());
    std::merge(tail.begin(), tail.end(), m_new.begin(), m_new.end(), std::back_inserter(merged), isEarlier);
    for (T& item : merged) m_list.push(std::move(item));
    m_new.clear();
  }

  ChunkList<T> m_list;
  std::vector<T> m_new;
  std::size_t m_complete = 0;
};

}  // namespace threadline::model
