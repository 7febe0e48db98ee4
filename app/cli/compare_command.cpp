// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>

#include <algorithm>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/comparison_output.h"
#include "app/cli/comparison_summary.h"
#include "app/cli/notices.h"
#include "app/cli/opened_trace.h"
#include "app/comparison_figure.h"
#include "app/words.h"
#include "core/report/run_metadata.h"

namespace threadline::app {
namespace {

ExitStatus refuse(const Error& error) {
  complain(error);
  return ExitStatus::kBadInput;
}

/// The file's name without its ending; a second one of the same name gets a number.
std::string idFor(const std::string& path, const std::vector<scenario::Variant>& known) {
  const std::string base = QFileInfo(QString::fromStdString(path)).completeBaseName().toStdString();
  const auto isTaken = [&](const std::string& id) {
    return std::any_of(known.begin(), known.end(), [&](const scenario::Variant& variant) { return variant.id == id; });
  };
  std::string id = base;
  for (int number = 2; isTaken(id); ++number) id = base + "-" + std::to_string(number);
  return id;
}

void add(report::Comparison& comparison, const std::string& path, OpenedTrace opened) {
  auto record = std::make_shared<report::RunRecord>();
  if (opened.run) {
    *record = std::move(*opened.run);
  } else {
    record->ending = report::endingOf(opened.file.metadata);
  }
  record->snapshot = opened.file.snapshot;
  scenario::Variant variant;
  variant.id = idFor(path, comparison.variants);
  variant.label = {variant.id, variant.id};
  variant.scenario = record->scenario.id;
  variant.set = record->parameters;
  comparison.runs.push_back({comparison.variants.size(), 0, std::move(record)});
  comparison.variants.push_back(std::move(variant));
}

/// Words for the picture: those of the scenario where all traces are of one.
ComparisonSource sourceOf(const report::Comparison& comparison) {
  ComparisonSource source{comparison, report::summarise(comparison), {}, {}, true};
  const report::RunRecord& first = *comparison.runs.front().record;
  const bool isOneScenario =
      !first.scenarioJson.empty() &&
      std::all_of(comparison.runs.begin(), comparison.runs.end(),
                  [&](const report::ComparedRun& run) { return run.record->scenario.id == first.scenario.id; });
  if (isOneScenario) {
    source.title = first.scenario.title;
    source.caption = first.scenario.view.caption;
  } else {
    const std::string title = Words::tr("Comparison").toStdString();
    source.title = {title, title};
  }
  return source;
}

}  // namespace

ExitStatus compareTraces(const CompareOptions& options) {
  if (const Status possible = checkTargets(options.targets); !possible) return refuse(possible.error());
  report::Comparison comparison;
  for (const std::string& path : options.traces) {
    auto opened = openTrace(path);
    if (!opened) return refuse(opened.error());
    add(comparison, path, opened.take());
  }
  const ComparisonSource source = sourceOf(comparison);
  const bool isAllWritten = writeResults(options.targets, source, {});
  sayComparison(comparison, source.summaries, {});
  return isAllWritten ? ExitStatus::kDone : ExitStatus::kBadInput;
}

}  // namespace threadline::app
