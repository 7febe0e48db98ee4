// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/thread_actor.h"

#include <unistd.h>

#include "core/engine/actor/actor.h"
#include "core/engine/actor/pthread_start.h"

namespace threadline::engine {

/// What the new thread needs; it owns it.
struct ThreadRegistry::Launch {
  ThreadRegistry& registry;
  std::uint32_t thread;
  ActorStart start;
};

Result<std::uint32_t> ThreadRegistry::startThread(const ActorStart& start) {
  std::uint32_t thread = 0;
  {
    const std::lock_guard lock(m_mutex);
    thread = static_cast<std::uint32_t>(m_threads.size());
    ThreadRecord& record = m_threads.emplace_back();
    record.lane = start.recorder.lane;
    record.isDaemon = start.isDaemon;
    record.endFlow = Recorder::endFlowOf(record.lane);
  }
  auto launch = std::make_unique<Launch>(Launch{*this, thread, start});
  if (auto started = startPthread(&ThreadRegistry::entry, launch.get()); !started) {
    const std::lock_guard lock(m_mutex);
    m_threads[thread].hasEnded = true;
    return started.error();
  }
  static_cast<void>(launch.release());  // the thread's now
  std::unique_lock lock(m_mutex);
  while (!m_threads[thread].hasStarted) m_changed.wait(lock);
  return thread;
}

void* ThreadRegistry::entry(void* argument) {
  const std::unique_ptr<Launch> launch(static_cast<Launch*>(argument));
  launch->registry.run(launch->thread, launch->start);
  return nullptr;
}

void ThreadRegistry::run(std::uint32_t thread, const ActorStart& start) {
  nameThisThread(start.name);
  Recorder recorder(*m_process.rings, start.recorder);
  const std::int64_t tid = gettid();
  const auto ident = static_cast<std::uint64_t>(pthread_self());
  recorder.identity(tid, ident);
  Actor actor{m_process, recorder, start.name, start.isDaemon};
  actor.isThread = true;
  actor.whenRunning = [&] {
    const std::lock_guard lock(m_mutex);
    ThreadRecord& record = m_threads[thread];
    record.hasStarted = true;
    record.tid = tid;
    record.ident = ident;
    m_changed.broadcast();
  };
  const ActorOutcome outcome = runFunction(actor, start);
  const bool hasFailed = outcome.how == ActorOutcome::How::kException;
  recorder.laneEnds(hasFailed ? LaneExit::kException : LaneExit::kReturned, outcome.text, true, actor.endedAt);
  const std::lock_guard lock(m_mutex);
  m_threads[thread].hasEnded = true;
  m_changed.broadcast();
}

bool ThreadRegistry::join(std::uint32_t thread, std::optional<DurationNs> limit) {
  const Deadline deadline = deadlineIn(limit);
  std::unique_lock lock(m_mutex);
  if (thread >= m_threads.size()) return true;  // its start failed, or has not come so far
  bool isInTime = true;
  while (!m_threads[thread].hasEnded && isInTime) isInTime = m_changed.waitUntil(lock, deadline);
  return m_threads[thread].hasEnded;
}

ThreadRecord ThreadRegistry::record(std::uint32_t thread) const {
  const std::lock_guard lock(m_mutex);
  return thread < m_threads.size() ? m_threads[thread] : ThreadRecord{};
}

std::vector<std::uint32_t> ThreadRegistry::unfinishedNonDaemons() const {
  const std::lock_guard lock(m_mutex);
  std::vector<std::uint32_t> unfinished;
  for (std::uint32_t i = 0; i < m_threads.size(); ++i) {
    if (!m_threads[i].isDaemon && !m_threads[i].hasEnded) unfinished.push_back(i);
  }
  return unfinished;
}

}  // namespace threadline::engine
