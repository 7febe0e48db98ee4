// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/comparison_panel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/core/report/compared_runs.h"
#include "ui/charts/comparison_chart.h"
#include "ui/charts/heat_chart.h"
#include "ui/charts/sweep_chart.h"

namespace threadline::widgets {
namespace {

/// Variants that took so many milliseconds in each round, with these settings.
models::JudgedComparisonPtr judged(
    const std::vector<std::pair<scenario::Settings, std::vector<std::int64_t>>>& variants) {
  auto out = std::make_shared<models::JudgedComparison>();
  for (const auto& [set, times] : variants) {
    scenario::Variant variant;
    const std::string name = "variant " + std::to_string(out->comparison.variants.size() + 1);
    variant.label = {name, name};
    variant.set = set;
    const std::size_t index = out->comparison.variants.size();
    out->comparison.variants.push_back(std::move(variant));
    for (const std::int64_t ms : times) {
      test::RunTimes run;
      run.wall = ms * 1'000'000;
      run.cpu = run.wall / 2;
      test::addRun(out->comparison, index, run);
    }
  }
  out->summaries = report::summarise(out->comparison);
  return out;
}

scenario::Settings with(std::int64_t workers) {
  return {{"workers", scenario::Value(workers)}};
}

class ComparisonPanelTest : public testing::Test {
 protected:
  ComparisonPanelTest() {
    m_panel.resize(1000, 300);
    m_panel.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&m_panel));
  }
  template <typename T>
  [[nodiscard]] bool shows() {
    const auto* chart = m_panel.findChild<T*>();
    return chart != nullptr && chart->isVisible();
  }
  [[nodiscard]] QTableView* table() { return m_panel.findChild<QTableView*>(QStringLiteral("comparisonTable")); }

  ComparisonPanel m_panel;
};

TEST_F(ComparisonPanelTest, SaysWhatToDoWhileNothingIsCompared) {
  EXPECT_FALSE(table()->isVisible());
  EXPECT_TRUE(m_panel.asMarkdown().isEmpty());
  EXPECT_TRUE(m_panel.asCsv().isEmpty());
}

TEST_F(ComparisonPanelTest, ShowsVariantsAsARowsAndBars) {
  m_panel.setComparison(judged({{{}, {100, 110, 120}}, {{}, {50, 55, 60}}}), 6);
  EXPECT_EQ(table()->model()->rowCount(), 2);
  EXPECT_TRUE(shows<charts::ComparisonChart>());
  EXPECT_TRUE(m_panel.asMarkdown().contains(QStringLiteral("| variant 2")));
  EXPECT_TRUE(m_panel.asCsv().contains(QStringLiteral("variant 2")));
}

TEST_F(ComparisonPanelTest, ShowsANumberThatWasVariedAsALineAndTwoAsAMap) {
  m_panel.setComparison(judged({{with(1), {100}}, {with(2), {50}}, {with(4), {30}}}), 3);
  EXPECT_TRUE(shows<charts::SweepChart>());
  std::vector<std::pair<scenario::Settings, std::vector<std::int64_t>>> variants;
  for (const std::int64_t workers : {1, 2}) {
    for (const std::int64_t delay : {10, 20}) {
      scenario::Settings set = with(workers);
      set["delay"] = scenario::Value(delay);
      variants.push_back({set, {delay / workers}});
    }
  }
  m_panel.setComparison(judged(variants), 4);
  EXPECT_TRUE(shows<charts::HeatChart>());
}

TEST_F(ComparisonPanelTest, SaysWhatIsMissingAndHowFarTheTimesCanBeTrusted) {
  m_panel.setComparison(judged({{{}, {100}}, {{}, {}}}), 2);
  const QString once = m_panel.note();
  EXPECT_FALSE(once.isEmpty());
  EXPECT_TRUE(once.contains(QLatin1Char('1')) && once.contains(QLatin1Char('2'))) << once.toStdString();
  m_panel.setComparison(judged({{{}, {100, 110, 120}}, {{}, {50, 55, 60}}}), 6);
  EXPECT_NE(m_panel.note(), once);
  EXPECT_TRUE(m_panel.note().contains(QLatin1Char('%')));
}

TEST_F(ComparisonPanelTest, CopiesTheTableAndAsksForAVariantByKeyboard) {
  m_panel.setComparison(judged({{{}, {100}}, {{}, {50}}}), 2);
  m_panel.findChild<QAction*>(QStringLiteral("comparisonCopyCsv"))->trigger();
  EXPECT_EQ(QGuiApplication::clipboard()->text(), m_panel.asCsv());
  QSignalSpy asked(&m_panel, &ComparisonPanel::variantActivated);
  table()->setCurrentIndex(table()->model()->index(1, 0));
  QTest::keyClick(table(), Qt::Key_Return);
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked.front().front().value<std::size_t>(), 1U);
}

}  // namespace
}  // namespace threadline::widgets
