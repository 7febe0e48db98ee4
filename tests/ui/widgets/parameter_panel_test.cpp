// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QtTest/QTest>

#include <gtest/gtest.h>

#include "tests/ui/widgets/panel_fixture.h"
#include "ui/widgets/int64_spin_box.h"
#include "ui/widgets/parameter_panel.h"

namespace threadline::widgets {
namespace {

class ParameterPanelTest : public testing::Test {
 protected:
  void open(const char* id, const char* preset = "quick") {
    panel.setScenario(shipped(id), QLatin1String(preset));
    showAt(panel, 320, 480);
  }
  template <typename T>
  T* field(const char* name) {
    auto* found = panel.findChild<T*>(QLatin1String("parameter.") + QLatin1String(name));
    EXPECT_NE(found, nullptr) << name;
    return found;
  }
  std::int64_t number(const char* name) { return *panel.values().at(name).asInteger(); }
  void type(QWidget* editor, const char* text) {
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, QLatin1String(text));
  }
  void choose(QComboBox* box, int row) {
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < row; ++i) QTest::keyClick(box, Qt::Key_Down);
  }

  ParameterPanel panel;
};

TEST_F(ParameterPanelTest, StartsWithThePresetAndItsValues) {
  open("sum");
  EXPECT_EQ(number("n"), 20'000'000);
  EXPECT_EQ(panel.preset(), QLatin1String("quick"));
  EXPECT_TRUE(panel.isValid());
  EXPECT_EQ(field<Int64SpinBox>("n")->text(), QLatin1String("20,000,000"));
  keepPicture(panel, "parameters-sum");
}

TEST_F(ParameterPanelTest, TakesNumbersBeyondThirtyTwoBitsAndNoneBeyondTheBounds) {
  open("sum");
  auto* n = field<Int64SpinBox>("n");
  type(n, "3000000000");
  EXPECT_EQ(number("n"), 3'000'000'000);
  EXPECT_TRUE(panel.preset().isEmpty());
  QTest::keyClicks(n, QStringLiteral("9"));
  EXPECT_EQ(number("n"), 3'000'000'000) << "a digit too many is refused";
  type(n, "0");
  EXPECT_EQ(number("n"), 3'000'000'000) << "0 is not yet a number of this field";
  QTest::keyClick(n, Qt::Key_Tab);
  EXPECT_GE(n->value(), 1);
  EXPECT_TRUE(panel.isValid());
}

TEST_F(ParameterPanelTest, StepsByTheSecondDigitThatCounts) {
  open("sum");
  auto* n = field<Int64SpinBox>("n");
  n->setFocus();
  QTest::keyClick(n, Qt::Key_Up);
  EXPECT_EQ(number("n"), 21'000'000);
  QTest::keyClick(n, Qt::Key_Down);
  QTest::keyClick(n, Qt::Key_Down);
  EXPECT_EQ(number("n"), 19'000'000);
}

TEST_F(ParameterPanelTest, OneFieldsEditsAreTakenBackAsOne) {
  open("sum");
  type(field<Int64SpinBox>("workers"), "12");
  field<QCheckBox>("gil")->setFocus();
  QTest::keyClick(field<QCheckBox>("gil"), Qt::Key_Space);
  EXPECT_EQ(number("workers"), 12);
  EXPECT_FALSE(*panel.values().at("gil").asBool());
  EXPECT_EQ(panel.undoStack()->count(), 2);
  panel.undoStack()->undo();
  EXPECT_TRUE(field<QCheckBox>("gil")->isChecked());
  auto* workers = field<Int64SpinBox>("workers");
  workers->setFocus();
  QTest::keyClick(workers, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(number("workers"), 2);
  EXPECT_EQ(panel.preset(), QLatin1String("quick"));
  panel.undoStack()->redo();
  EXPECT_EQ(workers->value(), 12);
}

TEST_F(ParameterPanelTest, APresetBringsTheDocumentsValuesAndResetTheFirstOnes) {
  open("sum");
  QSignalSpy changed(&panel, &ParameterPanel::valuesChanged);
  auto* presets = panel.findChild<QComboBox*>(QStringLiteral("parameterPresets"));
  choose(presets, 1);
  EXPECT_EQ(panel.preset(), QLatin1String("document"));
  EXPECT_EQ(number("n"), 100'000'000);
  QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("parameterReset")), Qt::LeftButton);
  EXPECT_EQ(panel.preset(), QLatin1String("quick"));
  EXPECT_EQ(changed.count(), 2);
}

TEST_F(ParameterPanelTest, ARefusalStandsAtTheFieldThatWasEdited) {
  open("race", "step");
  keepPicture(panel, "parameters-race");
  QSignalSpy runs(&panel, &ParameterPanel::runRequested);
  auto* times = field<Int64SpinBox>("times");
  type(times, "500");
  EXPECT_FALSE(panel.isValid());
  auto* complaint = panel.findChild<QLabel*>(QStringLiteral("complaint.times"));
  EXPECT_TRUE(complaint->isVisible());
  EXPECT_EQ(complaint->text(), QLatin1String("One step at a time goes with at most 100 additions"));
  keepPicture(panel, "parameters-refused");
  QTest::keyClick(times, Qt::Key_Return);
  EXPECT_EQ(runs.count(), 0) << "what is refused is not run";
  type(times, "50");
  EXPECT_TRUE(panel.isValid());
  EXPECT_FALSE(complaint->isVisible());
  QTest::keyClick(times, Qt::Key_Return);
  EXPECT_EQ(runs.count(), 1);
}

TEST_F(ParameterPanelTest, AChoiceThatCannotBeRunCannotBeChosenAndSaysWhy) {
  open("sum");
  const scenario::Scenario sum = shipped("sum");
  auto* runtime = field<QComboBox>("runtime");
  auto* items = qobject_cast<QStandardItemModel*>(runtime->model());
  for (int row = 0; row < runtime->count(); ++row) {
    const std::string choice = runtime->itemData(row).toString().toStdString();
    const auto bound = scenario::bindParameters(sum, "quick", {{"runtime", choice}});
    EXPECT_EQ(items->item(row)->isEnabled(), bound.isOk()) << choice;
    EXPECT_EQ(items->item(row)->toolTip().isEmpty(), bound.isOk()) << choice;
  }
  EXPECT_EQ(runtime->currentText(), QLatin1String("Threads"));
  choose(runtime, 0);
  EXPECT_EQ(*panel.values().at("runtime").asText(), "sequential");
}

TEST_F(ParameterPanelTest, TextIsTakenAsItIsTyped) {
  open("process-ids");
  type(field<QLineEdit>("name"), "Ann <b>");
  EXPECT_EQ(*panel.values().at("name").asText(), "Ann <b>");
}

TEST_F(ParameterPanelTest, ATimeLimitIsThereOnlyWhereOneIsSet) {
  open("sum");
  EXPECT_FALSE(panel.timeLimit().has_value());
  auto* limit = panel.findChild<Int64SpinBox*>(QStringLiteral("timeLimit"));
  EXPECT_EQ(limit->text(), QLatin1String("none"));
  type(limit, "30");
  ASSERT_TRUE(panel.timeLimit().has_value());
  EXPECT_EQ(panel.timeLimit()->ns, seconds(30).ns);
}

TEST_F(ParameterPanelTest, AllShippedScenariosStartWithValuesThatCanBeRun) {
  for (const char* id : {"cpu-bound", "daemon-threads", "fork-join", "gil-slices", "isolated-variable", "kill",
                         "process-ids", "producer-consumer", "race", "sum", "thread-life", "workers-no-join"}) {
    panel.setScenario(shipped(id), QStringLiteral("quick"));
    EXPECT_TRUE(panel.isValid()) << id;
  }
}

TEST_F(ParameterPanelTest, ValuesOfAnEarlierRunComeBack) {
  open("sum");
  scenario::ParameterValues values = panel.values();
  values["workers"] = std::int64_t{7};
  values["n"] = std::int64_t{-5};
  panel.setValues(values, QStringLiteral("quick"));
  EXPECT_EQ(number("workers"), 7);
  EXPECT_EQ(number("n"), 20'000'000) << "what cannot be entered is left out";
  EXPECT_TRUE(panel.preset().isEmpty());
}

TEST_F(ParameterPanelTest, LabelsFollowTheLanguage) {
  open("producer-consumer");
  const KoreanScenarios korean;
  QCoreApplication::sendPostedEvents();
  EXPECT_EQ(field<QComboBox>("waiting")->accessibleName(), QString::fromUtf8("빈 큐를 기다리는 방법"));
  keepPicture(panel, "parameters-ko");
}

}  // namespace
}  // namespace threadline::widgets
