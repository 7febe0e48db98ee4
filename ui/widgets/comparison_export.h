// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The picture of several runs under one another, from what the timeline shows: each run is a pane with its title and
// its note. In the export dialog the panes take the place of the lanes: a person hides, renames and orders them.
//
// Thread: GUI. Nothing is kept.

#include <QString>

#include <vector>

#include "ui/paint/figure.h"
#include "ui/scene/pane.h"
#include "ui/widgets/export_choice.h"

namespace threadline::widgets {

/// What there is to say of the runs together.
struct ComparisonWords {
  QString title;
  QString caption;
  QString experiment;  // its id; empty for runs that a person put side by side
  QString preset;
};

/// The panes as things to choose from; their places are their ids.
[[nodiscard]] std::vector<ExportLane> exportedPanes(const std::vector<scene::Pane>& panes);

/// All times that any of them has.
[[nodiscard]] TimeRange timesOfAll(const std::vector<scene::Pane>& panes);

/// `base` has what is the same for all of them: the footer and the facts about the machine.
[[nodiscard]] paint::FigureSubject comparisonSubject(paint::FigureSubject base, const std::vector<scene::Pane>& panes,
                                                     const ComparisonWords& words, const ExportChoice& choice);

/// The words before the figure's own arguments: what to run or to read.
[[nodiscard]] QStringList comparisonCommand(const ComparisonWords& words, std::size_t runs, const QString& fileName);

}  // namespace threadline::widgets
