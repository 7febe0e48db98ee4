// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace threadline::widgets {
namespace {

TEST(NoticeBar, IsHiddenUntilThereIsSomethingToSay) {
  NoticeBar bar;
  EXPECT_TRUE(bar.isHidden());
  bar.show(Severity::kInformation, QStringLiteral("saved"));
  EXPECT_FALSE(bar.isHidden());
  EXPECT_EQ(bar.text(), QStringLiteral("saved"));
  EXPECT_EQ(bar.accessibleDescription(), QStringLiteral("saved"));
}

TEST(NoticeBar, ShowsErrorsBeforeWhatCanWaitAndOneAfterAnother) {
  NoticeBar bar;
  bar.show(Severity::kInformation, QStringLiteral("saved"));
  bar.show(Severity::kError, QStringLiteral("lost"));
  EXPECT_EQ(bar.text(), QStringLiteral("lost"));
  QTest::mouseClick(bar.findChild<QToolButton*>(QStringLiteral("noticeClose")), Qt::LeftButton);
  EXPECT_EQ(bar.text(), QStringLiteral("saved"));
  QTest::keyClick(&bar, Qt::Key_Escape);
  EXPECT_TRUE(bar.isHidden());
}

TEST(NoticeBar, DoesNotSayTheSameTwiceAndHoldsAFew) {
  NoticeBar bar;
  const quint64 id = bar.show(Severity::kWarning, QStringLiteral("same"));
  EXPECT_EQ(bar.show(Severity::kWarning, QStringLiteral("same")), id);
  EXPECT_EQ(bar.count(), 1);
  for (int i = 0; i < 20; ++i) bar.show(Severity::kInformation, QString::number(i));
  EXPECT_EQ(bar.count(), NoticeBar::kMost);
  EXPECT_EQ(bar.text(), QStringLiteral("same"));
}

TEST(NoticeBar, OffersOneThingThatCanBeDone) {
  NoticeBar bar;
  QSignalSpy acted(&bar, &NoticeBar::actionTriggered);
  const quint64 id = bar.show(Severity::kError, QStringLiteral("host missing"), QStringLiteral("Show"));
  auto* button = bar.findChild<QPushButton*>(QStringLiteral("noticeAction"));
  EXPECT_FALSE(button->isHidden());
  QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_EQ(acted.count(), 1);
  EXPECT_EQ(acted.first().first().toULongLong(), id);
  EXPECT_EQ(bar.count(), 0);
}

TEST(NoticeBar, ShowsNamesFromFilesAsPlainText) {
  NoticeBar bar;
  bar.show(Severity::kWarning, QStringLiteral("<b>x</b>"));
  EXPECT_EQ(bar.findChild<QLabel*>(QStringLiteral("noticeText"))->textFormat(), Qt::PlainText);
}

}  // namespace
}  // namespace threadline::widgets
