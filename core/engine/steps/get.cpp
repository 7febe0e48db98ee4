// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/queue.h"
#include "core/engine/objects/task_queue.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/loop_wait.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Value;

class GetStep final : public StepCode {
 public:
  GetStep(const scenario::Step& step, ObjectRef queue)
      : m_queue(std::move(queue)), m_timeout(CodeBuilder::argument(step, "timeout_ms")), m_as(step.as) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_queue.resolve(frame);
    if (!id) return frame.fail(id.error());
    const ObjectTable& objects = *frame.process().objects;
    Queue& queue = *(m_queue.part() == "b" ? objects.secondEnd(id.value()) : objects.queue(id.value()));
    std::optional<DurationNs> limit;
    if (m_timeout) {
      const auto ms = frame.integer(*m_timeout);
      if (!ms) return frame.fail(ms.error());
      limit = milliseconds(ms.value());
    }
    if (TaskQueue* awaited = queue.awaited()) return getAwaited(frame, *awaited, limit);
    QueueItem item;
    auto end = queue.tryGet(frame.actor(), item);
    if (end && end.value() == QueueEnd::kWouldBlock) end = wait(frame, queue, item, limit);
    return finish(frame, end, item);
  }

 private:
  StepEnd finish(Frame& frame, const Result<QueueEnd>& end, QueueItem& item) const {
    if (!end) return frame.fail(end.error());
    if (end.value() == QueueEnd::kDone) frame.stopChecking();
    if (!m_as.empty()) frame.setLocal(m_as, std::move(item.value));
    return StepEnd::kNext;
  }

  static Result<QueueEnd> wait(Frame& frame, Queue& queue, QueueItem& item, std::optional<DurationNs> limit) {
    if (limit && limit->ns <= 0) return foundNothing(frame, queue);
    if (!limit && !queue.mayWait()) {
      return Error{ErrorCode::kRunFailed, "get would wait for ever: the queue is empty and nobody else can put", ""};
    }
    frame.stopChecking();
    const Deadline deadline = deadlineIn(limit);
    const StateDetail waiting = frame.waitFor(TargetKind::kObject, queue.id().value);
    auto end = [&] {
      const BlockingCall call(frame.actor(), LaneState::kWaitingQueue, waiting);
      return queue.get(frame.actor(), item, deadline, waiting);
    }();
    if (end && end.value() == QueueEnd::kTimedOut) recordTimeout(frame, queue);
    return end;
  }

  /// In a loop that is a busy wait, and one span however often it looks.
  static QueueEnd foundNothing(Frame& frame, const Queue& queue) {
    frame.startChecking(queue.id());
    return QueueEnd::kTimedOut;
  }

  static void recordTimeout(Frame& frame, const Queue& queue) {
    frame.recorder().instant(InstantKind::kTimeout, 0, queue.id().value, 0, frame.step());
  }

  StepEnd getAwaited(Frame& frame, TaskQueue& queue, std::optional<DurationNs> limit) const {
    const auto loop = loopFor(frame);
    if (!loop) return frame.fail(loop.error());
    if (auto bound = queue.bind(*loop.value()); !bound) return frame.fail(bound.error());
    const bool mayWait = !limit || limit->ns > 0;
    if (mayWait && frame.task() != nullptr) return awaitStep(frame, getInTask(frame, queue, deadlineIn(limit)));
    QueueItem item;
    if (mayWait && queue.isEmpty()) {
      const auto own = needOwnLoop(frame);
      if (!own) return frame.fail(own.error());
      const LoopWait wait{LaneState::kWaitingQueue, frame.waitFor(TargetKind::kObject, queue.id().value),
                          deadlineIn(limit)};
      bool isThere = false;
      const StepEnd end = turnLoop(
          frame, *own.value(), wait, [&] { return !queue.isEmpty(); }, isThere);
      if (end != StepEnd::kNext) return end;
      if (!isThere) recordTimeout(frame, queue);
    }
    auto end = queue.tryGet(frame.actor(), item);
    if (!mayWait && end && end.value() == QueueEnd::kWouldBlock) end = foundNothing(frame, queue);
    return finish(frame, end, item);
  }

  Awaitable<StepEnd> getInTask(Frame& frame, TaskQueue& queue, Deadline deadline) const {
    const bool isThere = co_await waitInTask(
        frame, queue.id(), queue.getters(), [&] { return !queue.isEmpty(); }, deadline);
    if (frame.task()->isCancelled()) co_return StepEnd::kNext;
    QueueItem item;
    if (!isThere) recordTimeout(frame, queue);
    const Result<QueueEnd> end = queue.tryGet(frame.actor(), item);
    co_return finish(frame, end, item);
  }

  ObjectRef m_queue;
  std::optional<scenario::Argument> m_timeout;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeGet(const scenario::Step& step, CodeBuilder& builder) {
  auto queue = builder.object(step, "from");
  if (!queue) return queue.error();
  return std::unique_ptr<StepCode>(std::make_unique<GetStep>(step, queue.take()));
}

}  // namespace threadline::engine
