// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words of the trace texts of tests, by the numbers of the enums.

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace threadline::test {

inline constexpr std::array<std::string_view, 3> kLaneKindWords{"thread", "task", "service"};
inline constexpr std::array<std::string_view, 3> kLaneExitWords{"returned", "exception", "ended_with_process"};
inline constexpr std::array<std::string_view, 5> kStartMethodWords{"main", "fork", "spawn", "forkserver", "exec"};
inline constexpr std::array<std::string_view, 4> kEndHowWords{"returned", "exited", "signalled", "exception"};
inline constexpr std::array<std::string_view, 6> kFlowWords{"start", "put", "emit", "release", "signal", "join"};
inline constexpr std::array<std::string_view, 4> kCounterWords{"depth", "value", "cpu_percent", "memory_kb"};
inline constexpr std::array<std::string_view, 4> kGilWords{"taken", "dropped", "dropped_on_request", "requested"};
inline constexpr std::array<std::string_view, 5> kLocalWords{"none", "integer", "decimal", "text", "bool"};
inline constexpr std::array<std::string_view, 4> kTargetWords{"none", "object", "lane", "process"};
inline constexpr std::array<std::string_view, kInstantKindCount> kInstantWords{
    "start", "code_end",    "print",   "print_more", "signal", "answer", "exception", "crash",
    "exit",  "lost_update", "timeout", "mark",       "tick",   "cancel", "refused",   "deadlock"};
inline constexpr std::array<std::string_view, 6> kDiagnosticWords{"illegal",   "lost",    "corrupt",
                                                                  "backwards", "unknown", "full"};

template <std::size_t kSize>
std::uint8_t numberOf(const std::array<std::string_view, kSize>& words, std::string_view word) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (words[i] == word) return static_cast<std::uint8_t>(i);
  }
  ADD_FAILURE() << "no such word: '" << word << "'";
  return 255;
}

template <std::size_t kSize, typename Enum>
std::string_view wordOf(const std::array<std::string_view, kSize>& words, Enum value) {
  const auto i = static_cast<std::size_t>(value);
  return i < kSize ? words[i] : std::string_view("?");
}

}  // namespace threadline::test
