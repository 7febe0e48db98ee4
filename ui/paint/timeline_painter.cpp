// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/timeline_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <map>

#include "ui/paint/fonts.h"
#include "ui/paint/hatch.h"
#include "ui/paint/lane_raster.h"
#include "ui/paint/share_raster.h"
#include "ui/scene/arrow_shape.h"
#include "ui/scene/share_outline.h"

namespace threadline::paint {
namespace {

QRectF toQt(const scene::Rect& rect) {
  return {rect.x, rect.y, rect.width, rect.height};
}

QPolygonF toQt(const std::vector<std::pair<double, double>>& points) {
  QPolygonF out;
  for (const auto& [x, y] : points) out << QPointF(x, y);
  return out;
}

/// Everything that is neither box nor strip, the same on an image and on paper.
class FormPainter {
 public:
  FormPainter(QPainter& painter, const Theme& theme, double unit) : m_painter(painter), m_theme(theme), m_unit(unit) {}

  void operator()(const scene::FilledRect& rect) const {
    // A plate shows on patterns only; on plain fills it would be a second edge for nothing.
    if (rect.isOnState && m_theme.of(rect.onState).pattern == Pattern::kNone) return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.fillOf(rect));
    if (rect.radius > 0) {
      m_painter.drawRoundedRect(toQt(rect.rect), rect.radius, rect.radius);
    } else {
      m_painter.fillRect(toQt(rect.rect), m_theme.fillOf(rect));
    }
  }
  void operator()(const scene::Text& text) const {
    m_painter.save();
    m_painter.translate(text.x, text.baseline);
    m_painter.scale(1.0 / kFontScale, 1.0 / kFontScale);
    const QFont& font = fontFor(text);
    const QString words = QString::fromStdString(text.text).normalized(QString::NormalizationForm_C);
    const double width = text.align == scene::Align::kLeft ? 0 : QFontMetricsF(font).horizontalAdvance(words);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.colourOf(text));
    m_painter.drawText(QPointF(text.align == scene::Align::kCentre ? -width / 2 : -width, 0), words);
    m_painter.restore();
  }
  void operator()(const scene::Line& line) const {
    QPen pen(m_theme.of(line.role), line.widthPx, Qt::SolidLine, Qt::FlatCap);
    if (line.dashed) pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2));
  }
  void operator()(const scene::Arrow& arrow) const {
    const scene::ArrowShape shape = scene::shapeOf(arrow);
    const auto at = [&](std::size_t i) { return QPointF(shape.curve[i].first, shape.curve[i].second); };
    QPainterPath path(at(0));
    path.cubicTo(at(1), at(2), at(3));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_theme.of(arrow.role), shape.penWidth, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawPath(path);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.of(arrow.role));
    m_painter.drawPolygon(toQt({shape.head.begin(), shape.head.end()}));
  }
  void operator()(const scene::Polygon& polygon) const {
    if (polygon.filled) {
      m_painter.setPen(Qt::NoPen);
      m_painter.setBrush(m_theme.of(polygon.role));
      m_painter.drawPolygon(toQt(polygon.points));
      return;
    }
    m_painter.setPen(QPen(m_theme.lineOf(polygon.role), 1.25 * m_unit));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(toQt(polygon.points));
  }

 protected:
  QPainter& m_painter;
  const Theme& m_theme;
  double m_unit;
  /// On paper every glyph is the one of its character: a variant (Noto Sans CJK has some for figures beside Latin
  /// letters) has no character in the file, and could be neither searched nor copied.
  bool m_plainGlyphs = false;

 private:
  /// A drawing has few sizes and hundreds of texts.
  const QFont& fontFor(const scene::Text& text) const {
    const auto [place, isNew] = m_fonts.try_emplace({text.sizePx, text.bold});
    if (isNew) {
      place->second = scaledFont(text.sizePx, text.bold);
      if (m_plainGlyphs) place->second.setStyleStrategy(QFont::PreferNoShaping);
    }
    return place->second;
  }
  mutable std::map<std::pair<double, bool>, QFont> m_fonts;
};

class VectorPainter : public FormPainter {
 public:
  VectorPainter(QPainter& painter, const Theme& theme, double unit) : FormPainter(painter, theme, unit) {
    m_plainGlyphs = true;
  }
  using FormPainter::operator();

  void operator()(const scene::StateBox& box) const {
    const StateStyle& style = m_theme.of(box.state);
    m_painter.fillRect(toQt(box.rect), style.fill);
    hatch(toQt(box.rect), style);
    if (!box.hasOutline) return;
    const double pen = kOutlineWidth * m_unit;
    QPen outline(style.edge, pen, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (style.edgeKind == EdgeKind::kDashed) outline.setDashPattern({3.2, 2.4});
    if (style.edgeKind == EdgeKind::kDotted) outline.setDashPattern({1.2, 2});
    m_painter.setPen(outline);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(toQt(box.rect).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
  }
  void operator()(const scene::ShareStrip& strip) const {
    m_painter.setPen(Qt::NoPen);
    for (const scene::ShareOutline& outline : scene::outlinesOf(strip)) {
      m_painter.setBrush(m_theme.of(outline.state).fill);
      for (const auto& loop : outline.loops) m_painter.drawPolygon(toQt(loop));
    }
  }

 private:
  /// Every line of the page's own raster of tiles that crosses the box, so that neighbours' patterns meet.
  void hatch(const QRectF& rect, const StateStyle& style) const {
    const Hatch lines = hatchOf(style.pattern);
    if (lines.period <= 0) return;
    const double period = lines.period * m_unit;
    m_painter.save();
    m_painter.setClipRect(rect);
    m_painter.setPen(QPen(style.hatch(), kHatchWidth * m_unit, Qt::SolidLine, Qt::FlatCap));
    // One long line instead of one a tile: overlapping ends of see-through lines would show.
    const bool isRising = style.pattern == Pattern::kDiagonal || style.pattern == Pattern::kSparseDiagonal ||
                          style.pattern == Pattern::kCrossed;
    const bool isFalling = style.pattern == Pattern::kBackDiagonal || style.pattern == Pattern::kCrossed;
    if (isRising) {
      for (double c = std::floor((rect.left() + rect.top()) / period) * period; c <= rect.right() + rect.bottom();
           c += period) {
        m_painter.drawLine(QLineF(c - rect.top(), rect.top(), c - rect.bottom(), rect.bottom()));
      }
    }
    if (isFalling) {
      for (double c = std::floor((rect.left() - rect.bottom()) / period) * period; c <= rect.right() - rect.top();
           c += period) {
        m_painter.drawLine(QLineF(c + rect.top(), rect.top(), c + rect.bottom(), rect.bottom()));
      }
    }
    if (style.pattern == Pattern::kUpright) {
      for (double x = std::floor(rect.left() / period) * period + period / 2; x < rect.right(); x += period) {
        m_painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()));
      }
    }
    if (style.pattern == Pattern::kLevel) {
      for (double y = std::floor(rect.top() / period) * period + period / 2; y < rect.bottom(); y += period) {
        m_painter.drawLine(QLineF(rect.left(), y, rect.right(), y));
      }
    }
    m_painter.restore();
  }
};

class ImagePainter : public FormPainter {
 public:
  ImagePainter(QPainter& painter, const Theme& theme, double unit, LaneRaster& lanes, ShareRaster& shares)
      : FormPainter(painter, theme, unit), m_lanes(lanes), m_shares(shares) {}
  using FormPainter::operator();

  void operator()(const scene::StateBox& box) const { m_lanes.box(box); }
  void operator()(const scene::ShareStrip& strip) const { m_shares.strip(strip); }

 private:
  LaneRaster& m_lanes;
  ShareRaster& m_shares;
};

}  // namespace

QImage rasterOf(const scene::DrawList& list, const Theme& theme, double scale) {
  const double width = std::ceil(list.width * scale - 1e-6);
  const double height = std::ceil(list.height * scale - 1e-6);
  if (!(width >= 1 && height >= 1 && width <= kLargestImage && height <= kLargestImage)) return {};
  QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
  if (image.isNull()) return {};
  image.fill(theme.background);
  // One pointer for both: the painter draws at once (raster engine), so what it drew and what the lanes write into the
  // same pixels stay in painting order.
  const PixelBuffer pixels{reinterpret_cast<QRgb*>(image.bits()), image.width(), image.height()};
  LaneRaster lanes(theme, scale, list.unit, pixels);
  ShareRaster shares(theme, scale, pixels);
  QPainter painter(&image);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter.scale(scale, scale);
  const ImagePainter visitor(painter, theme, list.unit, lanes, shares);
  for (const scene::Primitive& primitive : list.primitives) std::visit(visitor, primitive);
  return image;
}

void paintVector(QPainter& painter, const scene::DrawList& list, const Theme& theme) {
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter.fillRect(QRectF(0, 0, list.width, list.height), theme.background);
  const VectorPainter visitor(painter, theme, list.unit);
  for (const scene::Primitive& primitive : list.primitives) std::visit(visitor, primitive);
}

}  // namespace threadline::paint
