// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the objects between processes live in: one memfd with a cell for each object and the numbers of values and
// arrays, and one pipe for each queue. Made once by the guard before main exists; inherited by fork; a spawned process
// attaches to it by descriptor number.
//
// The memory is shared with processes that may be killed at any moment: words are atomics, waits look again every
// 100 ms, and nothing read from here is used as an index or a length without a check.

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/engine/http/shared_server.h"
#include "core/engine/objects/sync_word.h"
#include "core/engine/program.h"

namespace threadline::engine {

/// A lock between processes: a futex word, and who holds it, for those who wait.
struct SharedLockWord {
  std::atomic<std::uint32_t> isLocked;
  std::atomic<std::uint32_t> waiters;
  std::atomic<std::uint32_t> holderLane;
  std::atomic<std::int32_t> holderPid;
  std::atomic<std::uint64_t> releaseFlow;  // flow of a release that somebody waited for; 0 none
  char holderName[40];                     // written by the holder; read once it is dead
};

/// The room that is left in a queue with a capacity: a counting semaphore.
struct SharedSemaphoreWord {
  std::atomic<std::uint32_t> value;
  std::atomic<std::uint32_t> waiters;
};

struct alignas(64) SharedCell {
  SharedLockWord lock;                // of a lock object; of a queue: one reader at a time
  SharedLockWord writerLock;          // of a queue: one feeder writes at a time
  SharedSemaphoreWord room;           // of a queue with a capacity
  std::atomic<std::int64_t> depth;    // of a queue or pipe: items put and not yet got
  std::atomic<std::int32_t> readEnd;  // descriptor numbers, the same in every process of the run; of a pipe: a and b
  std::atomic<std::int32_t> writeEnd;
  std::atomic<std::int32_t> resultReadEnd;  // of a pool: its other socket; readEnd and writeEnd carry the work
  std::atomic<std::int32_t> resultWriteEnd;
  std::atomic<std::int32_t> ownerPid;  // of a pool: whose workers it has; 0: nobody's so far
  SharedServer server;                 // of a server; the first one's writeEnd holds the serving process's life
  SharedLockWord otherReader;          // of a pipe's second end: one reads, one writes at a time
  SharedLockWord otherWriter;
  SharedSyncWord sync;  // of a semaphore, read-write lock, event or barrier
};
/// One number of a value or an array: an integer, or the bits of a decimal.
using SharedNumber = std::atomic<std::uint64_t>;

class SharedBlock {
 public:
  /// Makes memory and pipes for the program's shared objects. Errors: kSystem. All descriptors are close-on-exec.
  [[nodiscard]] static Result<std::unique_ptr<SharedBlock>> create(const Program& program);
  /// In a spawned process: maps the memfd with this number; the pipes have the numbers that are noted in it.
  /// Errors: kInvalidInput when it does not fit the program, kSystem.
  [[nodiscard]] static Result<std::unique_ptr<SharedBlock>> attach(const Program& program, int memfd);
  ~SharedBlock();
  SharedBlock(const SharedBlock&) = delete;
  SharedBlock& operator=(const SharedBlock&) = delete;

  [[nodiscard]] int memfd() const { return m_fd.get(); }
  /// Every descriptor that a spawned process must inherit under the same number: the memfd first, then the pipes' ends.
  [[nodiscard]] std::vector<int> fds() const;
  /// The cell of a shared object. TL_CHECKs that the object is in the program.
  [[nodiscard]] SharedCell& cell(ObjectId id);
  /// The numbers of a value or array, as many as its elements; null for objects that have none here.
  [[nodiscard]] SharedNumber* numbers(ObjectId id);

 private:
  SharedBlock() = default;
  [[nodiscard]] Status map(const Program& program);
  [[nodiscard]] Status makeEnds(const ObjectSpec& object, SharedCell& cell);

  UniqueFd m_fd;
  SharedCell* m_cells = nullptr;
  std::size_t m_count = 0;
  std::size_t m_bytes = 0;
  std::vector<SharedNumber*> m_numbers;  // by ObjectId
};

}  // namespace threadline::engine
