// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `list --json`: all scenarios and experiments that there are, with their parameters and presets.

#include <string>
#include <vector>

#include "core/scenario/experiment.h"

namespace threadline::report {

struct ListEntry {
  const scenario::Scenario* scenario = nullptr;      // of an experiment the one that it runs: its parameters
  const scenario::Experiment* experiment = nullptr;  // null: a scenario
  std::vector<std::string> variants;                 // of an experiment, their ids
  std::string file;                                  // path, or the place inside of the program
};

/// A JSON array, one object an entry; the text ends with a newline. Thread: any.
[[nodiscard]] std::string listReport(const std::vector<ListEntry>& entries);

}  // namespace threadline::report
