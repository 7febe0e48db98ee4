// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/span_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"
#include "tests/ui/scene/sample_traces.h"
#include "ui/models/counter_table_model.h"

namespace threadline::models {
namespace {

using Tester = QAbstractItemModelTester;
using S = LaneState;

constexpr LaneId kFirst{0};
constexpr LaneId kSecond{1};

struct Sketch : test::TraceSketch {
  Sketch() {
    const ProcessId main = process("main", 7, 0);
    lane(main, "main", 0, true);
    lane(main, "worker", 0);
    span(kFirst, 0, S::kRunning, "sum");
    span(kSecond, 0, S::kRunning);
    span(kFirst, 5, S::kSleeping);
  }
};

TEST(SpanTableModel, ListsLaneAfterLaneInTimeOrder) {
  Sketch sketch;
  sketch.end(kFirst, 10);
  sketch.end(kSecond, 8);
  SpanTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  model.setSource(sketch.writer.snapshot(), {kSecond, kFirst}, {});
  ASSERT_EQ(model.rowCount(), 3);
  EXPECT_EQ(model.spanAt(0), (SpanPlace{kSecond, 0}));
  EXPECT_EQ(model.spanAt(2), (SpanPlace{kFirst, 1}));
  EXPECT_EQ(model.rowOf({kFirst, 1}), 2);
  EXPECT_EQ(model.index(1, SpanTableModel::kLabel).data().toString(), QStringLiteral("sum"));
  EXPECT_EQ(model.index(2, SpanTableModel::kStart).data().toString(), QStringLiteral("5.000 ms"));
  EXPECT_FALSE(model.spanAt(3).has_value());
}

TEST(SpanTableModel, AFullTableStaysAsItIsWhileItsLanesGrow) {
  test::TraceSketch sketch;
  const ProcessId main = sketch.process("main", 7, 0);
  sketch.lane(main, "main", 0, true);
  sketch.lane(main, "worker", 0);
  const auto most = static_cast<int>(SpanTableModel::kMostRows);
  int at = 0;
  const auto grow = [&](int spans) {
    for (int i = 0; i < spans; ++i, ++at) sketch.span(kFirst, at, at % 2 == 0 ? S::kRunning : S::kSleeping);
    sketch.span(kSecond, at, at % 4 == 0 ? S::kRunning : S::kSleeping);
  };
  SpanTableModel model;
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  grow(most - 50);
  model.setSource(sketch.writer.snapshot(), {kFirst, kSecond}, {});
  const int before = model.rowCount();
  for (int i = 0; i < 4; ++i) {
    grow(50);
    model.setSource(sketch.writer.snapshot(), {kFirst, kSecond}, {});
  }
  EXPECT_EQ(resets.count(), 1) << "the first filling";
  EXPECT_LT(before, most);
  EXPECT_EQ(model.rowCount(), most);
  EXPECT_TRUE(model.isCut());
  EXPECT_GT(model.wantedRows(), SpanTableModel::kMostRows);
  EXPECT_TRUE(model.spanAt(most - 1).has_value());
  EXPECT_FALSE(model.spanAt(most).has_value());
}

TEST(SpanTableModel, HoldsWhatTheRangeTouches) {
  Sketch sketch;
  sketch.end(kFirst, 10);
  sketch.end(kSecond, 8);
  SpanTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  model.setSource(sketch.writer.snapshot(), {kFirst}, {test::atMs(5), test::atMs(6)});
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.spanAt(0), (SpanPlace{kFirst, 1}));
  model.setSource(sketch.writer.snapshot(), {kFirst}, {test::atMs(4), test::atMs(5)});
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.spanAt(0), (SpanPlace{kFirst, 0}));
}

TEST(SpanTableModel, GrowsInTheMiddleWithoutAReset) {
  Sketch sketch;
  SpanTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  model.setSource(sketch.writer.snapshot(), {kFirst, kSecond}, {});
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  sketch.span(kFirst, 7, S::kRunning);
  sketch.span(kSecond, 8, S::kWaitingQueue);
  model.setSource(sketch.writer.snapshot(), {kFirst, kSecond}, {});
  EXPECT_EQ(resets.count(), 0);
  ASSERT_EQ(model.rowCount(), 5);
  EXPECT_EQ(model.spanAt(2), (SpanPlace{kFirst, 2}));
  EXPECT_EQ(model.spanAt(4), (SpanPlace{kSecond, 1}));
}

TEST(SpanTableModel, IsBoundedAndSaysSo) {
  const test::Sample sample = test::denseSample(4, 120'000);
  std::vector<LaneId> lanes;
  for (std::uint32_t i = 0; i < sample.snapshot->laneCount(); ++i) lanes.push_back(LaneId{i});
  SpanTableModel model;
  model.setSource(sample.snapshot, lanes, {});
  EXPECT_EQ(model.rowCount(), 100'000);
  EXPECT_TRUE(model.isCut());
  EXPECT_GT(model.wantedRows(), 100'000U);
}

TEST(SpanTableModel, SaysWhatASpanWaitsForAndWhoHeldIt) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  SpanTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  model.setSource(snapshot, {LaneId{2}, LaneId{99}}, {});
  bool isSeen = false;
  for (int row = 0; row < model.rowCount(); ++row) {
    if (model.index(row, 0).data(SpanTableModel::kStateRole).toInt() != static_cast<int>(S::kWaitingLock)) continue;
    isSeen = true;
    EXPECT_EQ(model.index(row, SpanTableModel::kWaitsFor).data().toString(), QStringLiteral("fork[0]"));
    EXPECT_TRUE(model.index(row, SpanTableModel::kHeldBy).data().toString().endsWith(QStringLiteral("MainThread")));
  }
  EXPECT_TRUE(isSeen);
}

TEST(CounterTableModel, ListsWhatEachCounterReached) {
  CounterTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  model.setSource(test::traceOf(test::sampleOfEverything()), {});
  ASSERT_EQ(model.rowCount(), 2);
  EXPECT_EQ(model.index(0, CounterTableModel::kName).data().toString(), QStringLiteral("queue: waiting items"));
  EXPECT_EQ(model.index(0, CounterTableModel::kLargest).data().toString(), QStringLiteral("1"));
  EXPECT_EQ(model.index(0, CounterTableModel::kLast).data().toString(), QStringLiteral("0"));
  model.setSource(nullptr, {});
  EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace threadline::models
