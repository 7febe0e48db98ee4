// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/launcher.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class CreateStep final : public StepCode {
 public:
  explicit CreateStep(ActorPlan plan) : m_plan(std::move(plan)) {}
  StepEnd run(Frame& frame) const override { return m_plan.run(frame, false); }

 private:
  ActorPlan m_plan;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeCreate(const scenario::Step& step, CodeBuilder& builder) {
  auto plan = ActorPlan::read(step, builder);
  if (!plan) return plan.error();
  return std::unique_ptr<StepCode>(std::make_unique<CreateStep>(plan.take()));
}

}  // namespace threadline::engine
