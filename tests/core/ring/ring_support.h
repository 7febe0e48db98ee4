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
  bool isWriterDead(SlotClaim ring) const override { return dead.count(key(ring)) != 0; }

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

}  // namespace threadline::ring::testing
