// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a row of the gallery: groups bold, items with a tick where they were run, and their place in the document.
//
// Thread: GUI.

#include <QStyledItemDelegate>

namespace threadline::widgets {

class GalleryDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace threadline::widgets
