// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The subcommands, one file each. They say what went wrong by themselves and give the status to leave with.
//
// Thread: main's, with an application object (a QGuiApplication where pictures are written).

#include "app/cli/options.h"
#include "app/exit_status.h"

namespace threadline::app {

[[nodiscard]] ExitStatus listScenarios(const ListOptions& options);
[[nodiscard]] ExitStatus runScenario(const RunOptions& options);
[[nodiscard]] ExitStatus validateFile(const ValidateOptions& options);
[[nodiscard]] ExitStatus showTrace(const InfoOptions& options);
[[nodiscard]] ExitStatus renderTrace(const RenderOptions& options);
[[nodiscard]] ExitStatus convertTrace(const ConvertOptions& options);
[[nodiscard]] ExitStatus runExperiment(const ExperimentOptions& options);
[[nodiscard]] ExitStatus compareTraces(const CompareOptions& options);
/// record: says that it comes in a later version.
[[nodiscard]] ExitStatus answerLater(const LaterOptions& options);

}  // namespace threadline::app
