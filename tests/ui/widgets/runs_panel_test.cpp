// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/runs_panel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/models/run_table_model.h"

namespace threadline::widgets {
namespace {

using models::RunTableModel;

class RunsPanelTest : public testing::Test {
 protected:
  RunsPanelTest() {
    for (const char* name : {"first", "second", "third"}) {
      models::RunItem item;
      item.name = QString::fromUtf8(name);
      m_ids.push_back(m_model.add(item));
    }
    m_panel.setModel(&m_model);
    m_panel.resize(800, 300);
    m_panel.show();
    m_panel.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&m_panel));
    m_table = m_panel.findChild<QTableView*>(QStringLiteral("runsTable"));
    m_table->setFocus();
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_table->hasFocus(); }, 5000));
  }
  [[nodiscard]] bool isEnabled(const char* action) const {
    return m_panel.findChild<QAction*>(QLatin1String(action))->isEnabled();
  }

  RunTableModel m_model;
  RunsPanel m_panel;
  QTableView* m_table = nullptr;
  std::vector<quint64> m_ids;
};

TEST_F(RunsPanelTest, ShowsARunByEnterAndByDoubleClick) {
  QSignalSpy shown(&m_panel, &RunsPanel::activated);
  m_panel.selectRun(m_ids[1]);
  QTest::keyClick(m_table, Qt::Key_Return);
  ASSERT_EQ(shown.count(), 1);
  EXPECT_EQ(shown.first().first().toULongLong(), m_ids[1]);
  const QPoint place = m_table->visualRect(m_model.index(0, RunTableModel::kStarted)).center();
  QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, place);
  QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, place);
  ASSERT_EQ(shown.count(), 2);
  EXPECT_EQ(shown.last().first().toULongLong(), m_ids[2]);
}

TEST_F(RunsPanelTest, ComparesExactlyTwoTheOlderAbove) {
  QSignalSpy compared(&m_panel, &RunsPanel::compareRequested);
  EXPECT_FALSE(isEnabled("runsCompare"));
  m_panel.selectRun(m_ids[2]);
  QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
  EXPECT_TRUE(isEnabled("runsCompare"));
  QTest::keyClick(m_table, Qt::Key_C);
  ASSERT_EQ(compared.count(), 1);
  EXPECT_EQ(compared.first().first().value<std::vector<quint64>>(), (std::vector<quint64>{m_ids[1], m_ids[2]}));
  QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
  EXPECT_FALSE(isEnabled("runsCompare"));
}

TEST_F(RunsPanelTest, KeepsByKeyAndRenamesInPlace) {
  m_panel.selectRun(m_ids[0]);
  QTest::keyClick(m_table, Qt::Key_K);
  EXPECT_TRUE(m_model.run(m_ids[0])->isKept);
  QTest::keyClick(m_table, Qt::Key_F2);
  auto* editor = m_table->findChild<QLineEdit*>();
  ASSERT_NE(editor, nullptr);
  editor->selectAll();
  QTest::keyClicks(editor, QStringLiteral("with GIL"));
  QTest::keyClick(editor, Qt::Key_Return);
  // The editor's text is taken over when the table comes round to it.
  EXPECT_TRUE(QTest::qWaitFor([this] { return m_model.run(m_ids[0])->name == QStringLiteral("with GIL"); }, 5000));
}

TEST_F(RunsPanelTest, AsksForSavingAndDeleting) {
  QSignalSpy saved(&m_panel, &RunsPanel::saveRequested);
  QSignalSpy removed(&m_panel, &RunsPanel::removeRequested);
  m_panel.selectRun(m_ids[0]);
  QTest::keyClick(m_table, Qt::Key_S, Qt::ControlModifier);
  QTest::keyClick(m_table, Qt::Key_Delete);
  EXPECT_EQ(saved.count(), 1);
  ASSERT_EQ(removed.count(), 1);
  EXPECT_EQ(removed.first().first().value<std::vector<quint64>>(), std::vector<quint64>{m_ids[0]});
  EXPECT_EQ(m_model.rowCount(), 3);
}

TEST_F(RunsPanelTest, SaysWhatTheListIsForWhileItIsEmpty) {
  for (const quint64 id : m_ids) m_model.remove(id);
  auto* empty = m_panel.findChild<QLabel*>(QStringLiteral("runsEmpty"));
  EXPECT_TRUE(empty->isVisible());
  EXPECT_FALSE(isEnabled("runsShow"));
}

TEST_F(RunsPanelTest, LettersAreKeysOfTheKeyboardUnderAKoreanInputMethod) {
  m_panel.selectRun(m_ids[0]);
  EXPECT_FALSE(m_table->testAttribute(Qt::WA_InputMethodEnabled));
  QTest::sendKeyEvent(QTest::Click, m_table, Qt::Key_unknown, QString::fromUtf8("ㅏ"), Qt::NoModifier);
  EXPECT_TRUE(m_model.run(m_ids[0])->isKept);
  QSignalSpy compared(&m_panel, &RunsPanel::compareRequested);
  QTest::keyClick(m_table, Qt::Key_Up, Qt::ShiftModifier);
  QTest::sendKeyEvent(QTest::Click, m_table, Qt::Key_unknown, QString::fromUtf8("ㅊ"), Qt::NoModifier);
  EXPECT_EQ(compared.count(), 1);
}

}  // namespace
}  // namespace threadline::widgets
