// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card_column.h"

#include <gtest/gtest.h>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/widgets/predict_card.h"

namespace threadline::widgets {
namespace {

/// As in the lesson's dock: the column above something that wants the rest.
struct Dock {
  Dock() {
    auto* layout = new QVBoxLayout(&window);
    layout->addWidget(column = new CardColumn);
    layout->addWidget(rest = new QLabel, 1);
    rest->setMinimumHeight(120);
    column->add(card = new PredictCard);
    card->setQuestion({"Which is fastest?", "무엇이 가장 빠를까요?"}, {{"this", "이것"}, {"that", "저것"}}, 0);
    QObject::connect(card, &PredictCard::answered, column, [this] { column->showEndOf(card); });
  }
  void showAt(int height) {
    window.resize(260, height);
    window.show();
    QApplication::processEvents();
  }

  QWidget window;
  CardColumn* column = nullptr;
  QLabel* rest = nullptr;
  PredictCard* card = nullptr;
};

TEST(CardColumn, IsAsHighAsItsCardsWhereThereIsRoom) {
  Dock dock;
  dock.showAt(800);
  EXPECT_EQ(dock.column->verticalScrollBar()->maximum(), 0);
  EXPECT_EQ(dock.column->height(), dock.column->sizeHint().height());
}

TEST(CardColumn, CutsNoWordsButScrollsToTheAnswerWhereThereIsNone) {
  Dock dock;
  dock.showAt(300);
  dock.card->showAnswer(0, QStringLiteral("One line\nand another\nand one more\nand the last of them"));
  QApplication::processEvents();
  QApplication::processEvents();
  EXPECT_GE(dock.card->height(), dock.card->heightForWidth(dock.card->width()));
  EXPECT_GT(dock.column->verticalScrollBar()->maximum(), 0);
  EXPECT_EQ(dock.column->verticalScrollBar()->value(), dock.column->verticalScrollBar()->maximum());
}

TEST(CardColumn, TakesNoRoomWithoutCards) {
  Dock dock;
  dock.card->hide();
  dock.showAt(500);
  EXPECT_EQ(dock.column->height(), 0);
}

}  // namespace
}  // namespace threadline::widgets
