// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <string>
#include <utility>

#include "core/engine/steps/frame.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::Expression;
using scenario::Value;

class RepeatStep final : public StepCode {
 public:
  RepeatStep(std::optional<Argument> times, std::optional<Argument> over, std::optional<Expression> until,
             std::string index)
      : m_times(std::move(times)), m_over(std::move(over)), m_until(std::move(until)), m_index(std::move(index)) {}

  [[nodiscard]] StepSequence& body() { return m_body; }

  StepEnd run(Frame& frame) const override {
    const std::uint32_t label = frame.label();
    if (label != 0) frame.recorder().sliceBegin(label, frame.step());
    const StepEnd end = m_over ? runOver(frame) : runCounted(frame);
    if (label != 0) frame.recorder().sliceEnd();
    return end;
  }

 private:
  StepEnd runOver(Frame& frame) const {
    const auto over = frame.value(*m_over);
    if (!over) return frame.fail(over.error());
    const scenario::List* list = over.value().asList();
    // A single actor is what a list of one has grown from.
    const scenario::List single{over.value()};
    if (list == nullptr && over.value().asActor() != nullptr) list = &single;
    if (list == nullptr) return frame.fail({ErrorCode::kRunFailed, "repeat over: expected a list", ""});
    for (const Value& element : *list) {
      if (const StepEnd end = pass(frame, element); end != StepEnd::kNext) return end;
    }
    return StepEnd::kNext;
  }

  StepEnd runCounted(Frame& frame) const {
    const auto times = frame.integerOr(m_times, std::numeric_limits<std::int64_t>::max());
    if (!times) return frame.fail(times.error());
    const StepIndex self{frame.step()};
    for (std::int64_t i = 0; i < times.value(); ++i) {
      if (const StepEnd end = pass(frame, Value(i)); end != StepEnd::kNext) return end;
      if (!m_until) continue;
      frame.enter(self);
      const auto isOver = m_until->evaluateBool(frame);
      if (!isOver) return frame.fail(isOver.error());
      if (isOver.value()) break;
    }
    return StepEnd::kNext;
  }

  StepEnd pass(Frame& frame, const Value& index) const {
    if (!m_index.empty()) frame.setLocal(m_index, index);
    const StepEnd end = m_body.run(frame);
    // The jump back: a loop of steps is a loop of Python.
    frame.actor().yieldOnRequest();
    return end;
  }

  std::optional<Argument> m_times;
  std::optional<Argument> m_over;
  std::optional<Expression> m_until;
  std::string m_index;
  StepSequence m_body;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeRepeat(const scenario::Step& step, CodeBuilder& builder) {
  std::optional<Expression> until;
  if (const Argument* condition = step.argument("until")) {
    if (condition->expression() == nullptr) {
      return Error{ErrorCode::kInvalidInput, "expected a condition", step.pointer + "/until"};
    }
    until = *condition->expression();
  }
  std::string index;
  if (step.argument("index") != nullptr) {
    auto named = builder.reference(step, "index");
    if (!named) return named.error();
    index = named.value().name;
  }
  auto repeat = std::make_unique<RepeatStep>(CodeBuilder::argument(step, "times"), CodeBuilder::argument(step, "over"),
                                             std::move(until), std::move(index));
  if (auto built = builder.buildRepeated(step.body, repeat->body()); !built) return built.error();
  return std::unique_ptr<StepCode>(std::move(repeat));
}

}  // namespace threadline::engine
