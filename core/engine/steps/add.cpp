// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "core/engine/interpreter/routines.h"
#include "core/engine/loop/task.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/objects/variable.h"
#include "core/engine/steps/machine_host.h"
#include "core/engine/steps/named_value.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::Value;

class AddStep final : public StepCode {
 public:
  AddStep(const scenario::Step& step, NamedValue target)
      : m_target(std::move(target)),
        m_amount(CodeBuilder::argument(step, "value")),
        m_form(CodeBuilder::argument(step, "form")),
        m_times(CodeBuilder::argument(step, "times")) {}

  StepEnd run(Frame& frame) const override {
    const auto amount = frame.integerOr(m_amount, 1);
    if (!amount) return frame.fail(amount.error());
    const auto times = frame.integerOr(m_times, 1);
    if (!times) return frame.fail(times.error());
    if (m_target.isLocalName()) return addToLocal(frame, amount.value(), times.value());
    return m_target.isVariable() ? addToVariable(frame, amount.value(), times.value())
                                 : addToObject(frame, amount.value(), times.value());
  }

 private:
  StepEnd addToVariable(Frame& frame, std::int64_t amount, std::int64_t times) const {
    const auto id = m_target.resolve(frame);
    if (!id) return frame.fail(id.error());
    std::string form = "plain";
    if (m_form) {
      auto word = frame.text(*m_form);
      if (!word) return frame.fail(word.error());
      form = word.take();
    }
    if (form == "await") return addAwaiting(frame, id.value(), amount, times);
    if (times > 1) frame.beginWork();
    Machine machine;
    machine.end = times;
    machine.locals[kAmountLocal] = amount;
    machine.variable = frame.process().objects->variable(id.value());
    machine.eachOperation = form == "each_op";
    MachineHost host(frame, id.value());
    const RunEnd end = interpret(form == "call" ? addByCallRoutine() : addRoutine(), machine, host.breaker(), host);
    if (end != RunEnd::kDone) return frame.fail(errorOf(end));
    if (times > 1) frame.run().watch.stored(id.value(), machine.variable->read().value, 0);
    return StepEnd::kNext;
  }

  /// `n.value += 1`: in Python the read and the store are calls, and between them anybody may come.
  StepEnd addToObject(Frame& frame, std::int64_t amount, std::int64_t times) const {
    const auto id = m_target.resolve(frame);
    if (!id) return frame.fail(id.error());
    const auto element = m_target.element(frame);
    if (!element) return frame.fail(element.error());
    if (times > 1) frame.beginWork();
    for (std::int64_t i = 0; i < times; ++i) {
      auto before = frame.objectValue(id.value(), element.value());
      if (!before) return frame.fail(before.error());
      frame.actor().yieldOnRequest();
      Value after = before.value();
      if (const double* decimal = before.value().asDecimal()) {
        after = Value(*decimal + static_cast<double>(amount));
      } else if (const std::int64_t* integer = before.value().asInteger()) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(*integer, amount, &sum)) return frame.fail(errorOf(RunEnd::kOverflow));
        after = Value(sum);
      } else {
        return frame.fail(errorOf(RunEnd::kNoInteger));
      }
      if (auto stored = m_target.store(frame, std::move(after), {}); !stored) return frame.fail(stored.error());
      frame.actor().yieldOnRequest();
    }
    return StepEnd::kNext;
  }

  static StepEnd addAwaiting(Frame& frame, ObjectId id, std::int64_t amount, std::int64_t times) {
    if (frame.task() != nullptr) return awaitStep(frame, addInTask(frame, id, amount, times));
    return frame.fail(
        {ErrorCode::kRunFailed, "add: the form \"await\" is a task's; start this function as a task", ""});
  }

  /// Others go on between the reading and the writing: so tasks, too, can lose updates.
  static Awaitable<StepEnd> addInTask(Frame& frame, ObjectId id, std::int64_t amount, std::int64_t times) {
    Variable& variable = *frame.process().objects->variable(id);
    for (std::int64_t i = 0; i < times; ++i) {
      const Variable::Read read = variable.read();
      co_await frame.task()->yield(frame.waitFor(TargetKind::kNone, LaneId::kNone));
      if (frame.task()->isCancelled()) break;
      const std::int64_t* before = read.value.asInteger();
      if (before == nullptr) co_return frame.fail(errorOf(RunEnd::kNoInteger));
      std::int64_t after = 0;
      if (__builtin_add_overflow(*before, amount, &after)) co_return frame.fail(errorOf(RunEnd::kOverflow));
      const std::uint64_t lost = variable.store(Value(after), read.version);
      frame.run().watch.stored(id, Value(after), lost);
      frame.actor().yieldOnRequest();
    }
    co_return StepEnd::kNext;
  }

  StepEnd addToLocal(Frame& frame, std::int64_t amount, std::int64_t times) const {
    Local* local = frame.local(m_target.localName());
    const std::int64_t* before = local == nullptr ? nullptr : local->value.asInteger();
    if (before == nullptr) return frame.fail(errorOf(RunEnd::kNoInteger));
    std::int64_t added = 0;
    std::int64_t after = 0;
    if (times < 0) times = 0;
    if (__builtin_mul_overflow(amount, times, &added) || __builtin_add_overflow(*before, added, &after)) {
      return frame.fail(errorOf(RunEnd::kOverflow));
    }
    local->value = Value(after);
    return StepEnd::kNext;
  }

  NamedValue m_target;
  std::optional<Argument> m_amount;
  std::optional<Argument> m_form;
  std::optional<Argument> m_times;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeAdd(const scenario::Step& step, CodeBuilder& builder) {
  auto target = NamedValue::make(step, "to", builder);
  if (!target) return target.error();
  return std::unique_ptr<StepCode>(std::make_unique<AddStep>(step, target.take()));
}

}  // namespace threadline::engine
