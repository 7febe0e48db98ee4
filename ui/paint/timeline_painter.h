// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Replays a draw list: into an image, where lanes are written as scan lines, or with vector commands alone, for PDF.
// Nothing is decided here but colours; nothing is looked up in a trace.
//
// Thread: any one with a QGuiApplication in the process (fonts).

#include <QImage>

#include "ui/paint/theme.h"
#include "ui/scene/draw_list.h"

class QPainter;

namespace threadline::paint {

/// The largest side of an image, in pixels: QPainter's own bound.
inline constexpr int kLargestImage = 32'000;

/// The list on the theme's background, `scale` pixels for each layout pixel. A null image when it would be too large.
[[nodiscard]] QImage rasterOf(const scene::DrawList& list, const Theme& theme, double scale);

/// The list in layout pixels, as paths, rectangles and texts.
void paintVector(QPainter& painter, const scene::DrawList& list, const Theme& theme);

}  // namespace threadline::paint
