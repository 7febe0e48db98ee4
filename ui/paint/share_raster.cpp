// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/share_raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace threadline::paint {
namespace {

constexpr int kRowsAtOnce = 64;  // heights of so many rows fit into 16 bit
constexpr int kHighest = kRowsAtOnce * 256;
constexpr double kLargest = 1 << 22;  // times 255 it is still an int

constexpr std::size_t kLanes = 8;  // of a vector register that every machine has
using Numbers = std::int16_t __attribute__((vector_size(16)));
using Pixels = QRgb __attribute__((vector_size(16)));  // half as many

}  // namespace

ShareRaster::ShareRaster(const Theme& theme, double scale, PixelBuffer target) : m_scale(scale), m_target(target) {
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    const QColor& fill = theme.states[i].fill;
    const auto all = [](int channel) { return Parts{} + static_cast<std::uint16_t>(channel); };
    m_fills[i] = {all(fill.red()), all(fill.green()), all(fill.blue())};
  }
}

ShareRaster::Block ShareRaster::blockOf(const scene::ShareStrip& strip, double firstColumn, double perPixel,
                                        std::size_t count) const {
  Block out;
  out.count = count;
  PerState<std::uint8_t> differs{};  // from the state below, in any of the columns
  for (std::size_t i = 0; i < count; ++i) {
    const double at = firstColumn + static_cast<double>(i) * perPixel;
    const auto column = static_cast<std::size_t>(std::max(0.0, at));
    out.columns[i] = &strip.cumulative[std::min(column, strip.cumulative.size() - 1)];
    std::uint8_t below = 0;
    for (std::size_t state = 0; state < kLaneStateCount; ++state) {
      const std::uint8_t level = (*out.columns[i])[state];
      differs[state] = static_cast<std::uint8_t>(differs[state] | (level ^ below));
      below = level;
    }
  }
  for (std::size_t state = 0; state < kLaneStateCount; ++state) {
    if (differs[state] == 0) continue;
    const std::size_t s = out.stateCount++;
    out.states[s] = static_cast<std::uint8_t>(state);
    const Shade& shade = m_fills[state];
    out.shades[s] = shade;
    if (s == 0) continue;
    const Shade& below = out.shades[s - 1];
    out.steps[s - 1] = {below.red - shade.red, below.green - shade.green, below.blue - shade.blue};
  }
  return out;
}

const ShareRaster::Tops& ShareRaster::topsOf(int height, int base) {
  for (const Tops& known : m_tops) {
    if (known.height == height && known.base == base) return known;
  }
  Tops& out = m_tops[m_nextTops];
  m_nextTops = (m_nextTops + 1) % m_tops.size();
  out.height = height;
  out.base = base;
  for (int level = 0; level < 256; ++level) {
    out.of[static_cast<std::size_t>(level)] =
        static_cast<std::int16_t>(std::clamp(height * level / 255 - base, 0, kHighest));
  }
  return out;
}

ShareRaster::Heights ShareRaster::heightsOf(const Block& block, const Tops& tops) {
  Heights out;
  for (std::size_t s = 0; s < block.stateCount; ++s) {
    const std::size_t state = block.states[s];
    PerColumn<std::int16_t>& row = out.tops[s];
    row = {};
    std::int16_t lowest = kHighest;
    std::int16_t highest = 0;
    for (std::size_t i = 0; i < block.count; ++i) {
      const std::int16_t top = tops.of[(*block.columns[i])[state]];
      row[i] = top;
      lowest = std::min(lowest, top);
      highest = std::max(highest, top);
    }
    out.lowest[s] = lowest;
    out.highest[s] = highest;
  }
  return out;
}

void ShareRaster::writeFull(const Shade& sums, QRgb* to) {
  const Parts low = (sums.green & 0xFF00U) | (sums.blue >> 8);
  const Parts high = (sums.red >> 8) | std::uint16_t{0xFF00};
  const auto first = __builtin_shufflevector(low, high, 0, 8, 1, 9, 2, 10, 3, 11);
  const auto second = __builtin_shufflevector(low, high, 4, 12, 5, 13, 6, 14, 7, 15);
  std::memcpy(to, &first, sizeof(Pixels));
  std::memcpy(to + kLanes / 2, &second, sizeof(Pixels));
}

void ShareRaster::writeOver(const Shade& sums, const Parts& covered, QRgb* to, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned rest = 256U - covered[i];
    const unsigned red = sums.red[i] + rest * static_cast<unsigned>(qRed(to[i]));
    const unsigned green = sums.green[i] + rest * static_cast<unsigned>(qGreen(to[i]));
    const unsigned blue = sums.blue[i] + rest * static_cast<unsigned>(qBlue(to[i]));
    to[i] = 0xFF000000U | (red & 0xFF00U) << 8 | (green & 0xFF00U) | blue >> 8;
  }
}

void ShareRaster::drawRow(const Block& block, const Heights& heights, PixelRow row, QRgb* to) {
  // The states that reach into the row, up to one that fills it: above that there is none.
  std::size_t first = 0;
  while (first < block.stateCount && heights.highest[first] <= row.low) ++first;
  std::size_t last = first;
  while (last < block.stateCount && heights.lowest[last] < row.high) ++last;
  if (first == block.stateCount) return;
  const bool isFull = last < block.stateCount && row.high - row.low == 256;
  if (last == block.stateCount) --last;

  const Numbers low = Numbers{} + row.low;
  const Numbers room = Numbers{} + static_cast<std::int16_t>(row.high - row.low);
  for (std::size_t column = 0; column < block.count; column += kLanes) {
    Shade sums{};
    Parts covered{};
    for (std::size_t s = first; s <= last; ++s) {
      const Shade& shade = s < last ? block.steps[s] : block.shades[s];
      Numbers tops;
      std::memcpy(&tops, heights.tops[s].data() + column, sizeof(tops));
      const Numbers over = tops - low;
      const Numbers held = over > 0 ? over : Numbers{};
      covered = reinterpret_cast<Parts>(held < room ? held : room);
      sums.red += covered * shade.red;
      sums.green += covered * shade.green;
      sums.blue += covered * shade.blue;
    }
    const std::size_t count = std::min(block.count - column, kLanes);
    if (!isFull) {
      writeOver(sums, covered, to + column, count);
    } else if (count == kLanes) {
      writeFull(sums, to + column);
    } else {
      std::array<QRgb, kLanes> pixels;
      writeFull(sums, pixels.data());
      std::copy_n(pixels.begin(), count, to + column);
    }
  }
}

void ShareRaster::strip(const scene::ShareStrip& strip) {
  if (strip.cumulative.empty()) return;
  const double perColumn = strip.columnWidth * m_scale;
  const double left = strip.x * m_scale;
  const double right = left + static_cast<double>(strip.cumulative.size()) * perColumn;
  const int first = std::max(0, static_cast<int>(std::lround(left)));
  const int last = std::min(m_target.width, static_cast<int>(std::lround(right)));
  // No image is so high that its 256ths would not fit; a strip may be.
  const double upper = strip.y * m_scale * 256;
  const double lower = upper + strip.height * m_scale * 256;
  if (!(std::abs(upper) < kLargest && std::abs(lower) < kLargest)) return;
  const int top = static_cast<int>(std::lround(upper));
  const int bottom = static_cast<int>(std::lround(lower));
  const int topRow = std::max(0, top >> 8);
  const int bottomRow = std::min(m_target.height - 1, (bottom - 1) >> 8);
  for (int x = first; x < last; x += static_cast<int>(kColumns)) {
    const auto count = static_cast<std::size_t>(std::min(last - x, static_cast<int>(kColumns)));
    const Block block = blockOf(strip, (x + 0.5 - left) / perColumn, 1 / perColumn, count);
    for (int group = bottomRow; group >= topRow; group -= kRowsAtOnce) {
      const int base = std::max(0, bottom - (group + 1) * 256);
      const Heights heights = heightsOf(block, topsOf(bottom - top, base));
      for (int y = group; y >= topRow && y > group - kRowsAtOnce; --y) {
        const int high = bottom - y * 256 - base;
        const PixelRow row{static_cast<std::int16_t>(std::max(0, high - 256)), static_cast<std::int16_t>(high)};
        drawRow(block, heights, row, m_target.row(y) + x);
      }
    }
  }
}

}  // namespace threadline::paint
