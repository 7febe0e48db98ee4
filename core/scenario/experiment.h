// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An experiment as data: runs of one scenario that vary some parameters, to be compared. Read it with readExperiment();
// which runs that makes is core/report/experiment_plan.
//
// Thread: values only, any.

#include <cstdint>
#include <map>
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
  std::optional<double> document;  // the documents' factor of the first variant's time
};

struct ExperimentPreset {
  std::string name;
  Settings set;
  std::optional<std::int64_t> repeat;
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
  std::string scenario;  // id of the scenario that is run
  Settings set;          // for all runs
  std::vector<Variant> variants;
  std::int64_t repeat = 1;
  std::vector<ExperimentPreset> presets;
  LocalizedText caption;

  [[nodiscard]] const ExperimentPreset* preset(std::string_view name) const;
};

struct ExperimentReadResult {
  std::optional<Experiment> experiment;  // absent when there is any problem
  std::vector<Problem> problems;
};

inline constexpr std::size_t kMaxVariants = 64;
inline constexpr std::int64_t kMaxRepeat = 100;

/// Whether the text says that it is an experiment; nothing else of it is looked at.
[[nodiscard]] bool saysExperiment(std::string_view json);
/// Thread: any. Never throws; hostile input costs bounded time and memory. Names of parameters and values are judged
/// when the plan is made, where the scenario is known.
[[nodiscard]] ExperimentReadResult readExperiment(std::string_view json);

}  // namespace threadline::scenario
