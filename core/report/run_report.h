// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The JSON object of a run (the command line's contract), and of a trace (`info --json`): integers in nanoseconds from
// the run's zero. Bytes that are not UTF-8 are replaced; the rest of a text is whole.

#include <string>
#include <vector>

#include "core/report/claims.h"
#include "core/report/run_record.h"

namespace threadline::report {

/// Thread: any. The text ends with a newline; that of its verdict is in the language that is asked for.
[[nodiscard]] std::string runReport(const RunRecord& run, const std::vector<ClaimResult>& claims,
                                    bool isKorean = false);
/// The same without scenario and claims, of a trace that says how its run ended.
[[nodiscard]] std::string traceReport(const model::Snapshot& snapshot, model::RunEnding ending);
[[nodiscard]] std::string traceReport(const model::Snapshot& snapshot);

}  // namespace threadline::report
