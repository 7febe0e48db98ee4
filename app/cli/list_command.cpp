// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <QStringList>

#include "app/cli/commands.h"
#include "app/cli/notices.h"
#include "app/files.h"
#include "app/scenario_library.h"
#include "app/words.h"
#include "core/report/list_report.h"

namespace threadline::app {
namespace {

QString linesOf(const LibraryEntry& entry) {
  const scenario::Scenario& scenario = entry.scenario;
  QString lines =
      QStringLiteral("%1 %2\n").arg(QString::fromStdString(scenario.id), -22).arg(inLanguage(scenario.title));
  QStringList parameters;
  for (const scenario::Parameter& parameter : scenario.parameters) {
    parameters += QString::fromStdString(parameter.name + '=' + parameter.defaultValue.toText());
  }
  QStringList presets;
  for (const scenario::Preset& preset : scenario.presets) presets += QString::fromStdString(preset.name);
  const QString indent(23, QLatin1Char(' '));
  if (!parameters.isEmpty()) lines += indent + parameters.join(QLatin1Char(' ')) + QLatin1Char('\n');
  if (!presets.isEmpty())
    lines += indent + Words::tr("presets: %1").arg(presets.join(QStringLiteral(", "))) + QLatin1Char('\n');
  return lines;
}

}  // namespace

ExitStatus listScenarios(const ListOptions& options) {
  const Library library = loadLibrary();
  for (const Error& problem : library.problems) complain(problem);
  std::string text;
  if (options.json) {
    std::vector<report::ListEntry> entries;
    for (const LibraryEntry& entry : library.entries) entries.push_back({&entry.scenario, entry.file});
    text = report::listReport(entries);
  } else {
    for (const LibraryEntry& entry : library.entries) text += linesOf(entry).toStdString();
  }
  if (const Status written = writeAll(STDOUT_FILENO, text); !written) {
    complain(written.error());
    return ExitStatus::kBadInput;
  }
  return ExitStatus::kDone;
}

}  // namespace threadline::app
