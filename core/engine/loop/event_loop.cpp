// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/loop/event_loop.h"

#include <unistd.h>

#include <utility>

#include "core/engine/actor/lane_factory.h"
#include "core/engine/gil/gil.h"
#include "core/engine/loop/task.h"
#include "core/engine/loop/task_registry.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

namespace threadline::engine {

namespace asio = boost::asio;

namespace {

std::chrono::steady_clock::time_point steadyTime(TimeNs time) {
  return std::chrono::steady_clock::time_point(std::chrono::nanoseconds(time.ns));
}

}  // namespace

Result<EventLoop*> EventLoop::of(Actor& actor) {
  if (actor.task != nullptr) return &actor.task->loop();
  if (actor.loop) return actor.loop.get();
  LaneRequest request;
  request.kind = LaneKind::kService;
  request.process = actor.process.identity.id;
  request.parent = actor.recorder.lane();
  request.name = "event loop";
  request.waiter = &actor;
  auto lane = makeLane(*actor.process.rings, request);
  if (!lane) return lane.error();
  actor.loop = std::make_shared<EventLoop>(actor, lane.value());
  return actor.loop.get();
}

EventLoop::EventLoop(Actor& owner, const RecorderSeed& lane)
    : m_owner(owner),
      m_recorder(*owner.process.rings, lane),
      m_context(1),  // one thread runs it; others may post
      m_work(asio::make_work_guard(m_context)) {
  m_recorder.identity(::gettid(), 0);
}

EventLoop::~EventLoop() = default;

std::uint32_t EventLoop::start(const ActorStart& start) {
  const std::uint32_t number = process().tasks->add(start.recorder.lane, *this);
  auto task = std::make_unique<Task>(*this, number, start);
  asio::co_spawn(m_context, task->run(), asio::detached);
  m_tasks.emplace(number, std::move(task));
  return number;
}

Task* EventLoop::task(std::uint32_t number) {
  const auto found = m_tasks.find(number);
  return found == m_tasks.end() ? nullptr : found->second.get();
}

bool EventLoop::turn(LaneState state, const StateDetail& detail, const std::function<bool()>& isOver,
                     const Deadline& deadline) {
  m_owner.recorder.state(state, detail);
  if (process().gil) process().gil->handOver(m_owner.recorder, m_recorder);
  m_isTurning = true;
  bool isDone = isOver();
  while (!isDone && mayTurn() && !(deadline && monotonicNow() >= *deadline)) {
    step(deadline);
    isDone = isOver();
  }
  if (m_isOutside) comeBack();
  m_isTurning = false;
  StateDetail waiting;
  waiting.targetKind = TargetKind::kLane;
  waiting.target = m_owner.recorder.lane().value;
  m_recorder.state(LaneState::kSuspended, waiting);
  if (process().gil) process().gil->handOver(m_recorder, m_owner.recorder);
  m_owner.recordWorking(monotonicNow());
  return isDone;
}

void EventLoop::step(const Deadline& deadline) {
  if (m_context.poll_one() == 0) {
    goOutside();
    if (deadline) {
      m_context.run_one_until(steadyTime(*deadline));
    } else {
      m_context.run_one();
    }
    return;
  }
  if (m_isOutside || !process().gil || !process().gil->isBreakerSet()) return;
  m_recorder.stateSince(process().gil->yieldOnRequest(m_recorder), LaneState::kRunning, {});
}

void EventLoop::goOutside() {
  if (m_isOutside) return;
  m_recorder.state(LaneState::kIdle);
  if (process().gil) process().gil->drop(m_recorder);
  m_isOutside = true;
}

void EventLoop::comeBack() {
  m_isOutside = false;
  if (!process().gil) return;
  const TimeNs since = process().gil->take(m_recorder);
  if (m_recorder.currentState() == LaneState::kWaitingGil) m_recorder.stateSince(since, LaneState::kRunning, {});
}

void EventLoop::close() {
  m_isClosing = true;
  // As asyncio.run: what is left is cancelled, and gets the chance to end.
  for (const auto& [number, task] : m_tasks) task->cancel();
  if (!m_tasks.empty()) {
    StateDetail waiting;
    waiting.targetKind = TargetKind::kLane;
    waiting.target = lane().value;
    turn(
        LaneState::kJoining, waiting, [this] { return m_tasks.empty(); }, std::nullopt);
  }
  m_recorder.laneEnds(LaneExit::kReturned, "", false);
}

void EventLoop::enter(Task& task) {
  const StateDetail waiting;
  TimeNs since;
  if (m_isOutside) {
    m_isOutside = false;
    since = takeGil(task.recorder(), waiting);
  } else {
    since = monotonicNow();
  }
  carryOn(task, since);
  task.actor().recordWorking(since);
}

void EventLoop::carryOn(const Task& task, TimeNs since) {
  StateDetail carried;
  carried.label = task.nameInLoop();
  m_recorder.stateSince(since, LaneState::kRunning, carried);
}

void EventLoop::stall(LaneState state) {
  m_recorder.state(state);
}

TimeNs EventLoop::takeGil(Recorder& task, const StateDetail& waiting) {
  if (!process().gil) return monotonicNow();
  const TimeNs asked = monotonicNow();
  const TimeNs since = process().gil->take(m_recorder);
  if (m_recorder.currentState() == LaneState::kWaitingGil) task.stateSince(asked, LaneState::kWaitingGil, waiting);
  return since;
}

void EventLoop::ended(Task& task) {
  task.joiners().wakeAll();
  // Not at once: this is called by the task's own coroutine.
  asio::post(m_context, [this, number = task.number()] { m_tasks.erase(number); });
}

}  // namespace threadline::engine
