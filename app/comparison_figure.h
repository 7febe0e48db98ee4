// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The picture of runs that are compared: of each variant the run with the median time, under one another on one axis,
// with what it took against the first one at the right.
//
// Thread: main's (translations), with a QGuiApplication to write.

#include <QString>

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "core/base/result.h"
#include "core/report/comparison.h"
#include "ui/paint/figure.h"

namespace threadline::app {

struct ComparisonSource {
  const report::Comparison& comparison;
  std::vector<report::VariantSummary> summaries;
  scenario::LocalizedText title;
  scenario::LocalizedText caption;
  bool isComplete = true;  // false: stopped before all runs were made
};

/// What it took: "1.02 s · 0.55× the time (document: 0.57×) · 1.9 cores".
[[nodiscard]] QString noteOf(const report::VariantSummary& summary);

/// Variants without a run that counts are left out.
[[nodiscard]] paint::FigureSubject composeComparison(const ComparisonSource& source, const PictureOptions& options);

/// Writes the picture(s) of one path; returns the paths written. Errors: as writePicture; kInvalidInput where no run
/// can be drawn.
[[nodiscard]] Result<std::vector<std::string>> writeComparison(const ComparisonSource& source,
                                                               const PictureOptions& options, const std::string& path);

}  // namespace threadline::app
