// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A run's record as texts that a trace file keeps, so that a saved trace is rendered and reported as the run was.
// Keys: threadline, scenario, preset, ended, message, started_at, machine, other_load, package (run_package.h: the
// scenario's bytes and the parameters' values).

#include <map>
#include <optional>
#include <string>

#include "core/report/run_record.h"

namespace threadline::report {

using Metadata = std::map<std::string, std::string>;

[[nodiscard]] Metadata toMetadata(const RunRecord& run);

/// The record of an opened trace; nothing when it carries no scenario that can be read (a foreign trace, or one whose
/// metadata were changed). Hostile texts cost what reading a scenario costs.
[[nodiscard]] std::optional<RunRecord> fromMetadata(const Metadata& metadata, model::SnapshotPtr snapshot);

/// How the run of an opened trace ended; returned where it does not say.
[[nodiscard]] model::RunEnding endingOf(const Metadata& metadata);

}  // namespace threadline::report
