// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boxes and share strips straight into the pixels of an image: what there can be a hundred thousand of in a frame.
// Edges between pixels are mixed by area, so a pixel's colour is the exact mean of what it covers.
//
// Thread: one; the pixels belong to the caller and must outlive the object.

#include <QColor>
#include <QRgb>

#include <array>
#include <vector>

#include "ui/paint/theme.h"
#include "ui/scene/draw_list.h"

namespace threadline::paint {

struct PixelBuffer {
  QRgb* pixels = nullptr;  // premultiplied and opaque
  int width = 0;
  int height = 0;
  [[nodiscard]] QRgb* row(int y) const {
    return pixels + static_cast<std::ptrdiff_t>(y) * static_cast<std::ptrdiff_t>(width);
  }
};

class LaneRaster {
 public:
  /// `scale`: device pixels for each layout pixel; `unit`: DrawList::unit.
  LaneRaster(const Theme& theme, double scale, double unit, PixelBuffer target);

  void box(const scene::StateBox& box);
  void strip(const scene::ShareStrip& strip);

 private:
  /// A state's fill with its pattern: `size` rows, each repeated to `length` pixels so that a row is a few copies.
  struct Tile {
    int size = 1;
    int length = 0;
    std::vector<QRgb> pixels;
  };
  struct Area {
    double left, top, right, bottom;  // device pixels
  };
  [[nodiscard]] Tile makeTile(const StateStyle& style) const;
  void fillTile(const Area& area, const Tile& tile);
  /// A colour in place of a tile's fill that is there already.
  void replaceFill(const Area& area, const Tile& tile, QRgb colour);
  void dashes(const Area& area, const StateStyle& style, const Tile& tile);
  /// 256ths of a device pixel.
  struct Upright {
    std::int64_t top, bottom;
  };
  void column(const std::array<std::uint8_t, kLaneStateCount>& cumulative, int x, const Upright& place);

  const Theme& m_theme;
  double m_scale;
  double m_unit;
  QRgb m_page;
  PixelBuffer m_target;
  PerState<Tile> m_tiles;
  PerState<QRgb> m_fills;
  PerState<std::uint64_t> m_spreads;
};

}  // namespace threadline::paint
