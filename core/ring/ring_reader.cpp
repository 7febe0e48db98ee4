// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ring/ring_reader.h"

#include <algorithm>
#include <atomic>
#include <cstring>

namespace threadline::ring {
namespace {

// A count of losses beyond this was not counted but scribbled: 30 million a second for a hundred days.
constexpr std::uint64_t kMaxLost = std::uint64_t{1} << 48U;

}  // namespace

RingReader::RingReader(SharedRings& rings, RingSink& sink) : m_rings(rings), m_sink(sink), m_lives(kSlotCount) {
  m_text.reserve(kMaxTextBytes);
}

std::size_t RingReader::pass() {
  std::size_t moved = 0;
  for (std::uint32_t slot = 0; slot < kSlotCount; ++slot) moved += visit(slot, false);
  return moved;
}

std::size_t RingReader::finish() {
  std::size_t moved = 0;
  for (std::uint32_t slot = 0; slot < kSlotCount; ++slot) moved += visit(slot, true);
  return moved;
}

std::size_t RingReader::visit(std::uint32_t slot, bool isOver) {
  SlotHead& head = m_rings.slotHead(slot);
  Life& life = m_lives[slot];
  // Known before the state and the head are read, so that nothing which the dead have written is missed.
  const bool isDead = isOver || (life.isOpen && m_sink.isWriterDead(claimOf(slot)));
  // Pairs with the release in endSlotLife: an ended slot's head is its last.
  const std::uint64_t word = head.state.load(std::memory_order_acquire);
  const SlotState state = slotStateOf(word);
  if (!life.isOpen) {
    if (!open(slot, word)) return 0;
  } else if (generationOf(word) != life.generation || (state != SlotState::kClaimed && state != SlotState::kEnded)) {
    repairState(slot, word);
  }
  if (isDead) endSlotLife(m_rings.header(), head, claimOf(slot));
  const std::size_t moved = readSlot(slot);
  if (isDead || (state == SlotState::kEnded && generationOf(word) == life.generation)) close(slot);
  return moved;
}

/// Takes notice of a new life of a slot; false when there is none.
bool RingReader::open(std::uint32_t slot, std::uint64_t word) {
  Life& life = m_lives[slot];
  const SlotState state = slotStateOf(word);
  if (state == SlotState::kFree && generationOf(word) == life.generation) return false;
  const bool isTaken = state == SlotState::kClaimed || state == SlotState::kEnded;
  if (!isTaken || generationOf(word) <= life.generation) {
    // No claim makes such a word, and a generation must not come twice: the slot is taken back. Only where the word
    // still is what was seen, because somebody may be claiming the slot at this moment.
    m_sink.corrupt(claimOf(slot), "the state of a free slot was overwritten");
    m_rings.slotHead(slot).state.compare_exchange_strong(word, stateWord(life.generation, SlotState::kFree),
                                                         std::memory_order_release, std::memory_order_relaxed);
    return false;
  }
  life = Life{};
  life.isOpen = true;
  life.generation = generationOf(word);
  return true;
}

void RingReader::repairState(std::uint32_t slot, std::uint64_t word) {
  m_sink.corrupt(claimOf(slot), "the state of a claimed slot was overwritten");
  // Only where it still is what was seen: the writer may be ending the slot at this moment.
  m_rings.slotHead(slot).state.compare_exchange_strong(word, stateWord(m_lives[slot].generation, SlotState::kClaimed),
                                                       std::memory_order_relaxed);
}

std::size_t RingReader::readSlot(std::uint32_t slot) {
  SlotHead& shared = m_rings.slotHead(slot);
  Life& life = m_lives[slot];
  // Pairs with the writer's release store of the head: all events before it are whole.
  const std::uint64_t head = shared.head.load(std::memory_order_acquire);
  if (shared.tail.load(std::memory_order_relaxed) != life.tail) {
    m_sink.corrupt(claimOf(slot), "the tail was overwritten");
    shared.tail.store(life.tail, std::memory_order_release);
  }
  if (head - life.tail > kEventsPerSlot) {
    if (!isBelievable(slot, head)) return 0;
    shared.tail.store(life.tail, std::memory_order_release);
  }
  life.suspect.reset();
  const std::uint64_t begin = life.tail;
  while (life.tail != head) {
    life.tail += readBatch(slot, head);
    // Pairs with the writer's acquire load of the tail: what was copied may be overwritten.
    shared.tail.store(life.tail, std::memory_order_release);
  }
  return static_cast<std::size_t>(head - begin);
}

/// What to do with a head that is out of range. Nothing at first: the writer keeps its own count and puts a wrong head
/// right with its next event. But when the head then goes on from there, or the writer finds no room, then it is the
/// tail that followed a wrong head too far, and reading goes on at the head.
bool RingReader::isBelievable(std::uint32_t slot, std::uint64_t head) {
  Life& life = m_lives[slot];
  const std::uint64_t dropped = m_rings.slotHead(slot).dropped.load(std::memory_order_relaxed);
  const bool isKnown = life.suspect.has_value();
  const bool hasMovedOn = isKnown && head != life.suspect->head && head - life.suspect->head <= kEventsPerSlot;
  if (hasMovedOn || (isKnown && head == life.suspect->head && dropped != life.suspect->dropped)) {
    life.tail = life.suspect->head;
    return true;
  }
  if (!isKnown || head != life.suspect->head) m_sink.corrupt(claimOf(slot), "the head is out of range");
  life.suspect = Suspect{head, dropped};
  return false;
}

/// Takes some events from the tail on, and no further than `limit`; returns how far it got, at least 1.
std::uint64_t RingReader::readBatch(std::uint32_t slot, std::uint64_t limit) {
  Life& life = m_lives[slot];
  const auto copied = static_cast<std::size_t>(std::min<std::uint64_t>(kBatch, limit - life.tail));
  copyOut(slot, life.tail, m_batch.data(), copied * sizeof(Event));
  std::size_t first = 0;
  const auto give = [&](std::size_t end) {
    if (end > first) m_sink.events(claimOf(slot), std::span(m_batch).subspan(first, end - first));
  };
  std::size_t i = 0;
  while (i < copied) {
    const Event& event = m_batch[i];
    if (event.kind == EventKind::kText) {
      give(i);
      i += static_cast<std::size_t>(readText(slot, i, copied, limit));
      first = i;
      continue;
    }
    if (event.kind == EventKind::kLost && event.value < kMaxLost) life.toldLost += event.value;
    ++i;
  }
  give(copied);
  return i;
}

/// Takes the text whose header stands at `index` of the batch; returns how many slots it fills.
std::uint64_t RingReader::readText(std::uint32_t slot, std::size_t index, std::size_t copied, std::uint64_t limit) {
  const Event& header = m_batch[index];
  const std::uint64_t payload = m_lives[slot].tail + index + 1;
  if (header.value > kMaxTextBytes || textSlots(header.value) > limit - payload) {
    m_sink.corrupt(claimOf(slot), "a text is longer than what follows it");
    return 1;
  }
  const auto bytes = static_cast<std::size_t>(header.value);
  const std::uint64_t slots = textSlots(bytes);
  if (index + 1 + slots <= copied) {
    m_sink.text(claimOf(slot), header.text, {reinterpret_cast<const char*>(&header + 1), bytes});
  } else {
    m_text.resize(bytes);
    copyOut(slot, payload, m_text.data(), bytes);
    m_sink.text(claimOf(slot), header.text, m_text);
  }
  return 1 + slots;
}

void RingReader::close(std::uint32_t slot) {
  SlotHead& shared = m_rings.slotHead(slot);
  Life& life = m_lives[slot];
  const std::uint64_t dropped = shared.dropped.load(std::memory_order_relaxed);
  const bool isPossible = dropped >= life.toldLost && dropped < kMaxLost;
  if (!isPossible) m_sink.corrupt(claimOf(slot), "the count of dropped events was overwritten");
  m_sink.ended(claimOf(slot), isPossible ? dropped - life.toldLost : 0);
  m_rings.releaseMemory(slot);
  resetCounts(shared);
  life.isOpen = false;
  life.tail = 0;
  // Pairs with the acquire in claim(): the next life begins with these zeros and with released memory.
  shared.state.store(stateWord(life.generation, SlotState::kFree), std::memory_order_release);
}

void RingReader::copyOut(std::uint32_t slot, std::uint64_t position, void* out, std::size_t bytes) {
  const auto* from = reinterpret_cast<const char*>(m_rings.slotEvents(slot));
  const std::size_t begin = static_cast<std::size_t>(position & kEventMask) * sizeof(Event);
  const std::size_t first = std::min(bytes, kSlotBytes - begin);
  std::memcpy(out, from + begin, first);
  std::memcpy(static_cast<char*>(out) + first, from, bytes - first);
  // The compiler must not read the mapping again where the copy is used: it could have changed after the check.
  std::atomic_signal_fence(std::memory_order_seq_cst);
}

}  // namespace threadline::ring
