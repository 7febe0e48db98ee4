// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The page of a figure as one draw list: title, subtitle, lanes, axis, legend, caption, footer. The same list becomes
// each kind of file.
//
// Thread: any one with a QGuiApplication in the process (translations, the measure's fonts).

#include "ui/paint/figure.h"
#include "ui/paint/page_metrics.h"
#include "ui/scene/draw_list.h"
#include "ui/scene/text_measure.h"

namespace threadline::paint {

struct ComposedPage {
  scene::DrawList list;
  double nsPerPx = 0;  // time in one layout pixel, for pictures of the same scale
};

[[nodiscard]] ComposedPage composePage(const FigureSubject& subject, const FigureOptions& options,
                                       const PageMetrics& page, const scene::TextMeasure& measure);

}  // namespace threadline::paint
