// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person reads on standard error while a run goes on and after it.

#include <vector>

#include "app/run_loop.h"
#include "core/report/claims.h"
#include "core/report/run_record.h"

namespace threadline::app {

/// One line that is written over again; nothing where standard error is no terminal.
void showProgress(const RunProgress& progress);
/// Takes that line away.
void clearProgress();

/// How it ended, how long it took, and the verdict of each claim.
void sayResult(const report::RunRecord& run, const std::vector<report::ClaimResult>& claims);

}  // namespace threadline::app
