// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/queue_feeder.h"

#include <pthread.h>
#include <unistd.h>

#include <utility>

#include "core/engine/actor/lane_factory.h"
#include "core/engine/actor/pthread_start.h"
#include "core/engine/objects/message_stream.h"
#include "core/engine/objects/process_lock.h"
#include "core/engine/objects/value_codec.h"

namespace threadline::engine {
QueueFeeder::QueueFeeder(ObjectId queue, std::string queueName, SharedCell& cell)
    : m_queue(queue), m_name("feeder of " + std::move(queueName)), m_cell(cell) {}

Status QueueFeeder::makeReady(Actor& actor) {
  const std::lock_guard lock(m_mutex);
  return m_isRunning ? ok() : start(actor);
}

void QueueFeeder::feed(QueueItem item) {
  const std::lock_guard lock(m_mutex);
  m_items.push_back(std::move(item));
  m_changed.broadcast();
}

Status QueueFeeder::start(Actor& actor) {
  LaneRequest request;
  request.kind = LaneKind::kService;
  request.process = actor.process.identity.id;
  request.parent = actor.recorder.lane();
  request.name = m_name;
  request.isDaemon = true;
  request.waiter = &actor;
  auto seed = makeLane(*actor.process.rings, request);
  if (!seed) return seed.error();
  m_process = &actor.process;
  m_seed = seed.value();
  if (auto started = startPthread(&QueueFeeder::entry, this); !started) {
    Recorder(*actor.process.rings, m_seed).laneEnds(LaneExit::kException, started.error().message, false);
    return started;
  }
  m_isRunning = true;
  return ok();
}

void* QueueFeeder::entry(void* feeder) {
  static_cast<QueueFeeder*>(feeder)->run();
  return nullptr;
}

void QueueFeeder::run() {
  nameThisThread(m_name);
  Recorder recorder(*m_process->rings, m_seed);
  recorder.identity(gettid(), pthread_self());
  Actor actor{*m_process, recorder, m_name, true};
  QueueItem item;
  while (next(recorder, item)) write(actor, item);
  recorder.laneEnds(LaneExit::kReturned, "", true);
  const std::lock_guard lock(m_mutex);
  m_isRunning = false;
  m_changed.broadcast();
}

bool QueueFeeder::next(Recorder& recorder, QueueItem& item) {
  std::unique_lock lock(m_mutex);
  if (m_items.empty() && !m_isClosing) recorder.state(LaneState::kIdle);
  while (m_items.empty() && !m_isClosing) m_changed.wait(lock);
  if (m_items.empty()) return false;
  item = std::move(m_items.front());
  m_items.pop_front();
  return true;
}

void QueueFeeder::write(Actor& actor, const QueueItem& item) {
  actor.resume();
  std::string content;
  if (item.fillerBytes == 0) {
    if (auto encoded = encodeValue(item.value)) content = encoded.take();
  }
  StateDetail waiting;
  waiting.targetKind = TargetKind::kObject;
  waiting.target = m_queue.value;
  actor.recorder.state(LaneState::kWaitingIo, waiting);
  actor.pause();
  const LockUser user{actor.recorder, actor.name, actor.process.identity.pid};
  if (!acquireWord(m_cell.writerLock, user, std::nullopt, LaneState::kWaitingIo, waiting)) return;
  writeMessage(m_cell.writeEnd, item.flow, content, item.fillerBytes);
  releaseWord(m_cell.writerLock);
}

void QueueFeeder::finish(Actor& actor) {
  {
    const std::lock_guard lock(m_mutex);
    m_isClosing = true;
    m_changed.broadcast();
    if (!m_isRunning) return;
  }
  StateDetail waiting;
  waiting.targetKind = TargetKind::kLane;
  waiting.target = m_seed.lane.value;
  const BlockingCall call(actor, LaneState::kJoining, waiting);
  std::unique_lock lock(m_mutex);
  while (m_isRunning) m_changed.wait(lock);
}

}  // namespace threadline::engine
