// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A trace opened from a file, with the record of its run where the file carries one.

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/io/trace_file.h"
#include "core/report/run_record.h"

namespace threadline::app {

struct OpenedTrace {
  io::TraceFile file;
  std::optional<report::RunRecord> run;
};

/// Says on standard error what had to be mended. Errors: those of io::readTrace, with the path as context.
[[nodiscard]] Result<OpenedTrace> openTrace(const std::string& path);

}  // namespace threadline::app
