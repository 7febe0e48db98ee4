// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/experiment_plan.h"

namespace threadline::report {
namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

void append(Typed& out, const scenario::Settings& settings) {
  for (const auto& [name, value] : settings) {
    const bool* truth = value.asBool();
    out.emplace_back(name, truth ? (*truth ? "true" : "false") : value.toText());
  }
}

}  // namespace

Result<std::vector<ExperimentStep>> planOf(const scenario::Experiment& experiment, const scenario::Scenario& scenario,
                                           const std::string& preset) {
  const scenario::ExperimentPreset* chosen = experiment.preset(preset);
  if (!preset.empty() && !chosen) {
    return Error{ErrorCode::kNotFound, "the experiment has no preset of this name", preset};
  }
  const std::int64_t repeat = chosen && chosen->repeat ? *chosen->repeat : experiment.repeat;
  if (static_cast<std::size_t>(repeat) * experiment.variants.size() > kMaxExperimentRuns) {
    return Error{ErrorCode::kLimit, "an experiment makes at most 1000 runs", experiment.id};
  }
  std::vector<ExperimentStep> round;
  for (std::size_t i = 0; i < experiment.variants.size(); ++i) {
    Typed settings;
    append(settings, experiment.set);
    if (chosen) append(settings, chosen->set);
    append(settings, experiment.variants[i].set);
    auto bound = scenario::bindParameters(scenario, {}, settings);
    if (!bound) {
      Error error = bound.error();
      error.context = experiment.variants[i].id + (error.context.empty() ? "" : ": " + error.context);
      return error;
    }
    round.push_back({i, 0, bound.take()});
  }
  std::vector<ExperimentStep> out;
  for (std::int64_t k = 0; k < repeat; ++k) {
    for (ExperimentStep step : round) {
      step.repeat = k;
      out.push_back(std::move(step));
    }
  }
  return out;
}

}  // namespace threadline::report
