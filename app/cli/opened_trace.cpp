// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_trace.h"

#include "app/cli/notices.h"
#include "app/words.h"
#include "core/report/run_metadata.h"

namespace threadline::app {
namespace {

constexpr int kMaxRepairsSaid = 5;

}  // namespace

Result<OpenedTrace> openTrace(const std::string& path) {
  auto read = io::readTrace(path);
  if (!read) {
    Error error = read.error();
    if (error.context.empty()) error.context = path;
    return error;
  }
  OpenedTrace trace;
  trace.file = read.take();
  int said = 0;
  for (const std::string& repair : trace.file.repairs) {
    if (++said > kMaxRepairsSaid) break;
    complain(QString::fromStdString(path + ": " + repair));
  }
  const auto more = static_cast<int>(trace.file.repairs.size()) - kMaxRepairsSaid;
  if (more > 0) complain(Words::tr("and %n more remark(s) of this kind", nullptr, more));
  trace.run = report::fromMetadata(trace.file.metadata, trace.file.snapshot);
  return trace;
}

}  // namespace threadline::app
