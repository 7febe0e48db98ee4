// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that a new actor needs, whatever realises it. Written by the starter; travels to a thread by pointer, to a forked
// child by inheritance, to a spawned one as JSON through a pipe.

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/engine/recorder/recorder.h"
#include "core/scenario/value.h"

namespace threadline::engine {

struct ActorStart {
  std::string function;
  std::vector<scenario::Value> arguments;
  std::string name;
  bool isDaemon = false;
  LaneId parentLane;
  RecorderSeed recorder;        // the new lane, already introduced and `starting`
  ObjectId pool{};              // of a worker: what it serves, instead of running its function once
  std::uint64_t startFlow = 0;  // flow from the starter's `start` to the first step
};

/// How an actor's code ended.
struct ActorOutcome {
  enum class How : std::uint8_t { kReturned, kException, kExit };
  How how = How::kReturned;
  std::int64_t code = 0;  // of kExit
  std::string text;       // of kException
};

}  // namespace threadline::engine
