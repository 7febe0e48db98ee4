// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where `experiment` and `compare` write what they found: figures, JSON, and the table as CSV with raw numbers for
// programs or as Markdown with what is said on the terminal.
//
// Thread: main's.

#include <vector>

#include "app/cli/options.h"
#include "app/comparison_figure.h"
#include "core/base/result.h"
#include "core/report/claims.h"

namespace threadline::app {

/// Whether all of it could be written there, before anything is run. Errors: kInvalidArgument for an unknown ending,
/// kNotFound, kSystem.
[[nodiscard]] Status checkTargets(const ComparisonTargets& targets);

/// Every output that was asked for, each tried whatever became of the others. False, and said, when one could not be
/// written.
[[nodiscard]] bool writeResults(const ComparisonTargets& targets, const ComparisonSource& source,
                                const std::vector<report::ClaimResult>& claims);

}  // namespace threadline::app
