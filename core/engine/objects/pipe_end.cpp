// SPDX-License-Identifier: GPL-3.0-or-later
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include "core/engine/objects/message_stream.h"
#include "core/engine/objects/process_lock.h"
#include "core/engine/objects/queue.h"
#include "core/engine/objects/value_codec.h"
#include "core/engine/shared_block.h"

namespace threadline::engine {
namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;
// Linux says that a socket is writable while at most a quarter of its buffer (212 992 bytes) is in use: this much then
// goes in without a wait, whatever it is cut into.
constexpr std::size_t kSurelyFits = std::size_t{16} * 1024;

struct EndWords {
  int fd;
  SharedLockWord& reader;
  SharedLockWord& writer;
};

EndWords wordsOf(SharedCell& cell, bool isSecond) {
  if (isSecond) return {cell.writeEnd, cell.otherReader, cell.otherWriter};
  return {cell.readEnd, cell.lock, cell.writerLock};
}

LockUser userOf(Actor& actor) {
  return {actor.recorder, actor.name, actor.process.identity.pid};
}

class PipeEnd final : public Queue {
 public:
  PipeEnd(ObjectId id, SharedCell& cell, bool isSecond)
      : Queue(id), m_cell(cell), m_isSecond(isSecond), m_end(wordsOf(cell, isSecond)) {}

  Result<QueueEnd> tryPut(Actor& actor, QueueItem& item) override {
    auto bytes = encode(item);
    if (!bytes) return bytes.error();
    const bool isSmall = bytes.value().size() + static_cast<std::size_t>(item.fillerBytes) <= kSurelyFits;
    if (!isSmall || !isReady(POLLOUT, 0) || !tryAcquireWord(m_end.writer, userOf(actor))) {
      return QueueEnd::kWouldBlock;
    }
    if (!isReady(POLLOUT, 0)) {  // somebody was faster
      releaseWord(m_end.writer);
      return QueueEnd::kWouldBlock;
    }
    return writeLocked(actor, item);
  }

  Result<QueueEnd> put(Actor& actor, QueueItem& item, const Deadline& deadline) override {
    const StateDetail waiting = waitingDetail();
    if (!acquireWord(m_end.writer, userOf(actor), deadline, LaneState::kWaitingQueue, waiting)) {
      return QueueEnd::kTimedOut;
    }
    if (!waitUntilReady(POLLOUT, deadline)) {
      releaseWord(m_end.writer);
      return QueueEnd::kTimedOut;
    }
    return writeLocked(actor, item);
  }

  Result<QueueEnd> tryGet(Actor& actor, QueueItem& item) override {
    if (!isReady(POLLIN, 0) || !tryAcquireWord(m_end.reader, userOf(actor))) return QueueEnd::kWouldBlock;
    if (!isReady(POLLIN, 0)) {
      releaseWord(m_end.reader);
      return QueueEnd::kWouldBlock;
    }
    return readLocked(actor, item);
  }

  Result<QueueEnd> get(Actor& actor, QueueItem& item, const Deadline& deadline, const StateDetail& waiting) override {
    if (!acquireWord(m_end.reader, userOf(actor), deadline, LaneState::kWaitingQueue, waiting)) {
      return QueueEnd::kTimedOut;
    }
    if (!waitUntilReady(POLLIN, deadline)) {
      releaseWord(m_end.reader);
      return QueueEnd::kTimedOut;
    }
    return readLocked(actor, item);
  }

  std::int64_t depth() const override { return m_cell.depth.load(kRelaxed); }
  std::unique_ptr<Queue> copyForFork() const override { return std::make_unique<PipeEnd>(id(), m_cell, m_isSecond); }

 private:
  StateDetail waitingDetail() const {
    StateDetail detail;
    detail.targetKind = TargetKind::kObject;
    detail.target = id().value;
    return detail;
  }

  bool isReady(short what, int patienceMs) const {
    pollfd end{m_end.fd, what, 0};
    return ::poll(&end, 1, patienceMs) > 0;
  }

  bool waitUntilReady(short what, const Deadline& deadline) const {
    constexpr std::int64_t kNsPerMs = 1'000'000;
    while (true) {
      int patienceMs = -1;
      if (deadline) {
        const std::int64_t left = (*deadline - monotonicNow()).ns;
        patienceMs = static_cast<int>(std::clamp<std::int64_t>((left + kNsPerMs - 1) / kNsPerMs, 0, 1'000'000));
      }
      if (isReady(what, patienceMs)) return true;
      if (deadline && monotonicNow() >= *deadline) return false;
    }
  }

  static Result<std::string> encode(const QueueItem& item) {
    return item.fillerBytes > 0 ? Result<std::string>(std::string()) : encodeValue(item.value);
  }

  /// Writes the message, however long that takes, and gives the writer's lock back.
  Result<QueueEnd> writeLocked(Actor& actor, QueueItem& item) {
    auto content = encode(item);
    if (!content) {
      releaseWord(m_end.writer);
      return content.error();
    }
    recordPut(actor.recorder, item, m_cell.depth.fetch_add(1, kRelaxed) + 1);
    const bool isWritten = writeMessage(m_end.fd, item.flow, content.value(), item.fillerBytes);
    releaseWord(m_end.writer);
    if (!isWritten) return Error{ErrorCode::kRunFailed, "the other end of the pipe is closed", ""};
    return QueueEnd::kDone;
  }

  Result<QueueEnd> readLocked(Actor& actor, QueueItem& item) {
    auto read = readMessage(m_end.fd, item);
    releaseWord(m_end.reader);
    if (!read) return read.error();
    recordGet(actor.recorder, item, m_cell.depth.fetch_sub(1, kRelaxed) - 1);
    return QueueEnd::kDone;
  }

  SharedCell& m_cell;
  const bool m_isSecond;
  const EndWords m_end;
};

}  // namespace

std::unique_ptr<Queue> makePipeEnd(ObjectId id, SharedCell& cell, bool isSecond) {
  return std::make_unique<PipeEnd>(id, cell, isSecond);
}

}  // namespace threadline::engine
