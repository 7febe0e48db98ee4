// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program remembers between starts. All keys of the settings file stand in settings.cpp; nothing else reads or
// writes it. The file may have been damaged or written by another version: what is out of bounds is the default.
//
// Thread: GUI.

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace threadline::app {

enum class ThemeChoice { kSystem, kLight, kDark };

struct Settings {
  static constexpr int kSmallestFont = 75;  // per cent of the system's
  static constexpr int kLargestFont = 200;
  static constexpr int kFewestRuns = 1;
  static constexpr int kMostRuns = 200;
  static constexpr int kMostRecentFiles = 10;
  static constexpr int kMostDoneScenarios = 500;
  static constexpr int kMostRecentScenarios = 5;

  QString language;  // "": as the system, "en", "ko"
  ThemeChoice theme = ThemeChoice::kSystem;
  bool wheelZooms = false;  // else it scrolls, and zooms with Ctrl
  int fontPercent = 100;
  int runsKept = 20;
  bool reducedMotion = false;
  bool firstRunDone = false;
  QStringList recentFiles;  // newest first
  QStringList doneScenarios;
  QStringList recentScenarios;  // newest first
  QByteArray geometry;
  QByteArray windowState;
  QString lastScenario;
  QString lastExportFolder;

  friend bool operator==(const Settings&, const Settings&) = default;
};

[[nodiscard]] Settings load(QSettings& file);
/// Every field; sync() is the caller's.
void store(const Settings& settings, QSettings& file);

}  // namespace threadline::app
