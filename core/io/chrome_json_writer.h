// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a trace as Chrome trace events (FORMATS.md): what any viewer of that format shows, and beside it, under
// otherData, what the format has no place for, so that chrome_json_reader gives the same trace again, exactly.
//
// Thread: any, one at a time a file. The whole is streamed; memory does not grow with the trace.

#include "core/io/text_out.h"
#include "core/io/trace_file.h"

namespace threadline::io {

/// The caller finishes `out` and commits its file.
void writeChromeJson(const model::Snapshot& snapshot, const Metadata& metadata, TextOut& out);

}  // namespace threadline::io
