// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes lanes into rings the way the processes of a run do, with times that the test chooses.

#include <cstdint>
#include <string_view>

#include "core/base/ids.h"
#include "core/event/event.h"
#include "core/event/lane_state.h"
#include "core/ring/shared_rings.h"

namespace threadline::relay::testing {

inline Event makeEvent(EventKind kind, std::int64_t timeNs) {
  Event event;
  event.kind = kind;
  event.timeNs = timeNs;
  return event;
}

inline Event stateEvent(LaneState state, std::int64_t timeNs, std::uint32_t label = 0) {
  Event event = makeEvent(EventKind::kState, timeNs);
  event.sub = static_cast<std::uint8_t>(state);
  event.text = label;
  event.value = static_cast<std::uint64_t>(TargetKind::kNone);
  return event;
}

/// Tells of a process as its starter or the guard does.
inline Event processEvent(std::uint32_t process, StartMethod method, std::int64_t timeNs) {
  Event event = makeEvent(EventKind::kProcess, timeNs);
  event.target = process;
  event.sub = static_cast<std::uint8_t>(method);
  event.step = 0;
  event.value = 100 + process;
  return event;
}

inline Event deadEvent(std::uint32_t process, std::int64_t timeNs) {
  Event event = makeEvent(EventKind::kProcessDead, timeNs);
  event.target = process;
  return event;
}

/// A lane's ring, begun: its name and its kLane.
inline ring::RingWriter beginLane(ring::SharedRings& rings, std::uint32_t lane, std::uint32_t process,
                                  std::int64_t timeNs, std::string_view name, bool isMain = false) {
  ring::RingWriter writer(rings, rings.claim().value());
  static_cast<void>(writer.pushText(timeNs, 1, name));
  Event event = makeEvent(EventKind::kLane, timeNs);
  event.target = lane;
  event.other = process;
  event.sub = static_cast<std::uint8_t>(LaneKind::kThread);
  event.text = 1;
  event.step = isMain ? kLaneMain : 0;
  event.value = LaneId::kNone;
  writer.push(event);
  return writer;
}

inline void endLane(ring::RingWriter& writer, std::int64_t timeNs) {
  Event event = makeEvent(EventKind::kLaneEnd, timeNs);
  event.sub = static_cast<std::uint8_t>(LaneExit::kReturned);
  event.target = kUnknownCount;
  event.other = kUnknownCount;
  writer.push(event);
  writer.end();
}

}  // namespace threadline::relay::testing
