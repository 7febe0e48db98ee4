// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/widgets/about_dialog.h"
#include "ui/widgets/shortcut_sheet.h"

namespace threadline::widgets {
namespace {

TEST(SettingsDialog, ShowsPreferencesWithoutSayingThatTheyChanged) {
  SettingsDialog dialog;
  QSignalSpy changed(&dialog, &SettingsDialog::preferencesChanged);
  const Preferences wanted{QStringLiteral("ko"), 2, false, 125, 50, true};
  dialog.setPreferences(wanted);
  EXPECT_EQ(dialog.preferences(), wanted);
  EXPECT_EQ(changed.count(), 0);
  EXPECT_FALSE(dialog.isModal());
}

TEST(SettingsDialog, SaysAtOnceWhatAPersonChanges) {
  SettingsDialog dialog;
  dialog.show();
  EXPECT_TRUE(QTest::qWaitForWindowExposed(&dialog));
  std::vector<Preferences> told;
  QObject::connect(&dialog, &SettingsDialog::preferencesChanged, &dialog,
                   [&told](const Preferences& preferences) { told.push_back(preferences); });
  QTest::keyClick(dialog.findChild<QComboBox*>(QStringLiteral("settingsTheme")), Qt::Key_End);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.back().theme, 2);
  QTest::keyClick(dialog.findChild<QCheckBox*>(QStringLiteral("settingsWheel")), Qt::Key_Space);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_TRUE(told.back().wheelZooms);
  QTest::keyClick(dialog.findChild<QSpinBox*>(QStringLiteral("settingsFont")), Qt::Key_Up);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told.back().fontPercent, 105);
  QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("settingsDefaults")), Qt::LeftButton);
  ASSERT_EQ(told.size(), 4U);
  EXPECT_EQ(told.back(), Preferences{});
}

TEST(SettingsDialog, AsksForWhatItCannotDoItself) {
  SettingsDialog dialog;
  QSignalSpy layout(&dialog, &SettingsDialog::resetLayoutRequested);
  QSignalSpy recent(&dialog, &SettingsDialog::clearRecentRequested);
  QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("settingsResetLayout")), Qt::LeftButton);
  QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("settingsClearRecent")), Qt::LeftButton);
  EXPECT_EQ(layout.count(), 1);
  EXPECT_EQ(recent.count(), 1);
}

TEST(ShortcutSheet, FindsActionsByTheirWordsAndKeys) {
  ShortcutSheet sheet;
  sheet.setRows({{QStringLiteral("Run"), QStringLiteral("Run"), QStringLiteral("F5")},
                 {QStringLiteral("View"), QStringLiteral("Fit"), QStringLiteral("0")},
                 {QStringLiteral("Run"), QStringLiteral("Stop"), QStringLiteral("Shift+F5")}});
  EXPECT_EQ(sheet.shownRows(), 3);
  auto* search = sheet.findChild<QLineEdit*>(QStringLiteral("shortcutSearch"));
  QTest::keyClicks(search, QStringLiteral("f5"));
  EXPECT_EQ(sheet.shownRows(), 2);
  search->clear();
  QTest::keyClicks(search, QStringLiteral("fit"));
  EXPECT_EQ(sheet.shownRows(), 1);
}

TEST(AboutDialog, IsNotModal) {
  const AboutDialog dialog;
  EXPECT_FALSE(dialog.isModal());
}

}  // namespace
}  // namespace threadline::widgets
