// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which runs an experiment makes: every variant once, then every variant again (a b c a b c), never side by side, so
// that what changes on the machine meanwhile meets all of them.
//
// Thread: any; values only.

#include <string>
#include <vector>

#include "core/scenario/experiment.h"
#include "core/scenario/parameters.h"

namespace threadline::report {

struct ExperimentStep {
  std::size_t variant = 0;
  std::int64_t repeat = 0;
  scenario::ParameterValues parameters;
};

inline constexpr std::size_t kMaxExperimentRuns = 1000;

/// The runs in order. `preset` may be empty; what it sets stands over the experiment's own, a variant's over both.
/// Errors: kNotFound for an unknown preset; kLimit for more than kMaxExperimentRuns; those of
/// scenario::bindParameters, with the variant in the context.
[[nodiscard]] Result<std::vector<ExperimentStep>> planOf(const scenario::Experiment& experiment,
                                                         const scenario::Scenario& scenario, const std::string& preset);

}  // namespace threadline::report
