// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/lane_raster.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "ui/paint/hatch.h"

namespace threadline::paint {
namespace {

constexpr int kTileLength = 512;
constexpr int kLargestTile = 256;
constexpr int kWidestStroke = 64;  // device pixels
constexpr std::size_t kMostEdges = 2 * std::size_t{kWidestStroke};

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

/// `share` of 256 parts of a colour, the rest of another.
inline QRgb mixed(QRgb a, QRgb b, unsigned share) {
  // Two channels at a time, which leaves room for a product between them.
  constexpr QRgb kRedAndBlue = 0x00FF00FFU;
  const QRgb redAndBlue = ((a & kRedAndBlue) * (256 - share) + (b & kRedAndBlue) * share) >> 8;
  const QRgb green = (((a >> 8) & 0xFFU) * (256 - share) + ((b >> 8) & 0xFFU) * share) & 0xFF00U;
  return 0xFF000000U | (redAndBlue & kRedAndBlue) | green;
}

unsigned weightOf(double share) {
  return static_cast<unsigned>(std::lround(std::clamp(share, 0.0, 1.0) * 256));
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
  for (std::size_t i = 0; i < kLaneStateCount; ++i) m_tiles[i] = makeTile(theme.states[i]);
}

LaneRaster::Tile LaneRaster::makeTile(const StateStyle& style) const {
  const Hatch hatch = hatchOf(style.pattern);
  Tile out;
  out.size = std::clamp(static_cast<int>(std::lround(hatch.period * m_unit * m_scale)), 1, kLargestTile);
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
  for (int y = 1; y < out.size; ++y) {
    out.isEveryRowAlike = out.isEveryRowAlike && std::equal(out.row(y), out.row(y) + out.size, out.row(0));
  }
  return out;
}

void LaneRaster::fillMiddle(int y, int from, int to, const Tile& tile, QRgb edge, unsigned edgeShare) {
  QRgb* row = m_target.row(y);
  const QRgb* pattern = tile.row(y);
  if (from >= to) return;
  if (edgeShare >= 256 || tile.size == 1) {
    std::fill(row + from, row + to, mixed(pattern[0], edge, edgeShare));
  } else if (edgeShare > 0) {
    std::array<QRgb, kLargestTile> edged;
    for (int i = 0; i < tile.size; ++i) edged[static_cast<std::size_t>(i)] = mixed(pattern[i], edge, edgeShare);
    for (int x = from, phase = from % tile.size; x < to; ++x) {
      row[x] = edged[static_cast<std::size_t>(phase)];
      if (++phase == tile.size) phase = 0;
    }
  } else {
    for (int x = from; x < to;) {
      const int phase = x % tile.size;
      const int count = std::min(to - x, tile.length - phase);
      std::memcpy(row + x, pattern + phase, static_cast<std::size_t>(count) * sizeof(QRgb));
      x += count;
    }
  }
}

namespace {

/// One direction of a box with an outline inside: the pixels that it touches, and how much of what it covers of each
/// the outline's stroke covers, of 256.
struct Side {
  Pixels pixels;
  double from, to, pen;
  Side(double start, double end, double stroke, int limit)
      : pixels(pixelsOf(start, end, limit)), from(start), to(end), pen(stroke) {}
  [[nodiscard]] unsigned edgeShare(int at) const {
    if (pen <= 0 || (at >= from + pen && at + 1 <= to - pen)) return 0;
    const double covered = cover(at, from, to);
    const double stroke = cover(at, from, std::min(from + pen, to)) + cover(at, std::max(to - pen, from), to);
    return covered > 0 ? weightOf(stroke / covered) : 0;
  }
};

/// A pixel column that the stroke touches or that the box covers in part.
struct EdgeColumn {
  int x;
  int phase;
  unsigned weight;
  unsigned edgeShare;
};

}  // namespace

void LaneRaster::fill(const Area& area, std::size_t state, double pen) {
  const Side rows(area.top, area.bottom, pen, m_target.height);
  const Side columns(area.left, area.right, pen, m_target.width);
  const int first = columns.pixels.first;
  const int last = columns.pixels.last;
  if (first >= last) return;
  const Tile& tile = m_tiles[state];
  const QRgb edge = m_theme.states[state].edge.rgb();
  const int side = std::min(pen > 0 ? std::min(static_cast<int>(pen) + 2, kWidestStroke) : 1, (last - first + 1) / 2);
  const int middle = first + side;
  const int middleEnd = std::max(middle, last - side);
  std::array<EdgeColumn, kMostEdges> edges;
  std::size_t edgeCount = 0;
  for (int x = first; x < last; x = x + 1 == middle ? middleEnd : x + 1) {
    edges[edgeCount++] = {x, x % tile.size, columns.pixels.weight(x), columns.edgeShare(x)};
  }
  const auto colourOf = [&](const EdgeColumn& at, const QRgb* pattern, unsigned rowEdge) {
    // What the row's stroke leaves, the column's stroke covers in its share.
    const unsigned share = rowEdge + (256 - rowEdge) * at.edgeShare / 256;
    if (share == 0) return pattern[at.phase];
    return share >= 256 ? edge : mixed(pattern[at.phase], edge, share);
  };
  // Most rows of most boxes are alike: their colours, and what they look like on the empty page.
  std::array<QRgb, kMostEdges> alike;
  std::array<QRgb, kMostEdges> alikeOnPage;
  for (std::size_t i = 0; i < edgeCount && tile.isEveryRowAlike; ++i) {
    alike[i] = colourOf(edges[i], tile.row(0), 0);
    alikeOnPage[i] = mixed(m_page, alike[i], edges[i].weight);
  }
  for (int y = rows.pixels.first; y < rows.pixels.last; ++y) {
    const unsigned rowCover = rows.pixels.weight(y);
    const unsigned rowEdge = rows.edgeShare(y);
    QRgb* to = m_target.row(y);
    const QRgb* pattern = tile.row(y);
    const auto put = [&](const EdgeColumn& at, QRgb colour) {
      const unsigned share = rowCover * at.weight / 256;
      to[at.x] = share >= 256 ? colour : added(to[at.x], colour, m_page, share);
    };
    if (tile.isEveryRowAlike && rowCover >= 256 && rowEdge == 0) {
      for (std::size_t i = 0; i < edgeCount; ++i) {
        QRgb& pixel = to[edges[i].x];
        if (edges[i].weight >= 256) {
          pixel = alike[i];
        } else {
          pixel = pixel == m_page ? alikeOnPage[i] : added(pixel, alike[i], m_page, edges[i].weight);
        }
      }
    } else {
      for (std::size_t i = 0; i < edgeCount; ++i) put(edges[i], colourOf(edges[i], pattern, rowEdge));
    }
    if (rowCover >= 256) {
      fillMiddle(y, middle, middleEnd, tile, edge, rowEdge);
    } else {
      for (int x = middle; x < middleEnd; ++x) {
        const EdgeColumn at{x, x % tile.size, 256, 0};
        put(at, colourOf(at, pattern, rowEdge));
      }
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
    const QRgb* fill = tile.row(y);
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
  const auto state = static_cast<std::size_t>(box.state);
  const Area area{box.rect.x * m_scale, box.rect.y * m_scale, box.rect.right() * m_scale, box.rect.bottom() * m_scale};
  const bool isSolid = box.hasOutline && style.edgeKind == EdgeKind::kSolid;
  fill(area, state, isSolid ? kOutlineWidth * m_unit * m_scale : 0);
  if (box.hasOutline && !isSolid) dashes(area, style, m_tiles[state]);
}

}  // namespace threadline::paint
