// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/process_memory.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstring>

namespace threadline::engine {
namespace {

constexpr std::size_t kBytes = 32U << 20U;
constexpr std::int64_t kKb = kBytes / 1024;

/// The thread sanitizer keeps several bytes for each that is written, and they are private too.
bool hasShadowOfItsOwn() {
#ifdef __SANITIZE_THREAD__
  return true;
#else
  return false;
#endif
}

TEST(ProcessMemory, TakesWhatWasWrittenAndNoPagesOfFiles) {
  EXPECT_EQ(privateKbIn("00-ff ---p [rollup]\nRss:   900 kB\nPrivate_Clean:       12 kB\nPrivate_Dirty:     1030 kB\n"),
            1030);
}

TEST(ProcessMemory, ATextWithoutThemGivesNothing) {
  EXPECT_EQ(privateKbIn(""), std::nullopt);
  EXPECT_EQ(privateKbIn("Rss: 900 kB\nPrivate_Clean: 12 kB\n"), std::nullopt);
  EXPECT_EQ(privateKbIn("x\nPrivate_Clean: 1 kB\nPrivate_Dirty: many kB\n"), std::nullopt);
}

TEST(ProcessMemory, CountsWhatThisProcessWrites) {
  if (hasShadowOfItsOwn()) GTEST_SKIP() << "the sanitizer's own memory is counted with it";
  Result<ring::SharedRings> rings = ring::SharedRings::create();
  ASSERT_TRUE(rings.isOk());
  const std::optional<std::int64_t> before = readPrivateMemoryKb(rings.value());
  void* memory = ::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(memory, MAP_FAILED);
  std::memset(memory, 1, kBytes);
  const std::optional<std::int64_t> after = readPrivateMemoryKb(rings.value());
  ::munmap(memory, kBytes);
  ASSERT_TRUE(before && after);
  // What the first look itself used may be given back by the second.
  EXPECT_GE(*after - *before, kKb - kKb / 16);
  EXPECT_LT(*after - *before, kKb + kKb / 2);
}

TEST(ProcessMemory, DoesNotCountTheRingsAndLeavesTheirEvents) {
  if (hasShadowOfItsOwn()) GTEST_SKIP() << "the sanitizer's own memory is counted with it";
  Result<ring::SharedRings> rings = ring::SharedRings::create();
  ASSERT_TRUE(rings.isOk());
  const std::optional<std::int64_t> before = readPrivateMemoryKb(rings.value());
  for (std::uint32_t slot = 0; slot < kBytes / ring::kSlotBytes; ++slot)
    std::memset(static_cast<void*>(rings.value().slotEvents(slot)), 1, ring::kSlotBytes);
  const std::optional<std::int64_t> after = readPrivateMemoryKb(rings.value());
  ASSERT_TRUE(before && after);
  EXPECT_LT(*after - *before, kKb / 8);
  EXPECT_EQ(rings.value().slotEvents(3)[100].text, 0x01010101U);
}

}  // namespace
}  // namespace threadline::engine
