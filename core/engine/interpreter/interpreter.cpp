// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interpreter/interpreter.h"

#include <algorithm>
#include <ctime>

#include "core/base/clock.h"
#include "core/engine/objects/variable.h"

namespace threadline::engine {
namespace {

// So many turns between two looks at the clock make them cost little, and are still far below a millisecond.
constexpr std::int64_t kTurnsPerLook = 4096;
// A look at the clock for a sample of the variable's value costs as much as some turns of the loop.
constexpr std::uint32_t kStoresPerSample = 128;
// Deep enough for every routine of routines.cpp; routines are ours, not data.
constexpr std::size_t kStack = 8;

template <bool kEachOperation>
RunEnd run(Routine routine, Machine& machine, const std::atomic<std::uint32_t>& breaker, InterpreterHost& host) {
  const Instruction* const code = routine.data();
  const Instruction* at = code;
  std::int64_t stack[kStack];
  std::int64_t* top = stack;  // the first free place
  const Instruction* returnTo = nullptr;
  std::uint32_t untilSample = 1;
  const auto lookAtBreaker = [&] {
    if (breaker.load(std::memory_order_relaxed) != 0) [[unlikely]] {
      host.breakerSet();
    }
  };
  while (true) {
    if constexpr (kEachOperation) lookAtBreaker();
    const Instruction instruction = *at++;
    switch (instruction.op) {
      case Op::kLoadLocal: *top++ = machine.locals[static_cast<std::size_t>(instruction.argument)]; break;
      case Op::kStoreLocal: machine.locals[static_cast<std::size_t>(instruction.argument)] = *--top; break;
      case Op::kLoadConstant: *top++ = instruction.argument; break;
      case Op::kLoadVariable:
        if (!machine.variable->loadInteger(*top++, machine.version)) return RunEnd::kNoInteger;
        break;
      case Op::kStoreVariable: {
        const std::uint64_t lost = machine.variable->storeInteger(*--top, machine.version);
        if (lost != 0 || --untilSample == 0) [[unlikely]] {
          host.stored(*top, lost);
          untilSample = kStoresPerSample;
        }
        break;
      }
      case Op::kAdd:
        --top;
        if (__builtin_add_overflow(top[-1], *top, &top[-1])) [[unlikely]] {
          return RunEnd::kOverflow;
        }
        break;
      case Op::kForRange:
        if (machine.next < machine.end) {
          *top++ = machine.next++;
        } else {
          at = code + instruction.argument;
        }
        break;
      case Op::kJumpBackward:
        at = code + instruction.argument;
        lookAtBreaker();
        break;
      case Op::kCall:
        returnTo = at;
        at = code + instruction.argument;
        lookAtBreaker();
        break;
      case Op::kReturn:
        at = returnTo;
        lookAtBreaker();
        break;
      case Op::kWhileCpuTime:
        machine.turns += kTurnsPerLook;
        if (machine.cpuDeadline.isReached()) break;
        machine.next = 0;
        machine.end = kTurnsPerLook;
        at = code + instruction.argument;
        lookAtBreaker();
        break;
      case Op::kEnd: return RunEnd::kDone;
    }
  }
}

}  // namespace

RunEnd interpret(Routine routine, Machine& machine, const std::atomic<std::uint32_t>& breaker, InterpreterHost& host) {
  return machine.eachOperation ? run<true>(routine, machine, breaker, host)
                               : run<false>(routine, machine, breaker, host);
}

std::int64_t threadCpuNs() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<std::int64_t>(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

bool CpuDeadline::isReached() {
  const TimeNs now = monotonicNow();
  if (now < m_notBefore) return false;
  const std::int64_t left = m_at - threadCpuNs();
  m_notBefore = now + DurationNs{std::max<std::int64_t>(left, 0)};
  return left <= 0;
}

}  // namespace threadline::engine
