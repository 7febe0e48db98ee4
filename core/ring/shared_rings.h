// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mapping of a run's rings (ring_layout.h), for both sides: the controller creates it and reads
// (ring_reader.h), processes of the run attach to it by descriptor, claim slots and write (ring_writer.h).
// Memory is taken when it is first written: a run of a few lanes costs a few MiB of the 2 GiB.

#include <cstdint>
#include <optional>

#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/event/event.h"
#include "core/ring/ring_layout.h"
#include "core/ring/ring_writer.h"

namespace threadline::ring {

class SharedRings {
 public:
  /// A new mapping in a new memfd, sealed against growing and shrinking. Errors: kSystem.
  [[nodiscard]] static Result<SharedRings> create();
  /// Maps a memfd that was inherited. `fd` stays the caller's: the mapping keeps a duplicate of its own, closed on
  /// exec. Errors: kInvalidInput when size, seals, magic or ABI are not right; kSystem.
  [[nodiscard]] static Result<SharedRings> attach(int fd);
  SharedRings(SharedRings&& other) noexcept;
  SharedRings& operator=(SharedRings&& other) noexcept;
  ~SharedRings();

  [[nodiscard]] int fd() const { return m_fd.get(); }
  [[nodiscard]] RunHeader& header() { return *m_header; }
  [[nodiscard]] SlotHead& slotHead(std::uint32_t slot) { return m_heads[slot]; }
  [[nodiscard]] Event* slotEvents(std::uint32_t slot);

  /// Claims a free slot (not the guard's) and counts it in header().liveLanes, or nothing when none is free. Does not
  /// look at kMaxLanesLive. Thread: any, lock-free.
  [[nodiscard]] std::optional<SlotClaim> claim();
  /// Claims the guard's slot: once per run (a second time ends the process). It counts for no lane.
  [[nodiscard]] SlotClaim claimGuardSlot();
  /// Gives a slot's memory back to the system; it reads as zeros afterwards. Thread: the reader, for a slot without
  /// writer.
  void releaseMemory(std::uint32_t slot) noexcept;

 private:
  SharedRings() = default;
  [[nodiscard]] static Result<SharedRings> map(UniqueFd fd);

  UniqueFd m_fd;
  void* m_base = nullptr;
  RunHeader* m_header = nullptr;
  SlotHead* m_heads = nullptr;
};

/// Sets a slot's counts to zero. Thread: the reader before it frees the slot, the claimer before the first event.
void resetCounts(SlotHead& head) noexcept;

}  // namespace threadline::ring
