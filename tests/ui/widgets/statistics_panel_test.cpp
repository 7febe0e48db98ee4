// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statistics_panel.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/scene/sample_traces.h"
#include "ui/widgets/table_text.h"

namespace threadline::widgets {
namespace {

void showNow(QWidget& widget) {
  widget.resize(1000, 360);
  widget.show();
  widget.activateWindow();
  EXPECT_TRUE(QTest::qWaitForWindowActive(&widget));
}

QTableView* table(const QWidget& panel, const char* name) {
  return panel.findChild<QTableView*>(QLatin1String(name));
}

TEST(StatisticsPanel, ComputesNothingWhileItIsHidden) {
  StatisticsPanel panel;
  panel.setSnapshot(test::gilSample().snapshot);
  EXPECT_EQ(table(panel, "statesTable")->model()->rowCount(), 0);
  showNow(panel);
  EXPECT_GT(table(panel, "statesTable")->model()->rowCount(), 0);
  EXPECT_EQ(table(panel, "spansTable")->model()->rowCount(), 0);
  panel.showTab(StatisticsPanel::Tab::kSpans);
  EXPECT_GT(table(panel, "spansTable")->model()->rowCount(), 0);
}

TEST(StatisticsPanel, TakesOverALiveRunAtMostFourTimesASecond) {
  StatisticsPanel panel;
  showNow(panel);
  test::TraceSketch sketch;
  const LaneId lane = sketch.lane(sketch.process("main", 7, 0), "main", 0, true);
  sketch.span(lane, 0, LaneState::kRunning);
  int changes = 0;
  QAbstractItemModel* model = table(panel, "statesTable")->model();
  QObject::connect(model, &QAbstractItemModel::rowsInserted, model, [&changes] { ++changes; });
  QObject::connect(model, &QAbstractItemModel::dataChanged, model, [&changes] { ++changes; });
  for (int i = 1; i <= 200; ++i) {
    sketch.span(lane, i, LaneState::kRunning);
    panel.setSnapshot(sketch.writer.snapshot());
  }
  EXPECT_LE(changes, 4);
  // The newest comes without being asked for.
  EXPECT_TRUE(QTest::qWaitFor(
      [model] { return model->index(0, model->columnCount() - 1).data().toString() == QStringLiteral("200 ms"); },
      5000));
}

TEST(StatisticsPanel, LeadsToLanesAndSpansByEnter) {
  StatisticsPanel panel;
  panel.setSnapshot(test::gilSample().snapshot);
  showNow(panel);
  QSignalSpy lanes(&panel, &StatisticsPanel::laneActivated);
  QTableView* states = table(panel, "statesTable");
  states->setFocus();
  states->selectRow(1);
  QTest::keyClick(states, Qt::Key_Return);
  ASSERT_EQ(lanes.count(), 1);
  EXPECT_EQ(lanes.first().first().value<LaneId>(), LaneId{1});

  panel.showTab(StatisticsPanel::Tab::kSpans);
  QSignalSpy spans(&panel, &StatisticsPanel::spanActivated);
  QTableView* list = table(panel, "spansTable");
  list->setFocus();
  panel.selectSpan(LaneId{1}, 2);
  QTest::keyClick(list, Qt::Key_Return);
  ASSERT_EQ(spans.count(), 1);
  EXPECT_EQ(spans.first().at(0).value<LaneId>(), LaneId{1});
  EXPECT_EQ(spans.first().at(1).value<std::size_t>(), 2U);
}

TEST(StatisticsPanel, IsCopiedAsATableOfMarkdown) {
  StatisticsPanel panel;
  panel.setSnapshot(test::forkJoinSample().snapshot);
  showNow(panel);
  table(panel, "statesTable")->setFocus();
  QTest::keyClick(table(panel, "statesTable"), Qt::Key_C, Qt::ControlModifier);
  const QString text = QGuiApplication::clipboard()->text();
  EXPECT_TRUE(text.startsWith(QStringLiteral("| Lane | ")));
  EXPECT_TRUE(text.contains(QStringLiteral("| --- | ---: |")));
  EXPECT_TRUE(text.contains(QStringLiteral("| All lanes |")));
}

TEST(TableText, EscapesWhatHasAMeaning) {
  QStandardItemModel model;
  model.setHorizontalHeaderLabels({QStringLiteral("a"), QStringLiteral("b")});
  model.appendRow({new QStandardItem(QStringLiteral("x|<y>")), new QStandardItem(QStringLiteral("=1,\"2\""))});
  EXPECT_EQ(markdownOf(model), QStringLiteral("| a | b |\n| --- | --- |\n| x\\|&lt;y> | =1,\"2\" |\n"));
  EXPECT_EQ(csvOf(model), QStringLiteral("a,b\nx|<y>,\"'=1,\"\"2\"\"\"\n"));
}

}  // namespace
}  // namespace threadline::widgets
