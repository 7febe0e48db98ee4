// SPDX-License-Identifier: GPL-3.0-or-later
// Rings between processes: a child writes, is handed a slot that its parent began, or is killed.
#include <gtest/gtest.h>

#include "core/ring/ring_reader.h"
#include "tests/core/ring/forked_child.h"
#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::CheckingSink;
using testing::ForkedChild;
using testing::pushNumbered;

class RingProcess : public ::testing::Test {
 protected:
  SharedRings rings = SharedRings::create().take();
  CheckingSink sink;
  RingReader reader{rings, sink};
};

TEST_F(RingProcess, WhatAForkedChildWritesIsReadByItsParent) {
  ForkedChild child([&] {
    RingWriter writer(rings, rings.claim().value());
    for (std::uint64_t i = 0; i < 20'000; ++i) pushNumbered(writer, i);
    writer.end();
  });
  ASSERT_TRUE(child.isRunning());
  EXPECT_EQ(child.wait(), 0);
  reader.pass();
  EXPECT_EQ(sink.endings, 1U);
  EXPECT_EQ(sink.total, 20'000U);
  EXPECT_EQ(sink.errors, 0U);
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
}

TEST_F(RingProcess, AChildGoesOnWithASlotThatItsParentBegan) {
  RingWriter begun(rings, rings.claim().value());
  for (std::uint64_t i = 0; i < 300; ++i) pushNumbered(begun, i);
  ForkedChild child([&] {
    // A mapping of its own, as a spawned process has.
    SharedRings own = SharedRings::attach(rings.fd()).take();
    RingWriter writer(own, begun.claim());
    for (std::uint64_t i = 300; i < 1000; ++i) pushNumbered(writer, i);
    writer.end();
  });
  EXPECT_EQ(child.wait(), 0);
  reader.pass();
  EXPECT_EQ(sink.total, 1000U);
  EXPECT_EQ(sink.errors, 0U);
}

TEST_F(RingProcess, WhileAChildWritesItsParentReadsWithoutErrorsAndTheTallyIsExact) {
  constexpr std::uint64_t kNumbers = 300'000;
  ForkedChild child([&] {
    RingWriter writer(rings, rings.claim().value());
    for (std::uint64_t i = 0; i < kNumbers; ++i) pushNumbered(writer, i);
    writer.end();
  });
  ASSERT_TRUE(child.isRunning());
  while (sink.endings == 0) reader.pass();
  EXPECT_EQ(child.wait(), 0);
  EXPECT_EQ(sink.total, kNumbers);
  EXPECT_EQ(sink.taken + sink.lost, kNumbers);
  EXPECT_EQ(sink.errors, 0U);
}

TEST_F(RingProcess, TheSlotOfAKilledChildIsFreedAndUsedAgain) {
  ForkedChild child([&] {
    RingWriter writer(rings, rings.claim().value());
    for (std::uint64_t i = 0;; ++i) pushNumbered(writer, i);
  });
  ASSERT_TRUE(child.isRunning());
  while (sink.taken < 1000) reader.pass();
  child.kill();
  sink.deadSlot = 1;
  reader.pass();
  EXPECT_EQ(sink.endings, 1U);
  EXPECT_EQ(sink.errors, 0U);
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
  EXPECT_EQ(slotStateOf(rings.slotHead(1).state.load()), SlotState::kFree);
  EXPECT_EQ(rings.slotHead(1).head.load(), 0U);
}

}  // namespace
}  // namespace threadline::ring
