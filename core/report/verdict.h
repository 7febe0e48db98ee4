// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows from a run or from a comparison, in one or two sentences made of named figures, and how sure that is.
// Where nothing follows the text is empty.
//
// Thread: any; values only.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/report/comparison.h"
#include "core/report/verdict_rules.h"

namespace threadline::report {

/// A number that the text names, and where it shows.
struct VerdictFigure {
  std::string name;
  double value = 0;
  std::string text;                    // as the sentence says it: "72 %"
  std::optional<std::size_t> variant;  // of a comparison
  LaneId lane;
  TimeRange range;  // empty: the whole lane
};

struct Advice {
  scenario::LocalizedText text;
  Confidence confidence = Confidence::kNone;
  std::vector<VerdictFigure> figures;
};

/// Of one run: the most telling patterns, two at most.
[[nodiscard]] Advice adviceOf(const RunRecord& run);

/// Of a comparison: which variant was fastest and by how much, or which ones where they cannot be told apart; whether
/// that is more than noise, from which value of a sweep on nothing was gained, and why the first one took longer. Where
/// requests came by their own clock: which kept up with the most of them, and which did not.
[[nodiscard]] Advice adviceOf(const Comparison& comparison, const std::vector<VariantSummary>& summaries);

}  // namespace threadline::report
