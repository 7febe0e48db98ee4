// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the spans of a trace as a table (FORMATS.md), one row a span: for spreadsheets and scripts.
//
// Thread: any, one at a time a file.

#include "core/io/text_out.h"
#include "core/model/trace.h"

namespace threadline::io {

/// The caller finishes `out` and commits its file.
void writeCsv(const model::Snapshot& snapshot, TextOut& out);

}  // namespace threadline::io
