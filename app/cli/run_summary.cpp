// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_summary.h"

#include <unistd.h>

#include <algorithm>

#include "app/cli/notices.h"
#include "app/files.h"
#include "app/words.h"
#include "core/report/run_facts.h"
#include "ui/models/claim_words.h"
#include "ui/models/ending_words.h"
#include "ui/scene/units.h"

namespace threadline::app {
namespace {

bool g_isProgressShown = false;

QString number(std::uint64_t value) {
  constexpr std::uint64_t kLargest = 1'000'000'000'000'000;
  return QString::fromStdString(scene::numberText(static_cast<std::int64_t>(std::min(value, kLargest))));
}

QString endingText(const report::RunRecord& run, const QString& wall) {
  QString id = QString::fromStdString(run.scenario.id);
  switch (run.ending) {
    case model::RunEnding::kReturned: return Words::tr("%1: done in %2").arg(id, wall);
    case model::RunEnding::kFailed: return Words::tr("%1: main ended abnormally after %2").arg(id, wall);
    case model::RunEnding::kStopped: return Words::tr("%1: stopped after %2").arg(id, wall);
    case model::RunEnding::kTimeLimit: return Words::tr("%1: stopped at its time limit after %2").arg(id, wall);
    case model::RunEnding::kHostLost: return Words::tr("%1: cut off from outside after %2").arg(id, wall);
  }
  return id;
}

QString reasonText(const report::ClaimResult& claim, double otherLoad) {
  switch (claim.reason) {
    case report::Reason::kCutOff: return Words::tr("the run was cut off");
    case report::Reason::kNoFreeCore: return Words::tr("other programs used %1 cores").arg(otherLoad, 0, 'f', 1);
    default: return QString::fromStdString(claim.why);
  }
}

QString verdictLine(const report::ClaimResult& claim, const models::ClaimColumns& columns, double otherLoad) {
  QString text = inLanguage(claim.text);
  switch (claim.verdict) {
    case report::Verdict::kHolds: return Words::tr("  holds: %1").arg(text);
    case report::Verdict::kFails:
      return Words::tr("  fails: %1 (measured %2, expected %3)").arg(text, columns.yours, models::expectedText(claim));
    case report::Verdict::kNotChecked:
      return Words::tr("  not checked: %1 (%2)").arg(text, reasonText(claim, otherLoad));
  }
  return text;
}

}  // namespace

QString claimLine(const report::ClaimResult& claim, double otherLoad) {
  const models::ClaimColumns columns = models::claimColumns(claim);
  QString line = verdictLine(claim, columns, otherLoad);
  if (!columns.compares()) return line;
  const QString none = QStringLiteral("–");
  const auto orNone = [&](const QString& figure) { return figure.isEmpty() ? none : figure; };
  return line + QLatin1Char('\n') +
         Words::tr("         yours %1 | reference %2 | document %3")
             .arg(orNone(columns.yours), orNone(columns.reference), orNone(columns.document));
}

void showProgressLine(const QString& line) {
  if (::isatty(STDERR_FILENO) == 0) return;
  static_cast<void>(writeAll(STDERR_FILENO, ("\r\x1b[K" + line).toStdString()));
  g_isProgressShown = true;
}

void showProgress(const RunProgress& progress) {
  const QString line = Words::tr("%1 \u00B7 %2 events \u00B7 %n lane(s)", nullptr, static_cast<int>(progress.lanes))
                           .arg(QString::fromStdString(scene::durationText(progress.elapsed)), number(progress.events));
  showProgressLine(line);
}

void clearProgress() {
  if (g_isProgressShown) static_cast<void>(writeAll(STDERR_FILENO, "\r\x1b[K"));
  g_isProgressShown = false;
}

void sayAdvice(const report::Advice& advice) {
  if (advice.text.en.empty()) return;
  switch (advice.confidence) {
    case report::Confidence::kHigh: return tell(Words::tr("  %1 (sure)").arg(inLanguage(advice.text)));
    case report::Confidence::kMedium: return tell(Words::tr("  %1 (fairly sure)").arg(inLanguage(advice.text)));
    case report::Confidence::kLow: return tell(Words::tr("  %1 (not sure)").arg(inLanguage(advice.text)));
    case report::Confidence::kNone: break;
  }
}

void sayResult(const report::RunRecord& run, const std::vector<report::ClaimResult>& claims) {
  const model::Snapshot& snapshot = *run.snapshot;
  const QString wall = QString::fromStdString(scene::durationText(report::wallTime(snapshot)));
  const QString lanes = Words::tr("%n lane(s)", nullptr, static_cast<int>(snapshot.laneCount()));
  QString events = Words::tr("%1 events").arg(number(snapshot.totals().eventsRecorded));
  if (snapshot.totals().eventsLost > 0)
    events = Words::tr("%1, %2 lost").arg(events, number(snapshot.totals().eventsLost));
  tell(QStringLiteral("%1 (%2, %3)").arg(endingText(run, wall), lanes, events));
  if (const QString trouble = models::troubleText(run); !trouble.isEmpty()) tell(QStringLiteral("  ") + trouble);
  sayAdvice(report::adviceOf(run));
  for (const report::ClaimResult& claim : claims) {
    // What these values do not ask about is no news; the JSON has it.
    if (claim.reason != report::Reason::kNotApplicable) tell(claimLine(claim, run.otherLoad));
  }
}

}  // namespace threadline::app
