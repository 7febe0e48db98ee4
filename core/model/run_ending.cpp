// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/run_ending.h"

#include "core/base/check.h"

namespace threadline::model {

const char* nameOf(RunEnding ending) {
  switch (ending) {
    case RunEnding::kReturned: return "returned";
    case RunEnding::kFailed: return "failed";
    case RunEnding::kStopped: return "stopped";
    case RunEnding::kTimeLimit: return "time_limit";
    case RunEnding::kHostLost: return "host_lost";
  }
  TL_CHECK(false);
}

}  // namespace threadline::model
