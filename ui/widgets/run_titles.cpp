// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_titles.h"

#include <QCoreApplication>

#include <algorithm>

#include "core/report/run_record.h"
#include "ui/models/localized.h"
#include "ui/widgets/parameter_words.h"

namespace threadline::widgets {
namespace {

struct RunTitles {
  Q_DECLARE_TR_FUNCTIONS(threadline::widgets::RunTitles)
};

// More would not fit above the lanes.
constexpr int kMostValues = 3;
constexpr QChar kNarrowSpace(0x00A0);

QString valueText(const scenario::Parameter& parameter, const scenario::Value& value) {
  const QString text = QString::fromStdString(value.toText());
  switch (parameter.type) {
    case scenario::ParameterType::kBool:
      return text == QLatin1String("True") ? RunTitles::tr("on") : RunTitles::tr("off");
    case scenario::ParameterType::kChoice: return ParameterWords::choice(text);
    default: break;
  }
  const QString unit = ParameterWords::unit(QString::fromStdString(parameter.unit));
  return unit.isEmpty() ? text : text + kNarrowSpace + unit;
}

/// The parameters whose values are not the same in all runs.
std::vector<const scenario::Parameter*> varied(const std::vector<const models::RunItem*>& runs) {
  std::vector<const scenario::Parameter*> out;
  const report::RunRecord& first = *runs.front()->record;
  for (const scenario::Parameter& parameter : first.scenario.parameters) {
    const auto own = first.parameters.find(parameter.name);
    const bool isSame = std::all_of(runs.begin(), runs.end(), [&](const models::RunItem* run) {
      const auto other = run->record->parameters.find(parameter.name);
      return own != first.parameters.end() && other != run->record->parameters.end() && other->second == own->second;
    });
    if (!isSame) out.push_back(&parameter);
  }
  return out;
}

QString variedText(const models::RunItem& run, const std::vector<const scenario::Parameter*>& parameters) {
  QStringList parts;
  for (const scenario::Parameter* parameter : parameters) {
    const auto value = run.record->parameters.find(parameter->name);
    if (value == run.record->parameters.end()) continue;
    parts += QStringLiteral("%1 %2").arg(models::localized(parameter->label), valueText(*parameter, value->second));
    if (parts.size() == kMostValues) break;
  }
  return parts.join(QStringLiteral(" \u00B7 "));
}

}  // namespace

QStringList titlesOf(const std::vector<const models::RunItem*>& runs) {
  QStringList names;
  for (const models::RunItem* run : runs) names += run->name;
  const bool isOneName =
      std::all_of(names.begin(), names.end(), [&](const QString& name) { return name == names.front(); });
  const bool isOneScenario = std::all_of(runs.begin(), runs.end(), [&](const models::RunItem* run) {
    return run->record->scenario.id == runs.front()->record->scenario.id;
  });
  if (runs.size() < 2 || !isOneName || !isOneScenario) return names;
  const auto parameters = varied(runs);
  QStringList out;
  for (const models::RunItem* run : runs) {
    const QString values = variedText(*run, parameters);
    out += values.isEmpty() ? run->name : values;
  }
  return out;
}

}  // namespace threadline::widgets
