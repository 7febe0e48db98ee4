// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An actor while it runs: its process, its lane, its locals. One per thread (later: per task); used by its own thread
// only.

#include <cstdint>
#include <map>
#include <string>

#include "core/engine/actor/actor_start.h"
#include "core/engine/process_runtime.h"
#include "core/engine/recorder/recorder.h"
#include "core/scenario/value.h"

namespace threadline::engine {

struct Actor {
  ProcessRuntime& process;
  Recorder& recorder;
  std::string name;
  bool isDaemon = false;
  std::uint16_t step = kNoStep;  // the step that runs now: goes onto spans
  std::uint32_t label = 0;       // its label
};

/// Runs a function's steps in the calling thread as this actor: takes the GIL, records running, the steps, its locals
/// at the end. Does not end the lane. Never throws. Implemented in steps/.
[[nodiscard]] ActorOutcome runFunction(Actor& actor, const ActorStart& start);

}  // namespace threadline::engine
