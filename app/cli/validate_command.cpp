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
  const scenario::ReadResult read = readWhole(json.value());
  for (const scenario::Problem& problem : read.problems) tell(QString::fromStdString(problem.toText(options.file)));
  if (!read.problems.empty()) return ExitStatus::kBadInput;
  tell(Words::tr("%1: no errors").arg(QString::fromStdString(options.file)));
  return ExitStatus::kDone;
}

}  // namespace threadline::app
