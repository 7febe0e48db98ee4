// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison_summary.h"

#include <unistd.h>

#include "app/cli/notices.h"
#include "app/cli/run_summary.h"
#include "app/cli/text_table.h"
#include "app/words.h"
#include "core/report/run_facts.h"
#include "ui/models/ending_words.h"
#include "ui/scene/units.h"

namespace threadline::app {
namespace {

QString timeText(std::int64_t ns) {
  return QString::fromStdString(scene::durationText(DurationNs{ns}));
}

template <typename Number>
QString numberText(const std::optional<Number>& value) {
  return value ? QString::fromStdString(scene::numberText(*value)) : QString();
}

QString decimalText(const std::optional<double>& value, int digits, const QString& unit) {
  return value ? QString::number(*value, 'f', digits) + unit : QString();
}

QStringList rowOf(const scenario::Variant& variant, const report::VariantSummary& summary) {
  const QString times = QStringLiteral("\u00D7");
  QStringList row{onOneLine(inLanguage(variant.label))};
  const auto& wall = summary.wallNs;
  row += wall ? timeText(wall->median) : Words::tr("no run to its end");
  row += wall && summary.counted > 1 ? QStringLiteral("%1 \u2013 %2").arg(timeText(wall->min), timeText(wall->max))
                                     : QString();
  row += summary.cpuNs ? timeText(*summary.cpuNs) : QString();
  row += decimalText(summary.coresUsed, 1, {});
  row += numberText(summary.switches);
  row += summary.memoryKb ? numberText(summary.memoryKb) + QStringLiteral(" kB") : QString();
  row += decimalText(summary.speedup, 2, times);
  row += decimalText(summary.factor, 2, times);
  row += decimalText(summary.document, 2, times);
  row += decimalText(summary.requestsPerS, 1, {});
  row += summary.latencyP50Ns ? timeText(*summary.latencyP50Ns) : QString();
  row += summary.latencyP99Ns ? timeText(*summary.latencyP99Ns) : QString();
  return row;
}

QString endingText(model::RunEnding ending) {
  switch (ending) {
    case model::RunEnding::kFailed: return Words::tr("main ended abnormally");
    case model::RunEnding::kStopped: return Words::tr("it was stopped");
    case model::RunEnding::kTimeLimit: return Words::tr("it was stopped at its time limit");
    case model::RunEnding::kHostLost: return Words::tr("it was cut off from outside");
    case model::RunEnding::kReturned: break;
  }
  return {};
}

/// What a run of its own would have said went wrong.
void sayTrouble(const report::ComparedRun& run, const scenario::Variant& variant) {
  const report::RunRecord& record = *run.record;
  const QString place =
      Words::tr("%1, run %2").arg(onOneLine(inLanguage(variant.label))).arg(qlonglong{run.repeat} + 1);
  if (!report::counts(record)) {
    QString what = endingText(record.ending);
    if (const QString trouble = models::troubleText(record); !trouble.isEmpty()) {
      what += QStringLiteral(" (%1)").arg(onOneLine(trouble));
    }
    tell(Words::tr("  %1 does not count: %2").arg(place, what));
  }
  for (const report::ClaimResult& claim : report::checkClaims(record)) {
    if (claim.verdict != report::Verdict::kFails) continue;
    tell(QStringLiteral("  %1:%2").arg(place, claimLine(claim, record.otherLoad)));
  }
}

/// How far the figures can be trusted.
void sayNoise(const report::Comparison& comparison, const std::vector<report::VariantSummary>& summaries) {
  if (const auto noise = report::noiseOf(summaries)) {
    tell(Words::tr("  runs of one variant differ by %1 %; smaller differences say nothing")
             .arg(*noise * 100, 0, 'f', 1));
  }
  if (const auto load = report::foreignLoadOf(comparison)) {
    tell(Words::tr("  other programs used %1 of %2 cores meanwhile: the times are longer than on a quiet machine, and "
                   "what runs on several cores loses most")
             .arg(load->cores, 0, 'f', 1)
             .arg(load->of));
  }
}

}  // namespace

void showExperimentProgress(const relay::ExperimentRunner::Progress& progress,
                            const std::vector<scenario::Variant>& variants) {
  if (progress.index >= progress.total) return;
  const QString label = onOneLine(inLanguage(variants[progress.variant].label));
  const QString line = progress.left ? Words::tr("run %1 of %2 \u00B7 %3 \u00B7 %4 \u00B7 about %5 left")
                                     : Words::tr("run %1 of %2 \u00B7 %3 \u00B7 %4");
  QString text = line.arg(progress.index + 1).arg(progress.total).arg(label, timeText(progress.elapsed.ns));
  if (progress.left) text = text.arg(timeText(progress.left->ns));
  showProgressLine(text);
}

void logRun(const report::ComparedRun& run, std::size_t number, std::size_t total, const scenario::Variant& variant) {
  if (::isatty(STDERR_FILENO) != 0) return;
  tell(Words::tr("run %1 of %2 \u00B7 %3 \u00B7 %4")
           .arg(number)
           .arg(total)
           .arg(onOneLine(inLanguage(variant.label)), timeText(report::wallTime(*run.record->snapshot).ns)));
}

std::vector<QStringList> tableOf(const report::Comparison& comparison,
                                 const std::vector<report::VariantSummary>& summaries) {
  std::vector<QStringList> rows{{QString(), Words::tr("time"), Words::tr("least \u2013 most"), Words::tr("CPU time"),
                                 Words::tr("cores used"), Words::tr("switches"), Words::tr("memory"),
                                 Words::tr("times as fast"), Words::tr("of the first"), Words::tr("document"),
                                 Words::tr("requests/s"), Words::tr("latency p50"), Words::tr("latency p99")}};
  for (std::size_t i = 0; i < summaries.size(); ++i) rows.push_back(rowOf(comparison.variants[i], summaries[i]));
  return rows;
}

void sayComparison(const report::Comparison& comparison, const std::vector<report::VariantSummary>& summaries,
                   const std::vector<report::ClaimResult>& claims) {
  for (const QString& line : tableLines(tableOf(comparison, summaries))) tell(line);
  double load = 0;
  for (const report::ComparedRun& run : comparison.runs) {
    sayTrouble(run, comparison.variants[run.variant]);
    load = std::max(load, run.record->otherLoad);
  }
  sayAdvice(report::adviceOf(comparison, summaries));
  sayNoise(comparison, summaries);
  for (const report::ClaimResult& claim : claims) {
    if (claim.reason != report::Reason::kNotApplicable) tell(claimLine(claim, load));
  }
}

}  // namespace threadline::app
