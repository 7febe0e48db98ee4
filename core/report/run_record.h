// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that is known of a finished (or stopped, or lost) run: what was asked for and what was recorded.
// Input of the JSON report, of claims and of pictures; saved with a trace (run_metadata.h) and found again when it is
// opened.

#include <string>

#include "core/model/run_ending.h"
#include "core/model/trace.h"
#include "core/scenario/parameters.h"
#include "core/scenario/scenario.h"

namespace threadline::report {

struct RunRecord {
  scenario::Scenario scenario;
  std::string scenarioJson;  // the bytes that it was read from
  std::string preset;        // empty: none
  scenario::ParameterValues parameters;
  model::RunEnding ending = model::RunEnding::kReturned;
  std::string message;  // of a failed run
  model::SnapshotPtr snapshot;
  double otherLoad = 0;   // cores that other programs used meanwhile, 0 ... number of cores
  std::string startedAt;  // local time, "2026-11-20 15:04"
  std::string machine;    // "4 cores, Linux 6.1"
};

}  // namespace threadline::report
