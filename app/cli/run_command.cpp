// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/notices.h"
#include "app/cli/run_summary.h"
#include "app/files.h"
#include "app/language.h"
#include "app/picture_writing.h"
#include "app/run_loop.h"
#include "app/scenario_library.h"
#include "app/words.h"
#include "core/io/trace_file.h"
#include "core/relay/host_path.h"
#include "core/report/claims.h"
#include "core/report/machine_load.h"
#include "core/report/run_facts.h"
#include "core/report/run_metadata.h"
#include "core/report/run_report.h"
#include "core/scenario/run_package.h"

namespace threadline::app {
namespace {

ExitStatus refuse(const Error& error) {
  complain(error);
  return ExitStatus::kBadInput;
}

/// What can be known before minutes are spent on a run: every target has a good name and a folder.
Status checkTargets(const RunOptions& options) {
  if (Status possible = checkPictures(options.exports, options.picture); !possible) return possible;
  for (const std::string& path : options.saves) {
    if (Status possible = checkTracePath(path); !possible) return possible;
  }
  if (options.json.empty() || options.json == "-") return ok();
  return checkWritable(options.json);
}

/// Every output that was asked for, each tried whatever became of the others; false when one could not be written.
bool writeResults(const RunOptions& options, const report::RunRecord& run,
                  const std::vector<report::ClaimResult>& claims) {
  bool isAllWritten = true;
  const auto check = [&](const auto& result, const std::string& path) {
    if (result) return;
    Error error = result.error();
    if (error.context.empty()) error.context = path;
    complain(error);
    isAllWritten = false;
  };
  if (!options.json.empty())
    check(writeJson(report::runReport(run, claims, currentLanguage() == Language::kKorean), options.json),
          options.json);
  for (const std::string& path : options.saves) {
    check(io::writeTrace(*run.snapshot, report::toMetadata(run), path), path);
  }
  const PictureSource source{run.snapshot, &run, {}};
  for (const std::string& path : options.exports) check(writePicture(source, options.picture, path), path);
  return isAllWritten;
}

ExitStatus statusOf(const report::RunRecord& run, const std::vector<report::ClaimResult>& claims, bool isAllWritten) {
  if (run.ending == model::RunEnding::kStopped) return ExitStatus::kStopped;
  if (run.ending == model::RunEnding::kTimeLimit) return ExitStatus::kTimeLimit;
  if (!isAllWritten) return ExitStatus::kBadInput;
  return report::isFailure(run, claims) ? ExitStatus::kFailed : ExitStatus::kDone;
}

}  // namespace

ExitStatus runScenario(const RunOptions& options) {
  if (const Status possible = checkTargets(options); !possible) return refuse(possible.error());
  auto found = findScenario(options.scenario);
  if (!found) return refuse(found.error());
  auto parameters = scenario::bindParameters(found.value().scenario, options.preset, options.settings);
  if (!parameters) return refuse(parameters.error());

  report::RunRecord run;
  run.scenario = std::move(found.value().scenario);
  run.scenarioJson = std::move(found.value().json);
  run.preset = options.preset;
  run.parameters = parameters.take();
  run.startedAt = report::localTimeNow();
  run.machine = report::machineName();

  RunWish wish;
  wish.package = scenario::writeRunPackage({run.scenarioJson, run.parameters, options.echo});
  wish.hostPath = relay::findHost();
  wish.timeLimit = options.timeLimit;
  auto outcome = executeRun(wish, showProgress);
  clearProgress();
  if (!outcome) {
    complain(outcome.error());
    return ExitStatus::kFailed;
  }
  run.snapshot = outcome.value().snapshot;
  run.ending = outcome.value().ending;
  run.otherLoad = outcome.value().otherLoad;
  run.message = report::failureMessage(*run.snapshot, run.ending, outcome.value().hostMessage);

  const auto claims = report::checkClaims(run);
  const bool isAllWritten = writeResults(options, run, claims);
  sayResult(run, claims);
  return statusOf(run, claims, isAllWritten);
}

}  // namespace threadline::app
