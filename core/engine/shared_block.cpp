// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/shared_block.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "core/base/check.h"
#include "core/engine/objects/numbers.h"

namespace threadline::engine {
namespace {

std::size_t numbersOf(const ObjectSpec& object) {
  return object.isShared ? static_cast<std::size_t>(object.elements) : 0;
}

// A mapping of no objects is still a page: the memfd exists in every run, so that spawn need not ask.
std::size_t bytesFor(const Program& program) {
  std::size_t bytes = std::max<std::size_t>(program.objects.size(), 1) * sizeof(SharedCell);
  for (const ObjectSpec& object : program.objects) bytes += numbersOf(object) * sizeof(SharedNumber);
  return bytes;
}

bool hasEnds(const ObjectSpec& object) {
  return object.isShared && (object.kind == scenario::ObjectKind::kQueue || object.kind == scenario::ObjectKind::kPipe);
}

bool isOpen(int fd) {
  return fd >= 0 && fcntl(fd, F_GETFD) != -1;
}

/// Whole messages, so that a worker that is killed while it reads or writes leaves none half done.
Status makePoolSockets(SharedCell& cell) {
  int work[2] = {-1, -1};
  int results[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, work) != 0 ||
      socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, results) != 0) {
    return systemError("socketpair", errno);
  }
  cell.readEnd = work[0];
  cell.writeEnd = work[1];
  cell.resultReadEnd = results[0];
  cell.resultWriteEnd = results[1];
  return ok();
}

}  // namespace

Result<std::unique_ptr<SharedBlock>> SharedBlock::create(const Program& program) {
  std::unique_ptr<SharedBlock> block(new SharedBlock);
  block->m_fd.reset(memfd_create("threadline-objects", MFD_CLOEXEC));
  if (!block->m_fd.isOpen()) return systemError("memfd_create", errno);
  if (ftruncate(block->m_fd.get(), static_cast<off_t>(bytesFor(program))) != 0) {
    return systemError("ftruncate", errno);
  }
  if (auto mapped = block->map(program); !mapped) return mapped.error();
  for (const ObjectSpec& object : program.objects) {
    SharedCell& cell = *new (&block->m_cells[object.id.value]) SharedCell{};
    cell.lock.holderLane = LaneId::kNone;
    cell.writerLock.holderLane = LaneId::kNone;
    cell.readEnd = -1;
    cell.writeEnd = -1;
    cell.resultReadEnd = -1;
    cell.resultWriteEnd = -1;
    cell.otherReader.holderLane = LaneId::kNone;
    cell.otherWriter.holderLane = LaneId::kNone;
    cell.room.value = static_cast<std::uint32_t>(object.capacity);
    const bool isSemaphore = object.kind == scenario::ObjectKind::kSemaphore;
    beginSyncWord(cell.sync, isSemaphore ? static_cast<std::uint32_t>(object.capacity) : 0);
    if (SharedNumber* numbers = block->numbers(object.id)) beginNumbers(object, numbers);
    if (object.isShared && object.kind == scenario::ObjectKind::kPool) {
      if (auto made = makePoolSockets(cell); !made) return made.error();
    }
    if (!hasEnds(object)) continue;
    if (auto made = block->makeEnds(object, cell); !made) return made.error();
  }
  return block;
}

Result<std::unique_ptr<SharedBlock>> SharedBlock::attach(const Program& program, int memfd) {
  std::unique_ptr<SharedBlock> block(new SharedBlock);
  block->m_fd.reset(memfd);
  struct stat status {};
  if (fstat(memfd, &status) != 0) return systemError("fstat", errno);
  if (status.st_size != static_cast<off_t>(bytesFor(program))) {
    return Error{ErrorCode::kInvalidInput, "the shared memory of the objects has another size than the scenario's", ""};
  }
  if (auto mapped = block->map(program); !mapped) return mapped.error();
  for (const ObjectSpec& object : program.objects) {
    const bool isPool = object.isShared && object.kind == scenario::ObjectKind::kPool;
    if (!isPool && !hasEnds(object)) continue;
    const SharedCell& cell = block->m_cells[object.id.value];
    if (!isOpen(cell.readEnd) || !isOpen(cell.writeEnd)) {
      return Error{ErrorCode::kInvalidInput, "the pipe of an object was not inherited", object.name};
    }
  }
  return block;
}

Status SharedBlock::makeEnds(const ObjectSpec& object, SharedCell& cell) {
  int ends[2] = {-1, -1};
  if (object.kind == scenario::ObjectKind::kPipe) {
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return systemError("socketpair", errno);
  } else if (pipe2(ends, O_CLOEXEC) != 0) {
    return systemError("pipe2", errno);
  }
  cell.readEnd = ends[0];
  cell.writeEnd = ends[1];
  return ok();
}

Status SharedBlock::map(const Program& program) {
  m_bytes = bytesFor(program);
  void* base = mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, m_fd.get(), 0);
  if (base == MAP_FAILED) return systemError("mmap", errno);
  m_cells = static_cast<SharedCell*>(base);
  m_count = program.objects.size();
  auto* next = reinterpret_cast<SharedNumber*>(m_cells + std::max<std::size_t>(m_count, 1));
  for (const ObjectSpec& object : program.objects) {
    m_numbers.push_back(numbersOf(object) == 0 ? nullptr : next);
    next += numbersOf(object);
  }
  return ok();
}

SharedBlock::~SharedBlock() {
  // The pipes stay open: their numbers may belong to other processes' tables only, and a run ends by _exit.
  if (m_cells != nullptr) munmap(m_cells, m_bytes);
}

std::vector<int> SharedBlock::fds() const {
  std::vector<int> numbers{m_fd.get()};
  for (std::size_t i = 0; i < m_count; ++i) {
    const SharedCell& cell = m_cells[i];
    for (const int fd :
         {cell.readEnd.load(), cell.writeEnd.load(), cell.resultReadEnd.load(), cell.resultWriteEnd.load()}) {
      if (fd >= 0) numbers.push_back(fd);
    }
  }
  return numbers;
}

SharedCell& SharedBlock::cell(ObjectId id) {
  TL_CHECK(id.value < m_count);
  return m_cells[id.value];
}

SharedNumber* SharedBlock::numbers(ObjectId id) {
  return id.value < m_numbers.size() ? m_numbers[id.value] : nullptr;
}

}  // namespace threadline::engine
