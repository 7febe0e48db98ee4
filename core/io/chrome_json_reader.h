// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads Chrome trace events, of this program or of any other (FORMATS.md). What is damaged is mended or left out and
// listed in TraceFile::repairs; nothing in a file can do worse than be refused.
//
// Thread: any, one at a time a file.

#include <string>

#include "core/io/trace_file.h"

namespace threadline::io {

/// `bytes` is the file's content, unpacked. Errors: kInvalidInput, kLimit.
[[nodiscard]] Result<TraceFile> readChromeJson(std::string bytes);

}  // namespace threadline::io
