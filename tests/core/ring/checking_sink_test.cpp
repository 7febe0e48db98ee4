// SPDX-License-Identifier: GPL-3.0-or-later
// The checker that the concurrent tests rely on, shown to see each kind of error, in one thread and without rings.
#include <gtest/gtest.h>

#include <vector>

#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::CheckingSink;
using testing::numbered;
using testing::textOf;

constexpr SlotClaim kRing{3, 1};

std::uint64_t errorsOf(std::vector<Event> events) {
  CheckingSink sink;
  sink.events(kRing, events);
  return sink.errors;
}

Event lost(std::uint64_t count) {
  Event event;
  event.kind = EventKind::kLost;
  event.value = count;
  return event;
}

TEST(CheckingSink, AcceptsAStreamInOrder) {
  EXPECT_EQ(errorsOf({numbered(0, 3), numbered(1, 3)}), 0U);
}

TEST(CheckingSink, AcceptsAGapThatWasTold) {
  EXPECT_EQ(errorsOf({numbered(0, 3), lost(4), numbered(5, 3)}), 0U);
}

TEST(CheckingSink, SeesAGapThatWasNotTold) {
  EXPECT_EQ(errorsOf({numbered(0, 3), numbered(2, 3)}), 1U);
}

TEST(CheckingSink, SeesAGapToldWrong) {
  EXPECT_EQ(errorsOf({numbered(0, 3), lost(3), numbered(5, 3)}), 1U);
}

TEST(CheckingSink, SeesAnEventTwice) {
  EXPECT_EQ(errorsOf({numbered(0, 3), numbered(0, 3)}), 1U);
}

TEST(CheckingSink, SeesEventsSwapped) {
  EXPECT_GT(errorsOf({numbered(1, 3), numbered(0, 3)}), 0U);
}

TEST(CheckingSink, SeesAnEventOfAnotherRing) {
  EXPECT_EQ(errorsOf({numbered(0, 4)}), 1U);
}

TEST(CheckingSink, SeesEachFieldOfATornEvent) {
  const Event whole = numbered(0, 3);
  std::vector<Event> torn(6, whole);
  torn[0].timeNs += 1;
  torn[1].kind = EventKind::kCounter;
  torn[2].sub ^= 1;
  torn[3].step ^= 1;
  torn[4].text ^= 1;
  torn[5].target ^= 1;
  for (const Event& event : torn) EXPECT_EQ(errorsOf({event}), 1U);
}

TEST(CheckingSink, SeesATextWithWrongBytes) {
  for (const bool isRight : {true, false}) {
    CheckingSink sink;
    for (std::uint64_t i = 0; i < 96; ++i) sink.events(kRing, std::vector<Event>{numbered(i, 3)});
    sink.text(kRing, 96, isRight ? textOf(96) : textOf(95));
    EXPECT_EQ(sink.errors, isRight ? 0U : 1U);
  }
}

TEST(CheckingSink, SeesALifeThatBeginsBeforeTheOneBeforeItEnded) {
  CheckingSink sink;
  sink.events(kRing, std::vector<Event>{numbered(0, 3)});
  sink.events({3, 2}, std::vector<Event>{numbered(0, 3)});
  EXPECT_EQ(sink.errors, 1U);
}

TEST(CheckingSink, CountsWhatAStreamHasUsedWithWhatWasDroppedAtItsEnd) {
  CheckingSink sink;
  sink.events(kRing, std::vector<Event>{numbered(0, 3), lost(2), numbered(3, 3)});
  sink.ended(kRing, 6);
  EXPECT_EQ(sink.total, 10U);
  EXPECT_EQ(sink.lost, 8U);
  EXPECT_EQ(sink.taken, 2U);
  EXPECT_EQ(sink.errors, 0U);
}

}  // namespace
}  // namespace threadline::ring
