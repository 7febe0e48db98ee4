// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/objects/lock.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class ReleaseStep final : public StepCode {
 public:
  explicit ReleaseStep(ObjectRef object) : m_object(std::move(object)) {}

  StepEnd run(Frame& frame) const override {
    const auto id = m_object.resolve(frame);
    if (!id) return frame.fail(id.error());
    Actor& actor = frame.actor();
    const auto released =
        frame.process().objects->lock(id.value())->release({actor.recorder, actor.name, actor.process.identity.pid});
    return released ? StepEnd::kNext : frame.fail(released.error());
  }

 private:
  ObjectRef m_object;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeRelease(const scenario::Step& step, CodeBuilder& builder) {
  auto object = builder.object(step, "object");
  if (!object) return object.error();
  return std::unique_ptr<StepCode>(std::make_unique<ReleaseStep>(object.take()));
}

}  // namespace threadline::engine
