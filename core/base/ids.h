// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers that name things of a run. Each is its own type, so that a lane's number cannot be used as an object's.
// All are dense and count from 0; kNone says "there is none".

#include <cstdint>
#include <functional>
#include <limits>

namespace threadline {

template <typename Tag>
struct Id {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t value = kNone;
  [[nodiscard]] constexpr bool isNone() const { return value == kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

using LaneId = Id<struct LaneTag>;        // a row: one actor's life
using ProcessId = Id<struct ProcessTag>;  // a process of a run; not its pid
using ObjectId = Id<struct ObjectTag>;    // a declared object, elements of a counted one apart
using StepIndex = Id<struct StepTag>;     // a step, in the order of Scenario::steps
using TextId = Id<struct TextTag>;        // an interned text of a trace

}  // namespace threadline

template <typename Tag>
struct std::hash<threadline::Id<Tag>> {
  std::size_t operator()(threadline::Id<Tag> id) const noexcept { return id.value; }
};
