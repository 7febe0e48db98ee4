// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words around a picture, composed from a scenario's texts and a run's record in the language chosen: title,
// subtitle (scenario, values, measured time), caption, last line (machine, date, losses), alternative text.
// Sentences are translated whole, never glued from parts.
//
// Thread: main's (translations).

#include <QString>
#include <QStringList>
#include <string>

#include "app/cli/options.h"
#include "core/report/run_record.h"
#include "ui/paint/figure.h"

namespace threadline::app {

/// What a picture is made of: a run of ours, or a foreign trace with the name of its file.
struct PictureSource {
  model::SnapshotPtr snapshot;
  const report::RunRecord* run = nullptr;  // null: a foreign trace
  std::string file;                        // a saved trace's name; empty for a run
};

/// Title, subtitle, caption, footer, alternative text and metadata; `view` decides what the alternative text says.
[[nodiscard]] paint::FigureSubject composeSubject(const PictureSource& source, const PictureOptions& options,
                                                  model::View view);

/// What a run's values are: those of `shown` that differ from their defaults first, at most `most`.
[[nodiscard]] QStringList parameterTexts(const scenario::Scenario& scenario, const scenario::ParameterValues& shown,
                                         int most);
/// "Measured on ... with Threadline ... (2 cores, Linux 6.1)."
[[nodiscard]] QString measuredSentence(const report::RunRecord& run);
/// "Other programs used 0.8 cores meanwhile."; empty where they did nothing that matters.
[[nodiscard]] QString loadSentence(double otherLoad);
/// "No event was lost.", or how many were.
[[nodiscard]] QString lossSentence(std::uint64_t lost);

/// "Numbers 20,000,000", "Delay 80 ms", "GIL off": a parameter's value for people.
[[nodiscard]] QString parameterText(const scenario::Parameter& parameter, const scenario::Value& value);

}  // namespace threadline::app
