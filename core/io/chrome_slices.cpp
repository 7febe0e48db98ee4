// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_slices.h"

#include <algorithm>

namespace threadline::io {

void ChromeSlices::whole(std::size_t track, TimeRange range, TextId name) {
  m_slices.push_back({track, range, name, m_order++});
}
void ChromeSlices::begin(std::size_t track, TimeNs time, TextId name) {
  m_edges.push_back({{track, 0, 0}, time, name, true, m_order++});
}
void ChromeSlices::end(std::size_t track, TimeNs time, TextId name) {
  m_edges.push_back({{track, 0, 0}, time, name, false, m_order++});
}
void ChromeSlices::beginAsync(const AsyncKey& key, TimeNs time, TextId name) {
  m_asyncEdges.push_back({key, time, name, true, m_order++});
}
void ChromeSlices::endAsync(const AsyncKey& key, TimeNs time, TextId name) {
  m_asyncEdges.push_back({key, time, name, false, m_order++});
}

void ChromeSlices::matchEdges(std::vector<Edge>& edges, TimeNs traceEnd) {
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.key, a.time, a.order) < std::tie(b.key, b.time, b.order);
  });
  std::vector<const Edge*> open;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge& edge = edges[i];
    if (edge.isBegin) {
      open.push_back(&edge);
    } else {
      // An end closes the newest beginning of its own name; one without a name whatever is newest.
      auto begun = open.rbegin();
      if (!edge.name.isNone()) {
        begun = std::find_if(open.rbegin(), open.rend(),
                             [&](const Edge* begin) { return begin->name == edge.name || begin->name.isNone(); });
      }
      if (begun == open.rend()) {
        ++m_withoutBegin;
      } else {
        m_slices.push_back({edge.key.track, {(*begun)->time, edge.time}, (*begun)->name, (*begun)->order});
        open.erase(std::next(begun).base());
      }
    }
    const bool isLastOfKey = i + 1 == edges.size() || edges[i + 1].key != edge.key;
    if (!isLastOfKey) continue;
    for (const Edge* begin : open) {
      m_slices.push_back({edge.key.track, {begin->time, std::max(begin->time, traceEnd)}, begin->name, begin->order});
      ++m_withoutEnd;
    }
    open.clear();
  }
  edges.clear();
}

void ChromeSlices::match(TimeNs traceEnd) {
  matchEdges(m_edges, traceEnd);
  matchEdges(m_asyncEdges, traceEnd);
  std::sort(m_slices.begin(), m_slices.end(), [](const Slice& a, const Slice& b) {
    return std::tie(a.track, a.range.start, b.range.end, a.order) <
           std::tie(b.track, b.range.start, a.range.end, b.order);
  });
}

}  // namespace threadline::io
