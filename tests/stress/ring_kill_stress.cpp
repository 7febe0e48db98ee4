// SPDX-License-Identifier: GPL-3.0-or-later
// A writer is killed with SIGKILL at some moment, over and over: what it had published is read, whole and in order; of
// what it was just writing nothing is seen; and the count of all that it began is met exactly.
#include <gtest/gtest.h>
#include <sys/mman.h>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

#include "core/ring/ring_reader.h"
#include "tests/core/ring/forked_child.h"
#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::CheckingSink;
using testing::ForkedChild;
using testing::pushNumbered;

/// How far a child has come, in memory that outlives it.
struct Progress {
  std::atomic<std::uint64_t> begun;
  std::atomic<std::uint64_t> done;
};

class RingKill : public ::testing::Test {
 protected:
  RingKill() {
    void* memory = ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    EXPECT_NE(memory, MAP_FAILED);
    progress = new (memory) Progress{};
  }
  ~RingKill() override { ::munmap(progress, sizeof(Progress)); }

  /// Writes until it is killed.
  [[noreturn]] void writeForEver(SlotClaim claim) {
    RingWriter writer(rings, claim);
    for (std::uint64_t number = 0;; ++number) {
      progress->begun.store(number + 1);
      pushNumbered(writer, number);
      progress->done.store(number + 1);
    }
  }

  SharedRings rings = SharedRings::create().take();
  Progress* progress = nullptr;
};

TEST_F(RingKill, AtAnyMomentLeavesWholeEventsAndAnExactTally) {
  constexpr std::uint64_t kSeed = 20261120;
  std::cout << "seed " << kSeed << "\n";
  std::mt19937_64 random(kSeed);
  CheckingSink sink;
  RingReader reader(rings, sink);
  for (int round = 0; round < 100; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    const SlotClaim claim = rings.claim().value();
    progress->begun = 0;
    progress->done = 0;
    const std::uint64_t before = sink.total;
    // Some are killed at their first event, some after a lap or more; some rings are full then.
    const std::uint64_t killAt = random() % (round % 4 == 0 ? 20 : 150'000);
    const bool isReading = round % 3 != 0;
    ForkedChild child([&] { writeForEver(claim); });
    ASSERT_TRUE(child.isRunning());
    while (progress->begun.load() <= killAt) {
      if (isReading) reader.pass();
    }
    child.kill();
    sink.deadSlot = claim.slot;
    reader.pass();
    reader.pass();  // a ring that the reader had not noticed yet is only opened by the first pass
    const std::uint64_t used = sink.total - before;
    ASSERT_EQ(sink.endings, static_cast<std::uint64_t>(round) + 1);
    ASSERT_EQ(sink.errors, 0U);
    ASSERT_GE(used, progress->done.load());
    ASSERT_LE(used, progress->begun.load());
    sink.deadSlot = kSlotCount;
  }
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
}

TEST_F(RingKill, AKilledScribblerLeavesAReaderThatWorks) {
  constexpr std::uint64_t kSeed = 4711;
  std::cout << "seed " << kSeed << "\n";
  testing::RecordingSink sink;
  RingReader reader(rings, sink);
  RingWriter writer(rings, rings.claim().value());
  ForkedChild child([&] {
    std::mt19937_64 random(kSeed);
    auto* words = reinterpret_cast<std::uint64_t*>(&rings.slotHead(0));
    for (;;) {
      // The heads and events of some slots: heads that are too far ahead make much to read.
      words[random() % (8 * sizeof(SlotHead) / 8)] = random() % 2 == 0 ? random() : random() % 100'000;
      reinterpret_cast<std::uint64_t*>(rings.slotEvents(0))[random() % (4 * kSlotBytes / 8)] = random() % 8;
      progress->done.fetch_add(1);
    }
  });
  ASSERT_TRUE(child.isRunning());
  std::size_t damages = 0;
  while (progress->done.load() < 20'000) {
    for (std::uint64_t i = 0; i < 100; ++i) pushNumbered(writer, i);
    reader.pass();
    damages += sink.damage.size();
    sink.items.clear();
    sink.damage.clear();
    sink.endings.clear();
  }
  child.kill();
  EXPECT_GT(damages, 0U);
  reader.finish();
  const SlotClaim claim = rings.claim().value();
  RingWriter next(rings, claim);
  pushNumbered(next, 1);
  next.end();
  sink.damage.clear();
  reader.pass();
  EXPECT_EQ(sink.damage.size(), 0U);
  EXPECT_EQ(sink.of(claim).size(), 1U);
}

}  // namespace
}  // namespace threadline::ring
