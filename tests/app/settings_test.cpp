// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace threadline::app {
namespace {

class SettingsTest : public testing::Test {
 protected:
  QTemporaryDir m_folder;
  QSettings m_file{m_folder.filePath(QStringLiteral("threadline.ini")), QSettings::IniFormat};
};

TEST_F(SettingsTest, AreTheDefaultsWithoutAFile) {
  EXPECT_EQ(load(m_file), Settings{});
}

TEST_F(SettingsTest, ComeBackAsTheyWereStored) {
  Settings settings;
  settings.language = QStringLiteral("ko");
  settings.theme = ThemeChoice::kDark;
  settings.wheelZooms = true;
  settings.fontPercent = 125;
  settings.runsKept = 7;
  settings.reducedMotion = true;
  settings.firstRunDone = true;
  settings.recentFiles = {QStringLiteral("/tmp/한글, a.json"), QStringLiteral("/tmp/b.csv")};
  settings.doneScenarios = {QStringLiteral("sum")};
  settings.geometry = QByteArray("\x01\x00\xFF", 3);
  settings.windowState = QByteArray("state");
  settings.lastScenario = QStringLiteral("race");
  settings.lastExportFolder = QStringLiteral("/home/a");
  settings.recentScenarios = {QStringLiteral("race"), QStringLiteral("sum")};
  store(settings, m_file);
  m_file.sync();
  QSettings again(m_file.fileName(), QSettings::IniFormat);
  EXPECT_EQ(load(again), settings);
}

TEST_F(SettingsTest, AreTheDefaultsWhereTheFileIsDamaged) {
  m_file.setValue(QStringLiteral("language"), QStringLiteral("tlh"));
  m_file.setValue(QStringLiteral("theme"), 17);
  m_file.setValue(QStringLiteral("wheelZooms"), QStringLiteral("perhaps"));
  m_file.setValue(QStringLiteral("fontPercent"), -4);
  m_file.setValue(QStringLiteral("runsKept"), QStringLiteral("many"));
  m_file.setValue(QStringLiteral("lastScenario"), QString(100'000, QLatin1Char('x')));
  EXPECT_EQ(load(m_file), Settings{});
}

}  // namespace
}  // namespace threadline::app
