// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A first-in-first-out queue with an optional capacity. Every item carries the flow from its put to its get.
// Each put and get records its flow and the depth after it.
//
// Thread: any.

#include <cstdint>
#include <memory>

#include "core/base/result.h"
#include "core/engine/actor/actor.h"
#include "core/engine/monotonic_condition.h"
#include "core/scenario/value.h"

namespace threadline::engine {

struct SharedCell;
class TaskQueue;  // objects/task_queue.h

/// What is in a queue: a value, or (fillerBytes > 0) an item of that many bytes whose value is their number.
struct QueueItem {
  scenario::Value value;
  std::int64_t fillerBytes = 0;
  std::uint64_t flow = 0;
};

/// How a wait that a queue would have to do ended.
enum class QueueEnd : std::uint8_t {
  kDone,
  kWouldBlock,  // full or empty; only of the calls that do not wait
  kTimedOut,
};

class Queue {
 public:
  explicit Queue(ObjectId id) : m_id(id) {}
  Queue(const Queue&) = delete;
  Queue& operator=(const Queue&) = delete;
  virtual ~Queue() = default;

  [[nodiscard]] ObjectId id() const { return m_id; }
  /// Of a queue between tasks: itself. Whoever finds it full or empty awaits it.
  [[nodiscard]] virtual TaskQueue* awaited() { return nullptr; }
  /// False: nobody else can ever put or get, so a blocking call would never return.
  [[nodiscard]] virtual bool mayWait() const { return true; }
  /// Puts if there is room. Errors: kLimit, kSystem when the feeder cannot be started.
  [[nodiscard]] virtual Result<QueueEnd> tryPut(Actor& actor, QueueItem& item) = 0;
  /// Waits for room. The caller has recorded waiting_queue and given up the GIL.
  [[nodiscard]] virtual Result<QueueEnd> put(Actor& actor, QueueItem& item, const Deadline& deadline) = 0;
  /// Errors: kRunFailed when what is in the queue cannot be read.
  [[nodiscard]] virtual Result<QueueEnd> tryGet(Actor& actor, QueueItem& item) = 0;
  /// Waits for an item. The caller has recorded waiting_queue (`waiting`) and given up the GIL.
  [[nodiscard]] virtual Result<QueueEnd> get(Actor& actor, QueueItem& item, const Deadline& deadline,
                                             const StateDetail& waiting) = 0;
  [[nodiscard]] virtual std::int64_t depth() const = 0;
  [[nodiscard]] virtual std::unique_ptr<Queue> copyForFork() const = 0;
  /// At the process's exit: see ObjectTable::finishFeeders.
  virtual void finishFeeder(Actor& /*actor*/) {}

 protected:
  /// The two halves of an item's way.
  void recordPut(Recorder& recorder, QueueItem& item, std::int64_t depth) const;
  void recordGet(Recorder& recorder, const QueueItem& item, std::int64_t depth) const;

 private:
  const ObjectId m_id;
};

/// Within one process; `mayWait` false: of a program that runs in one lane only.
[[nodiscard]] std::unique_ptr<Queue> makeLocalQueue(ObjectId id, std::int64_t capacity, bool mayWait);
/// Between processes, as multiprocessing.Queue: items go through a pipe, written by a feeder thread of the putting
/// process, so that put never waits for the pipe; a counting semaphore keeps the capacity.
[[nodiscard]] std::unique_ptr<Queue> makeProcessQueue(ObjectId id, std::int64_t capacity, SharedCell& cell,
                                                      std::string name);

/// One end of a pipe between two: what is put at it comes out at the other end. As multiprocessing.Pipe, a duplex pair
/// of sockets without feeder: put waits while the pipe is full. Each end is read by one and written by one at a time.
[[nodiscard]] std::unique_ptr<Queue> makePipeEnd(ObjectId id, SharedCell& cell, bool isSecond);

}  // namespace threadline::engine
