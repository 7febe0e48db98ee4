// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/variable.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class AssignStep final : public StepCode {
 public:
  AssignStep(std::string local, std::optional<ObjectRef> variable, scenario::Argument value)
      : m_local(std::move(local)), m_variable(std::move(variable)), m_value(std::move(value)) {}

  StepEnd run(Frame& frame) const override {
    frame.clearStamp();
    auto value = frame.value(m_value);
    if (!value) return frame.fail(value.error());
    const ReadStamp stamp = frame.stamp();
    if (!m_variable) {
      frame.setLocal(m_local, value.take(), stamp);
      return StepEnd::kNext;
    }
    const auto id = m_variable->resolve(frame);
    if (!id) return frame.fail(id.error());
    std::optional<std::uint64_t> basedOn;
    if (stamp.variable == id.value()) basedOn = stamp.version;
    const scenario::Value stored = value.take();
    const std::uint64_t lost = frame.process().objects->variable(id.value())->store(stored, basedOn);
    frame.run().watch.stored(id.value(), stored, lost);
    return StepEnd::kNext;
  }

 private:
  std::string m_local;
  std::optional<ObjectRef> m_variable;
  scenario::Argument m_value;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeAssign(const scenario::Step& step, CodeBuilder& builder) {
  auto target = builder.reference(step, "to");
  if (!target) return target.error();
  auto value = CodeBuilder::argument(step, "value");
  if (!value) return Error{ErrorCode::kInvalidInput, "expected a value", step.pointer};
  return std::unique_ptr<StepCode>(std::make_unique<AssignStep>(
      target.value().name, builder.objectNamed(target.value(), scenario::ObjectKind::kVariable), std::move(*value)));
}

}  // namespace threadline::engine
