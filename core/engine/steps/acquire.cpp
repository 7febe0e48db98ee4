// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/lock.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class AcquireStep final : public StepCode {
 public:
  AcquireStep(const scenario::Step& step, ObjectRef object)
      : m_object(std::move(object)),
        m_mode(CodeBuilder::argument(step, "mode")),
        m_timeout(CodeBuilder::argument(step, "timeout_ms")),
        m_as(step.as) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_object.resolve(frame);
    if (!id) return frame.fail(id.error());
    Lock& lock = *frame.process().objects->lock(id.value());
    Actor& actor = frame.actor();
    LockUser user{actor.recorder, actor.name, actor.process.identity.pid};
    if (m_mode) {
      const auto mode = frame.text(*m_mode);
      if (!mode) return frame.fail(mode.error());
      user.isReader = mode.value() == "read";
    }
    bool isHeld = lock.tryAcquire(user);
    if (!isHeld) {
      std::optional<DurationNs> limit;
      if (m_timeout) {
        const auto ms = frame.integer(*m_timeout);
        if (!ms) return frame.fail(ms.error());
        limit = milliseconds(ms.value());
      }
      if (!limit || limit->ns > 0) isHeld = wait(frame, lock, user, limit);
      if (!isHeld) {
        frame.recorder().instant(InstantKind::kTimeout, 0, id.value().value, 0, frame.step());
      }
    }
    if (!m_as.empty()) frame.setLocal(m_as, scenario::Value(isHeld));
    return StepEnd::kNext;
  }

 private:
  static bool wait(Frame& frame, Lock& lock, const LockUser& user, std::optional<DurationNs> limit) {
    const Deadline deadline = deadlineIn(limit);
    StateDetail waiting = frame.waitFor(TargetKind::kObject, lock.id().value, lock.holder());
    waiting.isTimed = limit.has_value();
    const BlockingCall call(frame.actor(), LaneState::kWaitingLock, waiting);
    return lock.acquire(user, deadline, waiting);
  }

  ObjectRef m_object;
  std::optional<scenario::Argument> m_mode;
  std::optional<scenario::Argument> m_timeout;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeAcquire(const scenario::Step& step, CodeBuilder& builder) {
  auto object = builder.object(step, "object");
  if (!object) return object.error();
  return std::unique_ptr<StepCode>(std::make_unique<AcquireStep>(step, object.take()));
}

}  // namespace threadline::engine
