// SPDX-License-Identifier: GPL-3.0-or-later
// The main of tests with widgets: no display, Fusion, one style of text, English words. TL_PLATFORM names another
// platform, for looking at a test in a real window.
#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QStyleFactory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("TL_PLATFORM") ? qgetenv("TL_PLATFORM") : "offscreen");
  testing::InitGoogleMock(&argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  QLocale::setDefault(QLocale::c());
  QApplication application(argc, argv);
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setCursorFlashTime(0);
  return RUN_ALL_TESTS();
}
