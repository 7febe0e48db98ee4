// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/notices.h"
#include "app/files.h"
#include "app/scenario_library.h"
#include "app/words.h"

namespace threadline::app {

ExitStatus validateFile(const ValidateOptions& options) {
  const auto json = readFile(options.file, scenario::kMaxScenarioBytes);
  if (!json) {
    complain(json.error());
    return ExitStatus::kBadInput;
  }
  const bool isExperiment = scenario::saysExperiment(json.value());
  const std::vector<scenario::Problem> problems =
      isExperiment ? readWholeExperiment(json.value(), loadLibrary()).problems : readWhole(json.value()).problems;
  for (const scenario::Problem& problem : problems) tell(QString::fromStdString(problem.toText(options.file)));
  if (!problems.empty()) return ExitStatus::kBadInput;
  tell(Words::tr("%1: no errors").arg(QString::fromStdString(options.file)));
  return ExitStatus::kDone;
}

}  // namespace threadline::app
