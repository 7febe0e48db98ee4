// SPDX-License-Identifier: GPL-3.0-or-later
// A process of the run may scribble over anything: the reader stays within its bounds, tells the damage, and reads on.
#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/ring/ring_reader.h"
#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::Item;
using testing::numbered;
using testing::RecordingSink;

class RingDamage : public ::testing::Test {
 protected:
  SlotHead& head() { return rings.slotHead(writer.claim().slot); }
  Event textHeader(std::uint64_t bytes) {
    Event event;
    event.kind = EventKind::kText;
    event.text = 1;
    event.value = bytes;
    return event;
  }

  SharedRings rings = SharedRings::create().take();
  RecordingSink sink;
  RingReader reader{rings, sink};
  RingWriter writer{rings, rings.claim().value()};
};

TEST_F(RingDamage, AHeadOutOfRangeIsToldOnceAndTheNextEventPutsItRight) {
  std::uint64_t number = 0;
  for (std::uint64_t nonsense :
       {std::uint64_t{0}, std::uint64_t{99}, ~std::uint64_t{0}, std::uint64_t{1} << 63U, std::uint64_t{1} << 20U}) {
    for (int i = 0; i < 101; ++i) writer.push(numbered(number++));
    reader.pass();
    const std::size_t damage = sink.damage.size();
    head().head.store(nonsense);
    EXPECT_EQ(reader.pass(), 0U);
    EXPECT_EQ(reader.pass(), 0U);
    EXPECT_EQ(sink.damage.size(), damage + 1) << nonsense;
    writer.push(numbered(number++));
    EXPECT_EQ(reader.pass(), 1U);
  }
  ASSERT_EQ(sink.of(writer.claim()).size(), number);
  for (std::uint64_t i = 0; i < number; ++i) ASSERT_EQ(sink.of(writer.claim())[i].number, i);
}

TEST_F(RingDamage, AHeadAheadOfItsEventsGivesEmptyEventsAndNoMore) {
  writer.push(numbered(0));
  head().head.store(100);
  EXPECT_EQ(reader.pass(), 100U);
  EXPECT_EQ(sink.torn, 99U);
  EXPECT_EQ(reader.pass(), 0U);
}

TEST_F(RingDamage, AReaderThatFollowedAFalseHeadTurnsBackToTheWriter) {
  for (std::uint64_t i = 0; i < 10; ++i) writer.push(numbered(i));
  reader.pass();
  head().head.store(5000);  // in range: cannot be told from a true one
  reader.pass();
  sink.items.clear();
  writer.push(numbered(10));  // lost: read already, as far as the reader knows
  EXPECT_EQ(reader.pass(), 0U);
  for (std::uint64_t i = 11; i < 20; ++i) writer.push(numbered(i));
  EXPECT_EQ(reader.pass(), 9U);
  EXPECT_EQ(sink.of(writer.claim()).front().number, 11U);
  EXPECT_EQ(sink.damage.size(), 1U);
}

TEST_F(RingDamage, AWriterThatFindsNoRoomBecauseTheReaderWentTooFarGetsItBack) {
  for (std::uint64_t i = 0; i < kEventsPerSlot; ++i) writer.push(numbered(i));
  reader.pass();
  head().head.store(kEventsPerSlot + 5000);
  reader.pass();
  sink.items.clear();
  for (int round = 0; round < 3; ++round) {
    writer.push(numbered(1));  // the tail is ahead of the head: full, until the reader has seen it
    reader.pass();
  }
  EXPECT_EQ(head().dropped.load(), 2U);
  ASSERT_EQ(sink.of(writer.claim()).size(), 2U);
  EXPECT_EQ(sink.of(writer.claim())[0], (Item{Item::What::kLost, 2, numbered(1).timeNs, {}}));
}

TEST_F(RingDamage, AWriterThatFindsANonsenseHeadGoesOnWhereTheReaderWaits) {
  for (std::uint64_t i = 0; i < 10; ++i) writer.push(numbered(i));
  reader.pass();
  head().head.store(std::uint64_t{1} << 40U);
  RingWriter second(rings, writer.claim());
  second.push(numbered(10));
  reader.pass();
  ASSERT_EQ(sink.of(writer.claim()).size(), 11U);
  EXPECT_EQ(sink.of(writer.claim()).back().number, 10U);
}

TEST_F(RingDamage, ATextLongerThanTheLimitOrThanWhatFollowsIsSkipped) {
  for (std::uint64_t bytes : {std::uint64_t{kMaxTextBytes} + 1, ~std::uint64_t{0}, ~std::uint64_t{0} - 30,
                              std::uint64_t{1} << 63U, std::uint64_t{kMaxTextBytes}, std::uint64_t{97}}) {
    const std::size_t damage = sink.damage.size();
    sink.items.clear();
    writer.push(textHeader(bytes));
    for (std::uint64_t i = 0; i < 3; ++i) writer.push(numbered(i));
    EXPECT_EQ(reader.pass(), 4U);
    EXPECT_EQ(sink.damage.size(), damage + 1) << bytes;
    EXPECT_EQ(sink.of(writer.claim()).size(), 3U) << bytes;
  }
  EXPECT_EQ(sink.torn, 0U);
}

TEST_F(RingDamage, AnOverwrittenStateIsPutRightAndTheLaneEndsAsItShould) {
  for (std::uint64_t word : {std::uint64_t{0}, stateWord(1, SlotState::kFree), stateWord(9, SlotState::kClaimed),
                             stateWord(1, static_cast<SlotState>(3)), ~std::uint64_t{0}}) {
    const std::size_t damage = sink.damage.size();
    writer.push(numbered(1));
    reader.pass();
    head().state.store(word);
    reader.pass();
    EXPECT_EQ(sink.damage.size(), damage + 1) << word;
  }
  writer.push(numbered(2));
  writer.end();
  reader.pass();
  EXPECT_EQ(sink.endings.size(), 1U);
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
}

TEST_F(RingDamage, AFreeSlotWithANonsenseStateIsTakenBack) {
  SlotHead& other = rings.slotHead(writer.claim().slot + 1);
  for (std::uint64_t word :
       {stateWord(5, SlotState::kFree), stateWord(0, static_cast<SlotState>(3)), stateWord(0, SlotState::kEnded)}) {
    other.state.store(word);
    reader.pass();
    EXPECT_EQ(other.state.load(), stateWord(0, SlotState::kFree));
  }
  EXPECT_EQ(sink.damage.size(), 3U);
  other.head.store(12345);
  other.tail.store(~std::uint64_t{0});
  other.dropped.store(77);
  RingWriter second(rings, rings.claim().value());
  ASSERT_EQ(second.claim().slot, writer.claim().slot + 1);
  second.push(numbered(4));
  second.end();
  reader.pass();
  EXPECT_EQ(sink.of(second.claim()).size(), 1U);
  EXPECT_EQ(sink.lost, 0U);
}

TEST_F(RingDamage, ACountOfLossesThatCannotBeIsNotBelieved) {
  Event lost;
  lost.kind = EventKind::kLost;
  lost.value = 10;
  writer.push(lost);
  head().dropped.store(3);
  writer.end();
  reader.pass();
  EXPECT_EQ(sink.damage.size(), 1U);
  EXPECT_EQ(sink.droppedAtEnd, 0U);
  RingWriter second(rings, rings.claim().value());
  rings.slotHead(second.claim().slot).dropped.store(~std::uint64_t{0});
  second.end();
  reader.pass();
  EXPECT_EQ(sink.damage.size(), 2U);
  EXPECT_EQ(sink.droppedAtEnd, 0U);
}

/// Does at random what lanes, the reader and a scribbling process do, over a few slots.
class Chaos {
 public:
  explicit Chaos(std::uint64_t seed) : m_random(seed) {}

  void step() {
    switch (m_random() % 12) {
      case 0: claim(); break;
      case 1: end(); break;
      case 2: reader.pass(); break;
      case 3: text(); break;
      case 4: scribbleHead(); break;
      case 5: scribbleEvents(); break;
      case 6: scribbleHeader(); break;
      default: events(); break;
    }
  }

  SharedRings rings = SharedRings::create().take();
  RecordingSink sink;
  RingReader reader{rings, sink};

 private:
  RingWriter* any() { return m_writers.empty() ? nullptr : &m_writers[m_random() % m_writers.size()]; }
  std::uint32_t slot() { return static_cast<std::uint32_t>(m_random() % 12); }
  std::uint64_t number() {
    switch (m_random() % 6) {
      case 0: return 0;
      case 1: return ~std::uint64_t{0};
      case 2: return m_random();
      case 3: return m_random() % (3 * std::uint64_t{kEventsPerSlot});
      case 4: return std::uint64_t{1} << (m_random() % 64);
      default: return m_random() % 40;
    }
  }
  void claim() {
    if (m_writers.size() >= 10) return;
    rings.header().nextSlot.store(static_cast<std::uint32_t>(m_random() % 10));
    if (const std::optional<SlotClaim> claim = rings.claim()) m_writers.emplace_back(rings, *claim);
  }
  void end() {
    if (m_writers.empty()) return;
    const std::size_t index = m_random() % m_writers.size();
    // Some end themselves; of some the process dies.
    if (m_random() % 2 == 0)
      sink.dead.insert(RecordingSink::key(m_writers[index].claim()));
    else
      m_writers[index].end();
    m_writers.erase(m_writers.begin() + static_cast<std::ptrdiff_t>(index));
  }
  void events() {
    RingWriter* writer = any();
    if (writer == nullptr) return;
    for (std::uint64_t i = m_random() % 3000; i != 0; --i) writer->push(numbered(i));
  }
  void text() {
    RingWriter* writer = any();
    if (writer != nullptr) static_cast<void>(writer->pushText(0, 1, std::string(m_random() % 70'000, 'z')));
  }
  void scribbleHead() {
    SlotHead& head = rings.slotHead(slot());
    std::atomic<std::uint64_t>* fields[] = {&head.state, &head.head, &head.tail, &head.dropped, &head.told};
    std::atomic<std::uint64_t>& field = *fields[m_random() % 5];
    field.store(m_random() % 2 == 0 ? number() : field.load() + number() % 100 - 50);
  }
  void scribbleEvents() {
    Event* events = rings.slotEvents(slot());
    for (std::uint64_t i = m_random() % 50; i != 0; --i) {
      Event& event = events[number() & kEventMask];
      event.kind = static_cast<EventKind>(m_random() % 3);
      event.value = number();
    }
  }
  void scribbleHeader() {
    rings.header().nextSlot.store(static_cast<std::uint32_t>(number()));
    rings.header().liveLanes.store(static_cast<std::uint32_t>(number()));
  }

  std::mt19937_64 m_random;
  std::vector<RingWriter> m_writers;
};

TEST(RingFuzz, RandomScribblingDoesNoHarmAndLeavesUsableRings) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto chaos = std::make_unique<Chaos>(seed);
    for (int i = 0; i < 400; ++i) {
      chaos->step();
      chaos->sink.items.clear();
    }
    EXPECT_GT(chaos->sink.damage.size(), 0U);
    chaos->reader.finish();
    EXPECT_EQ(chaos->reader.finish(), 0U);
    chaos->sink.damage.clear();
    // Everything that was damaged is in order again: each slot can be had, and holds what is written to it.
    for (std::uint32_t i = 0; i < kSlotCount - 1; ++i) {
      const std::optional<SlotClaim> claim = chaos->rings.claim();
      ASSERT_TRUE(claim.has_value());
      RingWriter writer(chaos->rings, *claim);
      writer.push(numbered(i));
      writer.end();
      chaos->reader.pass();
      ASSERT_EQ(chaos->sink.of(*claim).size(), 1U);
      ASSERT_EQ(chaos->sink.of(*claim).front().number, i);
    }
    EXPECT_EQ(chaos->sink.damage.size(), 0U);
  }
}

}  // namespace
}  // namespace threadline::ring
