// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person reads on standard error while an experiment goes on and after it, and of traces that are compared.
//
// Thread: main's.

#include <QStringList>

#include <vector>

#include "core/relay/experiment_runner.h"
#include "core/report/comparison.h"

namespace threadline::app {

/// One line that is written over again; nothing where standard error is no terminal.
void showExperimentProgress(const relay::ExperimentRunner::Progress& progress,
                            const std::vector<scenario::Variant>& variants);
/// A line for each run that has ended, where standard error is no terminal: a log has it instead of the progress.
void logRun(const report::ComparedRun& run, std::size_t number, std::size_t total, const scenario::Variant& variant);

/// A row of words and numbers for each variant, below one with the columns' names.
[[nodiscard]] std::vector<QStringList> tableOf(const report::Comparison& comparison,
                                               const std::vector<report::VariantSummary>& summaries);

/// That table, what went wrong in single runs, the verdict of each claim.
void sayComparison(const report::Comparison& comparison, const std::vector<report::VariantSummary>& summaries,
                   const std::vector<report::ClaimResult>& claims);

}  // namespace threadline::app
