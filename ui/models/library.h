// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What there is to run: scenarios and experiments, read and checked already. Plain data that the program hands to its
// window.
//
// Thread: immutable, any.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/scenario.h"
#include "ui/models/experiment_session.h"

namespace threadline::models {

struct LibraryScenario {
  std::shared_ptr<const scenario::Scenario> scenario;
  std::string json;  // its bytes
  std::string file;  // path; begins with ':' for one inside the program
  [[nodiscard]] bool isOwn() const { return !file.empty() && file.front() != ':'; }
};

struct LibraryVariant {
  scenario::LocalizedText label;
  std::optional<double> document;  // the documents' factor
};

struct LibraryExperiment {
  std::string id;
  std::string topic;
  std::int64_t order = 0;
  std::vector<std::string> documents;
  std::vector<std::string> keywords;
  scenario::LocalizedText title;
  std::vector<scenario::LessonParagraph> lesson;
  std::optional<scenario::Prediction> predict;
  scenario::LocalizedText caption;
  std::vector<LibraryVariant> variants;
  std::vector<std::string> presets;  // names
  /// Its runs with the values of a preset (empty: its own values), in order. Errors: as binding parameters.
  std::function<Result<std::vector<PlannedRun>>(const std::string& preset)> plan;
};

struct Library {
  std::vector<LibraryScenario> scenarios;
  std::vector<LibraryExperiment> experiments;
};

}  // namespace threadline::models
