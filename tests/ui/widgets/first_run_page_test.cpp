// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <gtest/gtest.h>

#include "tests/ui/widgets/panel_fixture.h"
#include "ui/widgets/first_run_page.h"

namespace threadline::widgets {
namespace {

class FirstRunPageTest : public testing::Test {
 protected:
  void SetUp() override {
    page.setPrediction(scenario::Prediction{
        {"Do two threads make it twice as fast?", "스레드 두 개면 두 배 빨라질까요?"},
        {{"Twice as fast", "두 배 빨라집니다"}, {"As before", "그대로입니다"}, {"Slower", "더 느려집니다"}},
        1});
    showAt(page, 1280, 800);
  }
  template <typename T>
  T* find(const char* name) {
    auto* found = page.findChild<T*>(QLatin1String(name));
    EXPECT_NE(found, nullptr) << name;
    return found;
  }

  FirstRunPage page;
};

TEST_F(FirstRunPageTest, RunsTheGuessThatWasMadeByKeysAlone) {
  QSignalSpy runs(&page, &FirstRunPage::runRequested);
  keepPicture(page, "first-run");
  page.setFocus();
  auto* guess = find<QRadioButton>("guess.0");
  EXPECT_TRUE(guess->hasFocus());
  QTest::keyClick(guess, Qt::Key_Space);
  QTest::keyClick(guess, Qt::Key_Return);
  ASSERT_EQ(runs.count(), 1);
  EXPECT_EQ(runs.first().at(0).toInt(), 0);
}

TEST_F(FirstRunPageTest, HasFourDoors) {
  QSignalSpy learn(&page, &FirstRunPage::learnRequested);
  QSignalSpy compare(&page, &FirstRunPage::compareRequested);
  QSignalSpy record(&page, &FirstRunPage::recordRequested);
  QSignalSpy open(&page, &FirstRunPage::openRequested);
  for (const char* door : {"doorLearn", "doorCompare", "doorRecord", "doorOpen"}) {
    QTest::mouseClick(find<QPushButton>(door), Qt::LeftButton);
  }
  EXPECT_EQ(learn.count() + compare.count() + record.count() + open.count(), 4);
  find<QPushButton>("doorOpen")->setFocus();
  EXPECT_EQ(find<QLabel>("firstRunHint")->text(), QLatin1String("Open an example or a recorded run"));
}

TEST_F(FirstRunPageTest, AsksForTheOtherLanguageAndFollowsIt) {
  QSignalSpy language(&page, &FirstRunPage::languageRequested);
  EXPECT_TRUE(find<QPushButton>("languageEnglish")->isChecked());
  QTest::mouseClick(find<QPushButton>("languageKorean"), Qt::LeftButton);
  ASSERT_EQ(language.count(), 1);
  EXPECT_EQ(language.first().at(0).toString(), QLatin1String("ko"));
  EXPECT_TRUE(find<QPushButton>("languageEnglish")->isChecked()) << "until the language is another";
  const KoreanScenarios korean;
  QCoreApplication::sendPostedEvents();
  EXPECT_TRUE(find<QPushButton>("languageKorean")->isChecked());
  EXPECT_EQ(find<QLabel>("predictQuestion")->text(), QString::fromUtf8("스레드 두 개면 두 배 빨라질까요?"));
}

TEST_F(FirstRunPageTest, SaysThatTheMachineIsBusyAndRunsAllTheSame) {
  page.setBusyCores(0.8);
  EXPECT_TRUE(find<QLabel>("firstRunBusy")->text().contains(QLatin1String("0.8 cores")));
  page.setBusyCores(0);
  EXPECT_FALSE(find<QLabel>("firstRunBusy")->isVisible());
}

}  // namespace
}  // namespace threadline::widgets
