// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an experiment's runs need of the library: its scenarios by id, each with the experiment's own view where it has
// one, so that everything that shows such a run shows it as the experiment wants.
//
// Thread: any.

#include <memory>
#include <vector>

#include "app/scenario_library.h"
#include "core/report/experiment_plan.h"

namespace threadline::app {

/// Lifetime: `library` outlives it.
[[nodiscard]] report::ScenarioFinder finderIn(const Library& library);

/// One for each variant, shared where variants run the same scenario. The variants are those of a plan or of
/// report::variantsOf, whose scenarios exist.
[[nodiscard]] std::vector<std::shared_ptr<const scenario::RunnableScenario>> scenariosOf(
    const scenario::Experiment& experiment, const std::vector<scenario::Variant>& variants, const Library& library);

}  // namespace threadline::app
