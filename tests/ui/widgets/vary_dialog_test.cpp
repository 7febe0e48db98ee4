// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/vary_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

#include "core/scenario/parameters.h"
#include "core/scenario/scenario_reader.h"

namespace threadline::widgets {
namespace {

constexpr const char* kScenario = R"({"threadline": 1, "id": "vary", "title": {"en": "Vary", "ko": "바꾸기"},
  "parameters": {"workers": {"type": "int", "min": 1, "max": 64, "default": 4, "label": {"en": "workers", "ko": "워커"}},
                 "ms": {"type": "int", "min": 1, "max": 100000, "default": 80, "label": {"en": "ms", "ko": "ms"}},
                 "gil": {"type": "bool", "default": true, "label": {"en": "GIL", "ko": "GIL"}}},
  "functions": {"main": {"steps": [{"sleep": "=ms"}, {"print": "{workers} {gil}"}]}}})";

class VaryDialogTest : public testing::Test {
 protected:
  VaryDialogTest() {
    auto read = scenario::readScenario(kScenario);
    EXPECT_TRUE(read.scenario.has_value()) << (read.problems.empty() ? "" : read.problems.front().toText({}));
    m_scenario = {std::make_shared<const scenario::Scenario>(std::move(*read.scenario)), kScenario, {}};
    m_dialog = std::make_unique<VaryDialog>(m_scenario, scenario::bindParameters(*m_scenario.scenario, {}, {}).value(),
                                            "workers", nullptr);
    QObject::connect(m_dialog.get(), &VaryDialog::wanted, m_dialog.get(),
                     [this](const models::LibraryExperiment& sweep) { m_wanted = sweep; });
  }
  template <typename T>
  [[nodiscard]] T* child(const char* name) {
    return m_dialog->findChild<T*>(QLatin1String(name));
  }
  void type(const char* field, const QString& text) {
    auto* edit = child<QLineEdit>(field);
    edit->selectAll();
    QTest::keyClicks(edit, text);
  }

  models::LibraryScenario m_scenario;
  std::unique_ptr<VaryDialog> m_dialog;
  std::optional<models::LibraryExperiment> m_wanted;
};

TEST_F(VaryDialogTest, BeginsWithTheNumberThatWasAskedForAndSensibleValues) {
  EXPECT_EQ(child<QComboBox>("vary.first")->currentData().toString(), QStringLiteral("workers"));
  EXPECT_EQ(child<QLineEdit>("vary.first.values")->text(), QStringLiteral("1..16*2"));
  EXPECT_EQ(child<QComboBox>("vary.first")->count(), 2) << "what is no number cannot be varied";
  EXPECT_TRUE(child<QPushButton>("vary.run")->isEnabled());
}

TEST_F(VaryDialogTest, RunsAllCombinationsOfTwoNumbersInAllRounds) {
  type("vary.first.values", QStringLiteral("1, 2, 4"));
  auto* second = child<QComboBox>("vary.second");
  second->setCurrentIndex(second->findData(QStringLiteral("ms")));
  emit second->activated(second->currentIndex());
  type("vary.second.values", QStringLiteral("10..20+10"));
  child<QSpinBox>("vary.rounds")->setValue(2);
  child<QPushButton>("vary.run")->click();
  ASSERT_TRUE(m_wanted.has_value());
  EXPECT_EQ(m_wanted->variants.size(), 6U);
  const auto plan = m_wanted->plan({});
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan.value().size(), 12U);
}

TEST_F(VaryDialogTest, SaysWhyItCannotBeRunAndLosesNothing) {
  for (const char* bad : {"", "1..", "a", "0", "65", "1..64*1", "1..64+0", "4, 4"}) {
    type("vary.first.values", QString());
    child<QLineEdit>("vary.first.values")->clear();
    QTest::keyClicks(child<QLineEdit>("vary.first.values"), QLatin1String(bad));
    QTest::keyClicks(child<QLineEdit>("vary.first.values"), QStringLiteral(" "));
    EXPECT_FALSE(child<QPushButton>("vary.run")->isEnabled()) << bad;
    EXPECT_FALSE(child<QLabel>("vary.verdict")->text().isEmpty()) << bad;
  }
}

TEST_F(VaryDialogTest, RefusesAMillionRunsBeforeItStartsOne) {
  auto* first = child<QComboBox>("vary.first");
  first->setCurrentIndex(first->findData(QStringLiteral("ms")));
  emit first->activated(first->currentIndex());
  type("vary.first.values", QStringLiteral("1..100000"));
  EXPECT_FALSE(child<QPushButton>("vary.run")->isEnabled());
  EXPECT_FALSE(child<QLabel>("vary.verdict")->text().isEmpty());
}

}  // namespace
}  // namespace threadline::widgets
