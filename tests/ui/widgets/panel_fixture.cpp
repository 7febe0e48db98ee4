// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/panel_fixture.h"

#include <QPixmap>
#include <QtTest/QTest>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "core/scenario/scenario_reader.h"

namespace threadline::widgets {

scenario::Scenario shipped(const std::string& id) {
  std::ifstream file(std::filesystem::path(THREADLINE_SHIPPED_SCENARIOS) / (id + ".json"), std::ios::binary);
  std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  scenario::ReadResult read = scenario::readScenario(json);
  EXPECT_TRUE(read.scenario.has_value()) << id;
  return read.scenario.value_or(scenario::Scenario{});
}

QString KoreanScenarios::translate(const char* context, const char* source, const char* /*disambiguation*/,
                                   int /*n*/) const {
  const bool isLanguage = std::string_view(context) == "Language" && std::string_view(source) == "en";
  return isLanguage ? QStringLiteral("ko") : QString();
}

void showAt(QWidget& widget, int width, int height) {
  widget.resize(width, height);
  widget.show();
  EXPECT_TRUE(QTest::qWaitForWindowExposed(&widget));
  widget.activateWindow();
  EXPECT_TRUE(QTest::qWaitForWindowActive(&widget));
}

void keepPicture(QWidget& widget, const char* name) {
  if (!qEnvironmentVariableIsSet("TL_PICTURES")) return;
  for (int i = 0; i < 3; ++i) QCoreApplication::sendPostedEvents();  // layouts that wait
  const QString folder = QString::fromLocal8Bit(qgetenv("TL_PICTURES"));
  EXPECT_TRUE(widget.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
}

}  // namespace threadline::widgets
