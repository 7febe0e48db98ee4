// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person reads on standard error while a run goes on and after it.

#include <QString>

#include <vector>

#include "app/run_loop.h"
#include "core/report/claims.h"
#include "core/report/run_record.h"
#include "core/report/verdict.h"

namespace threadline::app {

/// One line that is written over again; nothing where standard error is no terminal.
void showProgress(const RunProgress& progress);
/// The same for any text.
void showProgressLine(const QString& line);
/// Takes that line away.
void clearProgress();

/// "  holds: TEXT", "  fails: TEXT (measured 2, expected 3)", "  not checked: TEXT (other programs used 0.8 cores)".
[[nodiscard]] QString claimLine(const report::ClaimResult& claim, double otherLoad);

/// What follows from the figures, and how sure that is; nothing where nothing follows.
void sayAdvice(const report::Advice& advice);

/// How it ended, how long it took, and the verdict of each claim.
void sayResult(const report::RunRecord& run, const std::vector<report::ClaimResult>& claims);

}  // namespace threadline::app
