// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/find_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/widgets/quick_list.h"

namespace threadline::widgets {
namespace {

class FindBarTest : public testing::Test {
 protected:
  FindBarTest() {
    bar.open();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&bar));
    field = bar.findChild<QLineEdit*>(QStringLiteral("findField"));
  }
  [[nodiscard]] QString hits() { return bar.findChild<QLabel*>(QStringLiteral("findHits"))->text(); }

  FindBar bar;
  QLineEdit* field = nullptr;
};

TEST_F(FindBarTest, SearchesWhileOneTypesAndSaysWhereItIs) {
  QSignalSpy searched(&bar, &FindBar::textChanged);
  QTest::keyClicks(field, QStringLiteral("sleep"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return searched.count() > 0; }, 10'000));
  EXPECT_EQ(searched.last().first().toString(), QStringLiteral("sleep"));
  bar.setHits(2, 7, false);
  EXPECT_EQ(hits(), QStringLiteral("2 of 7"));
  bar.setHits(1, 2000, true);
  EXPECT_EQ(hits(), QStringLiteral("1 of the first 2000"));
  bar.setHits(0, 0, false);
  EXPECT_EQ(hits(), QStringLiteral("Nothing found"));
}

TEST_F(FindBarTest, EnterGoesOnAndShiftEnterBack) {
  QSignalSpy searched(&bar, &FindBar::textChanged);
  QSignalSpy next(&bar, &FindBar::nextRequested);
  QSignalSpy previous(&bar, &FindBar::previousRequested);
  QTest::keyClicks(field, QStringLiteral("x"));
  QTest::keyClick(field, Qt::Key_Return);
  EXPECT_EQ(searched.count(), 1) << "at once, without waiting for the moment after a letter";
  EXPECT_EQ(next.count(), 0);
  QTest::keyClick(field, Qt::Key_Return);
  QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
  EXPECT_EQ(next.count(), 1);
  EXPECT_EQ(previous.count(), 1);
}

TEST_F(FindBarTest, EscapeClosesAndLeavesNothingMarked) {
  QSignalSpy searched(&bar, &FindBar::textChanged);
  QSignalSpy closed(&bar, &FindBar::closed);
  QTest::keyClicks(field, QStringLiteral("x"));
  QTest::keyClick(field, Qt::Key_Return);
  QTest::keyClick(field, Qt::Key_Escape);
  EXPECT_TRUE(bar.isHidden());
  EXPECT_EQ(closed.count(), 1);
  EXPECT_TRUE(searched.last().first().toString().isEmpty());
  bar.open();
  EXPECT_EQ(searched.last().first().toString(), QStringLiteral("x")) << "the words are searched again";
}

TEST(QuickList, FindsByWordsTakesByEnterAndPassesOverWhatCannotBeTaken) {
  QPointer<QuickList> list = new QuickList(QStringLiteral("Commands"), QStringLiteral("None"), nullptr);
  QSignalSpy taken(list, &QuickList::taken);
  list->setEntries({{QStringLiteral("Run"), QStringLiteral("F5"), true},
                    {QStringLiteral("Stop"), QStringLiteral("Shift+F5"), false},
                    {QString::fromUtf8("스레드 고정"), QString(), true}});
  list->show();
  auto* field = list->findChild<QLineEdit*>(QStringLiteral("quickSearch"));
  auto* entries = list->findChild<QListWidget*>(QStringLiteral("quickEntries"));
  EXPECT_EQ(list->shownCount(), 3);
  QTest::keyClick(field, Qt::Key_Down);
  EXPECT_EQ(entries->currentRow(), 2);
  field->setText(QString::fromUtf8("ㅅㄹㄷ"));
  EXPECT_EQ(list->shownCount(), 1);
  QTest::keyClick(field, Qt::Key_Return);
  ASSERT_EQ(taken.count(), 1);
  EXPECT_EQ(taken.first().first().toInt(), 2);
  EXPECT_TRUE(QTest::qWaitFor([&] { return list.isNull(); }, 10'000)) << "it goes by itself";
}

}  // namespace
}  // namespace threadline::widgets
