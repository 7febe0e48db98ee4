// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/flow_book.h"

#include <utility>

namespace threadline::model {

bool FlowBook::leave(std::uint64_t id, Flow flow) {
  Entry& entry = m_entries[id];
  if (entry.hasLeft) return false;
  entry.hasLeft = true;
  entry.flow = m_writer.addFlow(flow);
  bool isSound = true;
  for (const Arrival& arrival : std::exchange(entry.early, {})) isSound = connect(entry, arrival) && isSound;
  return isSound;
}

bool FlowBook::arrive(std::uint64_t id, FlowKind kind, LaneId to, TimeNs in) {
  Entry& entry = m_entries[id];
  if (entry.hasLeft) return connect(entry, {kind, to, in});
  entry.early.push_back({kind, to, in});
  return true;
}

bool FlowBook::connect(Entry& entry, const Arrival& arrival) {
  Flow flow = m_writer.flow(entry.flow);
  if (flow.kind != arrival.kind) return false;
  const bool isFirst = flow.to.isNone();
  flow.to = arrival.to;
  flow.in = arrival.in;
  if (isFirst) {
    m_writer.editFlow(entry.flow) = flow;
  } else {
    m_writer.addFlow(flow);
  }
  return true;
}

}  // namespace threadline::model
