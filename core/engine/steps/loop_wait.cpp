// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/loop_wait.h"

namespace threadline::engine {

EventLoop* ownLoop(const Frame& frame) {
  const Actor& actor = frame.actor();
  return actor.task == nullptr ? actor.loop.get() : nullptr;
}

Result<EventLoop*> needOwnLoop(const Frame& frame) {
  if (frame.actor().task != nullptr) {
    return Error{ErrorCode::kRunFailed, "a plain call in a task cannot await: the event loop is already running", ""};
  }
  return EventLoop::of(frame.actor());
}

Result<EventLoop*> loopFor(const Frame& frame) {
  return EventLoop::of(frame.actor());
}

StepEnd turnLoop(Frame& frame, EventLoop& loop, const LoopWait& wait, const std::function<bool()>& isOver,
                 bool& isDone) {
  isDone = loop.turn(wait.state, wait.detail, isOver, wait.deadline);
  return loop.exitCode() ? frame.exit(*loop.exitCode()) : StepEnd::kNext;
}

Awaitable<bool> waitInTask(Frame& frame, ObjectId object, WaitList& list, std::function<bool()> isOver,
                           Deadline deadline) {
  Task& task = *frame.task();
  const StateDetail detail = frame.waitFor(TargetKind::kObject, object.value);
  while (!isOver()) {
    list.add(task);
    const bool wasWoken = co_await task.park(detail, deadline);
    list.remove(task);
    if (wasWoken && !task.isCancelled()) continue;
    // Woken and cancelled at once: what it was woken for is the next one's.
    if (wasWoken && isOver()) list.wakeOne();
    co_return false;
  }
  co_return true;
}

}  // namespace threadline::engine
