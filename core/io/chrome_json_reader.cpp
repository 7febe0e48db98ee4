// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chrome_json_reader.h"

#include <algorithm>
#include <utility>

#include "core/io/chrome_file.h"
#include "core/io/chrome_foreign.h"
#include "core/io/chrome_own.h"

namespace threadline::io {

Result<TraceFile> readChromeJson(std::string bytes) {
  model::TraceWriter writer;
  Result<ChromeFile> read = readChromeFile(bytes, writer.texts());
  if (!read) return read.error();
  const ChromeFile& file = read.value();
  const bool hasPhase =
      std::any_of(file.events.begin(), file.events.end(), [](const ChromeEvent& event) { return event.phase != 0; });
  if ((!file.events.empty() || file.unreadable != 0) && !hasPhase) {
    return Error{ErrorCode::kInvalidInput, "none of its elements is a trace event", {}};
  }
  TraceFile trace;
  if (file.isMended) trace.repairs.push_back("the file is damaged or incomplete; what could be read is shown");
  if (file.unreadable != 0) trace.repairs.push_back(std::to_string(file.unreadable) + " elements could not be read");
  std::vector<std::string> repairs;
  if (const auto parts = file.own.empty() ? std::nullopt : readOwnParts(file.own)) {
    trace.metadata = parts->metadata;
    repairs = importOwnChrome(file, *parts, writer);
  } else {
    if (!file.own.empty()) trace.repairs.push_back("what this program wrote beside the events cannot be read");
    repairs = importForeignChrome(file, writer);
  }
  trace.repairs.insert(trace.repairs.end(), repairs.begin(), repairs.end());
  trace.snapshot = writer.snapshot();
  return trace;
}

}  // namespace threadline::io
