// SPDX-License-Identifier: GPL-3.0-or-later
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "app/cli/commands.h"
#include "app/cli/comparison_output.h"
#include "app/cli/comparison_summary.h"
#include "app/cli/notices.h"
#include "app/cli/run_summary.h"
#include "app/comparison_figure.h"
#include "app/end_signals.h"
#include "app/experiment_sources.h"
#include "app/words.h"
#include "core/relay/experiment_runner.h"
#include "core/relay/host_path.h"

namespace threadline::app {
namespace {

constexpr int kTickMs = 12;
constexpr DurationNs kProgressStep = milliseconds(250);

ExitStatus refuse(const Error& error) {
  complain(error);
  return ExitStatus::kBadInput;
}

Status checkCompares(const scenario::Experiment& experiment, const ExperimentOptions& options) {
  if (!experiment.variants.empty() || !experiment.vary.empty() || !options.wishes.vary.empty()) return ok();
  return Error{
      ErrorCode::kInvalidArgument,
      Words::tr("a scenario by itself compares nothing; say with --vary NAME=V1,V2 what to vary").toStdString(),
      experiment.id};
}

/// All runs, as long as nobody wants them to end. Errors: kSystem for descriptors.
Status execute(relay::ExperimentRunner& runner, const report::ExperimentPlan& plan) {
  EndSignals endings;
  if (endings.fd() < 0) return systemError("signalfd", errno);
  std::size_t said = 0;
  DurationNs nextProgress;
  std::size_t shownRun = plan.steps.size();
  bool isOver = false;
  while (!isOver) {
    isOver = runner.poll();
    for (; said < runner.finished().size(); ++said) {
      const report::ComparedRun& run = runner.finished()[said];
      logRun(run, said + 1, plan.steps.size(), plan.variants[run.variant]);
    }
    if (isOver) break;
    const auto progress = runner.progress();
    if (progress.index != shownRun || progress.elapsed >= nextProgress) {
      shownRun = progress.index;
      nextProgress = progress.elapsed + kProgressStep;
      showExperimentProgress(progress, plan.variants);
    }
    std::array<pollfd, 2> wanted{{{runner.pidfd(), POLLIN, 0}, {endings.fd(), POLLIN, 0}}};
    ::poll(wanted.data(), wanted.size(), kTickMs);
    if (endings.take()) runner.stop();
  }
  clearProgress();
  return ok();
}

bool isFailed(const report::Comparison& comparison, const std::vector<report::ClaimResult>& claims) {
  for (const report::ClaimResult& claim : claims) {
    if (claim.verdict == report::Verdict::kFails) return true;
  }
  for (const report::ComparedRun& run : comparison.runs) {
    if (report::isFailure(*run.record, report::checkClaims(*run.record))) return true;
  }
  return false;
}

bool hasHung(const report::Comparison& comparison) {
  return std::any_of(comparison.runs.begin(), comparison.runs.end(),
                     [](const report::ComparedRun& run) { return run.record->ending == model::RunEnding::kTimeLimit; });
}

}  // namespace

ExitStatus runExperiment(const ExperimentOptions& options) {
  if (const Status possible = checkTargets(options.targets); !possible) return refuse(possible.error());
  const Library library = loadLibrary();
  const auto found = findExperiment(options.experiment, library);
  if (!found) return refuse(found.error());
  const scenario::Experiment& experiment = found.value().experiment;
  if (const Status compares = checkCompares(experiment, options); !compares) return refuse(compares.error());
  const auto plan = report::planOf(experiment, finderIn(library), options.wishes);
  if (!plan) return refuse(plan.error());

  relay::ExperimentRunner runner({plan.value(), scenariosOf(experiment, plan.value().variants, library),
                                  options.wishes.preset, relay::findHost(), options.timeLimit});
  if (const Status executed = execute(runner, plan.value()); !executed) {
    complain(executed.error());
    return ExitStatus::kFailed;
  }
  if (runner.error()) complain(*runner.error());

  const report::Comparison comparison{experiment.id, options.wishes.preset, plan.value().variants, runner.finished()};
  const bool isComplete = comparison.runs.size() == plan.value().steps.size();
  const ComparisonSource source{comparison, report::summarise(comparison), experiment.title, experiment.caption,
                                isComplete};
  // Claims name the file's own variants; of others there is nothing to say.
  const bool hasOwnVariants = options.wishes.vary.empty();
  const auto claims =
      hasOwnVariants ? report::checkClaims(experiment.claims, comparison) : std::vector<report::ClaimResult>{};
  const bool isAllWritten = writeResults(options.targets, source, claims);
  if (runner.wasStopped()) {
    tell(Words::tr("%1: stopped after %2 of %3 runs")
             .arg(QString::fromStdString(experiment.id))
             .arg(comparison.runs.size())
             .arg(plan.value().steps.size()));
  }
  sayComparison(comparison, source.summaries, claims);
  if (runner.wasStopped()) return ExitStatus::kStopped;
  if (runner.error()) return ExitStatus::kFailed;
  if (hasHung(comparison)) return ExitStatus::kTimeLimit;
  if (!isAllWritten) return ExitStatus::kBadInput;
  return isFailed(comparison, claims) ? ExitStatus::kFailed : ExitStatus::kDone;
}

}  // namespace threadline::app
