// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/lane_raster.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ui/paint/hatch.h"

namespace threadline::paint {
namespace {

constexpr int kTileLength = 512;

/// `share` of 256 parts of a colour in place of as much of what was there, `old`. Neighbours that share a pixel divide
/// it between them; mixing them one over the other would let the page shine through.
inline QRgb added(QRgb under, QRgb colour, QRgb old, unsigned share) {
  const auto channel = [&](int shift) {
    const auto of = [shift](QRgb pixel) { return static_cast<int>((pixel >> shift) & 0xFFU); };
    const int value = of(under) + (of(colour) - of(old)) * static_cast<int>(share) / 256;
    return static_cast<QRgb>(value < 0 ? 0 : (value > 255 ? 255 : value)) << shift;
  };
  return 0xFF000000U | channel(16) | channel(8) | channel(0);
}

/// The channels of a colour in lanes of 16 bit, so that weighted sums of up to 256 parts are one multiplication each.
std::uint64_t spread(QRgb colour) {
  return (colour & 0xFFU) | (static_cast<std::uint64_t>(colour & 0xFF00U) << 8) |
         (static_cast<std::uint64_t>(colour & 0xFF0000U) << 16);
}
QRgb gathered(std::uint64_t sum) {
  return 0xFF000000U | static_cast<QRgb>((sum >> 8) & 0xFFU) | static_cast<QRgb>((sum >> 16) & 0xFF00U) |
         static_cast<QRgb>((sum >> 24) & 0xFF0000U);
}

unsigned weightOf(double share) {
  return static_cast<unsigned>(std::clamp(share, 0.0, 1.0) * 256 + 0.5);
}

/// How much of pixel `at` lies within [from, to).
double cover(int at, double from, double to) {
  return std::max(0.0, std::min(at + 1.0, to) - std::max(static_cast<double>(at), from));
}

/// The pixels of one direction that [from, to) touches, and how much of the first and the last it covers, of 256.
struct Pixels {
  int first;
  int last;  // one past
  unsigned firstWeight;
  unsigned lastWeight;
  [[nodiscard]] unsigned weight(int at) const {
    if (at == first) return firstWeight;
    return at == last - 1 ? lastWeight : 256U;
  }
};
Pixels pixelsOf(double from, double to, int limit) {
  Pixels out{std::max(0, static_cast<int>(std::floor(from + 1e-6))),
             std::min(limit, static_cast<int>(std::ceil(to - 1e-6))), 0, 0};
  out.firstWeight = weightOf(cover(out.first, from, to));
  out.lastWeight = weightOf(cover(out.last - 1, from, to));
  return out;
}

}  // namespace

LaneRaster::LaneRaster(const Theme& theme, double scale, double unit, PixelBuffer target)
    : m_theme(theme), m_scale(scale), m_unit(unit), m_page(theme.background.rgb()), m_target(target) {
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    m_tiles[i] = makeTile(theme.states[i]);
    m_fills[i] = theme.states[i].fill.rgb();
    m_spreads[i] = spread(m_fills[i]);
  }
}

LaneRaster::Tile LaneRaster::makeTile(const StateStyle& style) const {
  const Hatch hatch = hatchOf(style.pattern);
  Tile out;
  out.size = std::max(1, static_cast<int>(std::lround(hatch.period * m_unit * m_scale)));
  out.length = kTileLength / out.size * out.size + out.size;
  QImage image(out.size, out.size, QImage::Format_ARGB32_Premultiplied);
  image.fill(style.fill);
  if (hatch.period > 0) {
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(out.size / hatch.period, out.size / hatch.period);
    painter.setPen(QPen(style.hatch(), kHatchWidth, Qt::SolidLine, Qt::FlatCap));
    for (const QLineF& line : hatch.lines) painter.drawLine(line);
  }
  out.pixels.resize(static_cast<std::size_t>(out.size) * static_cast<std::size_t>(out.length));
  for (int y = 0; y < out.size; ++y) {
    const auto* from = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    QRgb* to = out.pixels.data() + static_cast<std::ptrdiff_t>(y) * out.length;
    for (int x = 0; x < out.length; ++x) to[x] = from[x % out.size] | 0xFF000000U;
  }
  return out;
}

void LaneRaster::fillTile(const Area& area, const Tile& tile) {
  const Pixels rows = pixelsOf(area.top, area.bottom, m_target.height);
  const Pixels columns = pixelsOf(area.left, area.right, m_target.width);
  if (columns.first >= columns.last) return;
  const int leftPhase = columns.first % tile.size;
  const int rightPhase = (columns.last - 1) % tile.size;
  for (int y = rows.first; y < rows.last; ++y) {
    QRgb* to = m_target.row(y);
    const QRgb* from = tile.pixels.data() + static_cast<std::ptrdiff_t>(y % tile.size) * tile.length;
    const unsigned rowWeight = rows.weight(y);
    const auto blend = [&](int x, int phase, unsigned weight) {
      to[x] = weight >= 256 ? from[phase] : added(to[x], from[phase], m_page, weight);
    };
    if (rowWeight < 256) {
      for (int x = columns.first; x < columns.last; ++x) {
        blend(x, x % tile.size, rowWeight * columns.weight(x) / 256);
      }
      continue;
    }
    blend(columns.first, leftPhase, columns.firstWeight);
    if (columns.last - 1 > columns.first) blend(columns.last - 1, rightPhase, columns.lastWeight);
    for (int x = columns.first + 1; x < columns.last - 1;) {
      const int phase = x % tile.size;
      const int count = std::min(columns.last - 1 - x, tile.length - phase);
      std::memcpy(to + x, from + phase, static_cast<std::size_t>(count) * sizeof(QRgb));
      x += count;
    }
  }
}

void LaneRaster::replaceFill(const Area& area, const Tile& tile, QRgb colour) {
  const Pixels rows = pixelsOf(area.top, area.bottom, m_target.height);
  const Pixels columns = pixelsOf(area.left, area.right, m_target.width);
  const int width = columns.last - columns.first;
  if (width <= 0) return;
  for (int y = rows.first; y < rows.last; ++y) {
    QRgb* to = m_target.row(y) + columns.first;
    const unsigned rowWeight = rows.weight(y);
    if (rowWeight >= 256 && columns.firstWeight >= 256 && columns.lastWeight >= 256) {
      std::fill_n(to, width, colour);
      continue;
    }
    const QRgb* fill = tile.pixels.data() + static_cast<std::ptrdiff_t>(y % tile.size) * tile.length;
    // Where the pixel is nothing but fill yet, its mixture is known: one for a plain fill's whole row.
    const QRgb plain = tile.pixels.front();
    const QRgb plainMixed = added(plain, colour, plain, rowWeight);
    for (int i = 0; i < width; ++i) {
      const int x = columns.first + i;
      const unsigned columnWeight = columns.weight(x);
      const unsigned weight = rowWeight * columnWeight / 256;
      if (weight >= 256) {
        to[i] = colour;
      } else if (tile.size == 1 && columnWeight >= 256 && to[i] == plain) {
        to[i] = plainMixed;
      } else if (weight > 0) {
        to[i] = added(to[i], colour, fill[x % tile.size], weight);
      }
    }
  }
}

void LaneRaster::dashes(const Area& area, const StateStyle& style, const Tile& tile) {
  const double pen = kOutlineWidth * m_unit * m_scale;
  const bool dotted = style.edgeKind == EdgeKind::kDotted;
  const double on = (dotted ? 1.5 : 4) * m_unit * m_scale;
  const double off = (dotted ? 2.5 : 3) * m_unit * m_scale;
  const QRgb colour = style.edge.rgb();
  for (double x = area.left; x < area.right; x += on + off) {
    const double end = std::min(x + on, area.right);
    replaceFill({x, area.top, end, area.top + pen}, tile, colour);
    replaceFill({x, area.bottom - pen, end, area.bottom}, tile, colour);
  }
  for (double y = area.top; y < area.bottom; y += on + off) {
    const double end = std::min(y + on, area.bottom);
    replaceFill({area.left, y, area.left + pen, end}, tile, colour);
    replaceFill({area.right - pen, y, area.right, end}, tile, colour);
  }
}

void LaneRaster::box(const scene::StateBox& box) {
  const StateStyle& style = m_theme.of(box.state);
  const Tile& tile = m_tiles[static_cast<std::size_t>(box.state)];
  const Area area{box.rect.x * m_scale, box.rect.y * m_scale, box.rect.right() * m_scale, box.rect.bottom() * m_scale};
  if (!box.hasOutline || style.edgeKind != EdgeKind::kSolid) {
    fillTile(area, tile);
    if (box.hasOutline) dashes(area, style, tile);
    return;
  }
  // First all of it, then its outline in place of the fill: so only the outermost pixels mix with what is below.
  fillTile(area, tile);
  const double pen = kOutlineWidth * m_unit * m_scale;
  const QRgb edge = style.edge.rgb();
  replaceFill({area.left, area.top, area.right, area.top + pen}, tile, edge);
  replaceFill({area.left, area.bottom - pen, area.right, area.bottom}, tile, edge);
  replaceFill({area.left, area.top + pen, area.left + pen, area.bottom - pen}, tile, edge);
  replaceFill({area.right - pen, area.top + pen, area.right, area.bottom - pen}, tile, edge);
}

void LaneRaster::column(const std::array<std::uint8_t, kLaneStateCount>& cumulative, int x, const Upright& place) {
  // Heights in 256ths of a pixel, from the bottom up. What several states share of a pixel is summed up and written
  // once.
  std::int64_t from = place.bottom;
  std::uint64_t sum = 0;
  unsigned summed = 0;  // of 256
  unsigned below = 0;
  const std::int64_t limit = static_cast<std::int64_t>(m_target.height) << 8;
  const auto pixelAt = [&](std::int64_t y) -> QRgb& { return m_target.row(static_cast<int>(y))[x]; };
  const auto finish = [&](std::int64_t y) {
    if (summed == 0) return;
    if (y >= 0 && y << 8 < limit) pixelAt(y) = gathered(sum + spread(pixelAt(y)) * (256 - summed));
    sum = 0;
    summed = 0;
  };
  for (std::size_t state = 0; below < 255 && state < kLaneStateCount; ++state) {
    if (cumulative[state] <= below) continue;
    below = cumulative[state];
    const std::int64_t to = place.bottom - (place.bottom - place.top) * below / 255;
    while (from > to) {
      const std::int64_t y = (from - 1) >> 8;
      const std::int64_t next = std::max(to, y << 8);
      const auto share = static_cast<unsigned>(from - next);
      if (share == 256) {
        if (y >= 0 && y << 8 < limit) pixelAt(y) = m_fills[state];
      } else {
        sum += m_spreads[state] * share;
        summed += share;
        if (next == y << 8) finish(y);
      }
      from = next;
    }
  }
  finish(from >> 8);
}

void LaneRaster::strip(const scene::ShareStrip& strip) {
  const double perColumn = strip.columnWidth * m_scale;
  const double left = strip.x * m_scale;
  const int first = std::max(0, static_cast<int>(std::lround(left)));
  const double right = left + static_cast<double>(strip.cumulative.size()) * perColumn;
  const int last = std::min(m_target.width, static_cast<int>(std::lround(right)));
  const double top = strip.y * m_scale * 256;
  const Upright place{std::llround(top), std::llround(top + strip.height * m_scale * 256)};
  for (int x = first; x < last; ++x) {
    const double at = (x + 0.5 - left) / perColumn;
    const auto index = static_cast<std::size_t>(std::max(0.0, at));
    column(strip.cumulative[std::min(index, strip.cumulative.size() - 1)], x, place);
  }
}

}  // namespace threadline::paint
