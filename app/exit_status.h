// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the command line tells its caller; part of its contract.

namespace threadline::app {

enum class ExitStatus : int {
  kDone = 0,
  kFailed = 1,     // the run failed, or a claim does not hold
  kBadInput = 2,   // wrong arguments, a bad file, or a target that cannot be written
  kTimeLimit = 3,  // --timeout
  kStopped = 130,  // Ctrl+C
};

}  // namespace threadline::app
