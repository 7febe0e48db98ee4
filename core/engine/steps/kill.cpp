// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <string>

#include "core/engine/actor/handle_table.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/loop/task_registry.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

class KillStep final : public StepCode {
 public:
  KillStep(scenario::Reference actor, std::optional<scenario::Argument> signal)
      : m_actor(std::move(actor)), m_signal(std::move(signal)) {}

  StepEnd run(Frame& frame) const override {
    int number = SIGTERM;
    if (m_signal) {
      const auto word = frame.text(*m_signal);
      if (!word) return frame.fail(word.error());
      if (word.value() == "KILL") number = SIGKILL;
    }
    const auto handles = frame.actors(m_actor);
    if (!handles) return frame.fail(handles.error());
    for (const scenario::ActorHandle handle : handles.value()) {
      const auto entry = frame.process().handles->entry(handle);
      if (entry && entry->runtime == scenario::Runtime::kTask) {
        if (entry->hasStarted) cancel(frame, *entry);
        continue;
      }
      if (!entry || entry->runtime != scenario::Runtime::kProcess) {
        return frame.fail({ErrorCode::kRunFailed, "a process or a task can be killed, a thread cannot", ""});
      }
      if (auto sent = frame.process().children->signal(frame.recorder(), entry->number, number); !sent) {
        return frame.fail(sent.error());
      }
    }
    return StepEnd::kNext;
  }

 private:
  /// Of a task: it ends where it next awaits, or is awaiting now.
  static void cancel(Frame& frame, const HandleEntry& entry) {
    if (!frame.process().tasks->cancel(entry.number)) return;
    Recorder& recorder = frame.recorder();
    recorder.instant(InstantKind::kCancel, recorder.text(entry.start.name), LaneId::kNone, 0, frame.step());
  }

  scenario::Reference m_actor;
  std::optional<scenario::Argument> m_signal;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeKill(const scenario::Step& step, CodeBuilder& builder) {
  auto actor = builder.reference(step, "actor");
  if (!actor) return actor.error();
  return std::unique_ptr<StepCode>(std::make_unique<KillStep>(actor.take(), CodeBuilder::argument(step, "signal")));
}

}  // namespace threadline::engine
