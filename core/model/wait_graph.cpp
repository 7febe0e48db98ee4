// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/wait_graph.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace threadline::model {

std::optional<WaitCycle> findDeadlock(const std::vector<WaitEdge>& edges, TimeNs now) {
  std::unordered_map<std::uint32_t, const WaitEdge*> next;
  for (const WaitEdge& edge : edges) {
    if (now - edge.since >= kDeadlockAfter) next.emplace(edge.lane.value, &edge);
  }
  std::unordered_set<std::uint32_t> seen;
  for (const WaitEdge& start : edges) {
    std::unordered_set<std::uint32_t> path;
    auto at = next.find(start.lane.value);
    while (at != next.end() && seen.insert(at->first).second) {
      path.insert(at->first);
      at = next.find(at->second->other.value);
    }
    if (at == next.end() || !path.contains(at->first)) continue;
    WaitCycle cycle;
    const std::uint32_t first = at->first;
    do {
      cycle.push_back(*at->second);
      at = next.find(at->second->other.value);
    } while (at->first != first);
    const auto smallest = std::min_element(
        cycle.begin(), cycle.end(), [](const WaitEdge& a, const WaitEdge& b) { return a.lane.value < b.lane.value; });
    std::rotate(cycle.begin(), smallest, cycle.end());
    return cycle;
  }
  return std::nullopt;
}

}  // namespace threadline::model
