// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/action_icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>
#include <initializer_list>

namespace threadline::widgets {
namespace {

// All signs are drawn in a square of this side.
constexpr double kSide = 24;
constexpr double kPen = 1.9;

struct Drawing {
  QPainterPath lines;
  QPainterPath areas;
};

void addLine(QPainterPath& path, std::initializer_list<QPointF> points) {
  path.moveTo(*points.begin());
  for (const QPointF& point : points) path.lineTo(point);
}

void addArea(QPainterPath& path, std::initializer_list<QPointF> points) {
  addLine(path, points);
  path.closeSubpath();
}

Drawing drawingOf(Sign sign) {
  Drawing out;
  switch (sign) {
    case Sign::kOpen:
      addLine(out.lines, {{3, 19}, {3, 5}, {9, 5}, {11, 8}, {20, 8}, {20, 11}});
      addArea(out.lines, {{3, 19}, {6, 11}, {22, 11}, {19, 19}});
      break;
    case Sign::kSave:
      addLine(out.lines, {{12, 3}, {12, 14}});
      addLine(out.lines, {{7.5, 10}, {12, 14.5}, {16.5, 10}});
      addLine(out.lines, {{4, 15}, {4, 20}, {20, 20}, {20, 15}});
      break;
    case Sign::kRun: addArea(out.areas, {{6, 3.5}, {20, 12}, {6, 20.5}}); break;
    case Sign::kStop: out.areas.addRect(5, 5, 14, 14); break;
    case Sign::kDocument:
      addArea(out.lines, {{5, 3}, {14, 3}, {19, 8}, {19, 21}, {5, 21}});
      addLine(out.lines, {{8.5, 11}, {15.5, 11}});
      addLine(out.lines, {{8.5, 15.5}, {15.5, 15.5}});
      break;
    case Sign::kBack:
      addLine(out.lines, {{20, 12}, {4, 12}});
      addLine(out.lines, {{11, 5}, {4, 12}, {11, 19}});
      break;
    case Sign::kForward:
      addLine(out.lines, {{4, 12}, {20, 12}});
      addLine(out.lines, {{13, 5}, {20, 12}, {13, 19}});
      break;
    case Sign::kFind:
      out.lines.addEllipse(QPointF(10, 10), 6.5, 6.5);
      addLine(out.lines, {{15, 15}, {21, 21}});
      break;
    case Sign::kArrows:
      addLine(out.lines, {{3, 5}, {21, 5}});
      addLine(out.lines, {{3, 19}, {21, 19}});
      addLine(out.lines, {{9, 5}, {15, 15}});
      addArea(out.areas, {{16.6, 18}, {11.6, 15.6}, {16.6, 12.6}});
      break;
    case Sign::kExport:
      out.lines.addRect(3, 4, 18, 16);
      addArea(out.areas, {{5, 18}, {10, 10}, {13.5, 15}, {15.5, 12.5}, {19, 18}});
      out.areas.addEllipse(QPointF(16, 8.5), 1.7, 1.7);
      break;
  }
  return out;
}

class SignEngine final : public QIconEngine {
 public:
  explicit SignEngine(Sign sign) : m_sign(sign) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const QColor colour = QGuiApplication::palette().color(group, QPalette::ButtonText);
    const Drawing drawing = drawingOf(m_sign);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double side = std::min(rect.width(), rect.height());
    painter->translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    painter->scale(side / kSide, side / kSide);
    painter->fillPath(drawing.areas, colour);
    painter->strokePath(drawing.lines, QPen(colour, kPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->restore();
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap out(size);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return out;
  }

  [[nodiscard]] QIconEngine* clone() const override { return new SignEngine(m_sign); }

 private:
  Sign m_sign;
};

}  // namespace

QIcon iconOf(Sign sign) {
  return QIcon(new SignEngine(sign));
}

}  // namespace threadline::widgets
