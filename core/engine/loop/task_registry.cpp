// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/loop/task_registry.h"

#include "core/engine/loop/task.h"

#include <boost/asio/post.hpp>

namespace threadline::engine {

std::uint32_t TaskRegistry::add(LaneId lane, EventLoop& loop) {
  const std::lock_guard lock(m_mutex);
  TaskRecord& record = m_tasks.emplace_back();
  record.lane = lane;
  record.loop = &loop;
  return static_cast<std::uint32_t>(m_tasks.size() - 1);
}

TaskRecord TaskRegistry::record(std::uint32_t task) const {
  const std::lock_guard lock(m_mutex);
  return task < m_tasks.size() ? m_tasks[task] : TaskRecord{};
}

void TaskRegistry::setEnded(std::uint32_t task, bool wasCancelled, std::optional<std::string> exception) {
  const std::lock_guard lock(m_mutex);
  m_tasks[task].hasEnded = true;
  m_tasks[task].wasCancelled = wasCancelled;
  m_tasks[task].exception = std::move(exception);
  m_ended.broadcast();
}

bool TaskRegistry::join(std::uint32_t task, std::optional<DurationNs> limit) {
  const Deadline deadline = deadlineIn(limit);
  std::unique_lock lock(m_mutex);
  if (task >= m_tasks.size()) return true;  // its start failed
  bool isInTime = true;
  while (!m_tasks[task].hasEnded && isInTime) isInTime = m_ended.waitUntil(lock, deadline);
  return m_tasks[task].hasEnded;
}

bool TaskRegistry::cancel(std::uint32_t task) {
  // Under the lock: a task that has not ended keeps its loop alive.
  const std::lock_guard lock(m_mutex);
  if (task >= m_tasks.size() || m_tasks[task].hasEnded) return false;
  EventLoop* loop = m_tasks[task].loop;
  boost::asio::post(loop->context(), [loop, task] {
    if (Task* found = loop->task(task)) found->cancel();
  });
  return true;
}

}  // namespace threadline::engine
