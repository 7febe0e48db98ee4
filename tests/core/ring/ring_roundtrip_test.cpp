// SPDX-License-Identifier: GPL-3.0-or-later
// What goes in comes out, once, whole and in order: at every offset of the ring, through one mapping and through two.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/ring/ring_reader.h"
#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::Item;
using testing::numbered;
using testing::RecordingSink;

enum class Mapping { kOne, kTwo };

class RingRoundTrip : public ::testing::TestWithParam<Mapping> {
 protected:
  RingRoundTrip()
      : m_readerRings(SharedRings::create().take()), m_attached(SharedRings::attach(m_readerRings.fd()).take()) {}

  SharedRings& writerRings() { return GetParam() == Mapping::kOne ? m_readerRings : m_attached; }
  RingWriter newWriter() { return {writerRings(), writerRings().claim().value()}; }
  /// Lets writer and reader come to this offset of the ring, by texts, because they fill it fastest.
  void moveTo(RingWriter& writer, std::uint64_t offset) {
    const std::string longest(kMaxTextBytes, '-');
    while (offset != 0) {
      const std::uint64_t slots = std::min<std::uint64_t>(offset, 1 + textSlots(kMaxTextBytes));
      ASSERT_TRUE(writer.pushText(0, 1, std::string_view(longest).substr(0, (slots - 1) * sizeof(Event))));
      offset -= slots;
    }
    reader.pass();
    sink.items.clear();
  }

 private:
  SharedRings m_readerRings;
  SharedRings m_attached;

 protected:
  RecordingSink sink;
  RingReader reader{m_readerRings, sink};
};

INSTANTIATE_TEST_SUITE_P(Mappings, RingRoundTrip, ::testing::Values(Mapping::kOne, Mapping::kTwo),
                         [](const auto& mapping) {
                           return mapping.param == Mapping::kOne ? "OneMapping" : "TwoMappings";
                         });

TEST_P(RingRoundTrip, AnEventIsReadOnceAndWhole) {
  RingWriter writer = newWriter();
  writer.push(numbered(5));
  EXPECT_EQ(reader.pass(), 1U);
  EXPECT_EQ(reader.pass(), 0U);
  ASSERT_EQ(sink.of(writer.claim()).size(), 1U);
  EXPECT_EQ(sink.of(writer.claim())[0].number, 5U);
  EXPECT_EQ(sink.torn, 0U);
}

TEST_P(RingRoundTrip, EventsWrapAtEveryOffset) {
  RingWriter writer = newWriter();
  std::uint64_t number = 0;
  std::uint64_t read = 0;
  // 677 does not divide 65536: each pass begins at another offset, some of them across the end of the ring.
  while (number < 2 * std::uint64_t{kEventsPerSlot}) {
    for (int i = 0; i < 677; ++i) writer.push(numbered(number++));
    EXPECT_EQ(reader.pass(), 677U);
    for (const Item& item : sink.of(writer.claim())) ASSERT_EQ(item.number, read++);
    sink.items.clear();
  }
  EXPECT_EQ(read, number);
  EXPECT_EQ(sink.torn, 0U);
  EXPECT_EQ(sink.damage.size(), 0U);
}

TEST_P(RingRoundTrip, ATextIsWholeAtEveryOffsetAroundTheWrap) {
  const std::string text(33 * 32 - 5, 'x');  // 33 raw slots
  for (std::uint64_t before = 0; before <= 36; ++before) {
    RingWriter writer = newWriter();
    moveTo(writer, kEventsPerSlot - before);
    const std::string mine = text + std::to_string(before);
    writer.push(numbered(1));
    EXPECT_TRUE(writer.pushText(7, 3, mine));
    writer.push(numbered(2));
    reader.pass();
    const std::vector<Item> expected{{Item::What::kEvent, 1, numbered(1).timeNs, {}},
                                     {Item::What::kText, 3, 0, mine},
                                     {Item::What::kEvent, 2, numbered(2).timeNs, {}}};
    ASSERT_EQ(sink.of(writer.claim()), expected) << before;
    writer.end();
    reader.pass();
  }
  EXPECT_EQ(sink.damage.size(), 0U);
}

TEST_P(RingRoundTrip, ATextIsWholeWhereverItsHeaderStandsInAPass) {
  // Longer than what the reader copies at once, shorter, and just on the edge.
  for (std::uint64_t lead : {0U, 1U, 500U, 509U, 510U, 511U, 512U, 513U, 1023U}) {
    for (std::size_t bytes : {0U, 1U, 31U, 32U, 33U, 64U, 20'000U, 65'536U}) {
      RingWriter writer = newWriter();
      const std::string text(bytes, 'y');
      for (std::uint64_t i = 0; i < lead; ++i) writer.push(numbered(i));
      ASSERT_TRUE(writer.pushText(7, 9, text));
      writer.push(numbered(lead));
      reader.pass();
      const std::vector<Item>& items = sink.of(writer.claim());
      ASSERT_EQ(items.size(), lead + 2);
      EXPECT_EQ(items[lead].what, Item::What::kText);
      EXPECT_EQ(items[lead].bytes, text);
      EXPECT_EQ(items[lead + 1].number, lead);
      writer.end();
      reader.pass();
    }
  }
  EXPECT_EQ(sink.damage.size(), 0U);
}

TEST_P(RingRoundTrip, ATextBeyondTheLimitIsCutAtACharacter) {
  RingWriter writer = newWriter();
  std::string text(65'535, 'a');
  text += "\xEA\xB0\x80\xEA\xB0\x80";  // two Hangul syllables across the limit
  EXPECT_TRUE(writer.pushText(0, 1, text));
  reader.pass();
  EXPECT_EQ(sink.of(writer.claim()).at(0).bytes, std::string(65'535, 'a'));
  std::string garbage(70'000, '\x80');  // no character begins anywhere: cut at the limit
  EXPECT_TRUE(writer.pushText(0, 2, garbage));
  reader.pass();
  EXPECT_EQ(sink.of(writer.claim()).at(1).bytes.size(), 65'536U);
}

TEST_P(RingRoundTrip, AWriterMadeAnewGoesOnAtThePublishedHead) {
  RingWriter first = newWriter();
  for (std::uint64_t i = 0; i < 1000; ++i) first.push(numbered(i));
  reader.pass();
  for (std::uint64_t i = 1000; i < 1500; ++i) first.push(numbered(i));
  RingWriter second(writerRings(), first.claim());
  for (std::uint64_t i = 1500; i < 2000; ++i) second.push(numbered(i));
  reader.pass();
  const std::vector<Item>& items = sink.of(first.claim());
  ASSERT_EQ(items.size(), 2000U);
  for (std::uint64_t i = 0; i < items.size(); ++i) ASSERT_EQ(items[i].number, i);
}

TEST_P(RingRoundTrip, TheSlotOfADeadWriterIsReadToItsEndAndFreed) {
  RingWriter writer = newWriter();
  writer.push(numbered(1));
  reader.pass();
  writer.push(numbered(2));
  sink.dead.insert(RecordingSink::key(writer.claim()));
  EXPECT_EQ(writerRings().header().liveLanes.load(), 1U);
  reader.pass();
  EXPECT_EQ(sink.of(writer.claim()).size(), 2U);
  EXPECT_EQ(sink.endings, std::vector<SlotClaim>{writer.claim()});
  EXPECT_EQ(writerRings().header().liveLanes.load(), 0U);
  EXPECT_EQ(slotStateOf(writerRings().slotHead(writer.claim().slot).state.load()), SlotState::kFree);
}

TEST_P(RingRoundTrip, FinishReadsAndEndsWhatIsLeftEverywhere) {
  RingWriter seen = newWriter();
  seen.push(numbered(1));
  reader.pass();
  RingWriter unseen = newWriter();
  unseen.push(numbered(2));
  EXPECT_EQ(reader.finish(), 1U);
  EXPECT_EQ(sink.of(unseen.claim()).size(), 1U);
  EXPECT_EQ(sink.endings.size(), 2U);
  EXPECT_EQ(writerRings().header().liveLanes.load(), 0U);
  EXPECT_EQ(reader.finish(), 0U);
  EXPECT_EQ(sink.endings.size(), 2U);
}

}  // namespace
}  // namespace threadline::ring
