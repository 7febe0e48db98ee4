// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ring/shared_rings.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <string>
#include <utility>

#include "core/base/check.h"

namespace threadline::ring {
namespace {

constexpr int kSeals = F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;

Error notRings(const std::string& why) {
  return Error{ErrorCode::kInvalidInput, "the descriptor does not hold the rings of a run: " + why, {}};
}

Status checkFile(int fd) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return systemError("fstat of the rings", errno);
  if (!S_ISREG(status.st_mode) || status.st_size != static_cast<off_t>(kMappingBytes)) {
    return notRings("its size is " + std::to_string(status.st_size) + " and not " + std::to_string(kMappingBytes));
  }
  // EINVAL: a file that cannot be sealed. Without the seals, somebody could cut the file off under the mapping.
  const int seals = ::fcntl(fd, F_GET_SEALS);
  if (seals < 0 || (seals & kSeals) != kSeals) return notRings("it is not sealed");
  return ok();
}

Status checkHeader(const RunHeader& header) {
  const std::uint64_t magic = header.magic;
  const std::uint32_t abi = header.abi;
  const std::uint32_t slotCount = header.slotCount;
  if (magic != kMagic) return notRings("it has another magic number");
  if (abi != kEventAbi) {
    return notRings("its ABI is " + std::to_string(abi) + " and not " + std::to_string(kEventAbi) +
                    "; threadline and threadline-host are of different versions");
  }
  if (slotCount != kSlotCount) return notRings("it has " + std::to_string(slotCount) + " slots");
  return ok();
}

}  // namespace

Result<SharedRings> SharedRings::create() {
  UniqueFd fd(::memfd_create("threadline-rings", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!fd.isOpen()) return systemError("memfd_create", errno);
  if (::ftruncate(fd.get(), static_cast<off_t>(kMappingBytes)) != 0)
    return systemError("ftruncate of the rings", errno);
  if (::fcntl(fd.get(), F_ADD_SEALS, kSeals) != 0) return systemError("sealing the rings", errno);
  Result<SharedRings> rings = map(std::move(fd));
  if (!rings) return rings;
  // All else is zero: every slot free in generation 0, every counter at its start.
  RunHeader& header = rings.value().header();
  header.magic = kMagic;
  header.abi = kEventAbi;
  header.slotCount = kSlotCount;
  return rings;
}

Result<SharedRings> SharedRings::attach(int fd) {
  if (Status file = checkFile(fd); !file) return file.error();
  UniqueFd own(::fcntl(fd, F_DUPFD_CLOEXEC, 0));
  if (!own.isOpen()) return systemError("duplicating the descriptor of the rings", errno);
  Result<SharedRings> rings = map(std::move(own));
  if (!rings) return rings;
  if (Status header = checkHeader(rings.value().header()); !header) return header.error();
  return rings;
}

Result<SharedRings> SharedRings::map(UniqueFd fd) {
  // No reservation: 2 GiB of address space, memory only where something is written.
  void* base = ::mmap(nullptr, kMappingBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, fd.get(), 0);
  if (base == MAP_FAILED) return systemError("mmap of the rings", errno);
  SharedRings rings;
  rings.m_fd = std::move(fd);
  rings.m_base = base;
  rings.m_header = static_cast<RunHeader*>(base);
  rings.m_heads = reinterpret_cast<SlotHead*>(static_cast<char*>(base) + kHeadsOffset);
  return rings;
}

SharedRings::SharedRings(SharedRings&& other) noexcept {
  *this = std::move(other);
}

SharedRings& SharedRings::operator=(SharedRings&& other) noexcept {
  std::swap(m_fd, other.m_fd);
  std::swap(m_base, other.m_base);
  std::swap(m_header, other.m_header);
  std::swap(m_heads, other.m_heads);
  return *this;
}

SharedRings::~SharedRings() {
  if (m_base != nullptr) ::munmap(m_base, kMappingBytes);
}

Event* SharedRings::slotEvents(std::uint32_t slot) {
  TL_CHECK(slot < kSlotCount);
  return reinterpret_cast<Event*>(static_cast<char*>(m_base) + kSlotsOffset + slot * kSlotBytes);
}

std::optional<SlotClaim> SharedRings::claim() {
  constexpr std::uint32_t kLaneSlots = kSlotCount - 1;
  // Round and round, so that a slot just ended has the longest time to be drained before somebody looks at it again.
  const std::uint32_t first = m_header->nextSlot.fetch_add(1, std::memory_order_relaxed) % kLaneSlots;
  for (std::uint32_t i = 0; i < kLaneSlots; ++i) {
    const std::uint32_t slot = 1 + (first + i) % kLaneSlots;
    std::uint64_t word = m_heads[slot].state.load(std::memory_order_relaxed);
    if (slotStateOf(word) != SlotState::kFree) continue;
    const std::uint64_t generation = generationOf(word) + 1;
    // Acquire pairs with the reader's release store of FREE: it is done with the slot.
    if (m_heads[slot].state.compare_exchange_strong(word, stateWord(generation, SlotState::kClaimed),
                                                    std::memory_order_acquire, std::memory_order_relaxed)) {
      // The reader left zeros; whoever wrote over them since must not spoil this life.
      resetCounts(m_heads[slot]);
      m_header->liveLanes.fetch_add(1, std::memory_order_relaxed);
      return SlotClaim{slot, generation};
    }
  }
  return std::nullopt;
}

void resetCounts(SlotHead& head) noexcept {
  head.head.store(0, std::memory_order_relaxed);
  head.tail.store(0, std::memory_order_relaxed);
  head.dropped.store(0, std::memory_order_relaxed);
  head.told.store(0, std::memory_order_relaxed);
}

SlotClaim SharedRings::claimGuardSlot() {
  std::uint64_t word = stateWord(0, SlotState::kFree);
  TL_CHECK(m_heads[kGuardSlot].state.compare_exchange_strong(word, stateWord(1, SlotState::kClaimed),
                                                             std::memory_order_acquire, std::memory_order_relaxed));
  return SlotClaim{kGuardSlot, 1};
}

void SharedRings::releaseMemory(std::uint32_t slot) noexcept {
  if (slot >= kSlotCount) return;
  const auto offset = static_cast<off_t>(kSlotsOffset + slot * kSlotBytes);
  // Where the kernel refuses, the memory stays taken until the run's end: no loss, so no error.
  static_cast<void>(
      ::fallocate(m_fd.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, static_cast<off_t>(kSlotBytes)));
}

}  // namespace threadline::ring
