// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/handle_table.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/actor/thread_actor.h"
#include "core/engine/loop/task_registry.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/loop_wait.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Runtime;

Error cannotJoin(const std::string& why) {
  return {ErrorCode::kRunFailed, why, ""};
}

bool hasEnded(Frame& frame, const HandleEntry& entry) {
  if (entry.runtime == Runtime::kThread) return frame.process().threads->record(entry.number).hasEnded;
  if (entry.runtime == Runtime::kTask) return frame.process().tasks->record(entry.number).hasEnded;
  return !frame.process().children->isAlive(frame.recorder(), entry.number);
}

bool wait(Frame& frame, const HandleEntry& entry, std::optional<DurationNs> limit) {
  StateDetail waiting = frame.waitFor(TargetKind::kLane, entry.start.recorder.lane.value);
  waiting.isTimed = limit.has_value();
  const BlockingCall call(frame.actor(), LaneState::kJoining, waiting);
  if (entry.runtime == Runtime::kThread) return frame.process().threads->join(entry.number, limit);
  if (entry.runtime == Runtime::kTask) return frame.process().tasks->join(entry.number, limit);
  return frame.process().children->join(frame.recorder(), entry.number, limit);
}

/// Awaits a task of the same loop.
Awaitable<bool> waitInTask(Frame& frame, const HandleEntry& entry, Deadline deadline) {
  Task& self = *frame.task();
  const StateDetail detail = frame.waitFor(TargetKind::kLane, entry.start.recorder.lane.value);
  while (Task* other = self.loop().task(entry.number)) {
    if (frame.process().tasks->record(entry.number).hasEnded) break;
    other->joiners().add(self);
    const bool wasWoken = co_await self.park(detail, deadline);
    other = self.loop().task(entry.number);
    if (other != nullptr) other->joiners().remove(self);
    if (!wasWoken) break;
  }
  co_return frame.process().tasks->record(entry.number).hasEnded;
}

class JoinStep final : public StepCode {
 public:
  JoinStep(scenario::Reference actor, std::optional<scenario::Argument> timeout)
      : m_actor(std::move(actor)), m_timeout(std::move(timeout)) {}

  StepEnd run(Frame& frame) const override {
    auto handles = frame.actors(m_actor);
    if (!handles) return frame.fail(handles.error());
    std::optional<DurationNs> limit;
    if (m_timeout) {
      const auto ms = frame.integer(*m_timeout);
      if (!ms) return frame.fail(ms.error());
      limit = milliseconds(ms.value());
    }
    if (frame.task() != nullptr) return awaitStep(frame, joinInTask(frame, handles.take(), limit));
    for (const scenario::ActorHandle handle : handles.value()) {
      const auto entry = joinable(frame, handle);
      if (!entry) return frame.fail(entry.error());
      if (entry.value().runtime == Runtime::kSequential) continue;
      bool isOver = hasEnded(frame, entry.value());
      if (!isOver && isOfOwnLoop(frame, entry.value())) {
        if (const StepEnd end = turnUntilEnded(frame, entry.value(), limit, isOver); end != StepEnd::kNext) return end;
      } else if (!isOver) {
        isOver = wait(frame, entry.value(), limit);
      }
      if (auto joined = recordJoined(frame, entry.value(), isOver); !joined) return frame.fail(joined.error());
    }
    return StepEnd::kNext;
  }

 private:
  static Awaitable<StepEnd> joinInTask(Frame& frame, std::vector<scenario::ActorHandle> handles,
                                       std::optional<DurationNs> limit) {
    for (const scenario::ActorHandle handle : handles) {
      const auto entry = joinable(frame, handle);
      if (!entry) co_return frame.fail(entry.error());
      if (entry.value().runtime == Runtime::kSequential) continue;
      bool isOver = hasEnded(frame, entry.value());
      if (!isOver && entry.value().runtime == Runtime::kTask) {
        isOver = co_await waitInTask(frame, entry.value(), deadlineIn(limit));
        if (frame.task()->isCancelled()) co_return StepEnd::kNext;
      } else if (!isOver) {
        isOver = wait(frame, entry.value(), limit);
      }
      const Status joined = recordJoined(frame, entry.value(), isOver);
      if (!joined) co_return frame.fail(joined.error());
    }
    co_return StepEnd::kNext;
  }

  static StepEnd turnUntilEnded(Frame& frame, const HandleEntry& entry, std::optional<DurationNs> limit, bool& isOver) {
    const LoopWait wait{LaneState::kJoining, frame.waitFor(TargetKind::kLane, entry.start.recorder.lane.value),
                        deadlineIn(limit)};
    return turnLoop(
        frame, *ownLoop(frame), wait, [&] { return hasEnded(frame, entry); }, isOver);
  }

  static bool isOfOwnLoop(Frame& frame, const HandleEntry& entry) {
    return entry.runtime == Runtime::kTask && ownLoop(frame) != nullptr &&
           frame.process().tasks->record(entry.number).loop == ownLoop(frame);
  }

  /// The actor behind the handle, if it can be joined here.
  static Result<HandleEntry> joinable(Frame& frame, scenario::ActorHandle handle) {
    auto entry = frame.process().handles->entry(handle);
    if (!entry) return cannotJoin("can only join a child of this process");
    if (entry->runtime == Runtime::kSequential) return std::move(*entry);
    if (!entry->hasStarted) {
      if (entry->runtime == Runtime::kProcess) return cannotJoin("can only join a started process");
      return cannotJoin(entry->runtime == Runtime::kTask ? "cannot await a task before it is started"
                                                         : "cannot join thread before it is started");
    }
    const bool isTask = entry->runtime == Runtime::kTask;
    if (entry->start.recorder.lane == frame.recorder().lane()) {
      return cannotJoin(isTask ? "a task cannot await itself" : "cannot join current thread");
    }
    if (isTask && frame.actor().task != nullptr) {
      const TaskRecord record = frame.process().tasks->record(entry->number);
      if (!record.hasEnded && record.loop != &frame.actor().task->loop()) {
        return cannotJoin("this task belongs to another event loop");
      }
      if (!record.hasEnded && frame.task() == nullptr) {
        return cannotJoin("a plain call in a task cannot await: the event loop is already running");
      }
    }
    return std::move(*entry);
  }

  /// The arrow to who joined, or the mark of a wait in vain. Errors: of an awaited task, its exception.
  static Status recordJoined(Frame& frame, const HandleEntry& entry, bool isOver) {
    const LaneId lane = entry.start.recorder.lane;
    if (!isOver) {
      frame.recorder().instant(InstantKind::kTimeout, 0, lane.value, 0, frame.step());
      return ok();
    }
    frame.recorder().flowIn(FlowKind::kJoin, Recorder::endFlowOf(lane), {});
    if (entry.runtime != Runtime::kTask) return ok();
    const TaskRecord record = frame.process().tasks->record(entry.number);
    // Who cancels a task and awaits it expects the cancellation.
    if (record.exception && !record.wasCancelled) return cannotJoin(*record.exception);
    return ok();
  }

  scenario::Reference m_actor;
  std::optional<scenario::Argument> m_timeout;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeJoin(const scenario::Step& step, CodeBuilder& builder) {
  auto actor = builder.reference(step, "actor");
  if (!actor) return actor.error();
  return std::unique_ptr<StepCode>(std::make_unique<JoinStep>(actor.take(), CodeBuilder::argument(step, "timeout_ms")));
}

}  // namespace threadline::engine
