// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an experiment's reader cannot know: do its scenarios exist, have they the parameters that it sets, are the
// values possible, can every variant be run, can its claims be measured.
//
// Thread: any.

#include <vector>

#include "core/report/experiment_plan.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::report {

/// Each with its place in the experiment's file, at most scenario::kMaxProblems.
[[nodiscard]] std::vector<scenario::Problem> checkExperiment(const scenario::Experiment& experiment,
                                                             const ScenarioFinder& find);

}  // namespace threadline::report
