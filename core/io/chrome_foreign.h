// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes a trace of the events of any program's Chrome trace. Intervals become slices, a lane's state is unknown (unless
// the file has thread states), times count from the earliest event. What has no place here, or makes no sense, is left
// out and listed.
//
// Thread: one.

#include <string>
#include <vector>

#include "core/io/chrome_file.h"
#include "core/model/trace_writer.h"

namespace threadline::io {

/// The file's texts are those of the writer. Gives the list of what was mended or left out.
[[nodiscard]] std::vector<std::string> importForeignChrome(const ChromeFile& file, model::TraceWriter& writer);

}  // namespace threadline::io
