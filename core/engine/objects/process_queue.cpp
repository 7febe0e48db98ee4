// SPDX-License-Identifier: GPL-3.0-or-later
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include "core/engine/objects/futex.h"
#include "core/engine/objects/message_stream.h"
#include "core/engine/objects/process_lock.h"
#include "core/engine/objects/queue.h"
#include "core/engine/objects/queue_feeder.h"
#include "core/engine/objects/value_codec.h"

namespace threadline::engine {
namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;

Status canEncode(const scenario::Value& value) {
  const auto encoded = encodeValue(value);
  return encoded ? ok() : Status(encoded.error());
}

bool tryTake(SharedSemaphoreWord& room) {
  std::uint32_t left = room.value.load(kRelaxed);
  while (left > 0) {
    if (room.value.compare_exchange_weak(left, left - 1, std::memory_order_acquire, kRelaxed)) return true;
  }
  return false;
}

bool take(SharedSemaphoreWord& room, const Deadline& deadline) {
  room.waiters.fetch_add(1, kRelaxed);
  bool hasTaken = tryTake(room);
  while (!hasTaken && !hasPassed(deadline)) {
    futexWait(room.value, 0, deadline);
    hasTaken = tryTake(room);
  }
  room.waiters.fetch_sub(1, kRelaxed);
  return hasTaken;
}

void give(SharedSemaphoreWord& room) {
  room.value.fetch_add(1, std::memory_order_release);
  if (room.waiters.load(kRelaxed) != 0) futexWakeOne(room.value);
}

class ProcessQueue final : public Queue {
 public:
  ProcessQueue(ObjectId id, std::int64_t capacity, SharedCell& cell, std::string name)
      : Queue(id), m_capacity(capacity), m_cell(cell), m_name(std::move(name)), m_feeder(id, m_name, cell) {}

  Result<QueueEnd> tryPut(Actor& actor, QueueItem& item) override {
    if (m_capacity > 0 && !tryTake(m_cell.room)) return QueueEnd::kWouldBlock;
    return add(actor, item);
  }

  Result<QueueEnd> put(Actor& actor, QueueItem& item, const Deadline& deadline) override {
    if (m_capacity > 0 && !take(m_cell.room, deadline)) return QueueEnd::kTimedOut;
    return add(actor, item);
  }

  Result<QueueEnd> tryGet(Actor& actor, QueueItem& item) override {
    const LockUser user = userOf(actor);
    if (!hasBytes() || !tryAcquireWord(m_cell.lock, user)) return QueueEnd::kWouldBlock;
    if (!hasBytes()) {  // somebody was faster
      releaseWord(m_cell.lock);
      return QueueEnd::kWouldBlock;
    }
    return removeLocked(actor, item);
  }

  Result<QueueEnd> get(Actor& actor, QueueItem& item, const Deadline& deadline, const StateDetail& waiting) override {
    if (!acquireWord(m_cell.lock, userOf(actor), deadline, LaneState::kWaitingQueue, waiting)) {
      return QueueEnd::kTimedOut;
    }
    while (!waitForBytes(deadline)) {
      if (!hasPassed(deadline)) continue;
      releaseWord(m_cell.lock);
      return QueueEnd::kTimedOut;
    }
    return removeLocked(actor, item);
  }

  std::int64_t depth() const override { return m_cell.depth.load(kRelaxed); }
  std::unique_ptr<Queue> copyForFork() const override {
    return std::make_unique<ProcessQueue>(id(), m_capacity, m_cell, m_name);
  }
  void finishFeeder(Actor& actor) override { m_feeder.finish(actor); }

 private:
  static LockUser userOf(Actor& actor) { return {actor.recorder, actor.name, actor.process.identity.pid}; }

  bool hasBytes() const {
    int bytes = 0;
    return ioctl(m_cell.readEnd, FIONREAD, &bytes) == 0 && bytes > 0;
  }

  bool waitForBytes(const Deadline& deadline) const {
    constexpr std::int64_t kNsPerMs = 1'000'000;
    int patienceMs = -1;
    if (deadline) {
      const std::int64_t left = (*deadline - monotonicNow()).ns;
      patienceMs = static_cast<int>(std::clamp<std::int64_t>((left + kNsPerMs - 1) / kNsPerMs, 0, 1'000'000));
    }
    pollfd end{m_cell.readEnd, POLLIN, 0};
    return poll(&end, 1, patienceMs) > 0;
  }

  Result<QueueEnd> add(Actor& actor, QueueItem& item) {
    Status sendable = item.fillerBytes == 0 ? canEncode(item.value) : ok();
    if (sendable) sendable = m_feeder.makeReady(actor);
    if (!sendable) {
      if (m_capacity > 0) give(m_cell.room);
      return sendable.error();
    }
    recordPut(actor.recorder, item, m_cell.depth.fetch_add(1, kRelaxed) + 1);
    m_feeder.feed(std::move(item));
    return QueueEnd::kDone;
  }

  /// Reads one message; gives the reader's lock back.
  Result<QueueEnd> removeLocked(Actor& actor, QueueItem& item) {
    auto read = readMessage(m_cell.readEnd, item);
    releaseWord(m_cell.lock);
    if (!read) return read.error();
    // In this order, or a waiting putter could make the depth pass the capacity.
    recordGet(actor.recorder, item, m_cell.depth.fetch_sub(1, kRelaxed) - 1);
    if (m_capacity > 0) give(m_cell.room);
    return QueueEnd::kDone;
  }

  const std::int64_t m_capacity;
  SharedCell& m_cell;
  const std::string m_name;
  QueueFeeder m_feeder;
};

}  // namespace

std::unique_ptr<Queue> makeProcessQueue(ObjectId id, std::int64_t capacity, SharedCell& cell, std::string name) {
  return std::make_unique<ProcessQueue>(id, capacity, cell, std::move(name));
}

}  // namespace threadline::engine
