// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <QStringList>

#include "app/cli/commands.h"
#include "app/cli/notices.h"
#include "app/experiment_sources.h"
#include "app/files.h"
#include "app/scenario_library.h"
#include "app/words.h"
#include "core/report/list_report.h"

namespace threadline::app {
namespace {

QString headLine(const std::string& id, const scenario::LocalizedText& title) {
  return QStringLiteral("%1 %2\n").arg(QString::fromStdString(id), -22).arg(inLanguage(title));
}

QString indented(const QString& text) {
  return QString(23, QLatin1Char(' ')) + text + QLatin1Char('\n');
}

template <typename Presets>
QString presetLine(const Presets& presets) {
  QStringList names;
  for (const auto& preset : presets) names += QString::fromStdString(preset.name);
  return names.isEmpty() ? QString() : indented(Words::tr("presets: %1").arg(names.join(QStringLiteral(", "))));
}

QString linesOf(const LibraryEntry& entry) {
  const scenario::Scenario& scenario = entry.scenario;
  QString lines = headLine(scenario.id, scenario.title);
  QStringList parameters;
  for (const scenario::Parameter& parameter : scenario.parameters) {
    parameters += QString::fromStdString(parameter.name + '=' + parameter.defaultValue.toText());
  }
  if (!parameters.isEmpty()) lines += indented(parameters.join(QLatin1Char(' ')));
  return lines + presetLine(scenario.presets);
}

QString linesOf(const scenario::Experiment& experiment, const std::vector<std::string>& variants) {
  QStringList names;
  for (const std::string& variant : variants) names += QString::fromStdString(variant);
  return headLine(experiment.id, experiment.title) +
         indented(Words::tr("experiment with %1: %2")
                      .arg(QString::fromStdString(experiment.scenario), names.join(QStringLiteral(", ")))) +
         presetLine(experiment.presets);
}

std::vector<std::string> variantIds(const ExperimentEntry& entry, const Library& library) {
  std::vector<std::string> ids;
  for (const scenario::Variant& variant : report::variantsOf(entry.experiment, finderIn(library))) {
    ids.push_back(variant.id);
  }
  return ids;
}

std::string listAsJson(const Library& library) {
  std::vector<report::ListEntry> entries;
  for (const LibraryEntry& entry : library.entries) entries.push_back({&entry.scenario, nullptr, {}, entry.file});
  for (const ExperimentEntry& entry : library.experiments) {
    const scenario::Experiment& experiment = entry.experiment;
    const LibraryEntry* run = library.scenario(experiment.scenario);
    const scenario::Scenario* scenario = experiment.own ? &experiment.own->scenario : run ? &run->scenario : nullptr;
    if (scenario) entries.push_back({scenario, &experiment, variantIds(entry, library), entry.file});
  }
  return report::listReport(entries);
}

}  // namespace

ExitStatus listScenarios(const ListOptions& options) {
  const Library library = loadLibrary();
  for (const Error& problem : library.problems) complain(problem);
  std::string text;
  if (options.json) {
    text = listAsJson(library);
  } else {
    for (const LibraryEntry& entry : library.entries) text += linesOf(entry).toStdString();
    for (const ExperimentEntry& entry : library.experiments) {
      text += linesOf(entry.experiment, variantIds(entry, library)).toStdString();
    }
  }
  if (const Status written = writeAll(STDOUT_FILENO, text); !written) {
    complain(written.error());
    return ExitStatus::kBadInput;
  }
  return ExitStatus::kDone;
}

}  // namespace threadline::app
