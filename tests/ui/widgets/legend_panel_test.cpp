// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/legend_panel.h"

#include <QTreeWidget>

#include "tests/ui/widgets/timeline_fixture.h"

namespace threadline::widgets {
namespace {

class LegendPanelTest : public TimelineFixture {
 protected:
  LegendPanelTest() {
    panel.setTimeline(&view);
    panel.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
    tree = panel.findChild<QTreeWidget*>(QStringLiteral("legendTree"));
  }
  [[nodiscard]] QTreeWidgetItem* item(const QString& text) const {
    const auto found = tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.front();
  }
  void click(QTreeWidgetItem* what) {
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(what).center());
  }
  LegendPanel panel;
  QTreeWidget* tree = nullptr;
};

TEST_F(LegendPanelTest, GivesTheSharesOfTheVisibleRangeByFamilyAndState) {
  ASSERT_NE(item(QStringLiteral("sleep")), nullptr);
  EXPECT_EQ(item(QStringLiteral("Rest"))->text(1), item(QStringLiteral("sleep"))->text(1));
  EXPECT_TRUE(item(QStringLiteral("waiting for I/O"))->isHidden());
  view.showRange({test::atMs(100), test::atMs(1900)}, TimelineView::Remember::kYes);
  EXPECT_TRUE(QTest::qWaitFor([&] { return item(QStringLiteral("sleep"))->text(1) == QStringLiteral("67 %"); }, 3000));
}

TEST_F(LegendPanelTest, FiltersAStateByAClickAndAFamilyByASpaceBar) {
  click(item(QStringLiteral("sleep")));
  EXPECT_EQ(view.viewState().hiddenStates.count(LaneState::kSleeping), 1U);
  EXPECT_EQ(item(QStringLiteral("sleep"))->checkState(0), Qt::Unchecked);
  click(item(QStringLiteral("sleep")));
  EXPECT_TRUE(view.viewState().hiddenStates.empty());
  tree->setCurrentItem(item(QStringLiteral("Work")));
  panel.activateWindow();
  tree->setFocus();
  EXPECT_TRUE(QTest::qWaitFor([&] { return tree->hasFocus(); }, 2000));
  QTest::keyClick(tree, Qt::Key_Space);
  EXPECT_EQ(view.viewState().hiddenStates.count(LaneState::kRunning), 1U);
}

}  // namespace
}  // namespace threadline::widgets
