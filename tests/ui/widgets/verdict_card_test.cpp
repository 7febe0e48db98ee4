// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdict_card.h"

#include <QLabel>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace threadline::widgets {
namespace {

report::Advice advice() {
  report::Advice out;
  out.text = {"72 % of the time waited for the GIL; 2 of 272 cores.",
              "시간의 72 %는 GIL을 기다렸습니다. 코어 272개 중 2개."};
  out.confidence = report::Confidence::kHigh;
  report::VerdictFigure share;
  share.text = "72 %";
  share.lane = LaneId{3};
  report::VerdictFigure cores;
  cores.text = "2";
  out.figures = {share, cores};
  return out;
}

class VerdictCardTest : public testing::Test {
 protected:
  [[nodiscard]] QLabel* text() { return m_card.findChild<QLabel*>(QStringLiteral("verdictText")); }
  VerdictCard m_card;
};

TEST_F(VerdictCardTest, IsNotThereWhereNothingFollows) {
  EXPECT_TRUE(m_card.isHidden());
  m_card.setAdvice(advice());
  EXPECT_FALSE(m_card.isHidden());
  m_card.clear();
  EXPECT_TRUE(m_card.isHidden());
}

TEST_F(VerdictCardTest, AFigureAsksForItsOwnPlace) {
  qRegisterMetaType<report::VerdictFigure>();
  m_card.setAdvice(advice());
  std::vector<LaneId> asked;
  QObject::connect(&m_card, &VerdictCard::figureActivated, &m_card,
                   [&](const report::VerdictFigure& figure) { asked.push_back(figure.lane); });
  emit text()->linkActivated(QStringLiteral("0"));
  emit text()->linkActivated(QStringLiteral("7"));
  ASSERT_EQ(asked.size(), 1U) << "a link that is not there leads nowhere";
  EXPECT_EQ(asked.front(), LaneId{3});
}

TEST_F(VerdictCardTest, LinksAWholeNumberAndNoPartOfALongerOne) {
  m_card.setAdvice(advice());
  EXPECT_TRUE(text()->text().contains(QStringLiteral("<a href=\"0\">72 %</a>"))) << text()->text().toStdString();
  EXPECT_TRUE(text()->text().contains(QStringLiteral("<a href=\"1\">2</a> of 272")) ||
              text()->text().contains(QStringLiteral("중 <a href=\"1\">2</a>개")))
      << text()->text().toStdString();
}

TEST_F(VerdictCardTest, WhatATraceSaysIsTextAndNoMarkup) {
  EXPECT_EQ(VerdictCard::linked(QStringLiteral("<b>3</b>"), {QStringLiteral("3")}),
            QStringLiteral("&lt;b&gt;<a href=\"0\">3</a>&lt;/b&gt;"));
}

}  // namespace
}  // namespace threadline::widgets
