// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QTest>
#include <QGraphicsSimpleTextItem>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QLogValueAxis>

#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"
#include "tests/ui/scene/sample_traces.h"
#include "ui/charts/comparison_chart.h"
#include "ui/charts/counter_chart.h"
#include "ui/charts/heat_chart.h"
#include "ui/charts/state_chart.h"
#include "ui/charts/sweep_chart.h"
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

std::vector<const QGraphicsSimpleTextItem*> namesBehindBars(const ChartBox& box) {
  std::vector<const QGraphicsSimpleTextItem*> names;
  const QList<QGraphicsItem*> items = box.chart()->childItems();
  for (const QGraphicsItem* item : items) {
    if (const auto* name = qgraphicsitem_cast<const QGraphicsSimpleTextItem*>(item)) names.push_back(name);
  }
  return names;
}

TEST(ComparisonChart, NamesEveryBarInALowPanelToo) {
  ComparisonChart chart;
  showNow(chart);
  chart.resize(400, 120);
  std::vector<ComparisonBar> bars;
  for (int i = 0; i < 6; ++i) {
    const DurationNs time = milliseconds(100 + 50 * i);
    bars.push_back({QStringLiteral("%1 workers").arg(i + 1), time, time, time});
  }
  chart.setBars(std::move(bars));
  QApplication::processEvents();
  const auto names = namesBehindBars(chart);
  ASSERT_EQ(names.size(), 6U);
  double above = -1;
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(names[i]->text(), QStringLiteral("%1 workers").arg(i + 1));
    EXPECT_LE(names[i]->sceneBoundingRect().right(), chart.width());
    EXPECT_GT(names[i]->pos().y(), above) << "in the order of the table";
    above = names[i]->pos().y();
  }
  chart.resize(600, 400);
  EXPECT_TRUE(namesBehindBars(chart).empty()) << "where there is room the axis has the names";
}

SweepPoint pointOf(double value, int ms, int spreadMs = 0) {
  return {value, milliseconds(ms), milliseconds(ms - spreadMs), milliseconds(ms + spreadMs), {}, {}};
}

const QAbstractSeries* seriesNamed(const ChartBox& chart, const QString& beginning) {
  for (const QAbstractSeries* series : chart.chart()->series()) {
    if (series->name().startsWith(beginning)) return series;
  }
  return nullptr;
}

TEST(SweepChart, MarksTheBestPointAndDrawsTheSpreadAsABand) {
  SweepChart chart;
  showNow(chart);
  chart.setPoints(QStringLiteral("Workers"), {pointOf(4, 260, 5), pointOf(1, 800, 20), pointOf(2, 420, 5)});
  EXPECT_EQ(chart.best(), 4);
  EXPECT_NE(seriesNamed(chart, QStringLiteral("least to most")), nullptr);
  EXPECT_NE(seriesNamed(chart, QStringLiteral("best: 4")), nullptr);
  EXPECT_EQ(seriesNamed(chart, QStringLiteral("ideal")), nullptr);
  const auto* median = qobject_cast<const QLineSeries*>(seriesNamed(chart, QStringLiteral("median")));
  ASSERT_NE(median, nullptr);
  ASSERT_EQ(median->count(), 3);
  EXPECT_EQ(median->at(0), QPointF(1, 800)) << "by value, in milliseconds";
  EXPECT_TRUE(chart.accessibleDescription().contains(QStringLiteral("4 → 260 ms")));
}

TEST(SweepChart, HasNoBandOfSingleRuns) {
  SweepChart chart;
  showNow(chart);
  chart.setPoints(QStringLiteral("Workers"), {pointOf(1, 800), pointOf(2, 420)});
  EXPECT_EQ(seriesNamed(chart, QStringLiteral("least to most")), nullptr);
}

TEST(SweepChart, DrawsTheIdealAndTheDocumentBesideIt) {
  SweepChart chart;
  showNow(chart);
  std::vector<SweepPoint> points{pointOf(1, 800), pointOf(2, 420)};
  points[0].idealNs = points[0].documentNs = 800e6;
  points[1].idealNs = 400e6;
  points[1].documentNs = 900e6;
  chart.setPoints(QStringLiteral("Workers"), points);
  const auto* ideal = qobject_cast<const QLineSeries*>(seriesNamed(chart, QStringLiteral("ideal")));
  const auto* document = qobject_cast<const QLineSeries*>(seriesNamed(chart, QStringLiteral("document")));
  ASSERT_NE(ideal, nullptr);
  ASSERT_NE(document, nullptr);
  EXPECT_EQ(ideal->at(1), QPointF(2, 400));
  EXPECT_EQ(document->at(1), QPointF(2, 900));
}

TEST(SweepChart, LogarithmicAxesHoldAllPointsAndAreOnlyForValuesAboveZero) {
  SweepChart chart;
  showNow(chart);
  chart.setLogarithmic(true);
  chart.setPoints(QStringLiteral("Workers"), {pointOf(1, 800), pointOf(3, 420), pointOf(64, 60)});
  EXPECT_TRUE(chart.isBetterLogarithmic());
  for (QAbstractAxis* axis : chart.chart()->axes()) {
    const auto* logarithmic = qobject_cast<const QLogValueAxis*>(axis);
    ASSERT_NE(logarithmic, nullptr);
    const bool isBelow = axis->alignment() == Qt::AlignBottom;
    EXPECT_LE(logarithmic->min(), isBelow ? 1 : 60);
    EXPECT_GE(logarithmic->max(), isBelow ? 64 : 800);
  }
  chart.setPoints(QStringLiteral("Delay"), {pointOf(0, 800), pointOf(3, 420)});
  EXPECT_FALSE(chart.canBeLogarithmic());
  EXPECT_EQ(qobject_cast<const QLogValueAxis*>(chart.chart()->axes().front()), nullptr);
}

TEST(SweepChart, SaysWhenThereIsNothingToDraw) {
  SweepChart chart;
  showNow(chart);
  chart.setPoints(QStringLiteral("Workers"), {});
  EXPECT_FALSE(chart.note().isEmpty());
  EXPECT_EQ(chart.best(), std::nullopt);
}

TEST(HeatChart, ShadesByTheTimeAndLeavesEmptyCells) {
  HeatChart chart;
  showNow(chart);
  chart.setCells({QStringLiteral("Workers"),
                  QStringLiteral("Delay"),
                  {QStringLiteral("1"), QStringLiteral("2")},
                  {QStringLiteral("10"), QStringLiteral("20")},
                  {milliseconds(100), milliseconds(200), std::nullopt, milliseconds(400)}});
  EXPECT_LT(*chart.shadeOf(0, 0), *chart.shadeOf(1, 0));
  EXPECT_DOUBLE_EQ(*chart.shadeOf(1, 1), 1);
  EXPECT_EQ(chart.shadeOf(0, 1), std::nullopt);
  EXPECT_TRUE(chart.accessibleDescription().contains(QStringLiteral("Workers 2, Delay 20: 400 ms")));
  const QImage picture = chart.grab().toImage();
  EXPECT_FALSE(picture.isNull());
}

}  // namespace
}  // namespace threadline::charts
