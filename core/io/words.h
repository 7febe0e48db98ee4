// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words that stand in files for the numbers of enums (those of states are in core/event/lane_state.h). Part of the
// formats: append, never change.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/event/event.h"
#include "core/model/trace.h"

namespace threadline::io {

template <typename Enum, std::size_t kSize>
struct Words {
  std::array<std::string_view, kSize> words;

  [[nodiscard]] constexpr std::string_view of(Enum value) const {
    const auto i = static_cast<std::size_t>(value);
    return i < kSize ? words[i] : std::string_view();
  }
  [[nodiscard]] constexpr std::optional<Enum> find(std::string_view word) const {
    for (std::size_t i = 0; i < kSize; ++i) {
      if (words[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
};

inline constexpr Words<LaneKind, 3> kLaneKinds{{"thread", "task", "service"}};
inline constexpr Words<LaneExit, 3> kLaneExits{{"returned", "exception", "ended_with_process"}};
inline constexpr Words<StartMethod, 5> kStartMethods{{"main", "fork", "spawn", "forkserver", "exec"}};
inline constexpr Words<ProcessEndHow, 4> kEndHows{{"returned", "exited", "signalled", "exception"}};
inline constexpr Words<TargetKind, 4> kTargetKinds{{"none", "object", "lane", "process"}};
inline constexpr Words<LocalKind, 5> kLocalKinds{{"none", "integer", "decimal", "text", "bool"}};
inline constexpr Words<FlowKind, 6> kFlowKinds{{"start", "put", "emit", "release", "signal", "join"}};
inline constexpr Words<CounterKind, 4> kCounterKinds{{"depth", "value", "cpu_percent", "memory_kb"}};
inline constexpr Words<InstantKind, kInstantKindCount> kInstantKinds{
    {"start", "code_end", "print", "print_more", "signal", "answer", "exception", "crash", "exit", "lost_update",
     "timeout", "mark", "tick", "cancel", "refused", "deadlock"}};
inline constexpr Words<model::DiagnosticKind, 6> kDiagnosticKinds{
    {"illegal_transition", "lost", "corrupt", "time_backwards", "unknown_kind", "full"}};

}  // namespace threadline::io
