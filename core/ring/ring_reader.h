// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The reading end of all slots of a run: one walk over the table of heads takes everything that was published into a
// sink, and gives the slots of ended lanes back.
//
// Nothing in the mapping is trusted. Where to read is kept in private memory and never in the mapping; each number is
// copied before it is checked; events and texts are copied before the sink sees them. Damage (a head that runs
// backwards or too far ahead, a tail or a state that somebody else changed, a text longer than what follows) is told to
// the sink and skipped, and reading goes on.
// Only the reader frees slots. It ends the slots of dead processes itself, because the dead write nothing any more.
//
// Thread: one.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/event/event.h"
#include "core/ring/shared_rings.h"

namespace threadline::ring {

/// Where a RingReader puts what it reads. A SlotClaim says which life of which slot it comes from.
class RingSink {
 public:
  virtual ~RingSink() = default;
  /// Events in the order in which they were written; never kText. Private copies, valid during the call.
  virtual void events(SlotClaim ring, std::span<const Event> events) = 0;
  /// A text, in order with the events around it. A private copy, valid during the call.
  virtual void text(SlotClaim ring, std::uint32_t number, std::string_view bytes) = 0;
  /// Damaged data was skipped.
  virtual void corrupt(SlotClaim ring, std::string_view what) = 0;
  /// Everything of this life has been given; `dropped` events were lost after its last kLost event.
  virtual void ended(SlotClaim ring, std::uint64_t dropped) = 0;
  /// True once the process that writes this ring is known to be dead. Asked for each open ring in each pass.
  [[nodiscard]] virtual bool isWriterDead(SlotClaim ring) const = 0;
};

class RingReader {
 public:
  /// Lifetime: both outlive the reader. One reader per run.
  RingReader(SharedRings& rings, RingSink& sink);

  /// One walk over all slots, at most one slot's capacity from each; returns how many events (texts and their payload
  /// included, counted in slots) were taken.
  std::size_t pass();
  /// The last walk, when no process of the run lives any more: takes what is left and ends every ring.
  std::size_t finish();

 private:
  struct Suspect {
    std::uint64_t head = 0;
    std::uint64_t dropped = 0;
  };
  struct Life {
    bool isOpen = false;
    std::uint64_t generation = 0;    // of the life that is open, or of the last one
    std::uint64_t tail = 0;          // the truth; the mapping has a copy for the writer
    std::uint64_t toldLost = 0;      // sum of the kLost events read
    std::optional<Suspect> suspect;  // a head out of range, told already
  };

  std::size_t visit(std::uint32_t slot, bool isOver);
  [[nodiscard]] bool open(std::uint32_t slot, std::uint64_t word);
  void repairState(std::uint32_t slot, std::uint64_t word);
  std::size_t readSlot(std::uint32_t slot);
  [[nodiscard]] bool isBelievable(std::uint32_t slot, std::uint64_t head);
  std::uint64_t readBatch(std::uint32_t slot, std::uint64_t limit);
  std::uint64_t readText(std::uint32_t slot, std::size_t index, std::size_t copied, std::uint64_t limit);
  void close(std::uint32_t slot);
  void copyOut(std::uint32_t slot, std::uint64_t position, void* out, std::size_t bytes);
  [[nodiscard]] SlotClaim claimOf(std::uint32_t slot) const { return {slot, m_lives[slot].generation}; }

  // Small enough to stay in the first-level cache between copying and use.
  static constexpr std::size_t kBatch = 512;
  SharedRings& m_rings;
  RingSink& m_sink;
  std::vector<Life> m_lives;
  std::array<Event, kBatch> m_batch;
  std::string m_text;
};

}  // namespace threadline::ring
