// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "core/engine/loop/task.h"
#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Value;

class CallStep final : public StepCode {
 public:
  CallStep(const FunctionCode& function, std::optional<scenario::Argument> arguments)
      : m_function(function), m_arguments(std::move(arguments)) {}

  StepEnd run(Frame& frame) const override {
    std::vector<Value> arguments;
    if (m_arguments) {
      const auto given = frame.value(*m_arguments);
      if (!given) return frame.fail(given.error());
      if (const scenario::List* list = given.value().asList()) arguments = *list;
    }
    if (frame.task() != nullptr) return awaitStep(frame, callInTask(frame, std::move(arguments)));
    beginSlice(frame);
    Frame inner(frame.run(), m_function);
    if (frame.isPlain()) inner.makePlain();
    const StepEnd end = runInFrame(inner, m_function, arguments);
    frame.recorder().sliceEnd();
    return end;
  }

 private:
  void beginSlice(Frame& frame) const {
    Recorder& recorder = frame.recorder();
    recorder.sliceBegin(frame.label() != 0 ? frame.label() : recorder.text(m_function.name), frame.step());
  }

  Awaitable<StepEnd> callInTask(Frame& frame, std::vector<Value> arguments) const {
    beginSlice(frame);
    Frame inner(frame.run(), m_function);
    const StepEnd end = co_await runInTask(inner, m_function, arguments);
    frame.recorder().sliceEnd();
    co_return end;
  }

  const FunctionCode& m_function;
  std::optional<scenario::Argument> m_arguments;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeCall(const scenario::Step& step, CodeBuilder& builder) {
  auto function = builder.function(step, "function");
  if (!function) return function.error();
  return std::unique_ptr<StepCode>(
      std::make_unique<CallStep>(*function.value(), CodeBuilder::argument(step, "arguments")));
}

}  // namespace threadline::engine
