// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a scenario from JSON and checks all of it: structure, names, references, expressions, verbs against the verb
// table, call cycles. Reports every error at once, each with its place.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadline::scenario {

struct Problem {
  std::string pointer;   // JSON pointer, "" = the file as a whole
  std::string found;     // what stands there
  std::string expected;  // what could
  /// "FILE: POINTER: found X, expected Y" (without FILE where it is empty).
  [[nodiscard]] std::string toText(std::string_view file) const;
};

struct ReadResult {
  std::optional<Scenario> scenario;  // absent when there is any problem
  std::vector<Problem> problems;     // at most kMaxProblems, in the order of the file
};

inline constexpr std::size_t kMaxScenarioBytes = 4U << 20U;
inline constexpr std::size_t kMaxProblems = 200;

/// Thread: any. Never throws; hostile input costs bounded time and memory.
[[nodiscard]] ReadResult readScenario(std::string_view json);

}  // namespace threadline::scenario
