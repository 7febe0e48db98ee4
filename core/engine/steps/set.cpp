// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/waitable.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class SetStep final : public StepCode {
 public:
  SetStep(ObjectRef object, std::optional<scenario::Argument> value)
      : m_object(std::move(object)), m_value(std::move(value)) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_object.resolve(frame);
    if (!id) return frame.fail(id.error());
    const auto isSet = frame.boolOr(m_value, true);
    if (!isSet) return frame.fail(isSet.error());
    Actor& actor = frame.actor();
    const LockUser user{actor.recorder, actor.name, actor.process.identity.pid};
    const auto done = frame.process().objects->waitable(id.value())->set(user, isSet.value());
    return done ? StepEnd::kNext : frame.fail(done.error());
  }

 private:
  ObjectRef m_object;
  std::optional<scenario::Argument> m_value;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeSet(const scenario::Step& step, CodeBuilder& builder) {
  auto object = builder.object(step, "object");
  if (!object) return object.error();
  return std::unique_ptr<StepCode>(std::make_unique<SetStep>(object.take(), CodeBuilder::argument(step, "value")));
}

}  // namespace threadline::engine
