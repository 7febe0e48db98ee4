// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was asked for on the command line, as plain data: filled by command_line.cpp, used by one file a subcommand.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "core/report/experiment_plan.h"
#include "core/report/view_resolver.h"
#include "ui/paint/figure.h"

namespace threadline::app {

/// Of every command that writes a picture.
struct PictureOptions {
  paint::FigureOptions figure;
  report::ViewWishes view;
  std::optional<std::string> title;
  std::optional<std::string> caption;
  std::optional<std::string> alt;
  std::string like;  // a picture whose scale is taken
};

struct ListOptions {
  bool json = false;
};

struct RunOptions {
  std::string scenario;  // id or file
  std::string preset;
  std::vector<std::pair<std::string, std::string>> settings;
  std::vector<std::string> exports;
  std::vector<std::string> saves;
  std::string json;  // empty: none; "-": standard output
  std::optional<DurationNs> timeLimit;
  bool echo = false;
  PictureOptions picture;
};

/// Where a comparison of runs goes.
struct ComparisonTargets {
  std::vector<std::string> exports;
  std::vector<std::string> tables;
  std::string json;  // empty: none; "-": standard output
  PictureOptions picture;
};

struct ExperimentOptions {
  std::string experiment;  // id or file
  report::ExperimentWishes wishes;
  std::optional<DurationNs> timeLimit;  // of each run
  ComparisonTargets targets;
};

struct CompareOptions {
  std::vector<std::string> traces;  // two or more
  ComparisonTargets targets;
};

struct ValidateOptions {
  std::string file;
};

struct InfoOptions {
  std::string trace;
  std::string json;
};

struct RenderOptions {
  std::string trace;
  std::vector<std::string> pictures;
  PictureOptions picture;
};

struct ConvertOptions {
  std::string in;
  std::string out;
};

/// A command of the contract that this version does not have.
struct LaterOptions {
  std::string command;
};

struct WindowOptions {
  std::string file;      // a trace or scenario, opened but not run; may be empty
  std::string language;  // "ko", "en"; empty: the settings', then the system's
};

using Command = std::variant<ListOptions, RunOptions, ExperimentOptions, CompareOptions, ValidateOptions, InfoOptions,
                             RenderOptions, ConvertOptions, LaterOptions, WindowOptions>;

}  // namespace threadline::app
