// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a whole, with real runs: what a person does with keys and mouse, and what stands there afterwards.
#include <QDockWidget>
#include <QElapsedTimer>
#include <QTimer>

#include <csignal>
#include <fstream>

#include "tests/ui/widgets/window_fixture.h"
#include "ui/widgets/notice_bar.h"

namespace threadline::widgets {
namespace {

TEST_F(MainWindowTest, OpensWhereThePersonLeftAndRunsNothing) {
  EXPECT_EQ(m_window->runs().chosenId(), QStringLiteral("fork-join"));
  EXPECT_FALSE(m_window->runs().isLive());
  EXPECT_TRUE(m_window->windowTitle().contains(QStringLiteral("Threadline")));
  EXPECT_EQ(m_window->parts().parameters->preset(), QStringLiteral("quick"));
}

TEST_F(MainWindowTest, F5RunsShowsLanesLiveAndJudgesTheClaims) {
  setSleep(200);
  QTest::keyClick(m_window.get(), Qt::Key_F5);
  ASSERT_TRUE(waitForLanes(3));
  EXPECT_TRUE(m_window->actionTable().of(ActionId::kStop)->isEnabled());
  ASSERT_TRUE(waitForEnd());
  EXPECT_EQ(m_window->runs().shownRecord()->ending, model::RunEnding::kReturned);
  EXPECT_EQ(m_window->runs().runs().rowCount(), 1);
  EXPECT_FALSE(m_window->actionTable().of(ActionId::kStop)->isEnabled());
  EXPECT_TRUE(m_remembered.doneScenarios.contains(QStringLiteral("fork-join")));
}

TEST_F(MainWindowTest, StopKeepsWhatWasRecordedAndSaysSo) {
  setSleep(60'000);
  trigger(ActionId::kRun);
  ASSERT_TRUE(waitForLanes(3));
  trigger(ActionId::kStop);
  ASSERT_TRUE(waitForEnd());
  EXPECT_EQ(m_window->runs().shownRecord()->ending, model::RunEnding::kStopped);
  EXPECT_EQ(m_window->parts().timeline->panes().size(), 1U);
  EXPECT_FALSE(m_window->parts().notices->text().isEmpty());
}

TEST_F(MainWindowTest, RunDuringARunAsksFirstAndDoesNotStopIt) {
  setSleep(60'000);
  trigger(ActionId::kRun);
  ASSERT_TRUE(waitForLanes(3));
  trigger(ActionId::kRun);
  EXPECT_TRUE(m_window->runs().isLive());
  EXPECT_FALSE(m_window->parts().notices->text().isEmpty());
  setSleep(50);
  m_window->runs().runAgain();
  ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->runs().runs().rowCount() == 2; }, kLongMs))
      << "the stopped one and the new one";
}

TEST_F(MainWindowTest, TwoRunsStandUnderOneAnotherOnOneAxis) {
  setSleep(50);
  for (int i = 1; i <= 2; ++i) {
    trigger(ActionId::kRun);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->runs().runs().rowCount() == i; }, kLongMs));
    ASSERT_TRUE(waitForEnd());
  }
  trigger(ActionId::kCompare);
  ASSERT_EQ(m_window->parts().timeline->panes().size(), 2U);
  EXPECT_FALSE(m_window->parts().timeline->panes().front().title.empty());
}

TEST_F(MainWindowTest, AnExperimentLeavesAllItsVariantsUnderOneAnother) {
  ASSERT_TRUE(m_window->runs().choose(QStringLiteral("two-sleeps")));
  trigger(ActionId::kRun);
  ASSERT_TRUE(QTest::qWaitFor([this] { return m_window->runs().runs().rowCount() == 2 && !m_window->runs().isLive(); },
                              kLongMs));
  const auto& panes = m_window->parts().timeline->panes();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panes.size() == 2 && !panes.back().note.empty(); }, kLongMs));
  for (const scene::Pane& pane : panes) {
    EXPECT_FALSE(pane.title.empty());
    EXPECT_FALSE(pane.note.empty());
  }
}

TEST_F(MainWindowTest, AFileThatIsNoTraceIsAClearNotice) {
  const std::string path = m_folder.path("broken.json");
  std::ofstream(path) << "this is no trace";
  m_window->open(QString::fromStdString(path));
  EXPECT_TRUE(QTest::qWaitFor([this] { return !m_window->parts().notices->text().isEmpty(); }, kLongMs));
}

TEST_F(MainWindowTest, ClosingWhileARunLivesLeavesNothingOfIt) {
  setSleep(60'000);
  trigger(ActionId::kRun);
  ASSERT_TRUE(waitForLanes(3));
  std::int64_t pid = 0;
  // The process tells its pid in another ring than its lanes.
  ASSERT_TRUE(QTest::qWaitFor(
      [&] {
        const auto& processes = m_window->parts().timeline->panes().back().snapshot->processes();
        pid = processes.empty() ? 0 : processes.front().pid;
        return pid > 0;
      },
      kLongMs));
  ASSERT_EQ(kill(static_cast<pid_t>(pid), 0), 0);
  m_window.reset();
  EXPECT_TRUE(QTest::qWaitFor([pid] { return kill(static_cast<pid_t>(pid), 0) != 0; }, kLongMs));
}

TEST_F(MainWindowTest, TheGuiThreadIsNeverHeldUpForLongWhileARunGrows) {
  setSleep(300);
  QElapsedTimer since;
  qint64 longest = 0;
  QTimer watchdog;
  QObject::connect(&watchdog, &QTimer::timeout, &watchdog, [&] { longest = std::max(longest, since.restart()); });
  trigger(ActionId::kRun);
  ASSERT_TRUE(waitForLanes(1));
  since.start();
  watchdog.start(0);
  ASSERT_TRUE(waitForEnd());
  // No limit is asserted on a machine that others use too; what a hang would be is.
  EXPECT_LT(longest, 5000);
  RecordProperty("longest_stall_ms", static_cast<int>(longest));
}

TEST_F(MainWindowTest, EveryActionStandsInAMenuWithAShortcutAHintAndAText) {
  for (const WindowActions::Entry& entry : m_window->actionTable().entries()) {
    EXPECT_FALSE(entry.text.isEmpty());
    EXPECT_FALSE(entry.keys.isEmpty()) << entry.text.toStdString();
  }
}

TEST_F(MainWindowTest, DocksAreRememberedAndCanBeReset) {
  auto docks = m_window->findChildren<QDockWidget*>();
  ASSERT_FALSE(docks.isEmpty());
  for (const QDockWidget* dock : docks) EXPECT_FALSE(dock->objectName().isEmpty());
  docks.front()->hide();
  EXPECT_FALSE(m_window->memory().layout.isEmpty());
  trigger(ActionId::kResetLayout);
  EXPECT_FALSE(docks.front()->isHidden());
}

TEST_F(MainWindowTest, TheFirstPageTakesThePlaceOfEverythingAndGoesAgain) {
  trigger(ActionId::kFirstRun);
  EXPECT_TRUE(m_window->parts().timeline->isHidden() || !m_window->parts().timeline->isVisible());
  trigger(ActionId::kRun);
  EXPECT_TRUE(m_window->parts().timeline->isVisible());
  EXPECT_TRUE(QTest::qWaitFor([this] { return m_window->runs().isLive(); }, kLongMs));
}

}  // namespace
}  // namespace threadline::widgets
