// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

#include <gtest/gtest.h>

#include "tests/ui/widgets/panel_fixture.h"
#include "ui/models/steps_model.h"
#include "ui/widgets/steps_panel.h"

namespace threadline::widgets {
namespace {

using models::StepsModel;

class StepsPanelTest : public testing::Test {
 protected:
  void SetUp() override {
    panel.setScenario(sum);
    showAt(panel, 420, 480);
  }
  QModelIndex child(std::initializer_list<int> rows) const {
    QModelIndex index;
    for (const int row : rows) index = tree->model()->index(row, 0, index);
    return index;
  }
  QString textAt(std::initializer_list<int> rows) const { return child(rows).data().toString(); }

  scenario::Scenario sum = shipped("sum");
  StepsPanel panel;
  QTreeView* tree = panel.findChild<QTreeView*>(QStringLiteral("stepsTree"));
};

TEST_F(StepsPanelTest, ReadsAsText) {
  EXPECT_EQ(textAt({0}), QLatin1String("main()"));
  EXPECT_EQ(textAt({0, 0}),
            QString::fromUtf8("start work(n*index/workers, n*(index+1)/workers) as runtime × workers → crew"));
  EXPECT_EQ(textAt({0, 1}), QLatin1String("wait for the end of crew"));
  EXPECT_EQ(textAt({0, 2}), QLatin1String("put STOP into result"));
  EXPECT_EQ(textAt({0, 5}), QLatin1String("repeat until item == 'STOP'"));
  EXPECT_EQ(textAt({0, 5, 1}), QLatin1String("sum = sum+item, if item != 'STOP'"));
  EXPECT_EQ(textAt({0, 6}), QLatin1String("print: Result: {sum}"));
  EXPECT_EQ(textAt({1}), QLatin1String("work(from, to)"));
  EXPECT_EQ(child({0, 6}).data(Qt::ToolTipRole).toString(), QLatin1String("<qt>print: Result: {sum}</qt>"));
  keepPicture(panel, "steps");
}

TEST_F(StepsPanelTest, LightsWhatRuns) {
  const auto step = StepIndex{child({0, 1}).data(StepsModel::kStepRole).toUInt()};
  QSignalSpy changed(tree->model(), &QAbstractItemModel::dataChanged);
  panel.setRunning({step});
  panel.setRunning({step});
  EXPECT_EQ(changed.count(), 1);
  EXPECT_TRUE(child({0, 1}).data(StepsModel::kIsRunningRole).toBool());
  EXPECT_EQ(child({0, 1}).data(Qt::AccessibleTextRole).toString(), QLatin1String("wait for the end of crew, running"));
  keepPicture(panel, "steps-running");
  panel.setRunning({});
  EXPECT_FALSE(child({0, 1}).data(StepsModel::kIsRunningRole).toBool());
}

TEST_F(StepsPanelTest, TellsTheStepThatAPersonChooses) {
  QSignalSpy activated(&panel, &StepsPanel::stepActivated);
  QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(child({0, 1})).center());
  ASSERT_EQ(activated.count(), 1);
  const StepIndex told = activated.first().at(0).value<StepIndex>();
  EXPECT_EQ(sum.stepPointers[told.value], "/functions/main/steps/1");
  QTest::keyClick(tree, Qt::Key_Down);
  EXPECT_EQ(activated.count(), 2);
  QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(child({0})).center());
  EXPECT_EQ(activated.count(), 2) << "a function is no step";
}

TEST_F(StepsPanelTest, ShowsTheStepThatOthersChooseWithoutTellingItBack) {
  QSignalSpy activated(&panel, &StepsPanel::stepActivated);
  panel.selectStep(QStringLiteral("/functions/work/steps/1/repeat/steps/0"));
  EXPECT_EQ(tree->currentIndex(), child({1, 1, 0}));
  EXPECT_EQ(tree->currentIndex().data().toString(),
            QString::fromUtf8("add up the numbers from+(to-from)*k/pieces … from+(to-from)*(k+1)/pieces → part"));
  panel.selectStep(QStringLiteral("/functions/main/steps/5/repeat"));
  EXPECT_EQ(tree->currentIndex(), child({0, 5})) << "the step around it";
  panel.selectStep(QStringLiteral("/functions/nobody"));
  EXPECT_FALSE(tree->currentIndex().isValid());
  EXPECT_EQ(activated.count(), 0);
}

TEST(StepsModel, StandsUpToTheModelTester) {
  StepsModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  for (const char* id : {"race", "producer-consumer", "thread-life"}) {
    model.setScenario(shipped(id));
    EXPECT_GT(model.rowCount(model.index(0, 0)), 0) << id;
  }
  model.setRunning({StepIndex{0}, StepIndex{2}});
  model.setScenario({});
  EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace threadline::widgets
