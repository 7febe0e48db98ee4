// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ring/shared_rings.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <set>

#include "tests/core/ring/ring_support.h"

namespace threadline::ring {
namespace {

using testing::numbered;
using testing::RecordingSink;

SharedRings makeRings() {
  Result<SharedRings> rings = SharedRings::create();
  EXPECT_TRUE(rings.isOk());
  return rings.take();
}

std::int64_t blocksOf(int fd) {
  struct stat status {};
  EXPECT_EQ(::fstat(fd, &status), 0);
  return status.st_blocks;
}

TEST(SharedRings, CannotBeGrownOrCutOff) {
  SharedRings rings = makeRings();
  EXPECT_NE(::ftruncate(rings.fd(), 4096), 0);
  EXPECT_NE(::ftruncate(rings.fd(), static_cast<off_t>(kMappingBytes * 2)), 0);
  EXPECT_NE(::fcntl(rings.fd(), F_ADD_SEALS, F_SEAL_WRITE), 0);
}

TEST(SharedRings, CostNoMemoryBeforeAnythingIsWritten) {
  SharedRings rings = makeRings();
  EXPECT_LE(blocksOf(rings.fd()) * 512, 2 * 4096);
}

TEST(SharedRings, AttachLeavesTheCallersDescriptorOpen) {
  SharedRings rings = makeRings();
  { EXPECT_TRUE(SharedRings::attach(rings.fd()).isOk()); }
  EXPECT_GE(::fcntl(rings.fd(), F_GETFD), 0);
}

TEST(SharedRings, AttachRefusesWhatIsNoDescriptor) {
  Result<SharedRings> rings = SharedRings::attach(-1);
  ASSERT_FALSE(rings.isOk());
  EXPECT_EQ(rings.error().code, ErrorCode::kSystem);
}

TEST(SharedRings, AttachRefusesAnotherSize) {
  UniqueFd fd(::memfd_create("small", MFD_ALLOW_SEALING | MFD_CLOEXEC));
  ASSERT_EQ(::ftruncate(fd.get(), 4096), 0);
  Result<SharedRings> rings = SharedRings::attach(fd.get());
  ASSERT_FALSE(rings.isOk());
  EXPECT_EQ(rings.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(rings.error().message.find("4096"), std::string::npos);
}

TEST(SharedRings, AttachRefusesAFileWithoutSeals) {
  UniqueFd fd(::memfd_create("open", MFD_ALLOW_SEALING | MFD_CLOEXEC));
  ASSERT_EQ(::ftruncate(fd.get(), static_cast<off_t>(kMappingBytes)), 0);
  Result<SharedRings> rings = SharedRings::attach(fd.get());
  ASSERT_FALSE(rings.isOk());
  EXPECT_NE(rings.error().message.find("sealed"), std::string::npos);
}

TEST(SharedRings, AttachRefusesAGarbageHeader) {
  SharedRings rings = makeRings();
  RunHeader& header = rings.header();
  header.magic ^= 1;
  EXPECT_FALSE(SharedRings::attach(rings.fd()).isOk());
  header.magic ^= 1;
  header.abi += 1;
  Result<SharedRings> otherAbi = SharedRings::attach(rings.fd());
  ASSERT_FALSE(otherAbi.isOk());
  EXPECT_EQ(otherAbi.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(otherAbi.error().message.find("ABI"), std::string::npos);
  header.abi -= 1;
  header.slotCount = 7;
  EXPECT_FALSE(SharedRings::attach(rings.fd()).isOk());
  header.slotCount = kSlotCount;
  EXPECT_TRUE(SharedRings::attach(rings.fd()).isOk());
}

TEST(SharedRings, GivesEachLaneSlotOnceAndThenNone) {
  SharedRings rings = makeRings();
  std::set<std::uint32_t> slots;
  for (int i = 0; i < 1023; ++i) {
    const std::optional<SlotClaim> claim = rings.claim();
    ASSERT_TRUE(claim.has_value()) << i;
    EXPECT_EQ(claim->generation, 1U);
    slots.insert(claim->slot);
  }
  EXPECT_EQ(slots.size(), 1023U);
  EXPECT_EQ(slots.count(kGuardSlot), 0U);
  EXPECT_FALSE(rings.claim().has_value());
  EXPECT_EQ(rings.header().liveLanes.load(), 1023U);
}

TEST(SharedRings, TheGuardsSlotIsApartAndCountsForNoLane) {
  SharedRings rings = makeRings();
  EXPECT_EQ(rings.claimGuardSlot(), (SlotClaim{kGuardSlot, 1}));
  EXPECT_NE(rings.claim()->slot, kGuardSlot);
  EXPECT_EQ(rings.header().liveLanes.load(), 1U);
  RingWriter(rings, {kGuardSlot, 1}).end();
  EXPECT_EQ(rings.header().liveLanes.load(), 1U);
}

TEST(SharedRings, AGuardSlotClaimedTwiceIsAProgrammersError) {
  SharedRings rings = makeRings();
  static_cast<void>(rings.claimGuardSlot());
  EXPECT_DEATH(static_cast<void>(rings.claimGuardSlot()), "check failed");
}

TEST(SharedRings, ANewLifeOfASlotHasTheNextGenerationAndBeginsEmpty) {
  SharedRings rings = makeRings();
  RecordingSink sink;
  RingReader reader(rings, sink);
  std::uint32_t slot = 0;
  // The search goes round all slots, so each comes again only after all others.
  for (std::uint64_t life = 1; life <= 3; ++life) {
    for (std::uint32_t i = 0; i < kSlotCount - 1; ++i) {
      const SlotClaim claim = rings.claim().value();
      ASSERT_EQ(claim.generation, life);
      RingWriter writer(rings, claim);
      writer.push(numbered(life, claim.slot));
      writer.end();
      reader.pass();
      slot = claim.slot;
    }
    EXPECT_EQ(sink.of({slot, life}).size(), 1U);
    EXPECT_EQ(sink.of({slot, life}).front().number, life);
  }
  EXPECT_EQ(sink.endings.size(), 3U * 1023U);
  EXPECT_EQ(sink.damage.size(), 0U);
  EXPECT_EQ(rings.header().liveLanes.load(), 0U);
}

TEST(SharedRings, AnEndedSlotComesFreeOnlyOnceItWasDrained) {
  SharedRings rings = makeRings();
  std::optional<SlotClaim> last;
  for (std::uint32_t i = 0; i < kSlotCount - 1; ++i) last = rings.claim();
  RingWriter(rings, *last).end();
  EXPECT_EQ(rings.header().liveLanes.load(), 1022U);
  EXPECT_FALSE(rings.claim().has_value());
  RecordingSink sink;
  RingReader reader(rings, sink);
  reader.pass();
  EXPECT_EQ(rings.claim(), (SlotClaim{last->slot, 2}));
}

TEST(SharedRings, AFreedSlotGivesItsMemoryBackAndReadsAsZeros) {
  SharedRings rings = makeRings();
  RecordingSink sink;
  RingReader reader(rings, sink);
  RingWriter writer(rings, rings.claim().value());
  reader.pass();  // the table of heads takes its memory with the first look at it
  const std::int64_t before = blocksOf(rings.fd());
  for (std::uint64_t i = 0; i < kEventsPerSlot; ++i) writer.push(numbered(i));
  EXPECT_GE((blocksOf(rings.fd()) - before) * 512, static_cast<std::int64_t>(kSlotBytes));
  const std::uint32_t slot = writer.claim().slot;
  writer.end();
  reader.pass();
  EXPECT_LE((blocksOf(rings.fd()) - before) * 512, 4096);
  EXPECT_EQ(rings.slotEvents(slot)[100].kind, EventKind::kNone);
  EXPECT_EQ(sink.of({slot, 1}).size(), std::size_t{kEventsPerSlot});
}

}  // namespace
}  // namespace threadline::ring
