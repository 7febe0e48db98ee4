// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QSettings>

namespace threadline::app {
namespace {

constexpr const char* kLanguage = "language";
constexpr const char* kTheme = "theme";
constexpr const char* kWheelZooms = "wheelZooms";
constexpr const char* kFontPercent = "fontPercent";
constexpr const char* kRunsKept = "runsKept";
constexpr const char* kReducedMotion = "reducedMotion";
constexpr const char* kFirstRunDone = "firstRunDone";
constexpr const char* kRecentFiles = "recentFiles";
constexpr const char* kDoneScenarios = "doneScenarios";
constexpr const char* kRecentScenarios = "recentScenarios";
constexpr const char* kGeometry = "window/geometry";
constexpr const char* kWindowState = "window/state";
constexpr const char* kLastScenario = "lastScenario";
constexpr const char* kLastExportFolder = "lastExportFolder";

constexpr int kLongestText = 4096;
// A layout takes some kilobytes; more than this is damage.
constexpr int kLargestLayout = 1 << 20;

QVariant valueOf(const QSettings& file, const char* key) {
  return file.value(QLatin1String(key));
}

bool flag(const QSettings& file, const char* key, bool otherwise) {
  const QString text = valueOf(file, key).toString();
  if (text == QLatin1String("true") || text == QLatin1String("1")) return true;
  if (text == QLatin1String("false") || text == QLatin1String("0")) return false;
  return otherwise;
}

int number(const QSettings& file, const char* key, int least, int most, int otherwise) {
  bool isNumber = false;
  const int value = valueOf(file, key).toInt(&isNumber);
  return isNumber && value >= least && value <= most ? value : otherwise;
}

QString text(const QSettings& file, const char* key) {
  const QString value = valueOf(file, key).toString();
  return value.size() <= kLongestText ? value : QString();
}

QStringList list(const QSettings& file, const char* key, int most) {
  QStringList out;
  for (const QString& item : valueOf(file, key).toStringList()) {
    if (item.isEmpty() || item.size() > kLongestText || out.contains(item)) continue;
    out += item;
    if (out.size() == most) break;
  }
  return out;
}

QByteArray layout(const QSettings& file, const char* key) {
  const QByteArray value = valueOf(file, key).toByteArray();
  return value.size() <= kLargestLayout ? value : QByteArray();
}

QString wordOf(ThemeChoice theme) {
  switch (theme) {
    case ThemeChoice::kLight: return QStringLiteral("light");
    case ThemeChoice::kDark: return QStringLiteral("dark");
    case ThemeChoice::kSystem: break;
  }
  return QStringLiteral("system");
}

ThemeChoice themeNamed(const QString& word) {
  if (word == QLatin1String("light")) return ThemeChoice::kLight;
  return word == QLatin1String("dark") ? ThemeChoice::kDark : ThemeChoice::kSystem;
}

}  // namespace

Settings load(QSettings& file) {
  Settings out;
  const QString language = text(file, kLanguage);
  if (language == QLatin1String("en") || language == QLatin1String("ko")) out.language = language;
  out.theme = themeNamed(text(file, kTheme));
  out.wheelZooms = flag(file, kWheelZooms, out.wheelZooms);
  out.fontPercent = number(file, kFontPercent, Settings::kSmallestFont, Settings::kLargestFont, out.fontPercent);
  out.runsKept = number(file, kRunsKept, Settings::kFewestRuns, Settings::kMostRuns, out.runsKept);
  out.reducedMotion = flag(file, kReducedMotion, out.reducedMotion);
  out.firstRunDone = flag(file, kFirstRunDone, out.firstRunDone);
  out.recentFiles = list(file, kRecentFiles, Settings::kMostRecentFiles);
  out.doneScenarios = list(file, kDoneScenarios, Settings::kMostDoneScenarios);
  out.recentScenarios = list(file, kRecentScenarios, Settings::kMostRecentScenarios);
  out.geometry = layout(file, kGeometry);
  out.windowState = layout(file, kWindowState);
  out.lastScenario = text(file, kLastScenario);
  out.lastExportFolder = text(file, kLastExportFolder);
  return out;
}

void store(const Settings& settings, QSettings& file) {
  const auto set = [&file](const char* key, const QVariant& value) { file.setValue(QLatin1String(key), value); };
  set(kLanguage, settings.language);
  set(kTheme, wordOf(settings.theme));
  set(kWheelZooms, settings.wheelZooms);
  set(kFontPercent, settings.fontPercent);
  set(kRunsKept, settings.runsKept);
  set(kReducedMotion, settings.reducedMotion);
  set(kFirstRunDone, settings.firstRunDone);
  set(kRecentFiles, settings.recentFiles);
  set(kDoneScenarios, settings.doneScenarios);
  set(kRecentScenarios, settings.recentScenarios);
  set(kGeometry, settings.geometry);
  set(kWindowState, settings.windowState);
  set(kLastScenario, settings.lastScenario);
  set(kLastExportFolder, settings.lastExportFolder);
}

}  // namespace threadline::app
