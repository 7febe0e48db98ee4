// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/comparison_export.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace threadline::widgets {
namespace {

struct ComparisonExport {
  Q_DECLARE_TR_FUNCTIONS(threadline::widgets::ComparisonExport)
};

QString text(const std::string& bytes) {
  return QString::fromStdString(bytes);
}

/// The facts of the first run hold for all of them, except for what was varied.
void keepSharedFacts(paint::FigureSubject& subject, const ComparisonWords& words) {
  const auto isOfOneRun = [](const std::pair<std::string, std::string>& fact) {
    return fact.first.rfind("parameter", 0) == 0 || fact.first == "preset" || fact.first == "wall_ns";
  };
  auto& facts = subject.metadata;
  facts.erase(std::remove_if(facts.begin(), facts.end(), isOfOneRun), facts.end());
  if (!words.experiment.isEmpty()) facts.emplace_back("experiment", words.experiment.toStdString());
  if (!words.preset.isEmpty()) facts.emplace_back("preset", words.preset.toStdString());
}

QString alternativeOf(const paint::FigureSubject& subject) {
  QStringList parts{text(subject.title),
                    ComparisonExport::tr("Timelines of %n run(s) under one another on one time axis.", nullptr,
                                         static_cast<int>(subject.panes.size()))};
  for (const scene::Pane& pane : subject.panes) {
    parts += pane.note.empty() ? text(pane.title) : QStringLiteral("%1: %2.").arg(text(pane.title), text(pane.note));
  }
  parts += text(subject.caption);
  parts.removeAll(QString());
  return parts.join(QLatin1Char(' '));
}

}  // namespace

std::vector<ExportLane> exportedPanes(const std::vector<scene::Pane>& panes) {
  std::vector<ExportLane> out;
  for (std::size_t i = 0; i < panes.size(); ++i) {
    out.push_back({LaneId{static_cast<std::uint32_t>(i)}, text(panes[i].title), true});
  }
  return out;
}

TimeRange timesOfAll(const std::vector<scene::Pane>& panes) {
  TimeRange all = panes.front().snapshot->extent();
  for (const scene::Pane& pane : panes) {
    const TimeRange own = pane.snapshot->extent();
    all = {std::min(all.start, own.start), std::max(all.end, own.end)};
  }
  return all;
}

paint::FigureSubject comparisonSubject(paint::FigureSubject base, const std::vector<scene::Pane>& panes,
                                       const ComparisonWords& words, const ExportChoice& choice) {
  paint::FigureSubject subject = std::move(base);
  subject.panes.clear();
  for (const ExportedLane& chosen : choice.lanes) {
    if (chosen.lane.value >= panes.size()) continue;
    scene::Pane pane = panes[chosen.lane.value];
    pane.title = chosen.name.toStdString();
    pane.view.range = choice.range;
    subject.panes.push_back(std::move(pane));
  }
  subject.title = choice.title.value_or(words.title).toStdString();
  subject.caption = choice.caption.value_or(words.caption).toStdString();
  subject.subtitle = words.experiment.toStdString();
  keepSharedFacts(subject, words);
  subject.altText = choice.alt.value_or(alternativeOf(subject)).toStdString();
  return subject;
}

QStringList comparisonCommand(const ComparisonWords& words, std::size_t runs, const QString& fileName) {
  QStringList out{QStringLiteral("threadline")};
  if (words.experiment.isEmpty()) {
    out << QStringLiteral("compare");
    for (std::size_t i = 0; i < runs; ++i) out << QStringLiteral("TRACE%1").arg(i + 1);
  } else {
    out << QStringLiteral("experiment") << words.experiment;
    if (!words.preset.isEmpty()) out << QStringLiteral("--preset") << words.preset;
  }
  out << QStringLiteral("--export") << fileName;
  return out;
}

}  // namespace threadline::widgets
