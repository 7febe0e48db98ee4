// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shared-memory ABI of a run: one sealed, sparse memfd that the run's processes write and the reader maps.
//
//   page 0..   RunHeader: magic, ABI version, run-wide counters
//   then       SlotHead x 1024: one cache line each (state word, generation, head, tail, dropped), so that scanning all
//   heads is one table then       1024 slots of 2 MiB: 65536 events of 32 bytes each
//
// Slot states: FREE -> CLAIMED (generation + 1) -> ENDED -> (drained, holes punched) -> FREE.
// The reader copies each number before it checks and uses it: a process of the run may scribble anywhere at any moment.

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "core/event/event.h"

namespace threadline::ring {

inline constexpr std::uint32_t kSlotCount = 1024;
inline constexpr std::size_t kSlotBytes = std::size_t{2} << 20U;
inline constexpr std::uint32_t kEventsPerSlot = kSlotBytes / sizeof(Event);
inline constexpr std::size_t kCacheLine = 64;
inline constexpr std::uint64_t kMagic = 0x31474E5244524854;  // "THRDRNG1"
inline constexpr std::uint32_t kGuardSlot = 0;
inline constexpr std::uint32_t kMaxLanesLive = 1000;
inline constexpr std::uint32_t kMaxStarts = 100'000;

enum class SlotState : std::uint32_t { kFree = 0, kClaimed = 1, kEnded = 2 };

struct alignas(kCacheLine) RunHeader {
  std::uint64_t magic;
  std::uint32_t abi;
  std::uint32_t slotCount;
  std::atomic<std::uint32_t> nextLane;     // LaneIds given out
  std::atomic<std::uint32_t> nextProcess;  // ProcessIds given out
  std::atomic<std::uint32_t> starts;       // starts of actors, for kMaxStarts
  std::atomic<std::uint32_t> liveLanes;    // slots claimed by lanes
};

struct alignas(kCacheLine) SlotHead {
  /// generation << 2 | SlotState: one word, so that a claim is one compare-exchange.
  std::atomic<std::uint64_t> state;
  std::atomic<std::uint64_t> head;     // events written so far in this generation; writer's release store publishes
  std::atomic<std::uint64_t> tail;     // events read so far; reader's release store frees
  std::atomic<std::uint64_t> dropped;  // events dropped so far in this generation
};
static_assert(sizeof(SlotHead) == kCacheLine);
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

}  // namespace threadline::ring
