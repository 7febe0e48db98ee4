// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boxes straight into the pixels of an image: there can be tens of thousands of them in a frame.
// Edges between pixels are mixed by area, so a pixel's colour is the exact mean of what it covers.
//
// Thread: one; the pixels must outlive the object.

#include <QRgb>

#include <vector>

#include "ui/paint/pixel_buffer.h"
#include "ui/paint/theme.h"
#include "ui/scene/draw_list.h"

namespace threadline::paint {

class LaneRaster {
 public:
  /// `scale`: device pixels for each layout pixel; `unit`: DrawList::unit.
  LaneRaster(const Theme& theme, double scale, double unit, PixelBuffer target);

  void box(const scene::StateBox& box);

 private:
  /// A state's fill with its pattern: `size` rows, each repeated to `length` pixels so that a row is a few copies.
  struct Tile {
    int size = 1;
    int length = 0;
    bool isEveryRowAlike = true;
    std::vector<QRgb> pixels;
    [[nodiscard]] const QRgb* row(int y) const {
      return pixels.data() + static_cast<std::ptrdiff_t>(y % size) * static_cast<std::ptrdiff_t>(length);
    }
  };
  struct Area {
    double left, top, right, bottom;  // device pixels
  };
  [[nodiscard]] Tile makeTile(const StateStyle& style) const;
  /// A box with a solid outline inside, of `pen` device pixels; none where it is 0.
  void fill(const Area& area, std::size_t state, double pen);
  /// Pixels [from, to) of a row, wholly covered by a tile and a share of an edge's colour over it.
  void fillMiddle(int y, int from, int to, const Tile& tile, QRgb edge, unsigned edgeShare);
  /// A colour in place of a tile's fill that is there already.
  void replaceFill(const Area& area, const Tile& tile, QRgb colour);
  void dashes(const Area& area, const StateStyle& style, const Tile& tile);

  const Theme& m_theme;
  double m_scale;
  double m_unit;
  QRgb m_page;
  PixelBuffer m_target;
  PerState<Tile> m_tiles;
};

}  // namespace threadline::paint
