// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_output.h"

#include <unistd.h>

#include "app/files.h"
#include "core/io/trace_file.h"

namespace threadline::app {

Status writeJson(std::string_view json, const std::string& target) {
  const bool isStandardOutput = target == "-";
  const Status written = isStandardOutput ? writeAll(STDOUT_FILENO, json) : io::replaceFile(target, json);
  if (written) return written;
  Error error = written.error();
  if (error.context.empty()) error.context = isStandardOutput ? "standard output" : target;
  return error;
}

}  // namespace threadline::app
