// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>

#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"
#include "tests/ui/scene/sample_traces.h"
#include "ui/charts/comparison_chart.h"
#include "ui/charts/counter_chart.h"
#include "ui/charts/state_chart.h"
#include "ui/models/statistics_model.h"

namespace threadline::charts {
namespace {

using S = LaneState;

void showNow(QWidget& widget) {
  widget.resize(600, 300);
  widget.show();
  EXPECT_TRUE(QTest::qWaitForWindowExposed(&widget));
}

TEST(StateChart, DrawsTheSharesOfTheTable) {
  models::StatisticsModel model;
  StateChart chart;
  chart.setModel(&model);
  showNow(chart);
  const test::Sample sample = test::gilSample();
  model.setSnapshot(sample.snapshot, {});
  for (int lane = 0; lane < model.laneRows(); ++lane) {
    const auto length = static_cast<double>(model.lengthOf(lane).ns);
    const double share = length > 0 ? static_cast<double>(model.timeOf(lane, S::kRunning).ns) / length : 0;
    EXPECT_NEAR(chart.drawnPercent(lane, S::kRunning), 100 * share, 1e-9);
  }
}

TEST(StateChart, ComputesNothingWhileItIsHidden) {
  models::StatisticsModel model;
  StateChart chart;
  chart.setModel(&model);
  model.setSnapshot(test::gilSample().snapshot, {});
  EXPECT_EQ(chart.drawnPercent(0, S::kRunning), -1);
  showNow(chart);
  EXPECT_GE(chart.drawnPercent(0, S::kRunning), 0);
}

TEST(StateChart, HasItsLegendOnlyWhereTheWordsHaveRoom) {
  models::StatisticsModel model;
  StateChart chart;
  chart.setModel(&model);
  showNow(chart);
  model.setSnapshot(test::gilSample().snapshot, {});
  chart.resize(1200, 300);
  EXPECT_TRUE(chart.chart()->legend()->isVisible());
  chart.resize(160, 300);
  EXPECT_FALSE(chart.chart()->legend()->isVisible());
}

TEST(StateChart, DrawsAtMostSomeLanesAndSaysSo) {
  models::StatisticsModel model;
  StateChart chart;
  chart.setModel(&model);
  showNow(chart);
  model.setSnapshot(test::crowdSample(60).snapshot, {});
  EXPECT_GE(chart.drawnPercent(StateChart::kMostLanes - 1, model.states().front()), 0);
  EXPECT_EQ(chart.drawnPercent(StateChart::kMostLanes, model.states().front()), -1);
  EXPECT_FALSE(chart.note().isEmpty());
  model.setSnapshot(test::gilSample().snapshot, {});
  EXPECT_TRUE(chart.note().isEmpty());
  EXPECT_EQ(chart.drawnPercent(model.laneRows(), model.states().front()), -1);
}

TEST(CounterChart, GoesByStepsFromTheValueBeforeTheRangeToItsEnd) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  const model::Counter& depth = snapshot->counters()[0];
  ASSERT_EQ(depth.samples.size(), 2U);
  const TimeNs between{depth.samples[0].time.ns + 1};
  const TimeNs end{depth.samples[1].time.ns + 100};
  const QList<QPointF> steps = CounterChart::stepsOf(depth, {between, end});
  ASSERT_EQ(steps.size(), 4);
  EXPECT_EQ(steps[0].y(), 1);
  EXPECT_EQ(steps[1].y(), 1);
  EXPECT_EQ(steps[1].x(), steps[2].x());
  EXPECT_EQ(steps[2].y(), 0);
  EXPECT_DOUBLE_EQ(steps[3].x(), static_cast<double>(end.ns) / 1e6);
}

TEST(CounterChart, KeepsTheExtremesOfManySamples) {
  test::TraceSketch sketch;
  const LaneId lane = sketch.lane(sketch.process("main", 7, 0), "main", 0, true);
  sketch.span(lane, 0, S::kRunning);
  const std::size_t number = sketch.writer.counter({{}, CounterKind::kValue, "n"});
  for (int i = 0; i < 50'000; ++i) {
    sketch.writer.addSample(number, {test::atMs(i * 0.001), i == 31'234 ? 999 : i % 7});
  }
  sketch.end(lane, 60);
  const model::SnapshotPtr snapshot = sketch.writer.snapshot();
  const QList<QPointF> steps = CounterChart::stepsOf(snapshot->counters()[0], {test::atMs(0), test::atMs(60)});
  EXPECT_LT(steps.size(), 2500);
  bool isSeen = false;
  for (const QPointF& step : steps) isSeen = isSeen || step.y() == 999;
  EXPECT_TRUE(isSeen);
}

TEST(CounterChart, SaysWhenThereIsNothingToDraw) {
  CounterChart chart;
  showNow(chart);
  chart.setSource(test::gilSample().snapshot, {});
  EXPECT_EQ(chart.lineCount(), 0);
  EXPECT_FALSE(chart.note().isEmpty());
  chart.setSource(test::traceOf(test::sampleOfEverything()), {});
  EXPECT_EQ(chart.lineCount(), 2);
  EXPECT_TRUE(chart.note().isEmpty());
}

TEST(ComparisonChart, HasABarAVariantAndSaysItsTimes) {
  ComparisonChart chart;
  showNow(chart);
  chart.setBars({{QStringLiteral("threads"), milliseconds(400), milliseconds(390), milliseconds(450)},
                 {QStringLiteral("processes"), milliseconds(210), milliseconds(210), milliseconds(210)}});
  EXPECT_EQ(chart.drawnBars(), 2);
  // The bars, and one line for the range of the first.
  EXPECT_EQ(chart.chart()->series().size(), 2);
  EXPECT_EQ(chart.accessibleDescription(), QStringLiteral("threads: 400 ms; processes: 210 ms"));
}

}  // namespace
}  // namespace threadline::charts
