// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/comparison_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/scene/sample_traces.h"

namespace threadline::widgets {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::Pair;

std::vector<scene::Pane> twoPanes() {
  std::vector<scene::Pane> panes;
  for (const auto& [title, sample] : {std::pair("one", test::sumSample()), std::pair("two", test::forkJoinSample())}) {
    scene::Pane pane;
    pane.snapshot = sample.snapshot;
    pane.view = sample.view;
    pane.title = title;
    pane.note = "as long";
    panes.push_back(std::move(pane));
  }
  return panes;
}

TEST(ComparisonExport, DrawsTheRunsThatAreWantedInTheirOrderUnderTheirNames) {
  ExportChoice choice;
  choice.range = {test::atMs(1), test::atMs(3)};
  choice.lanes = {{LaneId{1}, QStringLiteral("second")}, {LaneId{0}, QStringLiteral("first")}};
  const auto subject = comparisonSubject({}, twoPanes(), {QStringLiteral("Title"), {}, {}, {}}, choice);
  ASSERT_EQ(subject.panes.size(), 2U);
  EXPECT_EQ(subject.panes[0].title, "second");
  EXPECT_EQ(subject.panes[1].title, "first");
  EXPECT_EQ(subject.panes[1].view.range, choice.range);
  EXPECT_EQ(subject.title, "Title");
  EXPECT_NE(subject.altText.find("second: as long."), std::string::npos) << subject.altText;
}

TEST(ComparisonExport, LeavesOutWhatIsOnlyTrueOfOneRun) {
  paint::FigureSubject base;
  base.metadata = {{"machine", "m"}, {"parameter.n", "5"}, {"preset", "quick"}};
  ExportChoice choice;
  choice.lanes = {{LaneId{0}, {}}, {LaneId{7}, {}}};
  const ComparisonWords words{{}, {}, QStringLiteral("sum-compare"), QStringLiteral("document")};
  const auto subject = comparisonSubject(base, twoPanes(), words, choice);
  EXPECT_EQ(subject.panes.size(), 1U) << "a place that is not there";
  EXPECT_THAT(subject.metadata, Contains(Pair("machine", "m")));
  EXPECT_THAT(subject.metadata, Contains(Pair("preset", "document")));
  EXPECT_THAT(subject.metadata, Contains(Pair("experiment", "sum-compare")));
  EXPECT_THAT(subject.metadata, Not(Contains(Pair("parameter.n", "5"))));
}

TEST(ComparisonExport, NamesTheCommandThatMakesThePictureAgain) {
  EXPECT_THAT(comparisonCommand({{}, {}, QStringLiteral("x"), QStringLiteral("quick")}, 2, QStringLiteral("x.png")),
              ElementsAre(u"threadline", u"experiment", u"x", u"--preset", u"quick", u"--export", u"x.png"));
  EXPECT_THAT(comparisonCommand({}, 2, QStringLiteral("x.png")),
              ElementsAre(u"threadline", u"compare", u"TRACE1", u"TRACE2", u"--export", u"x.png"));
}

}  // namespace
}  // namespace threadline::widgets
