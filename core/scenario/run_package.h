// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the run controller hands to threadline-host through a sealed memfd: the scenario's bytes as they were read and
// the parameters' values. One JSON object: {"scenario": TEXT, "parameters": {NAME: VALUE}, "echo": BOOL}.

#include <string>
#include <string_view>

#include "core/scenario/parameters.h"
#include "core/scenario/scenario.h"

namespace threadline::scenario {

struct RunPackage {
  std::string scenarioJson;
  ParameterValues parameters;
  bool echo = false;  // prints go to standard error too
};

[[nodiscard]] std::string writeRunPackage(const RunPackage& package);
/// Errors: kInvalidInput.
[[nodiscard]] Result<RunPackage> readRunPackage(std::string_view bytes);

}  // namespace threadline::scenario
