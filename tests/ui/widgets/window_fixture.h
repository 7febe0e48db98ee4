// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window with some shipped scenarios and a small experiment, for tests of the window as a whole with real runs.

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

#include <fstream>
#include <memory>
#include <sstream>

#include "core/scenario/parameters.h"
#include "core/scenario/scenario_reader.h"
#include "tests/support/temp_dir.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/parameter_panel.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {

inline constexpr int kLongMs = 20'000;

inline models::LibraryScenario shipped(const std::string& id) {
  std::ostringstream text;
  text << std::ifstream(std::string(THREADLINE_SHIPPED_SCENARIOS) + "/" + id + ".json").rdbuf();
  auto read = scenario::readScenario(text.str());
  EXPECT_TRUE(read.scenario.has_value()) << id;
  return {std::make_shared<const scenario::Scenario>(std::move(*read.scenario)), text.str(),
          ":/scenarios/" + id + ".json"};
}

/// An experiment of two variants of a scenario with a parameter "sleep".
inline models::LibraryExperiment twoSleeps(const models::LibraryScenario& scenario) {
  models::LibraryExperiment out;
  out.id = "two-sleeps";
  out.title = {"Two sleeps", "두 번 쉬기"};
  out.predict = scenario::Prediction{{"Which?", "어느 것?"}, {{"a", "가"}, {"b", "나"}}, 1};
  out.variants = {{{"short", "짧게"}, {}}, {{"long", "길게"}, 2.0}};
  out.presets = {"quick"};
  out.plan = [scenario](const std::string& preset) -> Result<std::vector<models::PlannedRun>> {
    std::vector<models::PlannedRun> plan;
    for (std::size_t i = 0; i < 2; ++i) {
      auto values =
          scenario::bindParameters(*scenario.scenario, {}, {{"sleep", i == 0 || preset.empty() ? "20" : "40"}});
      if (!values) return values.error();
      plan.push_back({i, {scenario.scenario, scenario.json, {}, values.take(), {}}});
    }
    return plan;
  };
  return out;
}

class MainWindowTest : public testing::Test {
 protected:
  MainWindowTest() {
    WindowEnvironment environment;
    environment.hostPath = TL_HOST;
    for (const char* id : {"fork-join", "sum", "gil-slices"}) environment.library.scenarios.push_back(shipped(id));
    environment.library.experiments.push_back(twoSleeps(environment.library.scenarios.front()));
    environment.ownFolder = QString::fromStdString(m_folder.path("own"));
    environment.readScenario = [](const QString&) -> Result<models::LibraryScenario> {
      return Error{ErrorCode::kInvalidInput, "broken on purpose", "here"};
    };
    environment.subjectOf = [](const report::RunRecord& run, const QString&, model::View view) {
      paint::FigureSubject subject;
      subject.snapshot = run.snapshot;
      subject.view = std::move(view);
      return subject;
    };
    environment.scaleOf = [](const std::string&) -> Result<double> { return 1.0; };
    environment.apply = [](const Preferences&) {};
    environment.remember = [this](const WindowMemory& memory) { m_remembered = memory; };
    environment.isDark = [] { return false; };
    WindowMemory memory;
    memory.isFirstRunDone = true;
    memory.lastScenario = QStringLiteral("fork-join");
    m_window = std::make_unique<MainWindow>(std::move(environment), memory);
    m_window->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
  }

  void trigger(ActionId id) { m_window->actionTable().of(id)->trigger(); }
  void setSleep(std::int64_t ms) {
    auto values = m_window->parts().parameters->values();
    values["sleep"] = scenario::Value(ms);
    m_window->parts().parameters->setValues(values, {});
  }
  bool waitForEnd() {
    return QTest::qWaitFor([this] { return !m_window->runs().isLive() && m_window->runs().shownRun(); }, kLongMs);
  }
  bool waitForLanes(std::size_t count) {
    return QTest::qWaitFor(
        [this, count] {
          const auto& panes = m_window->parts().timeline->panes();
          return !panes.empty() && panes.back().snapshot->laneCount() >= count;
        },
        kLongMs);
  }

  test::TempDir m_folder;
  WindowMemory m_remembered;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace threadline::widgets
