// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which runs an experiment makes: every variant once, then every variant again (a b c a b c), never side by side, so
// that what changes on the machine meanwhile meets all of them.
//
// Thread: any; values only.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/time.h"
#include "core/scenario/experiment.h"
#include "core/scenario/parameters.h"

namespace threadline::report {

struct ExperimentStep {
  std::size_t variant = 0;
  std::int64_t repeat = 0;  // the round, from 0
  scenario::ParameterValues parameters;
};

inline constexpr std::size_t kMaxExperimentRuns = 1000;

/// A scenario by its id; null where there is none. The pointer is good while the plan is made.
using ScenarioFinder = std::function<const scenario::Scenario*(const std::string& id)>;

/// What whoever starts an experiment wants besides what its file says.
struct ExperimentWishes {
  std::string preset;  // empty: none
  /// NAME and VALUE as typed, for all runs. They stand over the file's and the preset's, but under what a variant sets.
  std::vector<std::pair<std::string, std::string>> settings;
  /// NAME and VALUES as typed: instead of the experiment's own variants.
  std::vector<std::pair<std::string, std::vector<std::string>>> vary;
  std::optional<std::int64_t> repeat;
};

struct ExperimentPlan {
  std::vector<scenario::Variant> variants;  // each with the id of its scenario; those of sweeps made from the values
  std::vector<ExperimentStep> steps;        // in the order in which they run
  std::int64_t rounds = 1;
};

/// The preset "document" exists always, as it does for scenarios. A scenario in the experiment's own file needs no
/// finder.
/// Errors: kNotFound for an unknown preset, scenario or parameter; kLimit for more than kMaxExperimentRuns;
/// kInvalidArgument for a repeat or sweep that makes no sense, and for a setting that every variant overrides; those of
/// scenario::bindParameters, with the variant in the context.
[[nodiscard]] Result<ExperimentPlan> planOf(const scenario::Experiment& experiment, const ScenarioFinder& find,
                                            const ExperimentWishes& wishes);

/// The same where all variants run this one scenario and there are no further wishes: its runs in order.
[[nodiscard]] Result<std::vector<ExperimentStep>> planOf(const scenario::Experiment& experiment,
                                                         const scenario::Scenario& scenario, const std::string& preset);

/// The variants as they are compared: those of the file, or one for each combination of the sweeps' values
/// ("workers=2", "workers=2,runtime=thread"). At most kMaxExperimentRuns of a sweep are made. `find` as above.
[[nodiscard]] std::vector<scenario::Variant> variantsOf(const scenario::Experiment& experiment,
                                                        const ScenarioFinder& find);

/// How long the steps that are not finished will take, as the finished ones went: a variant that ran before takes as
/// long again (its median), another one as long as the usual run. `elapsed` is of the step that goes on. Nothing before
/// a run has ended.
[[nodiscard]] std::optional<DurationNs> timeLeft(const std::vector<ExperimentStep>& steps,
                                                 const std::vector<DurationNs>& finished, DurationNs elapsed);

}  // namespace threadline::report
