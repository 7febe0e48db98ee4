// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// asyncio.Queue: between the tasks of one event loop and its owner. Nobody blocks in it: the tryPut and tryGet of the
// steps find out whether there is room or an item, and who finds none waits in its list, in the order of coming.
//
// Thread: its loop's; the first loop that uses it binds it, as in asyncio.

#include <deque>

#include "core/engine/loop/task.h"
#include "core/engine/objects/queue.h"

namespace threadline::engine {

class TaskQueue final : public Queue {
 public:
  TaskQueue(ObjectId id, std::int64_t capacity) : Queue(id), m_capacity(capacity) {}

  /// Errors: kRunFailed when it is another loop's.
  [[nodiscard]] Status bind(EventLoop& loop);
  [[nodiscard]] WaitList& getters() { return m_getters; }
  [[nodiscard]] WaitList& putters() { return m_putters; }
  [[nodiscard]] bool isFull() const { return m_capacity > 0 && depth() >= m_capacity; }
  [[nodiscard]] bool isEmpty() const { return m_items.empty(); }

  TaskQueue* awaited() override { return this; }
  Result<QueueEnd> tryPut(Actor& actor, QueueItem& item) override;
  Result<QueueEnd> tryGet(Actor& actor, QueueItem& item) override;
  /// These two never wait: what would block ends as kWouldBlock.
  Result<QueueEnd> put(Actor& actor, QueueItem& item, const Deadline& deadline) override;
  Result<QueueEnd> get(Actor& actor, QueueItem& item, const Deadline& deadline, const StateDetail& waiting) override;
  [[nodiscard]] std::int64_t depth() const override { return static_cast<std::int64_t>(m_items.size()); }
  [[nodiscard]] std::unique_ptr<Queue> copyForFork() const override;

 private:
  const std::int64_t m_capacity;
  const EventLoop* m_loop = nullptr;
  std::deque<QueueItem> m_items;
  WaitList m_getters;
  WaitList m_putters;
};

}  // namespace threadline::engine
