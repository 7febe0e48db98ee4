// SPDX-License-Identifier: GPL-3.0-or-later
#include <deque>
#include <mutex>
#include <string>

#include "core/engine/objects/flow_text.h"
#include "core/engine/objects/queue.h"

namespace threadline::engine {
namespace {

class LocalQueue final : public Queue {
 public:
  LocalQueue(ObjectId id, std::int64_t capacity, bool mayWait) : Queue(id), m_capacity(capacity), m_mayWait(mayWait) {}

  bool mayWait() const override { return m_mayWait; }

  Result<QueueEnd> tryPut(Actor& actor, QueueItem& item) override {
    const std::lock_guard lock(m_mutex);
    if (isFull()) return QueueEnd::kWouldBlock;
    add(actor, item);
    return QueueEnd::kDone;
  }

  Result<QueueEnd> put(Actor& actor, QueueItem& item, const Deadline& deadline) override {
    std::unique_lock lock(m_mutex);
    bool isInTime = true;
    while (isFull() && isInTime) isInTime = m_notFull.waitUntil(lock, deadline);
    if (isFull()) return QueueEnd::kTimedOut;
    add(actor, item);
    return QueueEnd::kDone;
  }

  Result<QueueEnd> tryGet(Actor& actor, QueueItem& item) override {
    const std::lock_guard lock(m_mutex);
    if (m_items.empty()) return QueueEnd::kWouldBlock;
    remove(actor, item);
    return QueueEnd::kDone;
  }

  Result<QueueEnd> get(Actor& actor, QueueItem& item, const Deadline& deadline,
                       const StateDetail& /*waiting*/) override {
    std::unique_lock lock(m_mutex);
    bool isInTime = true;
    while (m_items.empty() && isInTime) isInTime = m_notEmpty.waitUntil(lock, deadline);
    if (m_items.empty()) return QueueEnd::kTimedOut;
    remove(actor, item);
    return QueueEnd::kDone;
  }

  std::int64_t depth() const override {
    const std::lock_guard lock(m_mutex);
    return size();
  }

  std::unique_ptr<Queue> copyForFork() const override {
    const std::lock_guard lock(m_mutex);
    auto copy = std::make_unique<LocalQueue>(id(), m_capacity, m_mayWait);
    copy->m_items = m_items;
    return copy;
  }

 private:
  std::int64_t size() const { return static_cast<std::int64_t>(m_items.size()); }
  bool isFull() const { return m_capacity > 0 && size() >= m_capacity; }

  // Recorded under the mutex, so that depths and flows stand in the trace in the order in which they happened.
  void add(Actor& actor, QueueItem& item) {
    recordPut(actor.recorder, item, size() + 1);
    m_items.push_back(std::move(item));
    m_notEmpty.signal();
  }
  void remove(Actor& actor, QueueItem& item) {
    item = std::move(m_items.front());
    m_items.pop_front();
    recordGet(actor.recorder, item, size());
    m_notFull.signal();
  }

  const std::int64_t m_capacity;
  const bool m_mayWait;
  mutable std::mutex m_mutex;
  MonotonicCondition m_notEmpty;
  MonotonicCondition m_notFull;
  std::deque<QueueItem> m_items;
};

}  // namespace

void Queue::recordPut(Recorder& recorder, QueueItem& item, std::int64_t depth) const {
  item.flow = recorder.newFlow();
  recorder.flowOut(FlowKind::kPut, item.flow, m_id, recorder.text(flowText(item.value)));
  recorder.counter(CounterKind::kDepth, m_id, depth);
}

void Queue::recordGet(Recorder& recorder, const QueueItem& item, std::int64_t depth) const {
  recorder.flowIn(FlowKind::kPut, item.flow, m_id);
  recorder.counter(CounterKind::kDepth, m_id, depth);
}

std::unique_ptr<Queue> makeLocalQueue(ObjectId id, std::int64_t capacity, bool mayWait) {
  return std::make_unique<LocalQueue>(id, capacity, mayWait);
}

}  // namespace threadline::engine
