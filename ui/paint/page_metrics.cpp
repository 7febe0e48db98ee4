// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/page_metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace threadline::paint {
namespace {

constexpr double kMillimetresPerCssPx = 25.4 / 96;
constexpr double kA4Layout = 620;
constexpr double kA4Millimetres = 165;
// 1.76 x the smallest text (12.5) is 22: what can be read from the last row.
constexpr double kSlideUnit = 1.76;
constexpr double kScreenRow = 0.8;  // of a diagram's row: half of it, a wait's box, is as high as its word

void setWidth(PageMetrics& page, double width) {
  page.width = std::round(std::clamp(width, 320.0, 20'000.0));
  scene::Metrics& lanes = page.lanes;
  // Narrow pages cannot give 176 px to names; names are elided in the middle where that is too little.
  lanes.plotLeft = page.width >= 1000 ? 176 : std::round(std::clamp(page.width * 0.2, 104.0, 176.0));
  lanes.plotRight = page.width - 64;
  lanes.pageRight = page.width - page.margin;
  if (page.width < 1000) lanes.plotRight = page.width - 48;
}

void enlarge(PageMetrics& page, double unit) {
  for (double* value : {&page.margin, &page.titleText, &page.subtitleText, &page.tickText, &page.legendText,
                        &page.captionText, &page.footerText}) {
    *value *= unit;
  }
  scene::Metrics& lanes = page.lanes;
  for (double* value :
       {&lanes.labelLeft,     &lanes.plotLeft,     &lanes.plotRight,  &lanes.pageRight,   &lanes.labelGap,
        &lanes.rowHeight,     &lanes.rowGap,       &lanes.arrowGap,   &lanes.groupGap,    &lanes.headerHeight,
        &lanes.counterHeight, &lanes.holderHeight, &lanes.noteHeight, &lanes.sliceHeight, &lanes.boxText,
        &lanes.nameText,      &lanes.kindText,     &lanes.noteText,   &lanes.seam,        &lanes.unit}) {
    *value *= unit;
  }
}

PageMetrics slide() {
  PageMetrics page;
  enlarge(page, kSlideUnit);
  page.width = 1920;
  page.height = 1080;
  page.lanes.plotLeft = 310;
  page.lanes.plotRight = 1808;
  page.lanes.pageRight = page.width - page.margin;
  page.lanes.holderHeight = 28;  // 22 px text in it
  // 1920 px are one slide wide: 33.867 cm.
  page.millimetresPerPx = 338.67 / 1920;
  return page;
}

/// Rows as the window has them: low and close, names on one line, whatever their number; waits still carry their words.
void compactRows(PageMetrics& page) {
  const double height = page.lanes.rowHeight * kScreenRow;
  page.lanes = page.lanes.compacted();
  page.lanes.rowHeight = height;
  page.lanes.compactAbove = std::numeric_limits<std::size_t>::max();  // once is enough
}

}  // namespace

PageMetrics pageMetricsFor(const FigureOptions& options) {
  PageMetrics page;
  page.millimetresPerPx = kMillimetresPerCssPx;
  switch (options.page) {
    case Page::kFree: setWidth(page, options.widthPx.value_or(1200)); break;
    case Page::kBlog:
    case Page::kReadme:
      setWidth(page, 720);
      page.imageScale = 2;
      break;
    case Page::kSlide: page = slide(); break;
    case Page::kA4:
      setWidth(page, kA4Layout);
      page.imageScale = 3;  // 285 dpi at 165 mm
      page.millimetresPerPx = kA4Millimetres / kA4Layout;
      break;
  }
  if (options.style == Style::kScreen) compactRows(page);
  if (options.scale) page.imageScale = std::clamp(*options.scale, 0.1, 16.0);
  return page;
}

}  // namespace threadline::paint
