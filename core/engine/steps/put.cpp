// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/queue.h"
#include "core/engine/objects/task_queue.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/loop_wait.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::Value;

class PutStep final : public StepCode {
 public:
  PutStep(const scenario::Step& step, ObjectRef queue)
      : m_queue(std::move(queue)),
        m_value(CodeBuilder::argument(step, "value")),
        m_bytes(CodeBuilder::argument(step, "bytes")),
        m_timeout(CodeBuilder::argument(step, "timeout_ms")),
        m_as(step.as) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_queue.resolve(frame);
    if (!id) return frame.fail(id.error());
    const ObjectTable& objects = *frame.process().objects;
    Queue& queue = *(m_queue.part() == "b" ? objects.secondEnd(id.value()) : objects.queue(id.value()));
    QueueItem item;
    if (auto filled = fill(frame, item); !filled) return frame.fail(filled.error());
    if (TaskQueue* awaited = queue.awaited()) return putAwaited(frame, *awaited, std::move(item));
    auto end = queue.tryPut(frame.actor(), item);
    if (end && end.value() == QueueEnd::kWouldBlock) end = wait(frame, queue, item);
    return finish(frame, queue, end);
  }

 private:
  StepEnd finish(Frame& frame, const Queue& queue, const Result<QueueEnd>& end) const {
    if (!end) return frame.fail(end.error());
    const bool isDone = end.value() == QueueEnd::kDone;
    if (!isDone) frame.recorder().instant(InstantKind::kTimeout, 0, queue.id().value, 0, frame.step());
    if (!m_as.empty()) frame.setLocal(m_as, Value(isDone));
    return StepEnd::kNext;
  }

  StepEnd putAwaited(Frame& frame, TaskQueue& queue, QueueItem item) const {
    const auto loop = loopFor(frame);
    if (!loop) return frame.fail(loop.error());
    if (auto bound = queue.bind(*loop.value()); !bound) return frame.fail(bound.error());
    const auto limit = timeLimit(frame);
    if (!limit) return frame.fail(limit.error());
    if (queue.isFull() && !(limit.value() && limit.value()->ns <= 0)) {
      if (frame.task() != nullptr)
        return awaitStep(frame, putInTask(frame, queue, std::move(item), deadlineIn(limit.value())));
      const auto own = needOwnLoop(frame);
      if (!own) return frame.fail(own.error());
      const LoopWait wait{LaneState::kWaitingQueue, frame.waitFor(TargetKind::kObject, queue.id().value),
                          deadlineIn(limit.value())};
      bool hasRoom = false;
      const StepEnd end = turnLoop(
          frame, *own.value(), wait, [&] { return !queue.isFull(); }, hasRoom);
      if (end != StepEnd::kNext) return end;
    }
    return finish(frame, queue, queue.tryPut(frame.actor(), item));
  }

  Awaitable<StepEnd> putInTask(Frame& frame, TaskQueue& queue, QueueItem item, Deadline deadline) const {
    co_await waitInTask(
        frame, queue.id(), queue.putters(), [&] { return !queue.isFull(); }, deadline);
    if (frame.task()->isCancelled()) co_return StepEnd::kNext;
    const Result<QueueEnd> end = queue.tryPut(frame.actor(), item);
    co_return finish(frame, queue, end);
  }

  Result<std::optional<DurationNs>> timeLimit(Frame& frame) const {
    if (!m_timeout) return std::optional<DurationNs>();
    const auto ms = frame.integer(*m_timeout);
    if (!ms) return ms.error();
    return std::optional<DurationNs>(milliseconds(ms.value()));
  }

  Status fill(Frame& frame, QueueItem& item) const {
    if (m_bytes) {
      const auto bytes = frame.integer(*m_bytes);
      if (!bytes) return bytes.error();
      item.fillerBytes = bytes.value();
      item.value = Value(bytes.value());
      return ok();
    }
    auto value = frame.value(*m_value);
    if (!value) return value.error();
    item.value = value.take();
    return ok();
  }

  Result<QueueEnd> wait(Frame& frame, Queue& queue, QueueItem& item) const {
    const auto given = timeLimit(frame);
    if (!given) return given.error();
    const std::optional<DurationNs> limit = given.value();
    if (limit && limit->ns <= 0) return QueueEnd::kTimedOut;
    if (!limit && !queue.mayWait()) {
      return Error{ErrorCode::kRunFailed, "put would wait for ever: the queue is full and nobody else can get", ""};
    }
    const Deadline deadline = deadlineIn(limit);
    const BlockingCall call(frame.actor(), LaneState::kWaitingQueue,
                            frame.waitFor(TargetKind::kObject, queue.id().value));
    return queue.put(frame.actor(), item, deadline);
  }

  ObjectRef m_queue;
  std::optional<Argument> m_value;
  std::optional<Argument> m_bytes;
  std::optional<Argument> m_timeout;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makePut(const scenario::Step& step, CodeBuilder& builder) {
  auto queue = builder.object(step, "to");
  if (!queue) return queue.error();
  if (step.argument("value") == nullptr && step.argument("bytes") == nullptr) {
    return Error{ErrorCode::kInvalidInput, "expected value or bytes", step.pointer};
  }
  return std::unique_ptr<StepCode>(std::make_unique<PutStep>(step, queue.take()));
}

}  // namespace threadline::engine
