// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace threadline::app {
namespace {

constexpr double kEdge = 1.2;
constexpr double kTick = 1.9;

/// A square in the middle of the option's place, inside of which the edge is drawn.
QRectF boxOf(const QStyleOption& option) {
  const double side = std::min(option.rect.width(), option.rect.height()) - 2 * kEdge;
  QRectF box(0, 0, side, side);
  box.moveCenter(QRectF(option.rect).center());
  return box;
}

QColor edgeOf(const QStyleOption& option) {
  const bool hasFocus = (option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver)) != 0;
  const bool isOn = (option.state & QStyle::State_Enabled) != 0;
  if (isOn && hasFocus) return option.palette.color(QPalette::Highlight);
  return option.palette.color(isOn ? QPalette::Active : QPalette::Disabled, QPalette::PlaceholderText);
}

QColor markOf(const QStyleOption& option) {
  const bool isOn = (option.state & QStyle::State_Enabled) != 0;
  return option.palette.color(isOn ? QPalette::Active : QPalette::Disabled, QPalette::Text);
}

void drawRadio(const QStyleOption& option, QPainter& painter) {
  const QRectF box = boxOf(option);
  painter.setPen(QPen(edgeOf(option), kEdge));
  painter.setBrush(option.palette.color(QPalette::Base));
  painter.drawEllipse(box);
  if ((option.state & QStyle::State_On) == 0) return;
  painter.setPen(Qt::NoPen);
  painter.setBrush(markOf(option));
  const double inset = box.width() * 0.27;
  painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
}

void drawCheck(const QStyleOption& option, QPainter& painter) {
  const QRectF box = boxOf(option);
  painter.setPen(QPen(edgeOf(option), kEdge));
  painter.setBrush(option.palette.color(QPalette::Base));
  painter.drawRoundedRect(box, 2, 2);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(markOf(option), kTick, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const auto at = [&](double x, double y) { return QPointF(box.x() + x * box.width(), box.y() + y * box.height()); };
  QPainterPath mark;
  if ((option.state & QStyle::State_NoChange) != 0) {
    mark.moveTo(at(0.25, 0.5));
    mark.lineTo(at(0.75, 0.5));
  } else if ((option.state & QStyle::State_On) != 0) {
    mark.moveTo(at(0.22, 0.52));
    mark.lineTo(at(0.42, 0.73));
    mark.lineTo(at(0.79, 0.27));
  }
  painter.drawPath(mark);
}

}  // namespace

WindowStyle::WindowStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
  const bool isRadio = element == PE_IndicatorRadioButton;
  const bool isCheck = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
  if (!isRadio && !isCheck) {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    return;
  }
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (isRadio) {
    drawRadio(*option, *painter);
  } else {
    drawCheck(*option, *painter);
  }
  painter->restore();
}

}  // namespace threadline::app
