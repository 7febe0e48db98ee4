// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <QStringList>

#include "app/cli/commands.h"
#include "app/cli/json_output.h"
#include "app/cli/notices.h"
#include "app/cli/opened_trace.h"
#include "app/files.h"
#include "app/words.h"
#include "core/model/statistics.h"
#include "core/report/run_facts.h"
#include "core/report/run_metadata.h"
#include "core/report/run_report.h"
#include "ui/paint/words.h"
#include "ui/scene/units.h"

namespace threadline::app {
namespace {

QString duration(DurationNs length) {
  return QString::fromStdString(scene::durationText(length));
}

QString laneLine(const model::Snapshot& snapshot, const model::Lane& lane, const scene::Words& words) {
  const model::StateTotals totals = model::laneTotals(snapshot, lane.id);
  QStringList states;
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    if (totals.time[i].ns <= 0) continue;
    states += QString::fromStdString(words.states[i]) + QLatin1Char(' ') + duration(totals.time[i]);
  }
  const QString length = duration(snapshot.laneEnd(lane.id) - lane.start);
  const QString spans = Words::tr("%n span(s)", nullptr, static_cast<int>(snapshot.spanCount(lane.id)));
  return QStringLiteral("  %1  %2  %3  %4")
      .arg(onOneLine(QString::fromStdString(lane.name)), length, spans, states.join(QStringLiteral(", ")));
}

QString textOf(const OpenedTrace& trace) {
  const model::Snapshot& snapshot = *trace.file.snapshot;
  QStringList lines;
  if (trace.run) {
    lines += Words::tr("%1, run on %2 (%3)")
                 .arg(inLanguage(trace.run->scenario.title), QString::fromStdString(trace.run->startedAt),
                      QString::fromStdString(trace.run->machine));
  }
  lines += Words::tr("%1 long; %n lane(s)", nullptr, static_cast<int>(snapshot.laneCount()))
               .arg(duration(report::wallTime(snapshot)));
  const scene::Words words = paint::figureWords(false);
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    lines += laneLine(snapshot, snapshot.lane(LaneId{i}), words);
  }
  const model::TraceTotals& totals = snapshot.totals();
  lines += Words::tr("%1 events recorded, %2 lost, %3 damaged, %4 in an order that cannot be")
               .arg(totals.eventsRecorded)
               .arg(totals.eventsLost)
               .arg(totals.corrupt)
               .arg(totals.illegalTransitions);
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace

ExitStatus showTrace(const InfoOptions& options) {
  const auto trace = openTrace(options.trace);
  if (!trace) {
    complain(trace.error());
    return ExitStatus::kBadInput;
  }
  const io::TraceFile& file = trace.value().file;
  const Status written =
      options.json.empty()
          ? writeAll(STDOUT_FILENO, textOf(trace.value()).toStdString())
          : writeJson(report::traceReport(*file.snapshot, report::endingOf(file.metadata)), options.json);
  if (!written) {
    complain(written.error());
    return ExitStatus::kBadInput;
  }
  return ExitStatus::kDone;
}

}  // namespace threadline::app
