// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window gets from the program around it: what there is to run, and doors to what a widget must not know
// (settings, translators, the words of figures). Filled by app/composition.
//
// Thread: GUI.

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/report/run_record.h"
#include "ui/models/library.h"
#include "ui/paint/figure.h"
#include "ui/widgets/settings_dialog.h"

namespace threadline::widgets {

/// What is found again at the next start.
struct WindowMemory {
  QByteArray geometry;
  QByteArray layout;
  QStringList recentFiles;
  QStringList doneScenarios;
  QStringList recentScenarios;  // newest first
  QString lastScenario;
  QString lastFolder;
  bool isFirstRunDone = false;
  Preferences preferences;
};

struct WindowEnvironment {
  std::string hostPath;
  models::Library library;
  QString ownFolder;  // where a person's own scenarios are kept
  /// A scenario's file, read and checked. Errors: with its first problem.
  std::function<Result<models::LibraryScenario>(const QString& path)> readScenario;
  /// Title, subtitle, caption and the like of a picture of this run, in the language of now.
  std::function<paint::FigureSubject(const report::RunRecord& run, const QString& file, model::View view)> subjectOf;
  /// The time scale of another picture of ours.
  std::function<Result<double>(const std::string& path)> scaleOf;
  /// Puts language, theme and fonts into force, now.
  std::function<void(const Preferences&)> apply;
  std::function<void(const WindowMemory&)> remember;
  /// Whether the theme in force is dark.
  std::function<bool()> isDark;
};

}  // namespace threadline::widgets
