// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The numbers of each page: how wide the layout is, how large its texts, and what a pixel of it becomes in a file.

#include <optional>

#include "ui/paint/figure.h"
#include "ui/scene/metrics.h"

namespace threadline::paint {

struct PageMetrics {
  double width = 1200;
  std::optional<double> height;  // a page of fixed height
  double margin = 24;
  double titleText = 24;
  double subtitleText = 15;
  double tickText = 14;
  double legendText = 14;
  double captionText = 14;
  double footerText = 12.5;
  double imageScale = 1;        // PNG pixels for each layout pixel
  double millimetresPerPx = 0;  // of paper
  scene::Metrics lanes;         // with unit: what one pixel of the 1200 px drawing is here
};

/// Widths are held between 320 and 20 000 px.
[[nodiscard]] PageMetrics pageMetricsFor(const FigureOptions& options);

}  // namespace threadline::paint
