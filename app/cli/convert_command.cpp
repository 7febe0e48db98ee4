// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/notices.h"
#include "app/cli/opened_trace.h"
#include "app/picture_writing.h"

namespace threadline::app {
namespace {

ExitStatus refuse(Error error, const std::string& path) {
  if (error.context.empty()) error.context = path;
  complain(error);
  return ExitStatus::kBadInput;
}

}  // namespace

ExitStatus convertTrace(const ConvertOptions& options) {
  if (const Status possible = checkTracePath(options.out); !possible) return refuse(possible.error(), options.out);
  const auto trace = openTrace(options.in);
  if (!trace) return refuse(trace.error(), options.in);
  const io::TraceFile& file = trace.value().file;
  if (const Status written = io::writeTrace(*file.snapshot, file.metadata, options.out); !written) {
    return refuse(written.error(), options.out);
  }
  return ExitStatus::kDone;
}

}  // namespace threadline::app
