// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All scenarios and experiments that can be run: those built into the program, and a person's own in the XDG data
// folder
// (~/.local/share/threadline/scenarios, files *.threadline and *.json). Opening one never runs it.
//
// Thread: any.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/experiment.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::app {

struct LibraryEntry {
  scenario::Scenario scenario;
  std::string json;  // its bytes
  std::string file;  // path; for a built-in one the path inside of the program, ":/scenarios/sum.json"
};

struct ExperimentEntry {
  scenario::Experiment experiment;
  std::string json;
  std::string file;  // as a scenario's
};

struct Library {
  std::vector<LibraryEntry> entries;         // by topic and order
  std::vector<ExperimentEntry> experiments;  // likewise
  std::vector<Error> problems;               // own files that cannot be read

  /// The scenario with this id, or null.
  [[nodiscard]] const LibraryEntry* scenario(std::string_view id) const;
};

/// Everything there is.
[[nodiscard]] Library loadLibrary();

/// One scenario: an id, or a file where `idOrFile` has a slash, a known ending, or names a file that exists.
/// Errors: kNotFound (naming ids that are near), kInvalidInput with the first problem and how many more there are.
[[nodiscard]] Result<LibraryEntry> findScenario(const std::string& idOrFile);

/// One experiment, likewise; a scenario's id or file gives an experiment without variants, for whoever varies it.
/// Errors as above; the experiment's scenarios are those of `library`.
[[nodiscard]] Result<ExperimentEntry> findExperiment(const std::string& idOrFile, const Library& library);

/// All that is wrong with a scenario's text: what the reader finds, and claims whose figure does not exist.
[[nodiscard]] scenario::ReadResult readWhole(const std::string& json);
/// The same of an experiment's, whose scenarios are those of `library`.
[[nodiscard]] scenario::ExperimentReadResult readWholeExperiment(const std::string& json, const Library& library);

}  // namespace threadline::app
