// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_words.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/models/ending_words.h"
#include "ui/models/localized.h"
#include "ui/scene/units.h"

namespace threadline::widgets {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RunWords)
};

QString durationText(DurationNs duration) {
  return QString::fromStdString(scene::durationText(duration));
}

}  // namespace

std::optional<EndingNotice> endingNotice(const report::RunRecord& record) {
  switch (record.ending) {
    case model::RunEnding::kReturned: return std::nullopt;
    case model::RunEnding::kStopped:
      return EndingNotice{Severity::kInformation, Words::tr("The run was stopped. What was recorded is shown.")};
    case model::RunEnding::kTimeLimit:
      return EndingNotice{Severity::kWarning, Words::tr("The run was stopped at its time limit.")};
    case model::RunEnding::kFailed: {
      const QString trouble = models::troubleText(record);
      return EndingNotice{Severity::kWarning, trouble.isEmpty()
                                                  ? Words::tr("The main process ended abnormally.")
                                                  : Words::tr("The main process ended abnormally: %1").arg(trouble)};
    }
    case model::RunEnding::kHostLost:
      return EndingNotice{
          Severity::kError,
          Words::tr("The run was cut off from outside. What was recorded until then is shown; run it again.")};
  }
  return std::nullopt;
}

QString runProgress(DurationNs elapsed, std::uint64_t events) {
  const QString count = QString::fromStdString(scene::numberText(static_cast<std::int64_t>(events)));
  return Words::tr("Running · %1 · %2 events").arg(durationText(elapsed), count);
}

QString experimentProgress(std::size_t number, std::size_t total, const QString& variant, DurationNs elapsed,
                           std::optional<DurationNs> left) {
  if (!left) return Words::tr("Run %1 of %2: %3 · %4").arg(number).arg(total).arg(variant, durationText(elapsed));
  return Words::tr("Run %1 of %2: %3 · %4 · about %5 left")
      .arg(number)
      .arg(total)
      .arg(variant, durationText(elapsed), durationText(*left));
}

QString timeNote(DurationNs wall, DurationNs first, std::optional<double> document) {
  const QString factor = first.ns > 0
                             ? QString::number(static_cast<double>(wall.ns) / static_cast<double>(first.ns), 'f', 2)
                             : QStringLiteral("–");
  if (!document) return Words::tr("%1 · %2× the time").arg(durationText(wall), factor);
  return Words::tr("%1 · %2× the time (document: %3×)")
      .arg(durationText(wall), factor, QString::number(*document, 'f', 2));
}

QString measuredSentence(const std::vector<report::ClaimResult>& claims) {
  const auto checked = std::find_if(claims.begin(), claims.end(), [](const report::ClaimResult& claim) {
    return claim.verdict != report::Verdict::kNotChecked;
  });
  if (checked == claims.end()) return {};
  const QString text = models::localized(checked->text);
  return checked->verdict == report::Verdict::kHolds
             ? Words::tr("This run shows: %1").arg(text)
             : Words::tr("In this run it was otherwise than expected: %1").arg(text);
}

}  // namespace threadline::widgets
