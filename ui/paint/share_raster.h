// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Share strips straight into the pixels of an image, row by row: of a frame of a large trace they are nearly all.
// Where states meet within a pixel they are mixed by area, so a column's colours are the exact means of its shares.
//
// How: within a pixel, state s and all below it cover c(s), so the pixel is the sum of c(s) times the difference of the
// colours of s and of the state above it, and what is left is what was there. Eight columns are summed up at once, in
// 16 bit that may overflow in between: the total fits, and arithmetic modulo 2^16 does not mind the way.
//
// Thread: one; the pixels must outlive the object.

#include <array>
#include <cstdint>

#include "ui/paint/pixel_buffer.h"
#include "ui/paint/theme.h"
#include "ui/scene/draw_list.h"

namespace threadline::paint {

class ShareRaster {
 public:
  /// `scale`: device pixels for each layout pixel.
  ShareRaster(const Theme& theme, double scale, PixelBuffer target);

  void strip(const scene::ShareStrip& strip);

 private:
  static constexpr std::size_t kColumns = 16;  // of a block
  template <typename T>
  using PerColumn = std::array<T, kColumns>;
  using Parts = std::uint16_t __attribute__((vector_size(16)));  // of eight columns
  struct Shade {
    Parts red, green, blue;
  };
  /// Columns side by side; only the states that one of them has.
  struct Block {
    std::size_t count = 0;
    PerColumn<const scene::ShareColumn*> columns;
    std::size_t stateCount = 0;
    PerState<std::uint8_t> states;
    PerState<Shade> shades;  // the state's colour
    PerState<Shade> steps;   // from the next state's colour to it
  };
  /// What height above a base each share reaches, in 256ths of a device pixel, cut at the height of a group of rows.
  struct Tops {
    int height = -1;  // of the strip
    int base = 0;
    std::array<std::int16_t, 256> of;
  };
  struct Heights {
    alignas(16) PerState<PerColumn<std::int16_t>> tops;
    PerState<std::int16_t> lowest;
    PerState<std::int16_t> highest;
  };
  /// A pixel's row: heights above the base, in 256ths.
  struct PixelRow {
    std::int16_t low;
    std::int16_t high;
  };
  [[nodiscard]] Block blockOf(const scene::ShareStrip& strip, double firstColumn, double perPixel,
                              std::size_t count) const;
  [[nodiscard]] const Tops& topsOf(int height, int base);
  [[nodiscard]] static Heights heightsOf(const Block& block, const Tops& tops);
  static void drawRow(const Block& block, const Heights& heights, PixelRow row, QRgb* to);
  static void writeFull(const Shade& sums, QRgb* to);
  static void writeOver(const Shade& sums, const Parts& covered, QRgb* to, std::size_t count);

  double m_scale;
  PixelBuffer m_target;
  PerState<Shade> m_fills;
  std::array<Tops, 4> m_tops;  // the last ones: strips of a picture have few heights
  std::size_t m_nextTops = 0;
};

}  // namespace threadline::paint
