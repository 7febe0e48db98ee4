// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an actor writes its life with: one Recorder per lane, over the lane's ring. Each call takes the clock and pushes
// one 32-byte event; a text is introduced once and then named by number.
//
// Thread: the lane's actor only. The creator makes the Recorder (lane, created, starting) and hands it to the new actor
// as a RecorderSeed; it does not use it afterwards. Wait-free; never allocates in state().

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/event/event.h"
#include "core/event/lane_state.h"
#include "core/ring/shared_rings.h"

namespace threadline::engine {

/// What goes over to the new actor (by value: through a thread's argument, fork, or exec).
struct RecorderSeed {
  ring::SlotClaim claim;
  LaneId lane;
  std::uint32_t textsUsed = 0;
  LaneState state = LaneState::kStarting;
};

/// Why and for what a lane is in a state.
struct StateDetail {
  std::uint32_t label = 0;  // from Recorder::text
  TargetKind targetKind = TargetKind::kNone;
  std::uint32_t target = LaneId::kNone;
  LaneId holder;
  std::uint16_t step = kNoStep;
  bool isTimed = false;  // a wait that ends by itself after a while
};

/// Most texts that a recorder remembers having introduced; then it forgets them all and begins anew.
inline constexpr std::size_t kTextsRemembered = 512;

class Recorder {
 public:
  Recorder(ring::SharedRings& rings, const RecorderSeed& seed);

  [[nodiscard]] LaneId lane() const { return m_lane; }
  [[nodiscard]] RecorderSeed seed() const;

  /// The number of this text in this ring; introduces it the first time. 0 for an empty text, and for one that
  /// found no room.
  std::uint32_t text(std::string_view bytes);

  /// The same without keeping it: for texts that hardly come twice, such as prints.
  std::uint32_t textOnce(std::string_view bytes);

  void laneBegins(LaneKind kind, ProcessId process, LaneId parent, std::string_view name, std::uint16_t flags);
  void identity(std::int64_t tid, std::uint64_t ident);
  void state(LaneState state, const StateDetail& detail = {});
  /// The same, since a moment not before the last event recorded: for what is known only now.
  void stateSince(TimeNs since, LaneState state, const StateDetail& detail);
  /// The lane's last event: nothing may be recorded after it. `withThreadTimes`: of the calling thread.
  /// `since`: a moment not before the last event recorded; now, where it is not given.
  void laneEnds(LaneExit how, std::string_view text, bool withThreadTimes, std::optional<TimeNs> since = {});

  void sliceBegin(std::uint32_t label, std::uint16_t step);
  void sliceEnd();
  void instant(InstantKind kind, std::uint32_t text = 0, std::uint32_t target = LaneId::kNone, std::int64_t value = 0,
               std::uint16_t step = kNoStep);
  /// A flow id that no other lane of the run gives out.
  [[nodiscard]] std::uint64_t newFlow();
  /// The flow from a lane's end to whoever joins it: known to both sides without a message.
  [[nodiscard]] static constexpr std::uint64_t endFlowOf(LaneId lane) {
    return static_cast<std::uint64_t>(lane.value) << 32U | 0xFFFFFFFFU;
  }
  void flowOut(FlowKind kind, std::uint64_t flow, ObjectId object, std::uint32_t text = 0);
  void flowIn(FlowKind kind, std::uint64_t flow, ObjectId object);
  void counter(CounterKind kind, ObjectId object, std::int64_t value);
  /// Returns the event's time.
  TimeNs gil(GilEvent what, LaneId other, std::uint64_t switchNumber);
  /// Any other kind, as it is.
  void push(Event event);

  /// The state recorded last: what a wait goes back to.
  [[nodiscard]] LaneState currentState() const { return m_state; }

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  ring::RingWriter m_writer;
  LaneId m_lane;
  LaneState m_state = LaneState::kCreated;
  std::uint32_t m_textsUsed = 0;
  std::uint32_t m_flowsUsed = 0;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> m_texts;
};

}  // namespace threadline::engine
