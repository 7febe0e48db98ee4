// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gallery_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/models/gallery_model.h"

namespace threadline::widgets {

namespace {

constexpr int kMargin = 4;
using models::GalleryModel;

/// The lines of an item: its title, and its place where it is known.
QFont smallFont(const QFont& font) {
  QFont small = font;
  small.setPointSizeF(font.pointSizeF() * 0.85);
  return small;
}

void drawTick(QPainter* painter, const QRect& box) {
  const QPoint knee(box.left() + box.width() * 2 / 5, box.bottom() - 1);
  painter->setRenderHint(QPainter::Antialiasing);
  painter->drawLine(QPoint(box.left(), box.center().y()), knee);
  painter->drawLine(knee, QPoint(box.right(), box.top() + 1));
}

}  // namespace

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QFontMetrics metrics(option.font);
  int height = metrics.height() + 2 * kMargin;
  if (!index.data(GalleryModel::kPlaceRole).toString().isEmpty()) {
    height += QFontMetrics(smallFont(option.font)).height();
  }
  return {metrics.horizontalAdvance(index.data().toString()) + metrics.height() + 3 * kMargin, height};
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const {
  QStyleOptionViewItem option = given;
  initStyleOption(&option, index);
  const bool isGroup = index.data(GalleryModel::kIdRole).toString().isEmpty();
  option.text.clear();
  const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
  painter->save();
  painter->setPen(option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
  QFont font = option.font;
  font.setBold(isGroup);
  const QFontMetrics metrics(font);
  QRect place = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
  if (!isGroup) {
    // All titles begin at one line, ticked or not.
    const int side = metrics.height() * 2 / 3;
    const QRect box(place.left(), place.top() + (metrics.height() - side) / 2, side, side);
    if (index.data(GalleryModel::kIsDoneRole).toBool()) {
      painter->save();
      painter->setPen(QPen(painter->pen().color(), 2));
      drawTick(painter, box);
      painter->restore();
    }
    place.setLeft(box.right() + 2 * kMargin);
  }
  painter->setFont(font);
  // Korean letters come from a font with higher lines: what stands below the Latin ones shall not be cut.
  constexpr int kHow = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip;
  painter->drawText(QRect(place.topLeft(), QSize(place.width(), metrics.height())), kHow,
                    metrics.elidedText(index.data().toString(), Qt::ElideRight, place.width()));
  const QString where = index.data(GalleryModel::kPlaceRole).toString();
  if (!where.isEmpty()) {
    painter->setFont(smallFont(option.font));
    place.setTop(place.top() + metrics.height());
    painter->drawText(place, kHow, painter->fontMetrics().elidedText(where, Qt::ElideRight, place.width()));
  }
  painter->restore();
}

}  // namespace threadline::widgets
