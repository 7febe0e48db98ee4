// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of the rings share: events that prove by themselves that they are whole and which one they are, and a
// sink that checks and tallies all it is given.

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ring/ring_reader.h"

namespace threadline::ring::testing {

/// The event with this number in this lane: every field follows from the two, so that half an event is no event.
inline Event numbered(std::uint64_t number, std::uint32_t lane = 1) {
  Event event;
  event.timeNs = static_cast<std::int64_t>(number * 3 + lane);
  event.kind = EventKind::kState;
  event.sub = static_cast<std::uint8_t>(number * 7);
  event.step = static_cast<std::uint16_t>(number * 11);
  event.text = static_cast<std::uint32_t>(number * 13 + lane);
  event.target = static_cast<std::uint32_t>(number * 17);
  event.other = lane;
  event.value = number;
  return event;
}

inline bool isWhole(const Event& event) {
  const Event expected = numbered(event.value, event.other);
  return event.kind == expected.kind && event.timeNs == expected.timeNs && event.sub == expected.sub &&
         event.step == expected.step && event.text == expected.text && event.target == expected.target;
}

/// One thing that came out of a ring, in order.
struct Item {
  enum class What : std::uint8_t { kEvent, kLost, kText } what = What::kEvent;
  std::uint64_t number = 0;  // of the event or the text; how many were lost
  std::int64_t timeNs = 0;
  std::string bytes;
  friend bool operator==(const Item&, const Item&) = default;
};

class RecordingSink : public RingSink {
 public:
  void events(SlotClaim ring, std::span<const Event> events) override {
    for (const Event& event : events) {
      if (event.kind == EventKind::kLost) {
        lost += event.value;
        items[key(ring)].push_back({Item::What::kLost, event.value, event.timeNs, {}});
        continue;
      }
      if (!isWhole(event)) ++torn;
      items[key(ring)].push_back({Item::What::kEvent, event.value, event.timeNs, {}});
    }
  }
  void text(SlotClaim ring, std::uint32_t number, std::string_view bytes) override {
    items[key(ring)].push_back({Item::What::kText, number, 0, std::string(bytes)});
  }
  void corrupt(SlotClaim, std::string_view what) override { damage.emplace_back(what); }
  void ended(SlotClaim ring, std::uint64_t dropped) override {
    endings.push_back(ring);
    lost += dropped;
    droppedAtEnd += dropped;
  }
  bool isWriterDead(SlotClaim ring) const override { return dead.contains(key(ring)); }

  static std::pair<std::uint32_t, std::uint64_t> key(SlotClaim ring) { return {ring.slot, ring.generation}; }
  [[nodiscard]] const std::vector<Item>& of(SlotClaim ring) { return items[key(ring)]; }

  std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<Item>> items;
  std::set<std::pair<std::uint32_t, std::uint64_t>> dead;
  std::vector<SlotClaim> endings;
  std::vector<std::string> damage;
  std::uint64_t lost = 0;
  std::uint64_t droppedAtEnd = 0;
  std::uint64_t torn = 0;
};

// ---- a numbered stream: events and, now and then, texts; each takes the next number of its life, a dropped one too

inline bool isText(std::uint64_t number) {
  return number % 97 == 96;
}

inline std::string textOf(std::uint64_t number) {
  return std::string(number * 31 % 3000, static_cast<char>('a' + number % 26));
}

/// Writes what has this number in the stream.
inline void pushNumbered(RingWriter& writer, std::uint64_t number) {
  if (isText(number)) {
    static_cast<void>(writer.pushText(0, static_cast<std::uint32_t>(number), textOf(number)));
  } else {
    writer.push(numbered(number, writer.claim().slot));
  }
}

/// Checks streams as they come, without keeping them: nothing torn, twice, missing or out of order but what was told as
/// lost. Lives at once in one slot are told apart by their generation.
class CheckingSink : public RingSink {
 public:
  void events(SlotClaim ring, std::span<const Event> events) override {
    Stream& stream = streamOf(ring);
    for (const Event& event : events) {
      if (event.kind == EventKind::kLost) {
        stream.next += event.value;
        lost += event.value;
        continue;
      }
      if (!isWhole(event) || event.other != ring.slot || isText(event.value)) ++errors;
      take(stream, event.value);
    }
  }
  void text(SlotClaim ring, std::uint32_t number, std::string_view bytes) override {
    if (!isText(number) || bytes != textOf(number)) ++errors;
    take(streamOf(ring), number);
  }
  void corrupt(SlotClaim, std::string_view) override { ++errors; }
  void ended(SlotClaim ring, std::uint64_t dropped) override {
    Stream& stream = streamOf(ring);
    if (stream.isEnded) ++errors;
    stream.isEnded = true;
    lost += dropped;
    total += stream.next + dropped;
    ++endings;
  }
  bool isWriterDead(SlotClaim ring) const override { return ring.slot == deadSlot; }

  std::uint64_t errors = 0;
  std::uint64_t taken = 0;  // events and texts read
  std::uint64_t lost = 0;   // told by kLost and by the ends of rings
  std::uint64_t total = 0;  // numbers used by all streams that have ended
  std::uint64_t endings = 0;
  std::uint32_t deadSlot = kSlotCount;

 private:
  struct Stream {
    std::uint64_t generation = 0;
    std::uint64_t next = 0;
    bool isEnded = false;
  };
  Stream& streamOf(SlotClaim ring) {
    Stream& stream = m_streams[ring.slot];
    if (stream.generation == ring.generation) return stream;
    if (ring.generation < stream.generation || (stream.generation != 0 && !stream.isEnded)) ++errors;
    stream = Stream{ring.generation, 0, false};
    return stream;
  }
  void take(Stream& stream, std::uint64_t number) {
    if (stream.isEnded || number != stream.next) ++errors;
    stream.next = number + 1;
    ++taken;
  }
  std::vector<Stream> m_streams = std::vector<Stream>(kSlotCount);
};

}  // namespace threadline::ring::testing
