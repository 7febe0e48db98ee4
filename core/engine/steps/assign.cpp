// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/steps/frame.h"
#include "core/engine/steps/named_value.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class AssignStep final : public StepCode {
 public:
  AssignStep(NamedValue target, scenario::Argument value) : m_target(std::move(target)), m_value(std::move(value)) {}

  StepEnd run(Frame& frame) const override {
    frame.clearStamp();
    auto value = frame.value(m_value);
    if (!value) return frame.fail(value.error());
    const ReadStamp stamp = frame.stamp();
    if (m_target.isLocalName()) {
      frame.setLocal(m_target.localName(), value.take(), stamp);
      return StepEnd::kNext;
    }
    const auto stored = m_target.store(frame, value.take(), stamp);
    return stored ? StepEnd::kNext : frame.fail(stored.error());
  }

 private:
  NamedValue m_target;
  scenario::Argument m_value;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeAssign(const scenario::Step& step, CodeBuilder& builder) {
  auto target = NamedValue::make(step, "to", builder);
  if (!target) return target.error();
  auto value = CodeBuilder::argument(step, "value");
  if (!value) return Error{ErrorCode::kInvalidInput, "expected a value", step.pointer};
  return std::unique_ptr<StepCode>(std::make_unique<AssignStep>(target.take(), std::move(*value)));
}

}  // namespace threadline::engine
