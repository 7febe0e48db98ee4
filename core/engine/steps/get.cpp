// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/queue.h"
#include "core/engine/steps/frame.h"
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
    Queue& queue = *frame.process().objects->queue(id.value());
    std::optional<DurationNs> limit;
    if (m_timeout) {
      const auto ms = frame.integer(*m_timeout);
      if (!ms) return frame.fail(ms.error());
      limit = milliseconds(ms.value());
    }
    QueueItem item;
    auto end = queue.tryGet(frame.actor(), item);
    if (end && end.value() == QueueEnd::kWouldBlock) end = wait(frame, queue, item, limit);
    if (!end) return frame.fail(end.error());
    if (end.value() == QueueEnd::kDone) frame.stopChecking();
    if (!m_as.empty()) frame.setLocal(m_as, std::move(item.value));
    return StepEnd::kNext;
  }

 private:
  static Result<QueueEnd> wait(Frame& frame, Queue& queue, QueueItem& item, std::optional<DurationNs> limit) {
    if (limit && limit->ns <= 0) {
      // Looked and found nothing. In a loop that is a busy wait, and one span however often it looks.
      frame.startChecking(queue.id());
      return QueueEnd::kTimedOut;
    }
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
    if (end && end.value() == QueueEnd::kTimedOut) {
      frame.recorder().instant(InstantKind::kTimeout, 0, queue.id().value, 0, frame.step());
    }
    return end;
  }

  ObjectRef m_queue;
  std::optional<scenario::Argument> m_timeout;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeGet(const scenario::Step& step, CodeBuilder& builder) {
  auto queue = builder.object(step, "from", scenario::ObjectKind::kQueue);
  if (!queue) return queue.error();
  return std::unique_ptr<StepCode>(std::make_unique<GetStep>(step, queue.take()));
}

}  // namespace threadline::engine
