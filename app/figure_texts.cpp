// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_texts.h"

#include <algorithm>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include "app/cli/notices.h"
#include "app/words.h"
#include "core/report/run_facts.h"
#include "core/scenario/run_package.h"
#include "ui/scene/units.h"

namespace threadline::app {
namespace {

// More values than this make a subtitle that nobody reads; those that differ from the default come first.
constexpr int kMaxValues = 4;
constexpr double kLoadWorthSaying = 0.1;
const QString kDot = QStringLiteral(" \u00B7 ");

QString text(const std::string& bytes) {
  return QString::fromStdString(bytes);
}

QString choiceText(const std::string& choice) {
  if (choice == "sequential") return Words::tr("one after the other");
  if (choice == "thread") return Words::tr("threads");
  if (choice == "task") return Words::tr("tasks");
  if (choice == "process") return Words::tr("processes");
  return text(choice);
}

QString valueText(const scenario::Parameter& parameter, const scenario::Value& value) {
  if (const auto* boolean = value.asBool()) return *boolean ? Words::tr("on") : Words::tr("off");
  if (const auto* integer = value.asInteger()) {
    const QString number = text(scene::numberText(*integer));
    if (parameter.unit == "bytes") return Words::tr("%1 bytes").arg(number);
    if (parameter.unit.empty()) return number;
    return number + QLatin1Char(' ') + (parameter.unit == "us" ? QStringLiteral("\u00B5s") : text(parameter.unit));
  }
  if (parameter.type == scenario::ParameterType::kChoice) return choiceText(value.toText());
  return text(value.toText());
}

QString endingSentence(const report::RunRecord& run) {
  switch (run.ending) {
    case model::RunEnding::kReturned: return {};
    case model::RunEnding::kFailed: return Words::tr("The main process ended abnormally.");
    case model::RunEnding::kStopped: return Words::tr("The run was stopped.");
    case model::RunEnding::kTimeLimit: return Words::tr("The run was stopped at its time limit.");
    case model::RunEnding::kHostLost: return Words::tr("The run was cut off from outside.");
  }
  return {};
}

/// "2 cores, Linux 6.1" with its count in the person's language.
QString machineText(const std::string& machine) {
  const QString whole = text(machine);
  bool isNumber = false;
  const int cores = whole.section(QLatin1Char(' '), 0, 0).toInt(&isNumber);
  const QString system = whole.section(QStringLiteral(", "), 1);
  if (!isNumber || system.isEmpty()) return whole;
  return Words::tr("%n core(s), %1", nullptr, cores).arg(system);
}

QString footerText(const PictureSource& source) {
  QStringList sentences;
  if (source.run) {
    sentences += measuredSentence(*source.run);
    sentences += loadSentence(source.run->otherLoad);
    sentences += endingSentence(*source.run);
  } else {
    sentences += Words::tr("Drawn with Threadline %1 from %2.")
                     .arg(QStringLiteral(THREADLINE_VERSION), QFileInfo(text(source.file)).fileName());
  }
  sentences += lossSentence(source.snapshot->totals().eventsLost);
  sentences.removeAll(QString());
  return sentences.join(QLatin1Char(' '));
}

/// A number and its unit stand on one line: "485 ms".
QString keptTogether(QString words) {
  static const QRegularExpression kBetween(QStringLiteral("(?<=[0-9]) (?=[A-Za-z\u00B5%])"));
  return words.replace(kBetween, QStringLiteral("\u00A0"));
}

QString subtitleText(const PictureSource& source) {
  if (!source.run) return {};
  QStringList parts{text(source.run->scenario.id)};
  parts += parameterTexts(source.run->scenario, source.run->parameters, kMaxValues);
  parts += Words::tr("measured %1").arg(text(scene::durationText(report::wallTime(*source.snapshot))));
  return keptTogether(parts.join(kDot));
}

QString alternativeText(const paint::FigureSubject& subject) {
  const QString shown =
      Words::tr("A timeline of %n lane(s) over %1.", nullptr, static_cast<int>(subject.view.lanes.size()))
          .arg(text(scene::durationText(subject.view.range.length())));
  QStringList parts{text(subject.title), shown, text(subject.caption)};
  parts.removeAll(QString());
  return parts.join(QLatin1Char(' '));
}

void addMetadata(const PictureSource& source, paint::FigureSubject& subject) {
  subject.metadata.emplace_back("threadline", THREADLINE_VERSION);
  if (!source.run) {
    subject.metadata.emplace_back("source", QFileInfo(text(source.file)).fileName().toStdString());
    return;
  }
  const report::RunRecord& run = *source.run;
  subject.metadata.emplace_back("scenario", run.scenario.id);
  subject.metadata.emplace_back("preset", run.preset);
  for (const auto& [name, value] : run.parameters) subject.metadata.emplace_back("parameter." + name, value.toText());
  subject.metadata.emplace_back("started_at", run.startedAt);
  subject.metadata.emplace_back("machine", run.machine);
}

}  // namespace

QStringList parameterTexts(const scenario::Scenario& scenario, const scenario::ParameterValues& shown, int most) {
  std::vector<const scenario::Parameter*> chosen;
  for (const bool changed : {true, false}) {
    for (const scenario::Parameter& parameter : scenario.parameters) {
      const auto it = shown.find(parameter.name);
      if (it == shown.end() || static_cast<int>(chosen.size()) >= most) continue;
      if (!(it->second == parameter.defaultValue) == changed) chosen.push_back(&parameter);
    }
  }
  std::sort(chosen.begin(), chosen.end());  // they stand in one vector: by address is in the file's order
  QStringList texts;
  for (const scenario::Parameter* parameter : chosen) {
    texts += parameterText(*parameter, shown.find(parameter->name)->second);
  }
  return texts;
}

QString measuredSentence(const report::RunRecord& run) {
  return Words::tr("Measured on %1 with Threadline %2 (%3).")
      .arg(text(run.startedAt), QStringLiteral(THREADLINE_VERSION), machineText(run.machine));
}

QString loadSentence(double otherLoad) {
  if (otherLoad <= kLoadWorthSaying) return {};
  return Words::tr("Other programs used %1 cores meanwhile.").arg(otherLoad, 0, 'f', 1);
}

QString lossSentence(std::uint64_t lost) {
  const auto count = static_cast<int>(std::min<std::uint64_t>(lost, 1'000'000'000));
  return count == 0 ? Words::tr("No event was lost.")
                    : Words::tr("%n event(s) were lost; there the lanes are drawn as unknown.", nullptr, count);
}

QString parameterText(const scenario::Parameter& parameter, const scenario::Value& value) {
  QString label = inLanguage(parameter.label);
  if (label.isEmpty()) label = text(parameter.name);
  return label + QLatin1Char(' ') + valueText(parameter, value);
}

paint::FigureSubject composeSubject(const PictureSource& source, const PictureOptions& options, model::View view) {
  paint::FigureSubject subject;
  subject.snapshot = source.snapshot;
  subject.view = std::move(view);
  const QString title =
      source.run ? inLanguage(source.run->scenario.title) : QFileInfo(text(source.file)).completeBaseName();
  const QString caption = source.run ? inLanguage(source.run->scenario.view.caption) : QString();
  subject.title = options.title.value_or(title.toStdString());
  subject.subtitle = subtitleText(source).toStdString();
  subject.caption = options.caption.value_or(caption.toStdString());
  subject.footer = footerText(source).toStdString();
  subject.altText = options.alt.value_or(alternativeText(subject).toStdString());
  addMetadata(source, subject);
  return subject;
}

}  // namespace threadline::app
