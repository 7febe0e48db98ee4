// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An experiment as data: runs of one scenario that vary some parameters, to be compared. Read it with readExperiment();
// which runs that makes is core/report/experiment_plan, whether its names and values fit is
// core/report/experiment_check.
//
// Thread: values only, any.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::scenario {

using Settings = std::map<std::string, Value, std::less<>>;

struct Variant {
  std::string id;
  LocalizedText label;
  Settings set;
  std::string scenario;            // another scenario's id; empty: the experiment's
  std::optional<double> document;  // the documents' factor of the first variant's time
};

/// A parameter that takes one value after the other. One is a sweep; of two, all combinations are run.
struct Sweep {
  std::string name;
  std::vector<Value> values;
};

struct ExperimentPreset {
  std::string name;
  Settings set;
  std::optional<std::int64_t> repeat;
};

/// A scenario with its bytes: a run needs both.
struct RunnableScenario {
  Scenario scenario;
  std::string json;
};

struct Experiment {
  std::string id;
  std::string topic;
  std::int64_t order = 0;
  std::vector<std::string> documents;
  std::vector<std::string> keywords;
  LocalizedText title;
  std::vector<LessonParagraph> lesson;
  std::optional<Prediction> predict;
  std::string scenario;                         // id of the scenario that is run; of `own` where it stands in the file
  std::shared_ptr<const RunnableScenario> own;  // null: a scenario of the library
  Settings set;                                 // for all runs
  std::vector<Variant> variants;                // empty where there are sweeps
  std::vector<Sweep> vary;                      // at most two
  std::int64_t repeat = 1;
  std::vector<ExperimentPreset> presets;
  std::optional<View> view;  // for all runs, instead of the scenarios' own; a caption alone makes none
  LocalizedText caption;
  std::vector<Claim> claims;

  [[nodiscard]] const ExperimentPreset* preset(std::string_view name) const;
};

struct ExperimentReadResult {
  std::optional<Experiment> experiment;  // absent when there is any problem
  std::vector<Problem> problems;         // at most kMaxProblems, in the order of the file
};

inline constexpr std::size_t kMaxVariants = 64;
inline constexpr std::size_t kMaxSweepValues = 64;
inline constexpr std::size_t kMaxSweeps = 2;
inline constexpr std::int64_t kMaxRepeat = 100;

/// Whether the text says that it is an experiment; nothing else of it is looked at.
[[nodiscard]] bool saysExperiment(std::string_view json);
/// Thread: any. Never throws; hostile input costs bounded time and memory. Names of parameters and values are judged
/// where the scenario is known (core/report/experiment_check), those of a scenario in the file too.
[[nodiscard]] ExperimentReadResult readExperiment(std::string_view json);

}  // namespace threadline::scenario
