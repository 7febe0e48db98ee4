// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The values of a sweep as a person types them: "1, 2, 4", "1..8" (every number), "10..100+10" (steps), "1..64*2" (each
// twice the one before), and words ("thread,process"). Ranges are counted before any of them is made.
//
// Thread: any; values only.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace threadline::report {

/// In the order in which they stand there; a range ends with its last value that is not beyond its end.
/// Errors: kInvalidArgument for a range that never ends or begins after its end, kLimit for more than
/// kMaxExperimentRuns values, with how many there are.
[[nodiscard]] Result<std::vector<std::string>> sweepValuesOf(std::string_view text);

}  // namespace threadline::report
