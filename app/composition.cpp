// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>

#include "app/cli/notices.h"
#include "app/experiment_sources.h"
#include "app/figure_texts.h"
#include "app/language.h"
#include "app/picture_scale.h"
#include "app/scenario_library.h"
#include "app/settings.h"
#include "app/window_theme.h"
#include "app/words.h"
#include "core/relay/host_path.h"
#include "core/report/experiment_plan.h"
#include "ui/models/sweep.h"
#include "ui/models/trace_files.h"
#include "ui/widgets/main_window.h"

namespace threadline::app {
namespace {

using widgets::Preferences;
using widgets::WindowEnvironment;
using widgets::WindowMemory;

bool hasDisplay() {
  constexpr std::array kNames{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
  return std::any_of(kNames.begin(), kNames.end(), [](const char* name) { return !qEnvironmentVariableIsEmpty(name); });
}

models::LibraryScenario toItem(LibraryEntry entry) {
  return {std::make_shared<const scenario::Scenario>(std::move(entry.scenario)), std::move(entry.json),
          std::move(entry.file)};
}

/// What the runs of an experiment are made of, kept for when they are asked for.
struct ExperimentMaterial {
  scenario::Experiment experiment;
  std::vector<std::shared_ptr<const scenario::RunnableScenario>> scenarios;  // of each variant
};

Result<std::vector<models::PlannedRun>> planOf(const ExperimentMaterial& material, const std::string& preset) {
  const auto find = [&](const std::string& id) -> const scenario::Scenario* {
    for (const auto& source : material.scenarios) {
      if (source->scenario.id == id) return &source->scenario;
    }
    return nullptr;
  };
  auto plan = report::planOf(material.experiment, find, report::ExperimentWishes{preset, {}, {}, {}});
  if (!plan) return plan.error();
  return models::plannedRuns(plan.value(), material.scenarios);
}

models::LibraryExperiment toItem(const scenario::Experiment& read, const Library& library) {
  models::LibraryExperiment out;
  out.id = read.id;
  out.topic = read.topic;
  out.order = read.order;
  out.documents = read.documents;
  out.keywords = read.keywords;
  out.title = read.title;
  out.lesson = read.lesson;
  out.predict = read.predict;
  out.caption = read.caption;
  for (const scenario::ExperimentPreset& preset : read.presets) out.presets.push_back(preset.name);
  out.claims = read.claims;
  out.variants = report::variantsOf(read, finderIn(library));
  const auto material =
      std::make_shared<const ExperimentMaterial>(ExperimentMaterial{read, scenariosOf(read, out.variants, library)});
  out.plan = [material](const std::string& preset) { return planOf(*material, preset); };
  return out;
}

models::Library libraryOf(Library read) {
  models::Library library;
  for (const ExperimentEntry& entry : read.experiments) {
    library.experiments.push_back(toItem(entry.experiment, read));
  }
  for (LibraryEntry& entry : read.entries) library.scenarios.push_back(toItem(std::move(entry)));
  return library;
}

paint::FigureSubject subjectOf(const report::RunRecord& run, const QString& file, model::View view) {
  PictureSource source{run.snapshot, models::isOwnRun(run) ? &run : nullptr, file.toStdString()};
  return composeSubject(source, PictureOptions{}, std::move(view));
}

void apply(const Preferences& preferences) {
  const QString& code = preferences.language;
  if (code.isEmpty()) {
    installLanguage(chooseLanguage({}));
  } else {
    installLanguage(code == QLatin1String("ko") ? Language::kKorean : Language::kEnglish);
  }
  applyTheme(static_cast<ThemeChoice>(preferences.theme), preferences.fontPercent);
}

WindowMemory memoryOf(const Settings& settings) {
  WindowMemory memory;
  memory.geometry = settings.geometry;
  memory.layout = settings.windowState;
  memory.recentFiles = settings.recentFiles;
  memory.doneScenarios = settings.doneScenarios;
  memory.recentScenarios = settings.recentScenarios;
  memory.lastScenario = settings.lastScenario;
  memory.lastFolder = settings.lastExportFolder;
  memory.isFirstRunDone = settings.firstRunDone;
  memory.preferences = {settings.language,   static_cast<int>(settings.theme),
                        settings.wheelZooms, settings.fontPercent,
                        settings.runsKept,   settings.reducedMotion};
  return memory;
}

Settings settingsOf(const WindowMemory& memory) {
  Settings settings;
  settings.geometry = memory.geometry;
  settings.windowState = memory.layout;
  settings.recentFiles = memory.recentFiles;
  settings.doneScenarios = memory.doneScenarios;
  settings.recentScenarios = memory.recentScenarios;
  settings.lastScenario = memory.lastScenario;
  settings.lastExportFolder = memory.lastFolder;
  settings.firstRunDone = memory.isFirstRunDone;
  settings.language = memory.preferences.language;
  settings.theme = static_cast<decltype(settings.theme)>(memory.preferences.theme);
  settings.wheelZooms = memory.preferences.wheelZooms;
  settings.fontPercent = memory.preferences.fontPercent;
  settings.runsKept = memory.preferences.runsKept;
  settings.reducedMotion = memory.preferences.reducedMotion;
  return settings;
}

WindowEnvironment environment() {
  WindowEnvironment out;
  out.hostPath = relay::findHost();
  out.library = libraryOf(loadLibrary());
  out.ownFolder =
      QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/threadline/scenarios");
  out.readScenario = [](const QString& path) -> Result<models::LibraryScenario> {
    auto found = findScenario(QFileInfo(path).absoluteFilePath().toStdString());
    if (!found) return found.error();
    return toItem(found.take());
  };
  out.subjectOf = subjectOf;
  out.scaleOf = readPictureScale;
  out.apply = apply;
  out.isDark = isThemeDark;
  out.remember = [](const WindowMemory& memory) {
    QSettings store;
    threadline::app::store(settingsOf(memory), store);
  };
  return out;
}

}  // namespace

ExitStatus openWindow(const WindowOptions& options, int& argc, char** argv) {
  if (!hasDisplay()) {
    complain(
        Words::tr("there is no display for the window; on the command line try: threadline run sum --export "
                  "sum.svg"));
    return ExitStatus::kBadInput;
  }
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("threadline"));
  QCoreApplication::setApplicationName(QStringLiteral("threadline"));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Threadline"));
  QGuiApplication::setDesktopFileName(QStringLiteral("threadline"));
  QSettings store;
  WindowMemory memory = memoryOf(load(store));
  if (!options.language.empty()) memory.preferences.language = QString::fromStdString(options.language);
  apply(memory.preferences);
  widgets::MainWindow window(environment(), std::move(memory));
  window.show();
  if (!options.file.empty()) window.open(QString::fromStdString(options.file));
  return QApplication::exec() == 0 ? ExitStatus::kDone : ExitStatus::kFailed;
}

}  // namespace threadline::app
