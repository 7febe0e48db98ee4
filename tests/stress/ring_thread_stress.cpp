// SPDX-License-Identifier: GPL-3.0-or-later
// Several threads live short lives in the rings while one reads: run under ThreadSanitizer too. The checker is proved
// in tests/core/ring/checking_sink_test.cpp.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "core/ring/ring_reader.h"
#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::CheckingSink;
using testing::pushNumbered;

constexpr std::uint64_t kNumbersPerLife = 15'000;

/// A lane's life: its creator writes the beginning, another thread the rest.
void live(SharedRings& rings) {
  RingWriter begun(rings, rings.claim().value());
  for (std::uint64_t i = 0; i < 50; ++i) pushNumbered(begun, i);
  std::thread actor([&rings, claim = begun.claim()] {
    RingWriter writer(rings, claim);
    for (std::uint64_t i = 50; i < kNumbersPerLife; ++i) pushNumbered(writer, i);
    writer.end();
  });
  actor.join();
}

TEST(RingThreads, NothingIsTornLostUntoldOrDoubledAndEverySlotComesBack) {
  constexpr std::uint32_t kCreators = 4;
  constexpr std::uint32_t kLives = 30;
  SharedRings rings = SharedRings::create().take();
  CheckingSink sink;
  std::atomic<std::uint32_t> running{kCreators};
  std::vector<std::thread> creators;
  creators.reserve(kCreators);
  for (std::uint32_t i = 0; i < kCreators; ++i) {
    creators.emplace_back([&] {
      for (std::uint32_t life = 0; life < kLives; ++life) live(rings);
      running.fetch_sub(1);
    });
  }
  std::thread consumer([&] {
    RingReader reader(rings, sink);
    while (running.load() != 0) {
      if (reader.pass() == 0) std::this_thread::yield();
    }
    reader.pass();
  });
  for (std::thread& creator : creators) creator.join();
  consumer.join();
  EXPECT_EQ(sink.errors, 0U);
  EXPECT_EQ(sink.endings, std::uint64_t{kCreators} * kLives);
  EXPECT_EQ(sink.total, kNumbersPerLife * kCreators * kLives);
  EXPECT_EQ(sink.taken + sink.lost, sink.total);
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
}

TEST(RingThreads, ClaimsFromManyThreadsNeverGiveOneSlotTwice) {
  constexpr int kThreads = 4;
  SharedRings rings = SharedRings::create().take();
  std::vector<std::vector<SlotClaim>> claims(kThreads);
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (std::vector<SlotClaim>& mine : claims) {
    threads.emplace_back([&rings, &mine] {
      while (const std::optional<SlotClaim> claim = rings.claim()) mine.push_back(*claim);
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::uint32_t> slots;
  std::size_t count = 0;
  for (const std::vector<SlotClaim>& mine : claims) {
    for (const SlotClaim& claim : mine) slots.insert(claim.slot);
    count += mine.size();
  }
  EXPECT_EQ(count, slots.size());
  EXPECT_EQ(count, kSlotCount - 1U);
}

}  // namespace
}  // namespace threadline::ring
