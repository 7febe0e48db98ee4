// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/queue.h"
#include "core/engine/steps/frame.h"
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
    Queue& queue = *frame.process().objects->queue(id.value());
    QueueItem item;
    if (auto filled = fill(frame, item); !filled) return frame.fail(filled.error());
    auto end = queue.tryPut(frame.actor(), item);
    if (end && end.value() == QueueEnd::kWouldBlock) end = wait(frame, queue, item);
    if (!end) return frame.fail(end.error());
    const bool isDone = end.value() == QueueEnd::kDone;
    if (!isDone) frame.recorder().instant(InstantKind::kTimeout, 0, id.value().value, 0, frame.step());
    if (!m_as.empty()) frame.setLocal(m_as, Value(isDone));
    return StepEnd::kNext;
  }

 private:
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
    std::optional<DurationNs> limit;
    if (m_timeout) {
      const auto ms = frame.integer(*m_timeout);
      if (!ms) return ms.error();
      limit = milliseconds(ms.value());
    }
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
  auto queue = builder.object(step, "to", scenario::ObjectKind::kQueue);
  if (!queue) return queue.error();
  if (step.argument("value") == nullptr && step.argument("bytes") == nullptr) {
    return Error{ErrorCode::kInvalidInput, "expected value or bytes", step.pointer};
  }
  return std::unique_ptr<StepCode>(std::make_unique<PutStep>(step, queue.take()));
}

}  // namespace threadline::engine
