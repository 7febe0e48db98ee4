// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"
#include "tests/ui/widgets/panel_fixture.h"
#include "ui/widgets/output_panel.h"

namespace threadline::widgets {
namespace {

constexpr const char* kBeginning = R"(
  0 900 process 0 main pid=77 name=main
  1 1000 lane 0 process=0 main name=MainThread
  1 1000 state running
  2 1000 lane 1 process=0 name=워커
  2 1000 state running
  1 1500 instant print text=first
  2 5001000 instant print text=둘째
)";

/// What was printed has its place once all that is older was read: at the end of the pass.
void feedPass(model::TraceBuilder& builder, std::string_view lines) {
  constexpr TimeNs kLater{1'000'000'000};
  test::feed(builder, lines);
  builder.endPass(kLater);
}

class OutputPanelTest : public testing::Test {
 protected:
  void SetUp() override {
    feedPass(builder, kBeginning);
    panel.setSnapshot(builder.snapshot());
    showAt(panel, 420, 240);
  }
  void grow(const char* lines) {
    feedPass(builder, lines);
    panel.setSnapshot(builder.snapshot());
  }
  QString textAt(int row) const { return table->model()->index(row, models::OutputModel::kText).data().toString(); }
  void click(int row) {
    const QRect place = table->visualRect(table->model()->index(row, models::OutputModel::kText));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place.center());
  }

  model::TraceBuilder builder;
  OutputPanel panel;
  QTableView* table = panel.findChild<QTableView*>(QStringLiteral("outputTable"));
  QLineEdit* filter = panel.findChild<QLineEdit*>(QStringLiteral("outputFilter"));
};

TEST_F(OutputPanelTest, ShowsWhoPrintedWhatAndWhen) {
  ASSERT_EQ(table->model()->rowCount(), 2);
  EXPECT_EQ(textAt(0), QLatin1String("first"));
  EXPECT_EQ(table->model()->index(1, models::OutputModel::kLane).data().toString(), QString::fromUtf8("워커"));
  EXPECT_EQ(table->model()->index(1, models::OutputModel::kTime).data().toString(), QLatin1String("5 ms"));
  keepPicture(panel, "output");
}

TEST_F(OutputPanelTest, GrowsWithTheRunAndKeepsTheChosenLine) {
  QSignalSpy activated(&panel, &OutputPanel::lineActivated);
  click(1);
  grow("  1 6000000 instant print text=third");
  EXPECT_EQ(table->model()->rowCount(), 3);
  EXPECT_EQ(table->currentIndex().row(), 1);
  ASSERT_EQ(activated.count(), 1);
  EXPECT_EQ(activated.first().at(0).value<std::size_t>(), 1U);
}

TEST_F(OutputPanelTest, BeginsAnewWithAnotherRun) {
  QSignalSpy activated(&panel, &OutputPanel::lineActivated);
  click(0);
  model::TraceBuilder other;
  feedPass(other, R"(
    0 900 process 0 main pid=77 name=main
    1 1000 lane 0 process=0 main name=MainThread
    1 1000 state running
    1 1700 instant print text=another
    1 1800 instant print text=and
    1 1900 instant print text=more
  )");
  panel.setSnapshot(other.snapshot());
  ASSERT_EQ(table->model()->rowCount(), 3);
  EXPECT_FALSE(table->currentIndex().isValid()) << "the chosen line went with its run";
  EXPECT_EQ(textAt(0), QLatin1String("another"));
  EXPECT_EQ(activated.count(), 1);
  panel.setSnapshot(nullptr);
  EXPECT_TRUE(panel.findChild<QLabel*>(QStringLiteral("outputEmpty"))->isVisible());
}

TEST_F(OutputPanelTest, AFilteredLineKeepsItsNumber) {
  QSignalSpy activated(&panel, &OutputPanel::lineActivated);
  filter->setFocus();
  filter->setText(QString::fromUtf8("둘"));
  ASSERT_EQ(table->model()->rowCount(), 1);
  click(0);
  ASSERT_EQ(activated.count(), 1);
  EXPECT_EQ(activated.first().at(0).value<std::size_t>(), 1U);
  panel.selectLine(0);
  EXPECT_TRUE(filter->text().isEmpty());
  EXPECT_EQ(table->currentIndex().row(), 0);
  EXPECT_EQ(activated.count(), 1) << "what others choose is not told back";
  panel.selectLine(99);
  filter->setText(QStringLiteral("zzz"));
  EXPECT_TRUE(panel.findChild<QLabel*>(QStringLiteral("outputEmpty"))->isVisible());
}

TEST_F(OutputPanelTest, CopiesTheChosenLinesOrAll) {
  QTest::mouseClick(panel.findChild<QWidget*>(QStringLiteral("outputCopy")), Qt::LeftButton);
  EXPECT_EQ(QApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
  click(0);
  QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
  EXPECT_TRUE(QApplication::clipboard()->text().endsWith(QLatin1String("\tMainThread\tfirst\n")));
}

TEST(OutputModel, StandsUpToTheModelTesterWhileItGrows) {
  models::OutputModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model::TraceBuilder builder;
  feedPass(builder, kBeginning);
  model.setSnapshot(builder.snapshot());
  feedPass(builder, "  1 6000000 instant print text=third");
  model.setSnapshot(builder.snapshot());
  model.setSnapshot(builder.snapshot());
  EXPECT_EQ(model.rowCount(), 3);
  EXPECT_EQ(inserted.count(), 1);
  EXPECT_EQ(reset.count(), 1);
  model.setSnapshot(nullptr);
  EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace threadline::widgets
