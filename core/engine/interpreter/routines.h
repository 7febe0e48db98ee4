// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What compute and add compile to. Each is the code that CPython makes of the statement named.
//
// Thread: any; made once, never changed.

#include "core/engine/interpreter/interpreter.h"

namespace threadline::engine {

inline constexpr std::size_t kTotalLocal = 0;
inline constexpr std::size_t kAmountLocal = 2;

/// for i in range(next, end): total += i
[[nodiscard]] Routine sumRoutine();
/// for i in range(next, end): x = i + 1: a turn that can go on for ever without an overflow
[[nodiscard]] Routine turnRoutine();
/// while CPU time is left: turns
[[nodiscard]] Routine cpuTimeRoutine();
/// for _ in range(next, end): variable = variable + amount. Read and store in one statement, nothing between them looks
/// at the breaker.
[[nodiscard]] Routine addRoutine();
/// for _ in range(next, end): variable = plus(variable): a call between read and store.
[[nodiscard]] Routine addByCallRoutine();

}  // namespace threadline::engine
