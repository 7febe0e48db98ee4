// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figure of an experiment's claim: ratio('a', 'b'[, FIGURE]), a's median over b's. FIGURE is one of a run
// (figures.h), in quotes or without; the wall time where there is none.
//
// Thread: any; values only.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/report/figures.h"

namespace threadline::report {

struct RatioFigure {
  std::string variant;  // ids
  std::string base;
  std::string text = "wall";  // of the figure, as the file says it
  Figure figure;
};

/// Errors: kInvalidInput, "found X, expected Y".
[[nodiscard]] Result<RatioFigure> parseRatio(std::string_view text);

}  // namespace threadline::report
