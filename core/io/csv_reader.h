// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a table of spans as csv_writer writes it (FORMATS.md), also after a spreadsheet has had it: columns are found
// by their titles, rows may stand in any order. Gaps between a lane's rows become `unknown`, rows that overlap are cut.
//
// Thread: any, one at a time a file.

#include <string>
#include <string_view>
#include <vector>

#include "core/io/trace_file.h"

namespace threadline::io {

/// Errors: kInvalidInput with the line where the table is not one of spans; kLimit.
[[nodiscard]] Result<TraceFile> readCsv(std::string_view bytes);

/// The cells of the next row of a table after RFC 4180; takes it off `rest`. Bare line feeds are accepted.
[[nodiscard]] std::vector<std::string> takeCsvRow(std::string_view& rest);

}  // namespace threadline::io
