// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <string>

#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

/// A real store to address 0; volatile all the way, or the compiler would see through it and do something else.
/// Sanitizers are told to let it happen.
__attribute__((noinline, no_sanitize("undefined", "address"))) void storeToNull() {
  volatile int* volatile nowhere = nullptr;
  *nowhere = 1;
}

class CrashStep final : public StepCode {
 public:
  CrashStep(scenario::Argument kind, std::optional<scenario::Argument> text)
      : m_kind(std::move(kind)), m_text(std::move(text)) {}

  StepEnd run(Frame& frame) const override {
    const auto kind = frame.text(m_kind);
    if (!kind) return frame.fail(kind.error());
    if (kind.value() == "exception") {
      if (!m_text) return frame.fail({ErrorCode::kRunFailed, "an exception", ""});
      const auto text = frame.text(*m_text);
      if (!text) return frame.fail(text.error());
      return frame.fail({ErrorCode::kRunFailed, text.value(), ""});
    }
    Recorder& recorder = frame.recorder();
    recorder.instant(InstantKind::kCrash, recorder.text(kind.value()), LaneId::kNone, 0, frame.step());
    if (kind.value() == "abort") std::abort();
    if (kind.value() == "segfault") storeToNull();
    return frame.fail({ErrorCode::kRunFailed, "found \"" + kind.value() + "\", expected a kind of crash", ""});
  }

 private:
  scenario::Argument m_kind;
  std::optional<scenario::Argument> m_text;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeCrash(const scenario::Step& step, CodeBuilder& /*builder*/) {
  auto kind = CodeBuilder::argument(step, "kind");
  if (!kind) return Error{ErrorCode::kInvalidInput, "expected a kind", step.pointer};
  return std::unique_ptr<StepCode>(std::make_unique<CrashStep>(std::move(*kind), CodeBuilder::argument(step, "text")));
}

}  // namespace threadline::engine
