// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment_sources.h"

#include <map>

namespace threadline::app {
namespace {

std::shared_ptr<const scenario::RunnableScenario> sourceOf(const scenario::Experiment& experiment,
                                                           const std::string& id, const Library& library) {
  auto source = std::make_shared<scenario::RunnableScenario>();
  const LibraryEntry* entry = library.scenario(id);
  if (experiment.own && id == experiment.own->scenario.id) {
    *source = *experiment.own;
  } else if (entry) {
    *source = {entry->scenario, entry->json};
  }
  if (experiment.view) source->scenario.view = *experiment.view;
  return source;
}

}  // namespace

report::ScenarioFinder finderIn(const Library& library) {
  return [&library](const std::string& id) -> const scenario::Scenario* {
    const LibraryEntry* entry = library.scenario(id);
    return entry ? &entry->scenario : nullptr;
  };
}

std::vector<std::shared_ptr<const scenario::RunnableScenario>> scenariosOf(
    const scenario::Experiment& experiment, const std::vector<scenario::Variant>& variants, const Library& library) {
  std::map<std::string, std::shared_ptr<const scenario::RunnableScenario>> known;
  std::vector<std::shared_ptr<const scenario::RunnableScenario>> out;
  for (const scenario::Variant& variant : variants) {
    auto& source = known[variant.scenario];
    if (!source) source = sourceOf(experiment, variant.scenario, library);
    out.push_back(source);
  }
  return out;
}

}  // namespace threadline::app
