// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a run ended, as its controller saw it.

#include <cstdint>

namespace threadline::model {

enum class RunEnding : std::uint8_t {
  kReturned,   // main ended normally
  kFailed,     // main ended abnormally, or a step failed
  kStopped,    // by the person
  kTimeLimit,  // by the time limit
  kHostLost,   // the guard was killed or could not start
};

/// The word in files: "returned", "failed", "stopped", "time_limit", "host_lost".
[[nodiscard]] const char* nameOf(RunEnding ending);

}  // namespace threadline::model
