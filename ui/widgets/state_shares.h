// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the time of the shown lanes is shared among the states: the figures of the legend and of a selection.
//
// Thread: any; nothing is kept.

#include <QStringList>

#include "ui/scene/pane.h"
#include "ui/scene/view_state.h"
#include "ui/scene/words.h"

namespace threadline::widgets {

/// All shown lanes of all panes together, within the range.
[[nodiscard]] PerState<DurationNs> stateTimes(const std::vector<scene::Pane>& panes, const scene::ViewState& state,
                                              TimeRange range);
[[nodiscard]] DurationNs totalOf(const PerState<DurationNs>& times);

/// "45 %"; "< 1 %" where there is some but less.
[[nodiscard]] QString percentText(DurationNs part, DurationNs whole);

/// "running 45 %", the largest first, at most `most` of them.
[[nodiscard]] QStringList largestShares(const PerState<DurationNs>& times, const scene::Words& words, std::size_t most);

}  // namespace threadline::widgets
