// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of compared variants as CSV, for spreadsheets and scripts: one row a variant, raw numbers in base units, a
// column for each parameter in which the variants differ. What nobody measured is an empty field.
//
// Thread: any; values only.

#include <string>
#include <string_view>
#include <vector>

#include "core/report/comparison.h"

namespace threadline::report {

/// RFC 4180 with line feeds. The header's words are part of the command line's contract and never translated; `labels`
/// are the variants' in the person's language.
[[nodiscard]] std::string comparisonCsv(const Comparison& comparison, const std::vector<VariantSummary>& summaries,
                                        const std::vector<std::string>& labels);

/// A field of it: quoted where it must be. A text that a spreadsheet would take for a formula is quoted and gets an
/// apostrophe before it.
[[nodiscard]] std::string csvField(std::string_view text);

}  // namespace threadline::report
