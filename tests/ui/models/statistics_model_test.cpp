// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statistics_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ui/scene/sample_traces.h"

namespace threadline::models {
namespace {

using Tester = QAbstractItemModelTester;
using S = LaneState;
using testing::ElementsAre;

struct Sketch : test::TraceSketch {
  Sketch() {
    main = process("main", 7, 0);
    first = lane(main, "main", 0, true);
    span(first, 0, S::kRunning);
  }
  ProcessId main;
  LaneId first;
};

TEST(StatisticsModel, HasARowALaneAndAColumnAState) {
  Sketch sketch;
  sketch.span(sketch.first, 6, S::kSleeping);
  sketch.end(sketch.first, 10);
  StatisticsModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  model.setSnapshot(sketch.writer.snapshot(), {});
  EXPECT_EQ(model.rowCount(), 2);
  EXPECT_THAT(model.states(), ElementsAre(S::kRunning, S::kSleeping));
  EXPECT_EQ(model.index(0, 0).data().toString(), QStringLiteral("main"));
  EXPECT_EQ(model.index(0, 1).data().toString(), QStringLiteral("6 ms (60 %)"));
  EXPECT_DOUBLE_EQ(model.index(0, 2).data(StatisticsModel::kShareRole).toDouble(), 0.4);
  EXPECT_EQ(model.index(1, 3).data().toString(), QStringLiteral("10 ms"));
  EXPECT_TRUE(model.index(1, 0).data(StatisticsModel::kIsTotalRole).toBool());
}

TEST(StatisticsModel, MeasuresTheRangeOnly) {
  Sketch sketch;
  sketch.span(sketch.first, 6, S::kSleeping);
  sketch.end(sketch.first, 10);
  StatisticsModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  const model::SnapshotPtr snapshot = sketch.writer.snapshot();
  model.setSnapshot(snapshot, {});
  model.setSnapshot(snapshot, {test::atMs(7), test::atMs(9)});
  EXPECT_THAT(model.states(), ElementsAre(S::kSleeping));
  EXPECT_EQ(model.lengthOf(0), milliseconds(2));
}

TEST(StatisticsModel, GrowsByInsertingAndNotByResetting) {
  Sketch sketch;
  StatisticsModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  sketch.span(sketch.first, 5, S::kRunning);
  model.setSnapshot(sketch.writer.snapshot(), {});
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  QSignalSpy rows(&model, &QAbstractItemModel::rowsInserted);
  QSignalSpy columns(&model, &QAbstractItemModel::columnsInserted);
  const LaneId worker = sketch.lane(sketch.main, "worker", 6);
  sketch.span(worker, 6, S::kWaitingLock);
  sketch.span(worker, 9, S::kRunning);
  model.setSnapshot(sketch.writer.snapshot(), {});
  EXPECT_EQ(resets.count(), 0);
  EXPECT_EQ(rows.count(), 1);
  EXPECT_EQ(columns.count(), 1);
  EXPECT_EQ(model.rowCount(), 3);
  EXPECT_EQ(model.timeOf(1, S::kWaitingLock), milliseconds(3));
}

TEST(StatisticsModel, BeginsAnewForAnotherTrace) {
  StatisticsModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  model.setSnapshot(test::gilSample().snapshot, {});
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  model.setSnapshot(test::producerSample().snapshot, {});
  EXPECT_EQ(resets.count(), 1);
  model.setSnapshot(nullptr, {});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(StatisticsSorting, KeepsTheTotalBelowInBothOrders) {
  Sketch sketch;
  const LaneId worker = sketch.lane(sketch.main, "worker", 0);
  sketch.span(worker, 0, S::kRunning);
  sketch.end(worker, 3);
  sketch.end(sketch.first, 10);
  StatisticsModel model;
  StatisticsSorting sorted;
  sorted.setSourceModel(&model);
  const Tester tester(&sorted, Tester::FailureReportingMode::Fatal);
  model.setSnapshot(sketch.writer.snapshot(), {});
  for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    sorted.sort(1, order);
    EXPECT_TRUE(sorted.index(2, 0).data(StatisticsModel::kIsTotalRole).toBool());
  }
  EXPECT_EQ(sorted.index(0, 0).data().toString(), QStringLiteral("main"));
}

}  // namespace
}  // namespace threadline::models
