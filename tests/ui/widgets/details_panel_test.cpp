// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/details_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"
#include "tests/support/trace_samples.h"

namespace threadline::widgets {
namespace {

constexpr LaneId kMain{1};
constexpr LaneId kWorker{2};

std::size_t spanIn(const model::Snapshot& snapshot, LaneId lane, LaneState state) {
  for (std::size_t i = 0; i < snapshot.spanCount(lane); ++i) {
    if (snapshot.span(lane, i).state == state) return i;
  }
  ADD_FAILURE() << "no such span";
  return 0;
}

TEST(DetailsPanel, SaysWhatIsKnownOfASpan) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  DetailsPanel panel;
  panel.setSpan(snapshot, kWorker, spanIn(*snapshot, kWorker, LaneState::kWaitingLock), QStringLiteral("with lock:"));
  const QString text = panel.asText();
  EXPECT_TRUE(text.contains(QStringLiteral("State: waiting for a lock")));
  EXPECT_TRUE(text.contains(QStringLiteral("Waits for: fork[0]")));
  EXPECT_TRUE(text.contains(QStringLiteral("Held by: main › MainThread")));
  EXPECT_TRUE(text.contains(QStringLiteral("Step: with lock:")));
}

TEST(DetailsPanel, LeadsToTheHolderAndToTheStep) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  DetailsPanel panel;
  QSignalSpy asked(&panel, &DetailsPanel::laneTimeRequested);
  QSignalSpy steps(&panel, &DetailsPanel::stepRequested);
  const std::size_t span = spanIn(*snapshot, kWorker, LaneState::kWaitingLock);
  panel.setSpan(snapshot, kWorker, span, {});
  panel.resize(300, 600);
  panel.show();
  EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
  auto* holder = panel.findChild<QPushButton*>(QStringLiteral("causes1"));
  ASSERT_NE(holder, nullptr);
  QTest::mouseClick(holder, Qt::LeftButton);
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked.first().at(0).value<LaneId>(), kMain);
  EXPECT_EQ(asked.first().at(1).value<TimeNs>(), snapshot->span(kWorker, span).start);
  QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("detailsToStep")), Qt::LeftButton);
  ASSERT_EQ(steps.count(), 1);
  EXPECT_EQ(steps.first().first().value<StepIndex>(), StepIndex{4});
}

TEST(DetailsPanel, LeadsFromWhatStartedToWhatWasStarted) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  DetailsPanel panel;
  QSignalSpy asked(&panel, &DetailsPanel::laneTimeRequested);
  panel.setSpan(snapshot, kMain, spanIn(*snapshot, kMain, LaneState::kRunning), {});
  auto* effect = panel.findChild<QPushButton*>(QStringLiteral("effects1"));
  ASSERT_NE(effect, nullptr);
  QTest::mouseClick(effect, Qt::LeftButton);
  ASSERT_EQ(asked.count(), 1);
  EXPECT_EQ(asked.first().at(0).value<LaneId>(), kWorker);
}

TEST(DetailsPanel, IsEmptyForASpanThatIsNotThere) {
  const model::SnapshotPtr snapshot = test::traceOf(test::sampleOfEverything());
  DetailsPanel panel;
  panel.setSpan(snapshot, kMain, 0, {});
  EXPECT_FALSE(panel.asText().isEmpty());
  panel.setSpan(snapshot, LaneId{77}, 0, {});
  EXPECT_TRUE(panel.asText().isEmpty());
  EXPECT_FALSE(panel.findChild<QLabel*>(QStringLiteral("detailsEmpty"))->isHidden());
}

}  // namespace
}  // namespace threadline::widgets
