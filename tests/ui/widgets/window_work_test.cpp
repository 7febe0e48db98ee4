// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's parts do together: finding, marking, comparing sets of values, deleting and closing with care.
#include <QComboBox>
#include <QDockWidget>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>
#include <QTreeWidget>

#include "tests/ui/widgets/window_fixture.h"
#include "ui/charts/sweep_chart.h"
#include "ui/models/run_table_model.h"
#include "ui/widgets/comparison_panel.h"
#include "ui/widgets/export_dialog.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/quick_list.h"
#include "ui/widgets/runs_panel.h"
#include "ui/widgets/state_shares.h"
#include "ui/widgets/vary_dialog.h"

namespace threadline::widgets {
namespace {

class WindowWorkTest : public MainWindowTest {
 protected:
  void runOnce() {
    setSleep(20);
    trigger(ActionId::kRun);
    ASSERT_TRUE(waitForEnd());
  }
  template <typename T>
  T* child(const char* name) {
    return m_window->findChild<T*>(QLatin1String(name));
  }
  [[nodiscard]] TimelineView* timeline() { return m_window->parts().timeline; }
};

TEST_F(WindowWorkTest, FindMarksEveryPlaceAndSaysHowMany) {
  runOnce();
  trigger(ActionId::kFind);
  EXPECT_TRUE(child<FindBar>("findBar")->isVisible());
  auto* field = child<QLineEdit>("findField");
  field->setText(QStringLiteral("main"));
  QTest::keyClick(field, Qt::Key_Return);
  EXPECT_TRUE(child<QLabel>("findHits")->text().startsWith(QStringLiteral("1 of ")));
  QTest::keyClick(field, Qt::Key_Escape);
  EXPECT_TRUE(child<FindBar>("findBar")->isHidden());
}

TEST_F(WindowWorkTest, ABraceWithItsNoteIsInTheExportedPicture) {
  runOnce();
  trigger(ActionId::kBrace);
  auto* dialog = child<QInputDialog>("markDialog");
  ASSERT_NE(dialog, nullptr);
  dialog->setTextValue(QStringLiteral("all of it"));
  QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
  ASSERT_EQ(timeline()->marks().size(), 1U);
  EXPECT_EQ(timeline()->shownView(0).marks.back().text, "all of it");
}

TEST_F(WindowWorkTest, RunsOfOneNameAreToldApartByTheValuesInWhichTheyDiffer) {
  runOnce();
  setSleep(35);
  trigger(ActionId::kRun);
  ASSERT_TRUE(waitForEnd());
  trigger(ActionId::kCompare);
  ASSERT_EQ(timeline()->panes().size(), 2U);
  EXPECT_NE(timeline()->panes()[0].title.find("20"), std::string::npos) << timeline()->panes()[0].title;
  EXPECT_NE(timeline()->panes()[1].title.find("35"), std::string::npos) << timeline()->panes()[1].title;
}

TEST_F(WindowWorkTest, ASpanThatIsPickedBringsItsDetailsForwardUnlessTheyWereClosed) {
  runOnce();
  auto* details = m_window->findChild<QDockWidget*>(QStringLiteral("detailsDock"));
  QAction* isInFront = details->actions().front();
  EXPECT_FALSE(isInFront->isChecked());
  timeline()->goToLane(timeline()->lanes()[1]);
  EXPECT_TRUE(QTest::qWaitFor([&] { return isInFront->isChecked(); }, kLongMs));
  details->close();
  timeline()->goToLane(timeline()->lanes()[0]);
  EXPECT_TRUE(details->isHidden());
}

TEST_F(WindowWorkTest, ThePictureOfAComparisonHoldsAllItsRuns) {
  runOnce();
  runOnce();
  trigger(ActionId::kCompare);
  trigger(ActionId::kExport);
  auto* dialog = child<ExportDialog>("exportDialog");
  ASSERT_NE(dialog, nullptr);
  EXPECT_EQ(dialog->findChild<QListWidget*>(QStringLiteral("exportLanes"))->count(), 2);
  auto* command = dialog->findChild<QLineEdit*>(QStringLiteral("exportCommand"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !command->text().isEmpty(); }, kLongMs));
  EXPECT_TRUE(command->text().startsWith(QStringLiteral("threadline compare TRACE1 TRACE2 --export threadline.png")))
      << command->text().toStdString();
  EXPECT_EQ(dialog->choice().range.end,
            std::max(timeline()->panes()[0].snapshot->extent().end, timeline()->panes()[1].snapshot->extent().end));
}

TEST_F(WindowWorkTest, ThePictureOfAnExperimentSaysHowToMakeItAgain) {
  ASSERT_TRUE(m_window->runs().choose(QStringLiteral("two-sleeps")));
  trigger(ActionId::kRun);
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return m_remembered.doneScenarios.contains(QStringLiteral("two-sleeps")); }, kLongMs));
  trigger(ActionId::kExport);
  auto* dialog = child<ExportDialog>("exportDialog");
  ASSERT_NE(dialog, nullptr);
  auto* command = dialog->findChild<QLineEdit*>(QStringLiteral("exportCommand"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !command->text().isEmpty(); }, kLongMs));
  EXPECT_TRUE(command->text().startsWith(QStringLiteral("threadline experiment two-sleeps --preset quick --export")))
      << command->text().toStdString();
}

TEST_F(WindowWorkTest, LanesThatArePickedForAPictureAreInItsCommand) {
  runOnce();
  trigger(ActionId::kExport);
  auto* dialog = child<ExportDialog>("exportDialog");
  auto* command = dialog->findChild<QLineEdit*>(QStringLiteral("exportCommand"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return command->text().contains(QStringLiteral("--export")); }, kLongMs));
  EXPECT_FALSE(command->text().contains(QStringLiteral("--lane")));
  auto* lanes = dialog->findChild<QListWidget*>(QStringLiteral("exportLanes"));
  const QString first = lanes->item(0)->text();
  lanes->item(0)->setText(QStringLiteral("boss"));
  const QString wish = QStringLiteral("--lane %1=boss").arg(first);
  EXPECT_TRUE(QTest::qWaitFor([&] { return command->text().contains(wish); }, kLongMs))
      << command->text().toStdString();
}

TEST_F(WindowWorkTest, DeletingRunsThatAreNotSavedAsksFirst) {
  runOnce();
  models::RunTableModel& runs = m_window->runs().runs();
  emit m_window->parts().runs->removeRequested({runs.idAt(0)});
  auto* box = child<QMessageBox>("removeQuestion");
  ASSERT_NE(box, nullptr);
  EXPECT_EQ(runs.rowCount(), 1);
  QTest::mouseClick(box->findChild<QPushButton*>(QStringLiteral("loseThem")), Qt::LeftButton);
  EXPECT_EQ(runs.rowCount(), 0);
  EXPECT_FALSE(m_window->isWindowModified());
}

TEST_F(WindowWorkTest, DeletingASavedRunAsksNothing) {
  runOnce();
  models::RunTableModel& runs = m_window->runs().runs();
  EXPECT_TRUE(m_window->isWindowModified());
  runs.setSaved(runs.idAt(0), true);
  EXPECT_FALSE(m_window->isWindowModified());
  emit m_window->parts().runs->removeRequested({runs.idAt(0)});
  EXPECT_EQ(runs.rowCount(), 0);
}

TEST_F(WindowWorkTest, ClosingWithRunsThatAreNotSavedAsksOnceAndStaysOnCancel) {
  runOnce();
  m_window->close();
  m_window->close();
  EXPECT_TRUE(m_window->isVisible());
  const auto boxes = m_window->findChildren<QMessageBox*>(QStringLiteral("closeQuestion"));
  ASSERT_EQ(boxes.size(), 1);
  QTest::mouseClick(boxes.front()->defaultButton(), Qt::LeftButton);
  EXPECT_TRUE(m_window->isVisible());
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  m_window->close();
  auto* box = child<QMessageBox>("closeQuestion");
  ASSERT_NE(box, nullptr);
  QTest::mouseClick(box->findChild<QPushButton*>(QStringLiteral("loseThem")), Qt::LeftButton);
  EXPECT_FALSE(m_window->isVisible());
}

TEST_F(WindowWorkTest, AnExperimentBeginsQuickAndTheDocumentsValuesAreOneClickAway) {
  ASSERT_TRUE(m_window->runs().choose(QStringLiteral("two-sleeps")));
  EXPECT_EQ(m_window->parts().parameters->preset(), QStringLiteral("quick"));
  EXPECT_TRUE(child<QLabel>("parameterNote")->text().contains(QStringLiteral("short, long")));
  trigger(ActionId::kDocumentValues);
  EXPECT_EQ(m_window->parts().parameters->preset(), QStringLiteral("document"));
  trigger(ActionId::kQuickValues);
  EXPECT_EQ(m_window->parts().parameters->preset(), QStringLiteral("quick"));
}

TEST_F(WindowWorkTest, AnExperimentsCardSaysWhatWasMeasured) {
  ASSERT_TRUE(m_window->runs().choose(QStringLiteral("two-sleeps")));
  trigger(ActionId::kRun);
  auto* answer = child<QLabel>("predictAnswer");
  ASSERT_TRUE(QTest::qWaitFor([&] { return answer->text().contains(QStringLiteral("short: ")); }, kLongMs));
  EXPECT_TRUE(answer->text().contains(QStringLiteral("long: ")));
}

TEST_F(WindowWorkTest, AnExperimentLeavesATableAVerdictAndTheFastestLast) {
  ASSERT_TRUE(m_window->runs().choose(QStringLiteral("two-sleeps")));
  trigger(ActionId::kRun);
  auto* table = child<QTableView>("comparisonTable");
  ASSERT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() == 2; }, kLongMs));
  EXPECT_TRUE(QTest::qWaitFor([&] { return table->isVisible(); }, kLongMs)) << "the panel comes to the front";
  const auto& panes = timeline()->panes();
  ASSERT_EQ(panes.size(), 2U);
  EXPECT_EQ(panes.back().title, "short");
  emit m_window->parts().comparison->variantActivated(1);
  ASSERT_TRUE(timeline()->selectedSpan().has_value());
  EXPECT_EQ(timeline()->selectedSpan()->lane.pane, 0U) << "the slower one stands above";
}

TEST_F(WindowWorkTest, AValueIsVariedFromItsFormAndMakesALine) {
  trigger(ActionId::kVary);
  auto* dialog = child<VaryDialog>("varyDialog");
  ASSERT_NE(dialog, nullptr);
  auto* first = dialog->findChild<QComboBox*>(QStringLiteral("vary.first"));
  first->setCurrentIndex(first->findData(QStringLiteral("sleep")));
  emit first->activated(first->currentIndex());
  auto* values = dialog->findChild<QLineEdit*>(QStringLiteral("vary.first.values"));
  values->selectAll();
  QTest::keyClicks(values, QStringLiteral("20, 60"));
  dialog->findChild<QSpinBox*>(QStringLiteral("vary.rounds"))->setValue(1);
  dialog->findChild<QPushButton*>(QStringLiteral("vary.run"))->click();
  auto* table = child<QTableView>("comparisonTable");
  ASSERT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() == 2; }, kLongMs));
  EXPECT_EQ(timeline()->panes().size(), 2U);
  EXPECT_TRUE(QTest::qWaitFor([&] { return child<charts::SweepChart>("sweepChart")->isVisible(); }, kLongMs));
}

TEST_F(WindowWorkTest, TwoRunsThatAreComparedMakeATableToo) {
  runOnce();
  setSleep(40);
  trigger(ActionId::kRun);
  ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->runs().runs().rowCount() == 2; }, kLongMs));
  trigger(ActionId::kCompare);
  auto* table = child<QTableView>("comparisonTable");
  EXPECT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() == 2; }, kLongMs));
}

TEST_F(WindowWorkTest, WhatWasRunLatelyStandsOnTopOfTheGalleryAndIsRemembered) {
  runOnce();
  EXPECT_EQ(m_remembered.recentScenarios, QStringList{QStringLiteral("fork-join")});
  m_window->runs().choose(QStringLiteral("sum"));
  EXPECT_EQ(m_remembered.recentScenarios, QStringList{QStringLiteral("fork-join")})
      << "looking at it is not running it";
}

TEST_F(WindowWorkTest, CommandsAndLanesAreFoundByName) {
  runOnce();
  trigger(ActionId::kFindLane);
  auto* lanes = child<QuickList>("laneList");
  ASSERT_NE(lanes, nullptr);
  EXPECT_EQ(lanes->shownCount(), 3);
  auto* field = lanes->findChild<QLineEdit*>(QStringLiteral("quickSearch"));
  QTest::keyClick(field, Qt::Key_Down);
  QTest::keyClick(field, Qt::Key_Return);
  ASSERT_TRUE(timeline()->selectedSpan().has_value());
  EXPECT_EQ(timeline()->selectedSpan()->lane, timeline()->lanes()[1]);
  trigger(ActionId::kCommands);
  auto* commands = child<QuickList>("commandList");
  ASSERT_NE(commands, nullptr);
  auto* search = commands->findChild<QLineEdit*>(QStringLiteral("quickSearch"));
  search->setText(QStringLiteral("grid"));
  QTest::keyClick(search, Qt::Key_Return);
  EXPECT_FALSE(timeline()->viewState().showsGrid);
}

TEST_F(WindowWorkTest, KeysOfTheTimelineAndTheMenuSayTheSame) {
  runOnce();
  timeline()->setFocus();
  QTest::keyClick(timeline(), Qt::Key_G);
  EXPECT_FALSE(m_window->actionTable().of(ActionId::kGrid)->isChecked());
  trigger(ActionId::kTextLarger);
  EXPECT_EQ(m_window->memory().preferences.fontPercent, 110);
  trigger(ActionId::kTextNormal);
  EXPECT_EQ(m_window->memory().preferences.fontPercent, 100);
}

TEST_F(WindowWorkTest, ThePanelsBelowGoAndComeBackByOneKey) {
  auto* output = m_window->findChild<QDockWidget*>(QStringLiteral("outputDock"));
  trigger(ActionId::kDrawer);
  EXPECT_TRUE(output->isHidden());
  trigger(ActionId::kDrawer);
  EXPECT_FALSE(output->isHidden());
}

TEST_F(WindowWorkTest, APanelBehindAnotherComesToTheFrontByItsKeyAndGoesByTheSameKey) {
  auto* statistics = m_window->findChild<QDockWidget*>(QStringLiteral("statisticsDock"));
  auto* output = m_window->findChild<QDockWidget*>(QStringLiteral("outputDock"));
  QAction* key = statistics->actions().front();
  EXPECT_FALSE(statistics->visibleRegion().isEmpty() && key->isChecked());
  key->trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return key->isChecked() && output->visibleRegion().isEmpty(); }, kLongMs));
  EXPECT_FALSE(statistics->isHidden());
  key->trigger();
  EXPECT_TRUE(statistics->isHidden());
}

TEST_F(WindowWorkTest, NoTimerGoesOnAfterARun) {
  runOnce();
  for (const QTimer* timer : m_window->findChildren<QTimer*>()) {
    EXPECT_TRUE(timer->isSingleShot() || !timer->isActive()) << timer->interval();
  }
}

TEST_F(WindowWorkTest, TheLegendSaysTheSharesOfWhatIsInSightAlsoAfterTheEnd) {
  m_window->runs().choose(QStringLiteral("gil-slices"));
  trigger(ActionId::kRun);
  ASSERT_TRUE(waitForEnd());
  auto* tree = child<QTreeWidget>("legendTree");
  const auto shareOfFirst = [&] { return tree->topLevelItem(0)->text(1); };
  const auto expected = [&] {
    const auto times = stateTimes(timeline()->panes(), timeline()->viewState(), timeline()->viewState().range);
    return percentText(
        times[static_cast<std::size_t>(LaneState::kRunning)] + times[static_cast<std::size_t>(LaneState::kChecking)],
        totalOf(times));
  };
  EXPECT_TRUE(QTest::qWaitFor([&] { return shareOfFirst() == expected(); }, 5000))
      << shareOfFirst().toStdString() << " for " << expected().toStdString();
  EXPECT_EQ(tree->topLevelItem(0)->child(0)->text(1), expected());
}

}  // namespace
}  // namespace threadline::widgets
