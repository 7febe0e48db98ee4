// SPDX-License-Identifier: GPL-3.0-or-later
// The main of tests that need Qt: no display, one style of text, English words.
#include <QGuiApplication>
#include <QLocale>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  testing::InitGoogleMock(&argc, argv);
  QLocale::setDefault(QLocale::c());
  const QGuiApplication application(argc, argv);
  return RUN_ALL_TESTS();
}
