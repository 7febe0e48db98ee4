// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <string>
#include <utility>

#include "core/engine/loop/task.h"
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
    Passes passes;
    if (auto planned = plan(frame, passes); !planned) return frame.fail(planned.error());
    const std::uint32_t label = frame.label();
    if (label != 0) frame.recorder().sliceBegin(label, frame.step());
    if (frame.task() != nullptr) return awaitStep(frame, runInTask(frame, std::move(passes), label != 0));
    StepEnd end = StepEnd::kNext;
    while (end == StepEnd::kNext && begin(frame, passes)) {
      end = m_body.run(frame);
      if (end == StepEnd::kNext) end = finish(frame, passes);
    }
    if (label != 0) frame.recorder().sliceEnd();
    return end;
  }

 private:
  /// Where a loop is.
  struct Passes {
    std::int64_t next = 0;
    std::int64_t count = 0;
    scenario::List elements;  // of a loop over a list
    StepIndex self;
    bool isOver = false;
  };

  Awaitable<StepEnd> runInTask(Frame& frame, Passes passes, bool isSlice) const {
    StepEnd end = StepEnd::kNext;
    while (end == StepEnd::kNext && begin(frame, passes)) {
      end = co_await engine::runInTask(m_body, frame);
      if (end == StepEnd::kNext) end = finish(frame, passes);
    }
    if (isSlice) frame.recorder().sliceEnd();
    co_return end;
  }

  Status plan(Frame& frame, Passes& passes) const {
    passes.self = StepIndex{frame.step()};
    if (!m_over) {
      const auto times = frame.integerOr(m_times, std::numeric_limits<std::int64_t>::max());
      if (!times) return times.error();
      passes.count = times.value();
      return ok();
    }
    auto over = frame.value(*m_over);
    if (!over) return over.error();
    if (const scenario::List* list = over.value().asList()) {
      passes.elements = *list;
    } else if (over.value().asActor() != nullptr) {
      passes.elements.push_back(over.take());  // a single actor is what a list of one has grown from
    } else {
      return Error{ErrorCode::kRunFailed, "repeat over: expected a list", ""};
    }
    passes.count = static_cast<std::int64_t>(passes.elements.size());
    return ok();
  }

  /// False when there is no other pass; else its index is in place.
  bool begin(Frame& frame, Passes& passes) const {
    if (passes.isOver || passes.next >= passes.count) return false;
    if (!m_index.empty()) {
      const auto place = static_cast<std::size_t>(passes.next);
      frame.setLocal(m_index, passes.elements.empty() ? Value(passes.next) : passes.elements[place]);
    }
    ++passes.next;
    return true;
  }

  StepEnd finish(Frame& frame, Passes& passes) const {
    // The jump back: a loop of steps is a loop of Python.
    frame.actor().yieldOnRequest();
    if (!m_until) return StepEnd::kNext;
    frame.enter(passes.self);
    const auto isOver = m_until->evaluateBool(frame);
    if (!isOver) return frame.fail(isOver.error());
    passes.isOver = isOver.value();
    return StepEnd::kNext;
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
