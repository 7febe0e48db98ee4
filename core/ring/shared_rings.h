// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mapping of a run's rings (ring_layout.h), for both sides: the controller creates it and reads, processes of the
// run attach to it by descriptor, claim slots and write.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/event/event.h"
#include "core/ring/ring_layout.h"

namespace threadline::ring {

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
  RingWriter(class SharedRings& rings, SlotClaim claim);

  /// Appends one event. Thread: the slot's writer; wait-free.
  void push(const Event& event) noexcept;
  /// Appends kText and its payload in one publication: all of it or nothing. Texts beyond kMaxTextBytes are cut at a
  /// UTF-8 boundary. Returns false when it was dropped.
  bool pushText(std::int64_t timeNs, std::uint32_t number, std::string_view bytes) noexcept;
  /// Gives the slot to the reader: nothing may be pushed after it.
  void end() noexcept;
  [[nodiscard]] SlotClaim claim() const { return m_claim; }
  [[nodiscard]] bool isOpen() const { return m_head != nullptr; }

 private:
  SlotHead* m_head = nullptr;
  RunHeader* m_run = nullptr;
  Event* m_events = nullptr;
  SlotClaim m_claim;
  std::uint64_t m_written = 0;
  std::uint64_t m_cachedTail = 0;
  std::uint64_t m_lostSinceEvent = 0;
};

class SharedRings {
 public:
  /// A new mapping in a new memfd, sealed against growing and shrinking. Errors: kSystem.
  [[nodiscard]] static Result<SharedRings> create();
  /// Maps a memfd that was inherited. Errors: kInvalidInput when size, seals, magic or ABI are not right; kSystem.
  [[nodiscard]] static Result<SharedRings> attach(int fd);
  SharedRings(SharedRings&&) noexcept;
  SharedRings& operator=(SharedRings&&) noexcept;
  ~SharedRings();

  [[nodiscard]] int fd() const { return m_fd.get(); }
  [[nodiscard]] RunHeader& header() { return *m_header; }
  [[nodiscard]] SlotHead& slotHead(std::uint32_t slot) { return m_heads[slot]; }
  [[nodiscard]] Event* slotEvents(std::uint32_t slot);

  /// Claims a free slot (not the guard's), or nothing when none is free. Thread: any, lock-free.
  [[nodiscard]] std::optional<SlotClaim> claim();
  /// Claims the guard's slot: once per run.
  [[nodiscard]] SlotClaim claimGuardSlot();

 private:
  SharedRings() = default;
  UniqueFd m_fd;
  void* m_base = nullptr;
  std::size_t m_bytes = 0;
  RunHeader* m_header = nullptr;
  SlotHead* m_heads = nullptr;
};

}  // namespace threadline::ring
