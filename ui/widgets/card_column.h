// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Cards one below the other, each as high as its words; where there is no room for that, they scroll. A hidden card
// takes no room, and without a card the column is gone.
//
// Thread: GUI.

#include <QScrollArea>

class QVBoxLayout;

namespace threadline::widgets {

class CardColumn : public QScrollArea {
  Q_OBJECT

 public:
  explicit CardColumn(QWidget* parent = nullptr);

  /// Takes the card.
  void add(QWidget* card);
  /// Scrolls so far that the card's end is seen, once it is laid out.
  void showEndOf(const QWidget* card);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] int contentHeight() const;

  QWidget* m_content;
  QVBoxLayout* m_cards;
};

}  // namespace threadline::widgets
