// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The writing end of one slot.
//
// An event becomes visible by one release store of the head, made after its 32 bytes are in place; a process that is
// killed in between has written nothing. A text and its payload, and a kLost event and the event behind it, are
// published by one store too: all or nothing.
// The room left is reckoned from the tail, which other processes of the run could overwrite: whatever it holds, an
// index is masked and stays within the slot, and a tail that cannot be is taken for a full ring.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/event/event.h"
#include "core/ring/ring_layout.h"

namespace threadline::ring {

class SharedRings;

/// A claimed slot: which one, and which life of it. Plain data; it travels between processes by value.
struct SlotClaim {
  std::uint32_t slot = 0;
  std::uint64_t generation = 0;
  friend bool operator==(const SlotClaim&, const SlotClaim&) = default;
};

/// Writes one slot. Exactly one thread writes at a time; handing the writer over needs a happens-before (thread
/// creation, fork, exec). Wait-free; never blocks; when full it drops, counts, and later writes one kLost event where
/// the gap is.
class RingWriter {
 public:
  RingWriter() = default;
  /// Goes on where the slot's last writer stopped publishing, in this process or in another.
  RingWriter(SharedRings& rings, SlotClaim claim);

  /// Appends one event. After a loss a kLost event with this event's time goes before it, so it needs room for two.
  /// Thread: the slot's writer; wait-free.
  void push(const Event& event) noexcept;
  /// Appends kText and its payload in one publication: all of it or nothing. Texts beyond kMaxTextBytes are cut at a
  /// UTF-8 boundary. Returns false when it was dropped, which counts as one event.
  bool pushText(std::int64_t timeNs, std::uint32_t number, std::string_view bytes) noexcept;
  /// Gives the slot to the reader: nothing may be pushed after it.
  void end() noexcept;
  [[nodiscard]] SlotClaim claim() const { return m_claim; }
  [[nodiscard]] bool isOpen() const { return m_head != nullptr; }

 private:
  [[nodiscard]] bool hasRoom(std::uint64_t count) noexcept;
  void pushAfterFull(const Event& event) noexcept;
  void put(const Event& event) noexcept { m_events[m_written++ & kEventMask] = event; }
  void putLost(std::int64_t timeNs) noexcept;
  void putBytes(std::string_view bytes) noexcept;
  void publish() noexcept;
  void drop() noexcept;

  SlotHead* m_head = nullptr;
  RunHeader* m_run = nullptr;
  Event* m_events = nullptr;
  SlotClaim m_claim;
  std::uint64_t m_written = 0;
  std::uint64_t m_cachedTail = 0;
  std::uint64_t m_lostSinceEvent = 0;
};

/// Moves a slot from CLAIMED to ENDED, and counts the lane out of liveLanes; false when this life of it is not CLAIMED.
/// Thread: the slot's writer, or the reader once the writer is dead.
bool endSlotLife(RunHeader& run, SlotHead& head, SlotClaim claim) noexcept;

}  // namespace threadline::ring
