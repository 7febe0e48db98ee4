// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shared-memory ABI of a run: one sealed, sparse memfd that the run's processes write and the reader maps.
//
//   byte 0        RunHeader: magic, ABI version, run-wide counters
//   byte 4096     SlotHead x 1024: one cache line each (state word, head, tail, losses), so that looking at all heads
//   is
//                 one walk through one table
//   byte 2 MiB    1024 slots of 2 MiB: 65536 events of 32 bytes each
//
// Slot states: FREE -> CLAIMED (generation + 1) -> ENDED -> (drained, holes punched) -> FREE.
// Either side copies each number before it checks and uses it: a process of the run may scribble anywhere at any
// moment.

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "core/event/event.h"

namespace threadline::ring {

inline constexpr std::uint32_t kSlotCount = 1024;
inline constexpr std::size_t kSlotBytes = std::size_t{2} << 20U;
inline constexpr std::uint32_t kEventsPerSlot = kSlotBytes / sizeof(Event);
inline constexpr std::uint64_t kEventMask = kEventsPerSlot - 1;
inline constexpr std::size_t kCacheLine = 64;
inline constexpr std::uint64_t kMagic = 0x31474E5244524854;  // "THRDRNG1"
inline constexpr std::uint32_t kGuardSlot = 0;
inline constexpr std::uint32_t kMaxLanesLive = 1000;
inline constexpr std::uint32_t kMaxStarts = 100'000;
static_assert((kEventsPerSlot & kEventMask) == 0, "positions are turned into indexes with a mask");

enum class SlotState : std::uint32_t { kFree = 0, kClaimed = 1, kEnded = 2 };

struct alignas(kCacheLine) RunHeader {
  std::uint64_t magic;
  std::uint32_t abi;
  std::uint32_t slotCount;
  std::atomic<std::uint32_t> nextLane;     // LaneIds given out
  std::atomic<std::uint32_t> nextProcess;  // ProcessIds given out
  std::atomic<std::uint32_t> starts;       // starts of actors, for kMaxStarts
  /// Slots that lanes hold in state CLAIMED. SharedRings::claim adds one; whoever moves the slot from CLAIMED to ENDED
  /// (endSlotLife: the writer's end(), or the reader for a dead process) takes one off. Nobody else writes it. The
  /// limit kMaxLanesLive is for the one who starts actors to check, before it claims.
  std::atomic<std::uint32_t> liveLanes;
  std::atomic<std::uint32_t> nextSlot;  // where the next claim begins to look
};
static_assert(sizeof(RunHeader) == kCacheLine);

struct alignas(kCacheLine) SlotHead {
  /// generation << 2 | SlotState: one word, so that a claim is one compare-exchange.
  std::atomic<std::uint64_t> state;
  std::atomic<std::uint64_t> head;     // events written so far in this generation; writer's release store publishes
  std::atomic<std::uint64_t> tail;     // events read so far; reader's release store frees
  std::atomic<std::uint64_t> dropped;  // events dropped so far in this generation
  std::atomic<std::uint64_t> told;     // of these, told by kLost events: for a writer that takes the slot over
};
static_assert(sizeof(SlotHead) == kCacheLine);
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

inline constexpr std::size_t kHeadsOffset = 4096;
inline constexpr std::size_t kSlotsOffset = kSlotBytes;
inline constexpr std::size_t kMappingBytes = kSlotsOffset + kSlotCount * kSlotBytes;
static_assert(kHeadsOffset + kSlotCount * sizeof(SlotHead) <= kSlotsOffset);

constexpr std::uint64_t stateWord(std::uint64_t generation, SlotState state) {
  return generation << 2U | static_cast<std::uint64_t>(state);
}
constexpr std::uint64_t generationOf(std::uint64_t word) {
  return word >> 2U;
}
/// The state in a word; a number that is none of the three can come out of a damaged word.
constexpr SlotState slotStateOf(std::uint64_t word) {
  return static_cast<SlotState>(word & 3U);
}
/// How many raw slots the bytes of a text fill.
constexpr std::uint64_t textSlots(std::uint64_t bytes) {
  return (bytes + sizeof(Event) - 1) / sizeof(Event);
}

}  // namespace threadline::ring
