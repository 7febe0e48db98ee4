// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a step of a thread awaits something of the thread's own event loop: the loop turns until it has come. (A step of
// a task awaits by awaitStep, loop/task.h.)
//
// Thread: the actor's.

#include <functional>

#include "core/engine/loop/task.h"
#include "core/engine/steps/frame.h"

namespace threadline::engine {

struct LoopWait {
  LaneState state{};  // of the thread's lane meanwhile
  StateDetail detail;
  Deadline deadline;
};

/// The loop that this thread owns and that can turn now; null when there is none, and in a plain frame of a task.
[[nodiscard]] EventLoop* ownLoop(const Frame& frame);
/// The same, made where there is none. Errors: kRunFailed in a plain frame of a task; those of a new lane.
[[nodiscard]] Result<EventLoop*> needOwnLoop(const Frame& frame);

/// The loop of this actor, whether it can turn now or not: of a task its loop, of a thread its own, made where there is
/// none. Errors: those of a new lane.
[[nodiscard]] Result<EventLoop*> loopFor(const Frame& frame);

/// Turns the loop until `isOver`, which isDone tells, or the deadline. Ends the actor when a task has asked for the
/// process's end.
[[nodiscard]] StepEnd turnLoop(Frame& frame, EventLoop& loop, const LoopWait& wait, const std::function<bool()>& isOver,
                               bool& isDone);

/// In a task: waits in the list until `isOver`; false when the deadline came first, or a cancellation.
[[nodiscard]] Awaitable<bool> waitInTask(Frame& frame, ObjectId object, WaitList& list, std::function<bool()> isOver,
                                         Deadline deadline);

}  // namespace threadline::engine
