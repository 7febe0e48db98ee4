// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/svg_writer.h"

#include <QXmlStreamWriter>

#include <cmath>

#include "ui/paint/fonts.h"
#include "ui/paint/hatch.h"
#include "ui/scene/arrow_shape.h"
#include "ui/scene/share_outline.h"

namespace threadline::paint {
namespace {

const QString kNamespace = QStringLiteral("urn:threadline:figure");

QString number(double value) {
  const double hundredth = std::round(value * 100) / 100 + 0.0;
  return QString::number(hundredth, 'g', 8);
}

QString idOf(LaneState state) {
  return QStringLiteral("tl-") +
         QString::fromLatin1(nameOf(state).data(), static_cast<qsizetype>(nameOf(state).size()));
}

using Points = std::vector<std::pair<double, double>>;

/// Level and upright steps as H and V: half the length.
QString pathOf(const Points& points) {
  QString out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& [x, y] = points[i];
    if (i == 0) {
      out += QLatin1Char('M') + number(x) + QLatin1Char(' ') + number(y);
    } else if (points[i - 1].second == y) {
      out += QLatin1Char('H') + number(x);
    } else if (points[i - 1].first == x) {
      out += QLatin1Char('V') + number(y);
    } else {
      out += QLatin1Char('L') + number(x) + QLatin1Char(' ') + number(y);
    }
  }
  return out + QLatin1Char('Z');
}

class SvgPainter {
 public:
  SvgPainter(QXmlStreamWriter& xml, const Theme& theme, double unit) : m_xml(xml), m_theme(theme), m_unit(unit) {}

  void operator()(const scene::StateBox& box) const {
    const StateStyle& style = m_theme.of(box.state);
    const double pen = box.hasOutline ? std::min(kOutlineWidth * m_unit, box.rect.width / 2) : 0;
    start("rect");
    rect({box.rect.x + pen / 2, box.rect.y + pen / 2, box.rect.width - pen, box.rect.height - pen});
    attribute("fill", fillOf(box.state));
    if (box.hasOutline) {
      attribute("stroke", style.edge.name());
      attribute("stroke-width", number(pen));
      if (style.edgeKind == EdgeKind::kDashed) attribute("stroke-dasharray", dashes(4, 3));
      if (style.edgeKind == EdgeKind::kDotted) attribute("stroke-dasharray", dashes(1.5, 2.5));
    }
    end(box.tooltip);
  }
  void operator()(const scene::FilledRect& filled) const {
    if (filled.isOnState && m_theme.of(filled.onState).pattern == Pattern::kNone) return;
    start("rect");
    rect(filled.rect);
    if (filled.radius > 0) attribute("rx", number(filled.radius));
    attribute("fill", m_theme.fillOf(filled).name());
    end(filled.tooltip);
  }
  void operator()(const scene::Text& text) const {
    start("text");
    attribute("x", number(text.x));
    attribute("y", number(text.baseline));
    attribute("font-size", number(text.sizePx));
    if (text.bold) attribute("font-weight", QStringLiteral("bold"));
    if (text.align == scene::Align::kCentre) attribute("text-anchor", QStringLiteral("middle"));
    if (text.align == scene::Align::kRight) attribute("text-anchor", QStringLiteral("end"));
    attribute("fill", m_theme.colourOf(text).name());
    m_xml.writeCharacters(xmlText(text.text));
    m_xml.writeEndElement();
  }
  void operator()(const scene::Line& line) const {
    start("line");
    attribute("x1", number(line.x1));
    attribute("y1", number(line.y1));
    attribute("x2", number(line.x2));
    attribute("y2", number(line.y2));
    attribute("stroke", m_theme.of(line.role).name());
    attribute("stroke-width", number(line.widthPx));
    if (line.dashed) {
      attribute("stroke-dasharray", number(4 * line.widthPx) + QLatin1Char(' ') + number(3 * line.widthPx));
    }
    m_xml.writeEndElement();
  }
  void operator()(const scene::Arrow& arrow) const {
    const scene::ArrowShape shape = scene::shapeOf(arrow);
    const auto at = [&](std::size_t i) {
      return number(shape.curve[i].first) + QLatin1Char(' ') + number(shape.curve[i].second);
    };
    m_xml.writeStartElement(QStringLiteral("g"));
    title(arrow.tooltip);
    start("path");
    attribute(
        "d", QLatin1Char('M') + at(0) + QLatin1Char('C') + at(1) + QLatin1Char(' ') + at(2) + QLatin1Char(' ') + at(3));
    attribute("fill", QStringLiteral("none"));
    attribute("stroke", m_theme.of(arrow.role).name());
    attribute("stroke-width", number(shape.penWidth));
    m_xml.writeEndElement();
    start("path");
    attribute("d", pathOf({shape.head.begin(), shape.head.end()}));
    attribute("fill", m_theme.of(arrow.role).name());
    m_xml.writeEndElement();
    m_xml.writeEndElement();
  }
  void operator()(const scene::Polygon& polygon) const {
    QString path = pathOf(polygon.points);
    if (!polygon.filled) path.chop(1);  // not closed
    start("path");
    attribute("d", path);
    attribute("fill", polygon.filled ? m_theme.of(polygon.role).name() : QStringLiteral("none"));
    if (!polygon.filled) {
      attribute("stroke", m_theme.lineOf(polygon.role).name());
      attribute("stroke-width", number(1.25 * m_unit));
    }
    end(polygon.tooltip);
  }
  void operator()(const scene::ShareStrip& strip) const {
    for (const scene::ShareOutline& outline : scene::outlinesOf(strip)) {
      QString path;
      for (const auto& loop : outline.loops) path += pathOf(loop);
      start("path");
      attribute("d", path);
      attribute("fill", m_theme.of(outline.state).fill.name());
      m_xml.writeEndElement();
    }
  }

 private:
  void start(const char* name) const { m_xml.writeStartElement(QLatin1String(name)); }
  void attribute(const char* name, const QString& value) const { m_xml.writeAttribute(QLatin1String(name), value); }
  void rect(const scene::Rect& place) const {
    attribute("x", number(place.x));
    attribute("y", number(place.y));
    attribute("width", number(std::max(0.0, place.width)));
    attribute("height", number(std::max(0.0, place.height)));
  }
  void title(const std::string& words) const {
    if (!words.empty()) m_xml.writeTextElement(QStringLiteral("title"), xmlText(words));
  }
  void end(const std::string& hint) const {
    title(hint);
    m_xml.writeEndElement();
  }
  [[nodiscard]] QString dashes(double on, double off) const {
    return number(on * m_unit) + QLatin1Char(' ') + number(off * m_unit);
  }
  [[nodiscard]] QString fillOf(LaneState state) const {
    const StateStyle& style = m_theme.of(state);
    if (style.pattern == Pattern::kNone) return style.fill.name();
    return QStringLiteral("url(#") + idOf(state) + QLatin1Char(')');
  }

  QXmlStreamWriter& m_xml;
  const Theme& m_theme;
  double m_unit;
};

/// Patterns of the states that have one and occur.
void writePatterns(QXmlStreamWriter& xml, const scene::DrawList& list, const Theme& theme) {
  PerState<bool> used{};
  for (const scene::Primitive& primitive : list.primitives) {
    const auto* box = std::get_if<scene::StateBox>(&primitive);
    if (box != nullptr) used[static_cast<std::size_t>(box->state)] = true;
  }
  xml.writeStartElement(QStringLiteral("defs"));
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    const StateStyle& style = theme.states[i];
    const Hatch hatch = hatchOf(style.pattern);
    if (!used[i] || hatch.period <= 0) continue;
    const QString side = number(hatch.period);
    xml.writeStartElement(QStringLiteral("pattern"));
    xml.writeAttribute(QStringLiteral("id"), idOf(static_cast<LaneState>(i)));
    xml.writeAttribute(QStringLiteral("patternUnits"), QStringLiteral("userSpaceOnUse"));
    xml.writeAttribute(QStringLiteral("width"), side);
    xml.writeAttribute(QStringLiteral("height"), side);
    if (list.unit != 1) {
      xml.writeAttribute(QStringLiteral("patternTransform"), QStringLiteral("scale(%1)").arg(number(list.unit)));
    }
    xml.writeEmptyElement(QStringLiteral("rect"));
    xml.writeAttribute(QStringLiteral("width"), side);
    xml.writeAttribute(QStringLiteral("height"), side);
    xml.writeAttribute(QStringLiteral("fill"), style.fill.name());
    QString path;
    for (const QLineF& line : hatch.lines) {
      path += QStringLiteral("M%1 %2L%3 %4")
                  .arg(number(line.x1()), number(line.y1()), number(line.x2()), number(line.y2()));
    }
    xml.writeEmptyElement(QStringLiteral("path"));
    xml.writeAttribute(QStringLiteral("d"), path);
    xml.writeAttribute(QStringLiteral("stroke"), style.edge.name());
    xml.writeAttribute(QStringLiteral("stroke-opacity"), number(style.hatchPercent / 100.0));
    xml.writeAttribute(QStringLiteral("stroke-width"), number(kHatchWidth));
    xml.writeEndElement();
  }
  xml.writeEndElement();
}

void writeFacts(QXmlStreamWriter& xml, const SvgFacts& facts) {
  xml.writeStartElement(QStringLiteral("title"));
  xml.writeAttribute(QStringLiteral("id"), QStringLiteral("tl-title"));
  xml.writeCharacters(xmlText(facts.title));
  xml.writeEndElement();
  xml.writeStartElement(QStringLiteral("desc"));
  xml.writeAttribute(QStringLiteral("id"), QStringLiteral("tl-desc"));
  xml.writeCharacters(xmlText(facts.description));
  xml.writeEndElement();
  xml.writeStartElement(QStringLiteral("metadata"));
  for (const auto& [key, value] : facts.metadata) {
    xml.writeStartElement(kNamespace, QStringLiteral("value"));
    xml.writeAttribute(QStringLiteral("name"), xmlText(key));
    xml.writeCharacters(xmlText(value));
    xml.writeEndElement();
  }
  xml.writeEndElement();
}

QString quotedFamilies() {
  QStringList out;
  for (const QString& family : fontFamilies()) {
    out << (family.contains(QLatin1Char(' ')) ? QLatin1Char('\'') + family + QLatin1Char('\'') : family);
  }
  return out.join(QStringLiteral(", "));
}

}  // namespace

QString xmlText(const std::string& utf8) {
  const QString text = QString::fromStdString(utf8);
  QString out;
  out.reserve(text.size());
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      out += c;
      out += text[++i];
      continue;
    }
    const char16_t unit = c.unicode();
    const bool isBlank = unit == u'\t' || unit == u'\n';
    const bool isAllowed =
        isBlank || (unit >= 0x20 && unit < 0x7F) || (unit >= 0xA0 && unit < 0xFFFE && !c.isSurrogate());
    out += isAllowed ? c : QChar(QChar::ReplacementCharacter);
  }
  return out;
}

QByteArray svgOf(const scene::DrawList& list, const Theme& theme, const SvgFacts& facts) {
  QByteArray bytes;
  QXmlStreamWriter xml(&bytes);
  const QString width = number(std::ceil(list.width));
  const QString height = number(std::ceil(list.height));
  xml.writeStartDocument();
  xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
  xml.writeStartElement(QStringLiteral("http://www.w3.org/2000/svg"), QStringLiteral("svg"));
  xml.writeNamespace(kNamespace, QStringLiteral("threadline"));
  xml.writeAttribute(QStringLiteral("width"), width);
  xml.writeAttribute(QStringLiteral("height"), height);
  xml.writeAttribute(QStringLiteral("viewBox"), QStringLiteral("0 0 %1 %2").arg(width, height));
  xml.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
  xml.writeAttribute(QStringLiteral("aria-labelledby"), QStringLiteral("tl-title tl-desc"));
  xml.writeAttribute(QStringLiteral("font-family"), quotedFamilies());
  writeFacts(xml, facts);
  writePatterns(xml, list, theme);
  xml.writeEmptyElement(QStringLiteral("rect"));
  xml.writeAttribute(QStringLiteral("width"), width);
  xml.writeAttribute(QStringLiteral("height"), height);
  xml.writeAttribute(QStringLiteral("fill"), theme.background.name());
  const SvgPainter painter(xml, theme, list.unit);
  for (const scene::Primitive& primitive : list.primitives) {
    xml.writeCharacters(QStringLiteral("\n"));
    std::visit(painter, primitive);
  }
  xml.writeCharacters(QStringLiteral("\n"));
  xml.writeEndDocument();
  return bytes;
}

}  // namespace threadline::paint
