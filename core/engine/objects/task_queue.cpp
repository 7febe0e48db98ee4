// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/task_queue.h"

#include <utility>

namespace threadline::engine {

Status TaskQueue::bind(EventLoop& loop) {
  if (m_loop == nullptr) m_loop = &loop;
  if (m_loop == &loop) return ok();
  return Error{ErrorCode::kRunFailed,
               "a queue between tasks is bound to one event loop, and this is another; between threads take "
               "\"between\": \"thread\"",
               ""};
}

Result<QueueEnd> TaskQueue::tryPut(Actor& actor, QueueItem& item) {
  if (isFull()) return QueueEnd::kWouldBlock;
  recordPut(actor.recorder, item, depth() + 1);
  m_items.push_back(std::move(item));
  m_getters.wakeOne();
  return QueueEnd::kDone;
}

Result<QueueEnd> TaskQueue::tryGet(Actor& actor, QueueItem& item) {
  if (m_items.empty()) return QueueEnd::kWouldBlock;
  item = std::move(m_items.front());
  m_items.pop_front();
  recordGet(actor.recorder, item, depth());
  m_putters.wakeOne();
  return QueueEnd::kDone;
}

Result<QueueEnd> TaskQueue::put(Actor& actor, QueueItem& item, const Deadline& /*deadline*/) {
  return tryPut(actor, item);
}

Result<QueueEnd> TaskQueue::get(Actor& actor, QueueItem& item, const Deadline& /*deadline*/,
                                const StateDetail& /*waiting*/) {
  return tryGet(actor, item);
}

std::unique_ptr<Queue> TaskQueue::copyForFork() const {
  auto copy = std::make_unique<TaskQueue>(id(), m_capacity);
  copy->m_items = m_items;
  return copy;
}

}  // namespace threadline::engine
