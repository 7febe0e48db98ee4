// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines of a pattern within one tile that repeats: the same for raster, SVG and PDF.

#include <QLineF>

#include <vector>

#include "ui/paint/theme.h"

namespace threadline::paint {

struct Hatch {
  double period = 0;  // side of the tile; 0: no pattern
  std::vector<QLineF> lines;
};

/// In layout pixels of the 1200 px drawing. Lines reach beyond the tile, so that ends do not show.
[[nodiscard]] Hatch hatchOf(Pattern pattern);

}  // namespace threadline::paint
