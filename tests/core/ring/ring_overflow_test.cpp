// SPDX-License-Identifier: GPL-3.0-or-later
// A full ring: what has no room is dropped, counted exactly, and told where the gap is.
#include <gtest/gtest.h>

#include <string>

#include "core/ring/ring_reader.h"
#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::Item;
using testing::numbered;
using testing::RecordingSink;

class RingOverflow : public ::testing::Test {
 protected:
  void pushNumbers(std::uint64_t begin, std::uint64_t end) {
    for (std::uint64_t i = begin; i < end; ++i) writer.push(numbered(i));
  }
  SlotHead& head() { return rings.slotHead(writer.claim().slot); }

  SharedRings rings = SharedRings::create().take();
  RecordingSink sink;
  RingReader reader{rings, sink};
  RingWriter writer{rings, rings.claim().value()};
};

TEST_F(RingOverflow, AFullRingKeepsWhatIsInItAndCountsWhatIsDropped) {
  pushNumbers(0, kEventsPerSlot);
  EXPECT_EQ(head().dropped.load(), 0U);
  pushNumbers(kEventsPerSlot, kEventsPerSlot + 123);
  EXPECT_EQ(head().dropped.load(), 123U);
  EXPECT_EQ(head().head.load(), std::uint64_t{kEventsPerSlot});
  EXPECT_EQ(reader.pass(), std::size_t{kEventsPerSlot});
  EXPECT_EQ(sink.of(writer.claim()).back().number, kEventsPerSlot - 1U);
  EXPECT_EQ(sink.torn, 0U);
}

TEST_F(RingOverflow, TheGapIsToldBeforeTheFirstEventAfterItAndWithItsTime) {
  pushNumbers(0, kEventsPerSlot + 10);
  reader.pass();
  sink.items.clear();
  pushNumbers(100, 102);
  reader.pass();
  const std::vector<Item> expected{{Item::What::kLost, 10, numbered(100).timeNs, {}},
                                   {Item::What::kEvent, 100, numbered(100).timeNs, {}},
                                   {Item::What::kEvent, 101, numbered(101).timeNs, {}}};
  EXPECT_EQ(sink.of(writer.claim()), expected);
}

TEST_F(RingOverflow, AGapIsToldOnlyWhereTheEventBehindItHasRoomToo) {
  pushNumbers(0, kEventsPerSlot + 1);
  // The reader frees exactly one place: by its own rules, as far as the writer can see.
  head().tail.store(1);
  pushNumbers(0, 1);
  EXPECT_EQ(head().dropped.load(), 2U);
  EXPECT_EQ(head().head.load(), std::uint64_t{kEventsPerSlot});
  head().tail.store(2);
  pushNumbers(0, 1);
  EXPECT_EQ(head().dropped.load(), 2U);
  EXPECT_EQ(head().head.load(), kEventsPerSlot + std::uint64_t{2});
}

TEST_F(RingOverflow, EveryEventIsReadOrCountedWhateverTheRhythm) {
  std::uint64_t pushed = 0;
  std::uint64_t read = 0;
  for (std::uint64_t round = 0; round < 12; ++round) {
    const std::uint64_t burst = 1000 + round * 10007;
    pushNumbers(pushed, pushed + burst);
    pushed += burst;
    reader.pass();
    std::uint64_t next = 0;
    for (const Item& item : sink.of(writer.claim())) {
      if (item.what != Item::What::kEvent) continue;
      ASSERT_TRUE(next == 0 || item.number > next - 1);
      next = item.number + 1;
      ++read;
    }
    sink.items.clear();
  }
  writer.end();
  reader.pass();
  EXPECT_GT(sink.lost, 0U);
  EXPECT_EQ(read + sink.lost, pushed);
  EXPECT_EQ(sink.torn, 0U);
}

TEST_F(RingOverflow, LossesAtTheVeryEndAreToldByTheEndOfTheRing) {
  pushNumbers(0, kEventsPerSlot + 5);
  reader.pass();
  pushNumbers(0, kEventsPerSlot + 7);  // kLost(5) and 65535 events fit
  writer.end();
  reader.pass();
  EXPECT_EQ(sink.droppedAtEnd, 8U);
  EXPECT_EQ(sink.lost, 13U);
}

TEST_F(RingOverflow, ATextThatDoesNotFitIsDroppedWholeAndCountsAsOne) {
  pushNumbers(0, kEventsPerSlot - 3);
  EXPECT_FALSE(writer.pushText(5, 1, std::string(65, 'a')));  // header and three raw slots into three
  EXPECT_EQ(head().head.load(), kEventsPerSlot - std::uint64_t{3});
  EXPECT_EQ(head().dropped.load(), 1U);
  EXPECT_TRUE(writer.pushText(6, 2, std::string(32, 'b')));  // kLost, header, one raw slot
  reader.pass();
  const std::vector<Item>& items = sink.of(writer.claim());
  ASSERT_EQ(items.size(), kEventsPerSlot - std::size_t{1});
  EXPECT_EQ(items[items.size() - 2], (Item{Item::What::kLost, 1, 6, {}}));
  EXPECT_EQ(items.back(), (Item{Item::What::kText, 2, 0, std::string(32, 'b')}));
}

TEST_F(RingOverflow, AWriterMadeAnewTellsTheLossesOfTheOneBeforeItOnce) {
  pushNumbers(0, kEventsPerSlot + 4);
  RingWriter second(rings, writer.claim());
  reader.pass();
  sink.items.clear();
  second.push(numbered(9));
  RingWriter third(rings, writer.claim());  // the gap is told by now: not once more
  third.push(numbered(10));
  third.end();
  reader.pass();
  ASSERT_EQ(sink.of(writer.claim()).size(), 3U);
  EXPECT_EQ(sink.of(writer.claim())[0], (Item{Item::What::kLost, 4, numbered(9).timeNs, {}}));
  EXPECT_EQ(sink.droppedAtEnd, 0U);
}

TEST_F(RingOverflow, ANonsenseTailMakesTheRingFullAndNeverTouchesAnotherSlot) {
  const std::uint32_t slot = writer.claim().slot;
  for (std::uint64_t tail : {~std::uint64_t{0}, std::uint64_t{1} << 63U, std::uint64_t{kEventsPerSlot} * 3}) {
    head().tail.store(tail);
    pushNumbers(0, 2 * std::uint64_t{kEventsPerSlot});
    EXPECT_EQ(rings.slotEvents(slot + 1)[0].kind, EventKind::kNone);
    EXPECT_EQ(rings.slotEvents(slot - 1)[kEventsPerSlot - 1].kind, EventKind::kNone);
  }
  reader.pass();  // puts the tail right
  EXPECT_EQ(head().tail.load(), std::uint64_t{kEventsPerSlot});
  EXPECT_EQ(sink.damage.size(), 1U);
  pushNumbers(7, 8);
  reader.pass();
  EXPECT_EQ(sink.of(writer.claim()).back().number, 7U);
  EXPECT_EQ(sink.lost, 5 * std::uint64_t{kEventsPerSlot});
  EXPECT_EQ(sink.torn, 0U);
}

}  // namespace
}  // namespace threadline::ring
