// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <gtest/gtest.h>

#include "tests/ui/widgets/panel_fixture.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/lesson_paragraph.h"
#include "ui/widgets/predict_card.h"

namespace threadline::widgets {
namespace {

const QString kStep = QStringLiteral("/functions/work/steps/1/repeat/steps/0");

report::ClaimResult claim(const char* id, report::Verdict verdict, report::Reason reason = report::Reason::kNone) {
  report::ClaimResult result;
  result.id = id;
  result.figure = "main.sum";
  result.text = {"The sum is exact", "합이 정확합니다"};
  result.verdict = verdict;
  result.reason = reason;
  result.band = scenario::Claim::Band::kBetween;
  result.bounds = {0.85, 1.3};
  if (verdict != report::Verdict::kNotChecked) result.measured = 1.0312;
  return result;
}

class LessonPanelTest : public testing::Test {
 protected:
  void SetUp() override {
    panel.setScenario(sum);
    showAt(panel, 340, 640);
  }
  LessonParagraphLabel* paragraph(int number) {
    return panel.findChild<LessonParagraphLabel*>(QStringLiteral("paragraph.%1").arg(number));
  }
  QString textOfClaim(const char* id) {
    auto* row = panel.findChild<QFrame*>(QLatin1String("claim.") + QLatin1String(id));
    return row ? row->accessibleName() : QString();
  }

  scenario::Scenario sum = shipped("sum");
  LessonPanel panel;
};

TEST_F(LessonPanelTest, AParagraphThatSpeaksOfAStepLeadsToIt) {
  QSignalSpy activated(&panel, &LessonPanel::stepActivated);
  QTest::mouseClick(paragraph(0), Qt::LeftButton);
  EXPECT_EQ(activated.count(), 0);
  QTest::mouseClick(paragraph(1), Qt::LeftButton);
  paragraph(1)->setFocus();
  QTest::keyClick(paragraph(1), Qt::Key_Return);
  ASSERT_EQ(activated.count(), 2);
  EXPECT_EQ(activated.first().at(0).toString(), kStep);
}

TEST_F(LessonPanelTest, TheChosenStepsParagraphIsMarked) {
  panel.highlightStep(kStep);
  EXPECT_TRUE(paragraph(1)->isHighlighted());
  EXPECT_FALSE(paragraph(0)->isHighlighted());
  keepPicture(panel, "lesson");
  panel.highlightStep(QString());
  EXPECT_FALSE(paragraph(1)->isHighlighted());
}

TEST_F(LessonPanelTest, EachClaimHasItsVerdictAndFigures) {
  report::ClaimResult second = claim("second", report::Verdict::kFails);
  second.document = scenario::Value(1.0);
  second.reference = scenario::Value(1.17);
  panel.setClaims({claim("A4", report::Verdict::kHolds), second});
  EXPECT_EQ(textOfClaim("A4"), QString::fromUtf8("Holds. The sum is exact. Yours: 1.031. expected: 0.85 … 1.3"));
  EXPECT_TRUE(textOfClaim("second").startsWith(QLatin1String("Does not hold")));
  EXPECT_TRUE(textOfClaim("second").contains(QString::fromUtf8("Yours: 1.031 · Reference: 1.17 · Document: 1")));
  keepPicture(panel, "claims");
  EXPECT_FALSE(panel.findChild<QPushButton*>(QStringLiteral("claimsAgain"))->isVisible());
  panel.clearClaims();
  EXPECT_TRUE(textOfClaim("A4").isEmpty());
}

TEST_F(LessonPanelTest, LongFiguresDoNotPushTheLessonOutOfSight) {
  report::ClaimResult result = claim("A4", report::Verdict::kHolds);
  result.measured = scenario::Value(std::int64_t{4'999'999'950'000'000});
  result.reference = result.measured;
  result.document = result.measured;
  panel.setClaims({result});
  panel.resize(250, 640);
  QCoreApplication::sendPostedEvents();
  auto* scroll = panel.findChild<QScrollArea*>();
  ASSERT_NE(scroll, nullptr);
  EXPECT_LE(scroll->widget()->width(), scroll->viewport()->width());
  keepPicture(panel, "long-claims");
}

TEST_F(LessonPanelTest, WhatABusyMachineDisturbedCanBeMeasuredAgain) {
  QSignalSpy again(&panel, &LessonPanel::againRequested);
  panel.setClaims({claim("A4", report::Verdict::kHolds),
                   claim("take-turns", report::Verdict::kNotChecked, report::Reason::kNoFreeCore)});
  EXPECT_TRUE(textOfClaim("take-turns").contains(QLatin1String("Other programs used the processor")));
  auto* button = panel.findChild<QPushButton*>(QStringLiteral("claimsAgain"));
  EXPECT_TRUE(button->isVisible());
  button->setFocus();
  QTest::keyClick(button, Qt::Key_Space);
  EXPECT_EQ(again.count(), 1);
}

TEST_F(LessonPanelTest, TheLessonFollowsTheLanguage) {
  panel.setClaims({claim("A4", report::Verdict::kHolds)});
  const KoreanScenarios korean;
  QCoreApplication::sendPostedEvents();
  EXPECT_EQ(panel.findChild<QLabel*>(QStringLiteral("lessonTitle"))->text(), QString::fromStdString(sum.title.ko));
  EXPECT_EQ(paragraph(0)->text(), QString::fromStdString(sum.lesson[0].ko));
  EXPECT_TRUE(textOfClaim("A4").contains(QString::fromUtf8("합이 정확합니다")));
  keepPicture(panel, "lesson-ko");
}

TEST_F(LessonPanelTest, AnotherScenarioTakesItsClaimsAlong) {
  panel.setClaims({claim("A4", report::Verdict::kHolds)});
  panel.setScenario(shipped("race"));
  EXPECT_TRUE(textOfClaim("A4").isEmpty());
  EXPECT_EQ(panel.findChild<QLabel*>(QStringLiteral("lessonTitle"))->text(), QLatin1String("Lost updates"));
}

class PredictCardTest : public testing::Test {
 protected:
  void SetUp() override {
    card.setPrediction(shipped("sum").predict);
    showAt(card, 320, 220);
  }
  QRadioButton* guess(int number) { return card.findChild<QRadioButton*>(QStringLiteral("guess.%1").arg(number)); }

  PredictCard card;
  QPushButton* run = card.findChild<QPushButton*>(QStringLiteral("predictRun"));
  QLabel* answer = card.findChild<QLabel*>(QStringLiteral("predictAnswer"));
};

TEST_F(PredictCardTest, RunsOnlyWithAGuess) {
  QSignalSpy runs(&card, &PredictCard::runRequested);
  QTest::mouseClick(run, Qt::LeftButton);
  EXPECT_EQ(runs.count(), 0);
  QTest::mouseClick(guess(0), Qt::LeftButton, {}, QPoint(6, guess(0)->height() / 2));
  QTest::mouseClick(run, Qt::LeftButton);
  QTest::keyClick(guess(0), Qt::Key_Return);
  ASSERT_EQ(runs.count(), 2);
  EXPECT_EQ(runs.first().at(0).toInt(), 0);
  card.setRunning(true);
  EXPECT_FALSE(run->isEnabled());
}

TEST_F(PredictCardTest, SaysWhetherTheGuessWasRight) {
  card.showAnswer(0, QStringLiteral("They took turns."));
  EXPECT_EQ(answer->text(), QLatin1String("It came out otherwise: About the same\nThey took turns."));
  keepPicture(card, "predict");
  card.showAnswer(1, QString());
  EXPECT_EQ(answer->text(), QLatin1String("You guessed right: About the same"));
  card.clearAnswer();
  EXPECT_FALSE(answer->isVisible());
}

TEST_F(PredictCardTest, ShowsAGuessThatWasMadeElsewhereWithoutRunning) {
  QSignalSpy runs(&card, &PredictCard::runRequested);
  card.setGuess(1);
  EXPECT_TRUE(guess(1)->isChecked());
  EXPECT_TRUE(run->isEnabled());
  card.setGuess(17);
  EXPECT_EQ(card.guess(), 1);
  EXPECT_EQ(runs.count(), 0);
}

TEST_F(PredictCardTest, IsNotThereWithoutAQuestion) {
  card.setPrediction({});
  EXPECT_FALSE(card.isVisible());
}

}  // namespace
}  // namespace threadline::widgets
