// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sweep.h"

#include <algorithm>

namespace threadline::models {
namespace {

std::string typed(const scenario::Value& value) {
  const bool* truth = value.asBool();
  return truth ? (*truth ? "true" : "false") : value.toText();
}

}  // namespace

std::vector<PlannedRun> plannedRuns(const report::ExperimentPlan& plan,
                                    const std::vector<std::shared_ptr<const scenario::RunnableScenario>>& scenarios) {
  std::vector<PlannedRun> runs;
  runs.reserve(plan.steps.size());
  for (const report::ExperimentStep& step : plan.steps) {
    const auto& source = scenarios.at(step.variant);
    PlannedRun run;
    run.variant = step.variant;
    run.repeat = step.repeat;
    run.order.scenario = std::shared_ptr<const scenario::Scenario>(source, &source->scenario);
    run.order.scenarioJson = source->json;
    run.order.parameters = step.parameters;
    runs.push_back(std::move(run));
  }
  return runs;
}

Result<LibraryExperiment> sweepOver(const LibraryScenario& scenario, const scenario::ParameterValues& values,
                                    const SweepWish& wish) {
  const scenario::Scenario& about = *scenario.scenario;
  scenario::Experiment experiment;
  experiment.id = about.id;
  experiment.scenario = about.id;
  const auto source =
      std::make_shared<const scenario::RunnableScenario>(scenario::RunnableScenario{about, scenario.json});
  experiment.own = source;
  report::ExperimentWishes wishes;
  wishes.vary = wish.vary;
  wishes.repeat = wish.repeat;
  for (const auto& [name, value] : values) {
    const auto isVaried = [&name = name](const auto& varied) { return varied.first == name; };
    if (std::any_of(wish.vary.begin(), wish.vary.end(), isVaried)) continue;
    wishes.settings.emplace_back(name, typed(value));
  }
  auto plan = report::planOf(experiment, nullptr, wishes);
  if (!plan) return plan.error();
  LibraryExperiment out;
  out.id = about.id;
  out.topic = about.topic;
  out.documents = about.documents;
  out.title = about.title;
  out.caption = about.view.caption;
  out.variants = plan.value().variants;
  const std::vector<std::shared_ptr<const scenario::RunnableScenario>> scenarios(out.variants.size(), source);
  out.plan = [runs = plannedRuns(plan.value(), scenarios)](const std::string&) -> Result<std::vector<PlannedRun>> {
    return runs;
  };
  return out;
}

}  // namespace threadline::models
