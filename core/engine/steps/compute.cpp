// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "core/engine/interpreter/routines.h"
#include "core/engine/steps/machine_host.h"
#include "core/engine/steps/step_table.h"

namespace threadline::engine {
namespace {

using scenario::Argument;
using scenario::Value;

constexpr int kTurnsPerLook = 1000;

enum class Work : std::uint8_t { kSum, kItems, kCpuTime };

/// The loop without the interpreter: what a library in C does, which never looks at the breaker.
RunEnd runNative(Work work, Machine& machine) {
  if (work == Work::kCpuTime) {
    do {
      for (int turn = 0; turn < kTurnsPerLook; ++turn) __asm__ volatile("");  // a turn that stays a turn
      machine.turns += kTurnsPerLook;
    } while (!machine.cpuDeadline.isReached());
    return RunEnd::kDone;
  }
  std::int64_t total = 0;
  for (std::int64_t i = machine.next; i < machine.end; ++i) {
    if (__builtin_add_overflow(total, i, &total)) return RunEnd::kOverflow;
  }
  machine.locals[kTotalLocal] = total;
  return RunEnd::kDone;
}

Routine routineOf(Work work) {
  if (work == Work::kSum) return sumRoutine();
  return work == Work::kItems ? turnRoutine() : cpuTimeRoutine();
}

class ComputeStep final : public StepCode {
 public:
  ComputeStep(Work work, Argument amount, std::optional<Argument> native, std::string as)
      : m_work(work), m_amount(std::move(amount)), m_native(std::move(native)), m_as(std::move(as)) {}

  StepEnd run(Frame& frame) const override {
    const auto isNative = frame.boolOr(m_native, false);
    if (!isNative) return frame.fail(isNative.error());
    Machine machine;
    if (auto ready = prepare(frame, machine); !ready) return frame.fail(ready.error());
    MachineHost host(frame);
    const RunEnd end =
        isNative.value() ? runNative(m_work, machine) : interpret(routineOf(m_work), machine, host.breaker(), host);
    if (end != RunEnd::kDone) return frame.fail(errorOf(end));
    if (!m_as.empty()) frame.setLocal(m_as, Value(result(machine)));
    return StepEnd::kNext;
  }

 private:
  Status prepare(Frame& frame, Machine& machine) const {
    if (m_work == Work::kSum) {
      const auto range = frame.value(m_amount);
      if (!range) return range.error();
      const scenario::List* list = range.value().asList();
      if (list == nullptr || list->size() != 2 || (*list)[0].asInteger() == nullptr ||
          (*list)[1].asInteger() == nullptr) {
        return Error{ErrorCode::kRunFailed, "sum: expected two whole numbers", ""};
      }
      machine.next = *(*list)[0].asInteger();
      machine.end = *(*list)[1].asInteger();
      return ok();
    }
    const auto amount = frame.integer(m_amount);
    if (!amount) return amount.error();
    if (m_work == Work::kItems) {
      machine.end = amount.value();
      return ok();
    }
    constexpr std::int64_t kNsPerMs = 1'000'000;
    constexpr std::int64_t kMaxMs = 86'400'000;
    if (amount.value() < 0 || amount.value() > kMaxMs) {
      return Error{ErrorCode::kRunFailed, "cpu_ms: expected 0 to a day of milliseconds", ""};
    }
    machine.cpuDeadline = CpuDeadline(DurationNs{amount.value() * kNsPerMs});
    return ok();
  }

  std::int64_t result(const Machine& machine) const {
    if (m_work == Work::kSum) return machine.locals[kTotalLocal];
    return m_work == Work::kItems ? machine.end : machine.turns;
  }

  Work m_work;
  Argument m_amount;
  std::optional<Argument> m_native;
  std::string m_as;
};

}  // namespace

Result<std::unique_ptr<StepCode>> makeCompute(const scenario::Step& step, CodeBuilder& /*builder*/) {
  constexpr std::pair<const char*, Work> kWorks[] = {
      {"sum", Work::kSum}, {"items", Work::kItems}, {"cpu_ms", Work::kCpuTime}};
  for (const auto& [name, work] : kWorks) {
    auto amount = CodeBuilder::argument(step, name);
    if (!amount) continue;
    return std::unique_ptr<StepCode>(
        std::make_unique<ComputeStep>(work, std::move(*amount), CodeBuilder::argument(step, "native"), step.as));
  }
  return Error{ErrorCode::kInvalidInput, "expected sum, items or cpu_ms", step.pointer};
}

}  // namespace threadline::engine
