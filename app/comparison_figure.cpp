// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparison_figure.h"

#include <algorithm>

#include <QStringList>

#include "app/cli/notices.h"
#include "app/figure_texts.h"
#include "app/picture_writing.h"
#include "app/words.h"
#include "core/report/run_facts.h"
#include "ui/scene/units.h"

namespace threadline::app {
namespace {

constexpr int kMostValues = 3;
const QString kDot = QStringLiteral(" \u00B7 ");

QString text(const std::string& bytes) {
  return QString::fromStdString(bytes);
}

/// The variants that are drawn, the fastest last. Of two that took nearly the same time the order of the file stays,
/// so that noise does not change places.
std::vector<std::size_t> drawnVariants(const std::vector<report::VariantSummary>& summaries) {
  constexpr double kClearlyFaster = 0.97;
  const auto wallOf = [&](std::size_t variant) { return static_cast<double>(summaries[variant].wallNs->median); };
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    if (!summaries[i].typical || !summaries[i].wallNs) continue;
    const auto isFaster = [&](std::size_t other) { return wallOf(other) < wallOf(i) * kClearlyFaster; };
    out.insert(std::find_if(out.begin(), out.end(), isFaster), i);
  }
  return out;
}

/// The records that are drawn, in the order of the picture.
std::vector<const report::RunRecord*> drawnRuns(const ComparisonSource& source) {
  std::vector<const report::RunRecord*> out;
  for (const std::size_t variant : drawnVariants(source.summaries)) {
    out.push_back(source.comparison.runs[*source.summaries[variant].typical].record.get());
  }
  return out;
}

bool isOwn(const report::RunRecord& record) {
  return !record.scenarioJson.empty();
}

/// Whether the run's picture begins at its zero: then all do, and their times are the same times.
bool beginsAtZero(const report::RunRecord& record, const PictureOptions& options) {
  const auto& range = record.scenario.view.range;
  return options.view.range || !isOwn(record) || !range || range->anchor == scenario::ViewRange::Anchor::kStart;
}

void shareRange(std::vector<scene::Pane>& panes) {
  if (panes.empty()) return;
  TimeRange all = panes.front().view.range;
  for (const scene::Pane& pane : panes) {
    all.start = std::min(all.start, pane.view.range.start);
    all.end = std::max(all.end, pane.view.range.end);
  }
  for (scene::Pane& pane : panes) pane.view.range = all;
}

std::vector<scene::Pane> panesOf(const ComparisonSource& source, const PictureOptions& options) {
  std::vector<scene::Pane> panes;
  bool isShared = true;
  for (const std::size_t i : drawnVariants(source.summaries)) {
    const report::VariantSummary& summary = source.summaries[i];
    const report::RunRecord& record = *source.comparison.runs[*summary.typical].record;
    scene::Pane pane;
    pane.snapshot = record.snapshot;
    pane.view = viewOf({record.snapshot, isOwn(record) ? &record : nullptr, {}}, options);
    pane.title = inLanguage(source.comparison.variants[i].label).toStdString();
    pane.note = noteOf(summary).toStdString();
    panes.push_back(std::move(pane));
    isShared = isShared && beginsAtZero(record, options);
  }
  if (isShared) shareRange(panes);
  return panes;
}

/// The values that are the same in all runs.
scenario::ParameterValues sharedValues(const std::vector<const report::RunRecord*>& runs) {
  scenario::ParameterValues shared = runs.front()->parameters;
  for (const report::RunRecord* run : runs) {
    for (auto it = shared.begin(); it != shared.end();) {
      const auto other = run->parameters.find(it->first);
      it = other != run->parameters.end() && other->second == it->second ? std::next(it) : shared.erase(it);
    }
  }
  return shared;
}

/// Those that are not as usual; where all are, one for the amount of work.
int valuesWorthSaying(const scenario::Scenario& scenario, const scenario::ParameterValues& shared) {
  const auto isChanged = [&](const scenario::Parameter& parameter) {
    const auto it = shared.find(parameter.name);
    return it != shared.end() && !(it->second == parameter.defaultValue);
  };
  const auto count = std::count_if(scenario.parameters.begin(), scenario.parameters.end(), isChanged);
  return std::clamp(static_cast<int>(count), 1, kMostValues);
}

/// How many runs stand behind each figure; empty where that differs.
QString repeatText(const ComparisonSource& source) {
  std::size_t count = 0;
  for (const report::VariantSummary& summary : source.summaries) {
    if (!summary.typical) continue;
    if (count != 0 && summary.counted != count) return {};
    count = summary.counted;
  }
  if (count < 2) return {};
  return Words::tr("median of %n run(s) each", nullptr, static_cast<int>(count));
}

QString subtitleOf(const ComparisonSource& source, const std::vector<const report::RunRecord*>& runs) {
  QStringList parts{text(source.comparison.experiment)};
  const bool isOneScenario = std::all_of(runs.begin(), runs.end(), [&](const report::RunRecord* run) {
    return isOwn(*run) && run->scenario.id == runs.front()->scenario.id;
  });
  if (isOneScenario) {
    const scenario::ParameterValues shared = sharedValues(runs);
    parts += parameterTexts(runs.front()->scenario, shared, valuesWorthSaying(runs.front()->scenario, shared));
  }
  parts += repeatText(source);
  parts.removeAll(QString());
  return parts.join(kDot);
}

QString footerOf(const ComparisonSource& source, const std::vector<const report::RunRecord*>& runs) {
  std::uint64_t lost = 0;
  double load = 0;
  for (const report::RunRecord* run : runs) {
    lost += run->snapshot->totals().eventsLost;
    load = std::max(load, run->otherLoad);
  }
  QStringList sentences;
  if (isOwn(*runs.front())) sentences += measuredSentence(*runs.front());
  sentences += loadSentence(load);
  if (!source.isComplete) sentences += Words::tr("The experiment was stopped before all runs were made.");
  sentences += lossSentence(lost);
  sentences.removeAll(QString());
  return sentences.join(QLatin1Char(' '));
}

QString alternativeOf(const paint::FigureSubject& subject) {
  QStringList parts{text(subject.title), Words::tr("Timelines of %n run(s) under one another on one time axis.",
                                                   nullptr, static_cast<int>(subject.panes.size()))};
  for (const scene::Pane& pane : subject.panes) {
    parts += Words::tr("%1: %2.").arg(text(pane.title), text(pane.note));
  }
  parts += text(subject.caption);
  parts.removeAll(QString());
  return parts.join(QLatin1Char(' '));
}

void addMetadata(const ComparisonSource& source, const std::vector<const report::RunRecord*>& runs,
                 paint::FigureSubject& subject) {
  subject.metadata.emplace_back("threadline", THREADLINE_VERSION);
  if (!source.comparison.experiment.empty()) subject.metadata.emplace_back("experiment", source.comparison.experiment);
  if (!source.comparison.preset.empty()) subject.metadata.emplace_back("preset", source.comparison.preset);
  for (const auto& [name, value] : sharedValues(runs)) {
    subject.metadata.emplace_back("parameter." + name, value.toText());
  }
  for (std::size_t i = 0; i < source.summaries.size(); ++i) {
    const auto& wall = source.summaries[i].wallNs;
    if (wall)
      subject.metadata.emplace_back("wall_ns." + source.comparison.variants[i].id, std::to_string(wall->median));
  }
  subject.metadata.emplace_back("started_at", runs.front()->startedAt);
  subject.metadata.emplace_back("machine", runs.front()->machine);
}

}  // namespace

QString noteOf(const report::VariantSummary& summary) {
  QStringList parts;
  if (summary.wallNs) parts += text(scene::durationText(DurationNs{summary.wallNs->median}));
  const auto decimal = [](double value, int digits) { return QString::number(value, 'f', digits); };
  if (summary.factor && summary.document) {
    parts += Words::tr("%1\u00D7 the time (document: %2\u00D7)")
                 .arg(decimal(*summary.factor, 2), decimal(*summary.document, 2));
  } else if (summary.factor) {
    parts += Words::tr("%1\u00D7 the time").arg(decimal(*summary.factor, 2));
  }
  if (summary.coresUsed) parts += Words::tr("%1 cores").arg(decimal(*summary.coresUsed, 1));
  return parts.join(kDot);
}

paint::FigureSubject composeComparison(const ComparisonSource& source, const PictureOptions& options) {
  paint::FigureSubject subject;
  subject.panes = panesOf(source, options);
  const auto runs = drawnRuns(source);
  if (runs.empty()) return subject;
  subject.title = options.title.value_or(inLanguage(source.title).toStdString());
  subject.subtitle = subtitleOf(source, runs).toStdString();
  subject.caption = options.caption.value_or(inLanguage(source.caption).toStdString());
  subject.footer = footerOf(source, runs).toStdString();
  subject.altText = options.alt.value_or(alternativeOf(subject).toStdString());
  addMetadata(source, runs, subject);
  return subject;
}

Result<std::vector<std::string>> writeComparison(const ComparisonSource& source, const PictureOptions& options,
                                                 const std::string& path) {
  const auto figure = figureOptionsOf(options);
  if (!figure) return figure.error();
  const paint::FigureSubject subject = composeComparison(source, options);
  if (subject.panes.empty()) {
    return Error{ErrorCode::kInvalidInput, Words::tr("no run came to its end; there is nothing to draw").toStdString(),
                 path};
  }
  return paint::writeFigure(subject, figure.value(), path);
}

}  // namespace threadline::app
