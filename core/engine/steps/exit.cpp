// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/process_actor.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class ExitStep final : public StepCode {
 public:
  ExitStep(std::optional<scenario::Argument> code, std::optional<scenario::Argument> now)
      : m_code(std::move(code)), m_now(std::move(now)) {}

  StepEnd run(Frame& frame) const override {
    const auto code = frame.integerOr(m_code, 0);
    if (!code) return frame.fail(code.error());
    const auto isNow = frame.boolOr(m_now, false);
    if (!isNow) return frame.fail(isNow.error());
    frame.recorder().instant(InstantKind::kExit, 0, LaneId::kNone, code.value(), frame.step());
    if (isNow.value()) exitNow(frame.process(), frame.recorder(), code.value());
    return frame.exit(code.value());
  }

 private:
  std::optional<scenario::Argument> m_code;
  std::optional<scenario::Argument> m_now;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeExit(const scenario::Step& step, CodeBuilder& /*builder*/) {
  return std::unique_ptr<StepCode>(
      std::make_unique<ExitStep>(CodeBuilder::argument(step, "code"), CodeBuilder::argument(step, "now")));
}

}  // namespace threadline::engine
