// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/mailbox.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class EmitStep final : public StepCode {
 public:
  EmitStep(ObjectRef mailbox, scenario::Argument value) : m_mailbox(std::move(mailbox)), m_value(std::move(value)) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_mailbox.resolve(frame);
    if (!id) return frame.fail(id.error());
    auto value = frame.value(m_value);
    if (!value) return frame.fail(value.error());
    const Status emitted = frame.process().objects->mailbox(id.value())->emit(frame.recorder(), value.take());
    return emitted ? StepEnd::kNext : frame.fail(emitted.error());
  }

 private:
  ObjectRef m_mailbox;
  scenario::Argument m_value;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeEmit(const scenario::Step& step, CodeBuilder& builder) {
  auto mailbox = builder.object(step, "to");
  if (!mailbox) return mailbox.error();
  auto value = CodeBuilder::argument(step, "value");
  if (!value) return Error{ErrorCode::kInvalidInput, "expected a value", step.pointer};
  return std::unique_ptr<StepCode>(std::make_unique<EmitStep>(mailbox.take(), std::move(*value)));
}

}  // namespace threadline::engine
