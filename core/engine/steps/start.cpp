// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/launcher.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class StartStep final : public StepCode {
 public:
  explicit StartStep(ActorPlan plan) : m_plan(std::move(plan)) {}
  StepEnd run(Frame& frame) const override { return m_plan.run(frame, true); }

 private:
  ActorPlan m_plan;
};

/// Starts what create made.
class StartCreatedStep final : public StepCode {
 public:
  explicit StartCreatedStep(scenario::Reference actor) : m_actor(std::move(actor)) {}

  StepEnd run(Frame& frame) const override {
    const auto handles = frame.actors(m_actor);
    if (!handles) return frame.fail(handles.error());
    for (const scenario::ActorHandle handle : handles.value()) {
      const auto started = startActor(frame, handle);
      if (!started && frame.hasEnded()) return StepEnd::kActorEnds;
      if (!started) return frame.fail(started.error());
    }
    return StepEnd::kNext;
  }

 private:
  scenario::Reference m_actor;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeStart(const scenario::Step& step, CodeBuilder& builder) {
  if (step.argument("actor") != nullptr) {
    auto actor = builder.reference(step, "actor");
    if (!actor) return actor.error();
    return std::unique_ptr<StepCode>(std::make_unique<StartCreatedStep>(actor.take()));
  }
  auto plan = ActorPlan::read(step, builder);
  if (!plan) return plan.error();
  return std::unique_ptr<StepCode>(std::make_unique<StartStep>(plan.take()));
}

}  // namespace threadline::engine
