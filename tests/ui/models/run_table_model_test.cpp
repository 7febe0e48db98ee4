// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/ui/scene/sample_traces.h"

namespace threadline::models {
namespace {

using Tester = QAbstractItemModelTester;

RunItem runNamed(const char* name) {
  RunItem item;
  item.name = QString::fromUtf8(name);
  auto record = std::make_shared<report::RunRecord>();
  record->snapshot = test::forkJoinSample().snapshot;
  record->startedAt = "2026-11-20 15:04";
  item.record = record;
  return item;
}

report::ClaimResult claim(report::Verdict verdict) {
  report::ClaimResult out;
  out.verdict = verdict;
  return out;
}

QString cell(const RunTableModel& model, int row, int column) {
  return model.index(row, column).data().toString();
}

TEST(RunTableModel, PutsTheNewestRunFirstAndGivesIds) {
  RunTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  const quint64 first = model.add(runNamed("first"));
  const quint64 second = model.add(runNamed("second"));
  EXPECT_NE(first, second);
  EXPECT_EQ(cell(model, 0, RunTableModel::kName), QStringLiteral("second"));
  EXPECT_EQ(cell(model, 1, RunTableModel::kStarted), QStringLiteral("2026-11-20 15:04"));
  EXPECT_EQ(model.rowOf(first), 1);
  EXPECT_EQ(model.idAt(7), 0U);
}

TEST(RunTableModel, LetsTheOldestGoThatIsNotKept) {
  RunTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  QSignalSpy gone(&model, &RunTableModel::runGone);
  model.setLimit(2);
  const quint64 kept = model.add(runNamed("kept"));
  model.setKept(kept, true);
  const quint64 other = model.add(runNamed("other"));
  model.add(runNamed("newest"));
  ASSERT_EQ(gone.count(), 1);
  EXPECT_EQ(gone.first().first().toULongLong(), other);
  EXPECT_NE(model.run(kept), nullptr);
  EXPECT_EQ(model.run(other), nullptr);
}

TEST(RunTableModel, NeverDropsTheNewestEvenWhereAllOthersAreKept) {
  RunTableModel model;
  model.setLimit(1);
  model.setKept(model.add(runNamed("kept")), true);
  const quint64 newest = model.add(runNamed("newest"));
  EXPECT_NE(model.run(newest), nullptr);
  EXPECT_EQ(model.rowCount(), 2);
}

TEST(RunTableModel, CanBeRenamedAndKeptInPlaceButNotWithAnEmptyName) {
  RunTableModel model;
  const Tester tester(&model, Tester::FailureReportingMode::Fatal);
  const quint64 id = model.add(runNamed("sum"));
  const QModelIndex name = model.index(0, RunTableModel::kName);
  EXPECT_TRUE(model.setData(name, QStringLiteral("  with GIL\n"), Qt::EditRole));
  EXPECT_EQ(model.run(id)->name, QStringLiteral("with GIL"));
  EXPECT_FALSE(model.setData(name, QStringLiteral("   "), Qt::EditRole));
  EXPECT_EQ(model.run(id)->name, QStringLiteral("with GIL"));
  const QModelIndex kept = model.index(0, RunTableModel::kKept);
  EXPECT_TRUE(model.setData(kept, Qt::Checked, Qt::CheckStateRole));
  EXPECT_TRUE(model.run(id)->isKept);
  EXPECT_TRUE((model.flags(kept) & Qt::ItemIsUserCheckable) != 0);
}

TEST(RunTableModel, SaysWhatBecameOfTheClaims) {
  RunTableModel model;
  RunItem item = runNamed("claims");
  item.claims = {claim(report::Verdict::kHolds), claim(report::Verdict::kNotChecked)};
  model.add(item);
  EXPECT_EQ(cell(model, 0, RunTableModel::kClaims), QStringLiteral("1 of 2 hold"));
  EXPECT_FALSE(model.index(0, 0).data(RunTableModel::kFailedRole).toBool());
  item.id = 0;
  item.claims.push_back(claim(report::Verdict::kFails));
  model.add(item);
  EXPECT_TRUE(model.index(0, 0).data(RunTableModel::kFailedRole).toBool());
}

TEST(RunTableModel, KnowsHowManyWouldBeLost) {
  RunTableModel model;
  EXPECT_EQ(model.unsavedCount(), 0);
  const quint64 id = model.add(runNamed("sum"));
  EXPECT_EQ(model.unsavedCount(), 1);
  model.setSaved(id, true);
  EXPECT_EQ(model.unsavedCount(), 0);
}

}  // namespace
}  // namespace threadline::models
