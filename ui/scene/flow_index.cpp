// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/flow_index.h"

namespace threadline::scene {

FlowIndex::Places FlowIndex::Side::of(LaneId lane) const {
  if (static_cast<std::size_t>(lane.value) + 1 >= starts.size()) return {};
  return {places.data() + starts[lane.value], places.data() + starts[lane.value + 1]};
}

FlowIndex::FlowIndex(const model::Snapshot& snapshot) {
  const std::size_t lanes = snapshot.laneCount();
  const auto fill = [&](Side& side, auto laneOf) {
    side.starts.assign(lanes + 1, 0);
    for (const model::Flow& flow : snapshot.flows()) {
      if (laneOf(flow).value < lanes) ++side.starts[laneOf(flow).value + 1];
    }
    for (std::size_t i = 0; i < lanes; ++i) side.starts[i + 1] += side.starts[i];
    side.places.resize(side.starts.back());
    std::vector<std::size_t> next(side.starts.begin(), side.starts.end() - 1);
    std::uint32_t place = 0;
    for (const model::Flow& flow : snapshot.flows()) {
      if (laneOf(flow).value < lanes) side.places[next[laneOf(flow).value]++] = place;
      ++place;
    }
  };
  fill(m_out, [](const model::Flow& flow) { return flow.from; });
  fill(m_in, [](const model::Flow& flow) { return flow.to; });
}

}  // namespace threadline::scene
