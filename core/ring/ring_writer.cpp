// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ring/ring_writer.h"

#include <algorithm>
#include <cstring>

#include "core/base/check.h"
#include "core/ring/shared_rings.h"

namespace threadline::ring {
namespace {

/// As much of a text as an event can carry, not cutting a character of UTF-8 in two.
std::string_view cutText(std::string_view bytes) {
  if (bytes.size() <= kMaxTextBytes) return bytes;
  std::size_t size = kMaxTextBytes;
  // A character has at most three bytes after its first. More of them in a row are no UTF-8: then cut anywhere.
  while (size > kMaxTextBytes - 4 && (static_cast<unsigned char>(bytes[size]) & 0xC0U) == 0x80U) --size;
  return bytes.substr(0, size > kMaxTextBytes - 4 ? size : kMaxTextBytes);
}

}  // namespace

RingWriter::RingWriter(SharedRings& rings, SlotClaim claim) : m_claim(claim) {
  TL_CHECK(claim.slot < kSlotCount);
  m_head = &rings.slotHead(claim.slot);
  m_run = &rings.header();
  m_events = rings.slotEvents(claim.slot);
  // Acquire, though the hand-over itself orders: the claim may come from another process than the last writer.
  m_written = m_head->head.load(std::memory_order_acquire);
  // Pairs with the reader's release store of the tail: it has read what may be overwritten now.
  m_cachedTail = m_head->tail.load(std::memory_order_acquire);
  // A head that cannot be was scribbled over; the reader still waits at the tail.
  if (m_written - m_cachedTail > kEventsPerSlot) m_written = m_cachedTail;
  const std::uint64_t dropped = m_head->dropped.load(std::memory_order_relaxed);
  const std::uint64_t told = m_head->told.load(std::memory_order_relaxed);
  m_lostSinceEvent = dropped > told ? dropped - told : 0;
}

void RingWriter::push(const Event& event) noexcept {
  // A tail ahead of the head makes the difference wrap to a huge number: the ring then counts as full.
  if (m_written - m_cachedTail >= kEventsPerSlot || m_lostSinceEvent != 0) [[unlikely]] {
    pushAfterFull(event);
    return;
  }
  put(event);
  publish();
}

void RingWriter::pushAfterFull(const Event& event) noexcept {
  if (!hasRoom(m_lostSinceEvent != 0 ? 2 : 1)) {
    drop();
    return;
  }
  putLost(event.timeNs);
  put(event);
  publish();
}

bool RingWriter::pushText(std::int64_t timeNs, std::uint32_t number, std::string_view bytes) noexcept {
  const std::string_view text = cutText(bytes);
  if (!hasRoom(1 + textSlots(text.size()) + (m_lostSinceEvent != 0 ? 1 : 0))) {
    drop();
    return false;
  }
  putLost(timeNs);
  Event header;
  header.timeNs = timeNs;
  header.kind = EventKind::kText;
  header.text = number;
  header.value = text.size();
  put(header);
  putBytes(text);
  publish();
  return true;
}

void RingWriter::end() noexcept {
  TL_CHECK(isOpen());
  endSlotLife(*m_run, *m_head, m_claim);
  m_head = nullptr;
}

bool RingWriter::hasRoom(std::uint64_t count) noexcept {
  if (m_written - m_cachedTail <= kEventsPerSlot - count) return true;
  // Pairs with the reader's release store of the tail: it has copied what is overwritten from now on.
  m_cachedTail = m_head->tail.load(std::memory_order_acquire);
  return m_written - m_cachedTail <= kEventsPerSlot - count;
}

void RingWriter::putLost(std::int64_t timeNs) noexcept {
  if (m_lostSinceEvent == 0) return;
  Event lost;
  lost.timeNs = timeNs;
  lost.kind = EventKind::kLost;
  lost.value = m_lostSinceEvent;
  put(lost);
  m_lostSinceEvent = 0;
  m_head->told.store(m_head->dropped.load(std::memory_order_relaxed), std::memory_order_relaxed);
}

void RingWriter::putBytes(std::string_view bytes) noexcept {
  if (bytes.empty()) return;
  auto* slot = reinterpret_cast<char*>(m_events);
  const std::size_t begin = static_cast<std::size_t>(m_written & kEventMask) * sizeof(Event);
  const std::size_t first = std::min(bytes.size(), kSlotBytes - begin);
  std::memcpy(slot + begin, bytes.data(), first);
  std::memcpy(slot, bytes.data() + first, bytes.size() - first);
  m_written += textSlots(bytes.size());
}

void RingWriter::publish() noexcept {
  // Pairs with the reader's acquire load of the head: everything put before is visible to it.
  m_head->head.store(m_written, std::memory_order_release);
}

void RingWriter::drop() noexcept {
  ++m_lostSinceEvent;
  // One writer: no read-modify-write needed. The reader looks at it only once the slot has ended.
  m_head->dropped.store(m_head->dropped.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  // A ring can be full because the reader followed a head that somebody else wrote: the true one leads it back.
  publish();
}

bool endSlotLife(RunHeader& run, SlotHead& head, SlotClaim claim) noexcept {
  std::uint64_t expected = stateWord(claim.generation, SlotState::kClaimed);
  // Pairs with the reader's acquire load of the state: it sees the last head and the last count of losses.
  if (!head.state.compare_exchange_strong(expected, stateWord(claim.generation, SlotState::kEnded),
                                          std::memory_order_release, std::memory_order_relaxed)) {
    return false;
  }
  if (claim.slot == kGuardSlot) return true;
  std::uint32_t live = run.liveLanes.load(std::memory_order_relaxed);
  // Never below zero: a process may die between its claim and the counting of it.
  while (live != 0 && !run.liveLanes.compare_exchange_weak(live, live - 1, std::memory_order_relaxed)) {
  }
  return true;
}

}  // namespace threadline::ring
