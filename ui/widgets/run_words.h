// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window says of runs: how far they are, how they ended, how long they took beside each other, what they say
// to a question.
//
// Thread: GUI (the installed translators choose the language).

#include <QString>

#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/report/claims.h"
#include "core/report/run_record.h"
#include "ui/widgets/notice_bar.h"

namespace threadline::widgets {

struct EndingNotice {
  Severity severity{};
  QString text;
};
/// Nothing where a run ended as it should.
[[nodiscard]] std::optional<EndingNotice> endingNotice(const report::RunRecord& record);

/// "Running · 1.2 s · 4,711 events"
[[nodiscard]] QString runProgress(DurationNs elapsed, std::uint64_t events);
/// "Run 2 of 9: threads · 1.2 s · about 8 s left"; `number` counts from 1.
[[nodiscard]] QString experimentProgress(std::size_t number, std::size_t total, const QString& variant,
                                         DurationNs elapsed, std::optional<DurationNs> left);

/// "1.2 s · 0.52× the time (document: 0.50×)"
[[nodiscard]] QString timeNote(DurationNs wall, DurationNs first, std::optional<double> document = {});

/// What a run itself says to its question: the first of its claims that could be checked; empty where none could.
[[nodiscard]] QString measuredSentence(const std::vector<report::ClaimResult>& claims);

}  // namespace threadline::widgets
