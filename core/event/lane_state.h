// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The states that a lane can be in, their families, their names in files, and the table of legal transitions.
// The table drives the trace builder: a step that it does not allow is counted and marked where it happened.
// The numbers are part of the ring's ABI: append, never renumber.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace threadline {

enum class LaneState : std::uint8_t {
  kCreated = 0,       // exists, not started
  kStarting = 1,      // started, has not run yet
  kRunning = 2,       // executes (or is ready to: without the kernel's records the two cannot be told apart)
  kChecking = 3,      // a busy wait: on the CPU, yet no work
  kReady = 4,         // wants a core, has none; only with the kernel's records
  kWaitingIo = 5,     // input or output
  kWaitingLock = 6,   // lock, semaphore, event, barrier, read-write lock
  kWaitingGil = 7,    // the global interpreter lock of its process
  kWaitingQueue = 8,  // queue, pipe, mailbox: empty for a taker, full for a giver
  kJoining = 9,       // another actor's end; main's wait at exit too
  kSleeping = 10,     // by its own wish
  kSuspended = 11,    // a task that awaits
  kIdle = 12,         // a pool's worker or a loop without work
  kBlocked = 13,      // off the CPU, reason not observed
  kUnknown = 14,      // events were lost
};
inline constexpr std::size_t kLaneStateCount = 15;

enum class StateFamily : std::uint8_t { kWork, kReady, kWaiting, kRest, kUnknown };

[[nodiscard]] StateFamily familyOf(LaneState state);

/// The state's word in files and in the JSON of a run: "running", "waiting_gil", ...
[[nodiscard]] std::string_view nameOf(LaneState state);
/// The state with this word, or nothing.
[[nodiscard]] std::optional<LaneState> laneStateNamed(std::string_view name);
/// The state with this number, or nothing: for numbers that come from a ring or a file.
[[nodiscard]] std::optional<LaneState> laneStateFromNumber(std::uint8_t number);

/// Whether a lane may go from one state straight to another. Staying is legal (another label, another object).
/// Any state may become unknown, and unknown may become any.
[[nodiscard]] bool isLegalTransition(LaneState from, LaneState to);
/// Whether a lane may begin its life in this state.
[[nodiscard]] bool isLegalFirstState(LaneState state);

template <typename T>
using PerState = std::array<T, kLaneStateCount>;

}  // namespace threadline
