// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `list --json`: all scenarios that there are, with their parameters and presets.

#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace threadline::report {

struct ListEntry {
  const scenario::Scenario* scenario = nullptr;
  std::string file;  // path, or the place inside of the program
};

/// A JSON array, one object an entry; the text ends with a newline. Thread: any.
[[nodiscard]] std::string listReport(const std::vector<ListEntry>& entries);

}  // namespace threadline::report
