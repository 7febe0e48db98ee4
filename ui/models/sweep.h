// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an experiment's plan makes a window run, and the experiment that varies one or two values of a scenario's form.
//
// Thread: any; values only.

#include <string>
#include <utility>
#include <vector>

#include "core/report/experiment_plan.h"
#include "core/scenario/parameters.h"
#include "ui/models/library.h"

namespace threadline::models {

/// What whoever varies a value asks for: names with their values as typed.
struct SweepWish {
  std::vector<std::pair<std::string, std::vector<std::string>>> vary;
  std::int64_t repeat = 1;
};

/// The plan's runs in order. `scenarios`: of each variant.
[[nodiscard]] std::vector<PlannedRun> plannedRuns(
    const report::ExperimentPlan& plan,
    const std::vector<std::shared_ptr<const scenario::RunnableScenario>>& scenarios);

/// The scenario with these values, but for those that are varied. Its variants and runs are planned already; presets
/// make no difference. Errors: as report::planOf, before anything is run.
[[nodiscard]] Result<LibraryExperiment> sweepOver(const LibraryScenario& scenario,
                                                  const scenario::ParameterValues& values, const SweepWish& wish);

}  // namespace threadline::models
