// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The JSON object of a run (the command line's contract), and of a trace (`info --json`): integers in nanoseconds from
// the run's zero.

#include <iosfwd>
#include <string>

#include "core/report/claims.h"
#include "core/report/run_record.h"

namespace threadline::report {

/// Thread: any. The text ends with a newline.
[[nodiscard]] std::string runReport(const RunRecord& run, const std::vector<ClaimResult>& claims);
/// The same without scenario and claims.
[[nodiscard]] std::string traceReport(const model::Snapshot& snapshot);

}  // namespace threadline::report
