// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The signs at points of a lane, drawn as shapes (a font may lack the characters): the same in lanes and legend.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "core/model/trace.h"
#include "ui/scene/draw_list.h"

namespace threadline::scene {

enum class MarkKind : std::uint8_t {
  kCodeEnd,       // ▌ its code has ended; what follows is waiting at exit
  kReturned,      // ■ it ended of its own accord
  kException,     // ◆ an exception ended it
  kCut,           // a torn edge: ended with its process
  kCrash,         // ✖ it crashed and took its process with it
  kKilled,        // ✖ a signal ended it
  kNotCollected,  // dashed: dead, not collected yet
  kPoint,         // ● a print, an answer
  kRequest,       // ▴ a waiter asks for the GIL
  kTick,          // a stroke above the lane: a timer came
  kLateTick,      // a red stroke through the lane: it came late
};
using MarkKinds = std::set<MarkKind>;

/// Where a mark is drawn: `x` is its time; end marks stand right of it.
struct MarkPlace {
  double x = 0;
  double top = 0;
  double height = 0;
  double unit = 1;
};
void appendMark(DrawList& list, MarkKind kind, const MarkPlace& place, const std::string& hint = {});

/// How a lane ended, if it did.
[[nodiscard]] std::optional<MarkKind> endMarkOf(const model::Snapshot& snapshot, LaneId id);

/// "SIGKILL"; "signal 40" for one without a name of its own.
[[nodiscard]] std::string signalName(std::int64_t number);
/// "0", "−11 SIGSEGV".
[[nodiscard]] std::string exitCodeText(const model::ProcessEnd& exit);

}  // namespace threadline::scene
