// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes a trace again of a file that chrome_json_writer wrote: lanes, spans, flows and all else exactly as they were.
// The file may have been changed since: each number is checked, what makes no sense is left out and listed.
//
// Thread: one.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/io/chrome_file.h"
#include "core/io/trace_file.h"
#include "core/model/trace_writer.h"

namespace threadline::io {

/// What stands in otherData.threadline.
struct OwnParts {
  struct OwnProcess {
    model::Process facts;  // without holds and requests
    std::int64_t pid = 0;  // by which its events go
    std::vector<model::GilHold> holds;
    std::vector<model::GilRequest> requests;
  };
  struct OwnLane {
    model::Lane facts;
    std::int64_t pid = 0;
    std::int64_t tid = 0;
  };
  Metadata metadata;
  TimeNs now;
  bool isFinished = true;
  model::TraceTotals totals;
  std::vector<OwnProcess> processes;
  std::vector<OwnLane> lanes;
  std::vector<model::Object> objects;
  std::map<std::string, model::CounterKey, std::less<>> counters;  // by the name of their track
  std::vector<std::string> tracks;                                 // in order
  std::vector<model::OutputLine> output;
  std::vector<model::Diagnostic> diagnostics;
};

/// Nothing when the text is no such object, or of a later version.
[[nodiscard]] std::optional<OwnParts> readOwnParts(std::string_view own);

/// The file's texts are those of the writer. Gives the list of what was left out.
[[nodiscard]] std::vector<std::string> importOwnChrome(const ChromeFile& file, const OwnParts& parts,
                                                       model::TraceWriter& writer);

}  // namespace threadline::io
