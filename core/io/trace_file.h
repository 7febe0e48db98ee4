// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Trace files by ending: opens and saves whatever the formats of this folder can. `.json` Chrome trace events, `.csv`
// spans.
//
// A run that was saved carries what was asked for in the file's metadata, as texts that are kept and given back
// untouched.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/trace.h"

namespace threadline::io {

using Metadata = std::map<std::string, std::string>;  // "scenario", "parameters", "preset", "ending", ...

struct TraceFile {
  model::SnapshotPtr snapshot;
  Metadata metadata;
  std::vector<std::string> repairs;  // what had to be mended or left out to read it, plain sentences
};

/// Errors: kNotFound, kInvalidInput with the place, kLimit for what is too large, kUnsupported for an unknown ending.
[[nodiscard]] Result<TraceFile> readTrace(const std::string& path);
/// Writes a temporary file beside the target and renames. Errors: kSystem, kUnsupported.
[[nodiscard]] Status writeTrace(const model::Snapshot& snapshot, const Metadata& metadata, const std::string& path);

/// Atomic replacement of a file's content, for every writer of this program: temporary file beside it, fsync, rename;
/// the old file stays whole whatever happens. Errors: kSystem.
[[nodiscard]] Status replaceFile(const std::string& path, std::string_view content);

}  // namespace threadline::io
