// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/lane_state.h"

namespace threadline {
namespace {

struct StateRow {
  std::string_view name;
  StateFamily family;
  bool mayBeFirst;
  std::uint16_t next;  // bit n: the state with number n may follow
};

constexpr std::uint16_t bit(LaneState state) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(state));
}

constexpr std::uint16_t kUnknownBit = bit(LaneState::kUnknown);
// Whatever an actor can do once its first step has run. It never goes back to created or starting.
constexpr std::uint16_t kAlive = bit(LaneState::kRunning) | bit(LaneState::kChecking) | bit(LaneState::kReady) |
                                 bit(LaneState::kWaitingIo) | bit(LaneState::kWaitingLock) |
                                 bit(LaneState::kWaitingGil) | bit(LaneState::kWaitingQueue) |
                                 bit(LaneState::kJoining) | bit(LaneState::kSleeping) | bit(LaneState::kSuspended) |
                                 bit(LaneState::kIdle) | bit(LaneState::kBlocked) | kUnknownBit;
constexpr std::uint16_t kAnything = kAlive | bit(LaneState::kCreated) | bit(LaneState::kStarting);
// What a blocking call can end in: it runs on, gets in line for the GIL or a core, or is seen to wait for something
// else.
constexpr std::uint16_t kAfterWait = kAlive;

constexpr std::array<StateRow, kLaneStateCount> kStates{{
    {"created", StateFamily::kReady, true,
     static_cast<std::uint16_t>(bit(LaneState::kCreated) | bit(LaneState::kStarting) | kUnknownBit)},
    {"starting", StateFamily::kReady, true,
     static_cast<std::uint16_t>(bit(LaneState::kStarting) | bit(LaneState::kRunning) | bit(LaneState::kReady) |
                                bit(LaneState::kWaitingGil) | bit(LaneState::kSuspended) | bit(LaneState::kIdle) |
                                kUnknownBit)},
    {"running", StateFamily::kWork, true, kAlive},
    {"checking", StateFamily::kWork, false, kAlive},
    {"ready", StateFamily::kReady, true, kAlive},
    {"waiting_io", StateFamily::kWaiting, false, kAfterWait},
    {"waiting_lock", StateFamily::kWaiting, false, kAfterWait},
    {"waiting_gil", StateFamily::kWaiting, false,
     static_cast<std::uint16_t>(bit(LaneState::kWaitingGil) | bit(LaneState::kRunning) | bit(LaneState::kChecking) |
                                bit(LaneState::kReady) | kUnknownBit)},
    {"waiting_queue", StateFamily::kWaiting, false, kAfterWait},
    {"joining", StateFamily::kWaiting, false, kAfterWait},
    {"sleeping", StateFamily::kRest, false, kAfterWait},
    {"suspended", StateFamily::kWaiting, false, kAfterWait},
    {"idle", StateFamily::kRest, true, kAfterWait},
    {"blocked", StateFamily::kWaiting, true, kAfterWait},
    {"unknown", StateFamily::kUnknown, true, kAnything},
}};

const StateRow& row(LaneState state) {
  return kStates[static_cast<std::size_t>(state)];
}

}  // namespace

StateFamily familyOf(LaneState state) {
  return row(state).family;
}

std::string_view nameOf(LaneState state) {
  return row(state).name;
}

std::optional<LaneState> laneStateNamed(std::string_view name) {
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (kStates[i].name == name) return static_cast<LaneState>(i);
  }
  return std::nullopt;
}

std::optional<LaneState> laneStateFromNumber(std::uint8_t number) {
  if (number >= kLaneStateCount) return std::nullopt;
  return static_cast<LaneState>(number);
}

bool isLegalTransition(LaneState from, LaneState to) {
  return (row(from).next & bit(to)) != 0;
}

bool isLegalFirstState(LaneState state) {
  return row(state).mayBeFirst;
}

}  // namespace threadline
