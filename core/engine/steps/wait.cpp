// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/waitable.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::ObjectKind;
using scenario::Value;

/// What a wait gave: a barrier's number of the arrival, or whether the event is set.
class WaitStep final : public StepCode {
 public:
  WaitStep(const scenario::Step& step, ObjectRef object, bool isBarrier)
      : m_object(std::move(object)),
        m_timeout(CodeBuilder::argument(step, "timeout_ms")),
        m_as(step.as),
        m_isBarrier(isBarrier) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_object.resolve(frame);
    if (!id) return frame.fail(id.error());
    std::optional<DurationNs> limit;
    if (m_timeout) {
      const auto ms = frame.integer(*m_timeout);
      if (!ms) return frame.fail(ms.error());
      limit = milliseconds(ms.value());
    }
    Waitable& object = *frame.process().objects->waitable(id.value());
    Actor& actor = frame.actor();
    const LockUser user{actor.recorder, actor.name, actor.process.identity.pid};
    std::uint32_t ticket = 0;
    auto result = object.arrive(user, ticket);
    if (result && !result.value()) result = wait(frame, object, user, limit, ticket);
    if (result && !result.value())
      frame.recorder().instant(InstantKind::kTimeout, 0, id.value().value, 0, frame.step());
    if (!result) return frame.fail(result.error());
    if (m_as.empty()) return StepEnd::kNext;
    frame.setLocal(m_as, m_isBarrier ? Value(result.value().value_or(0)) : Value(result.value().has_value()));
    return StepEnd::kNext;
  }

 private:
  Result<std::optional<std::int64_t>> wait(Frame& frame, Waitable& object, const LockUser& user,
                                           std::optional<DurationNs> limit, std::uint32_t ticket) const {
    // Looking at an event without waiting is no wait; a barrier that may not be waited for is broken by that.
    if (limit && limit->ns <= 0 && !m_isBarrier) return std::optional<std::int64_t>();
    const Deadline deadline = deadlineIn(limit);
    StateDetail waiting = frame.waitFor(TargetKind::kObject, object.id().value);
    waiting.isTimed = limit.has_value();
    const BlockingCall call(frame.actor(), LaneState::kWaitingLock, waiting);
    return object.wait(user, deadline, waiting, ticket);
  }

  ObjectRef m_object;
  std::optional<scenario::Argument> m_timeout;
  std::string m_as;
  bool m_isBarrier;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeWait(const scenario::Step& step, CodeBuilder& builder) {
  auto object = builder.object(step, "object");
  if (!object) return object.error();
  auto named = builder.reference(step, "object");
  if (!named) return named.error();
  const bool isBarrier = builder.kindOf(named.value().name) == ObjectKind::kBarrier;
  return std::unique_ptr<StepCode>(std::make_unique<WaitStep>(step, object.take(), isBarrier));
}

}  // namespace threadline::engine
