// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The small stack machine under compute and add: so that work takes the time of a real loop, is interrupted where
// CPython 3.11 is interrupted, and loses updates exactly where CPython loses them.
//
// The eval breaker is read at backward jumps, at a function's entry and after calls; in mode eachOperation (CPython up
// to 3.9) before every operation. Integers are 64 bit and checked.
//
// Thread: the actor that runs it, holding the GIL where there is one.

#include <array>
#include <atomic>
#include <cstdint>
#include <span>

#include "core/base/ids.h"
#include "core/base/time.h"

namespace threadline::engine {

class Variable;

enum class Op : std::uint8_t {
  kLoadLocal,      // push locals[argument]
  kStoreLocal,     // pop into locals[argument]
  kLoadConstant,   // push argument
  kLoadVariable,   // push the variable's value, remember its version
  kStoreVariable,  // pop into the variable
  kAdd,            // pop two, push their sum
  kForRange,       // push the next number of the range, or jump to argument when it is used up
  kJumpBackward,   // to argument; reads the breaker
  kCall,           // the function at argument; reads the breaker at entry and after the return
  kReturn,
  kWhileCpuTime,  // jump to argument while CPU time of the thread is left, having refilled the range
  kEnd,
};

struct Instruction {
  Op op;
  std::int32_t argument = 0;
};

/// Code that ends with kEnd or kReturn; constant data, so that a forked child finds it ready.
using Routine = std::span<const Instruction>;

/// CPU time that the calling thread has used, in nanoseconds. A system call.
[[nodiscard]] std::int64_t threadCpuNs();

/// A time of the CPU clock of one thread, cheap to ask for at every turn of a loop: CPU time never runs faster than
/// the clock on the wall, so until that could have got there no system call is made. Each would be a place where the
/// kernel may take the processor away, which a loop of CPython does not have.
///
/// Thread: the one whose time it is.
class CpuDeadline {
 public:
  CpuDeadline() = default;  // reached
  explicit CpuDeadline(DurationNs fromNow) : m_at(threadCpuNs() + fromNow.ns) {}
  [[nodiscard]] bool isReached();

 private:
  std::int64_t m_at = 0;
  TimeNs m_notBefore{0};
};

/// A routine's memory. The range [next, end) is what kForRange runs through.
struct Machine {
  static constexpr std::size_t kLocals = 4;
  std::array<std::int64_t, kLocals> locals{};
  std::int64_t next = 0;
  std::int64_t end = 0;
  Variable* variable = nullptr;
  std::uint64_t version = 0;
  CpuDeadline cpuDeadline;  // of kWhileCpuTime
  std::int64_t turns = 0;   // of kWhileCpuTime: turns done
  bool eachOperation = false;
};

/// What the machine needs from the actor that runs it.
class InterpreterHost {
 public:
  virtual ~InterpreterHost() = default;
  /// The breaker is set: give the GIL up if somebody asked for it.
  virtual void breakerSet() = 0;
  /// A store, now and then; and every store that wiped out `lost` others.
  virtual void stored(std::int64_t value, std::uint64_t lost) = 0;
};

enum class RunEnd : std::uint8_t {
  kDone,
  kOverflow,
  kNoInteger,  // the variable holds something else
};

/// Runs a routine to its kEnd. `breaker` may change at any time. Thread: the actor's. Never throws by itself.
[[nodiscard]] RunEnd interpret(Routine routine, Machine& machine, const std::atomic<std::uint32_t>& breaker,
                               InterpreterHost& host);

}  // namespace threadline::engine
