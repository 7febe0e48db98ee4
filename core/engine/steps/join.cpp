// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/handle_table.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/actor/thread_actor.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Runtime;

Error cannotJoin(const std::string& why) {
  return {ErrorCode::kRunFailed, why, ""};
}

bool hasEnded(Frame& frame, const HandleEntry& entry) {
  if (entry.runtime == Runtime::kThread) return frame.process().threads->record(entry.number).hasEnded;
  return !frame.process().children->isAlive(frame.recorder(), entry.number);
}

bool wait(Frame& frame, const HandleEntry& entry, std::optional<DurationNs> limit) {
  const BlockingCall call(frame.actor(), LaneState::kJoining,
                          frame.waitFor(TargetKind::kLane, entry.start.recorder.lane.value));
  if (entry.runtime == Runtime::kThread) return frame.process().threads->join(entry.number, limit);
  return frame.process().children->join(frame.recorder(), entry.number, limit);
}

class JoinStep final : public StepCode {
 public:
  JoinStep(scenario::Reference actor, std::optional<scenario::Argument> timeout)
      : m_actor(std::move(actor)), m_timeout(std::move(timeout)) {}

  StepEnd run(Frame& frame) const override {
    const auto handles = frame.actors(m_actor);
    if (!handles) return frame.fail(handles.error());
    std::optional<DurationNs> limit;
    if (m_timeout) {
      const auto ms = frame.integer(*m_timeout);
      if (!ms) return frame.fail(ms.error());
      limit = milliseconds(ms.value());
    }
    for (const scenario::ActorHandle handle : handles.value()) {
      if (auto joined = joinOne(frame, handle, limit); !joined) return frame.fail(joined.error());
    }
    return StepEnd::kNext;
  }

 private:
  static Status joinOne(Frame& frame, scenario::ActorHandle handle, std::optional<DurationNs> limit) {
    const auto entry = frame.process().handles->entry(handle);
    if (!entry) return cannotJoin("can only join a child of this process");
    if (entry->runtime == Runtime::kSequential) return ok();
    if (!entry->hasStarted) {
      return cannotJoin(entry->runtime == Runtime::kProcess ? "can only join a started process"
                                                            : "cannot join thread before it is started");
    }
    const LaneId lane = entry->start.recorder.lane;
    if (lane == frame.recorder().lane()) return cannotJoin("cannot join current thread");
    const bool isOver = hasEnded(frame, *entry) || wait(frame, *entry, limit);
    if (isOver) {
      frame.recorder().flowIn(FlowKind::kJoin, Recorder::endFlowOf(lane), {});
    } else {
      frame.recorder().instant(InstantKind::kTimeout, 0, lane.value, 0, frame.step());
    }
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
