// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of tables and panels for states, lanes and what a span waits for, in the language of the installed
// translators. States have the words of pictures (context "Figure"), so that a table and its picture say the same.
// Names that come from a trace are cut to one line; show them as plain text.
//
// Thread: GUI. Ask again when the language changes.

#include <QtCore/QString>

#include "core/model/trace.h"

namespace threadline::models {

/// Without the kernel's records a lane that wants a core looks like one that has it: running is "running or ready".
[[nodiscard]] QString stateWord(LaneState state, bool readyIsKnown = false);
/// "worker-1"; where a run has several processes, the process before it: "Process-1 › worker-1".
[[nodiscard]] QString laneTitle(const model::Snapshot& snapshot, LaneId lane);
[[nodiscard]] QString labelText(const model::Snapshot& snapshot, TextId text);
[[nodiscard]] QString objectTitle(const model::Snapshot& snapshot, ObjectId object);
/// What the span waits for: a lane, an object, a process; "the GIL"; empty: nothing, or not known.
[[nodiscard]] QString waitsFor(const model::Snapshot& snapshot, const model::Span& span);
/// Who held it; empty: nobody, or not known.
[[nodiscard]] QString heldBy(const model::Snapshot& snapshot, const model::Span& span);
/// Since the run's zero: "12.345 ms", always to the microsecond, so that rows can be told apart.
[[nodiscard]] QString timeText(TimeNs time);
[[nodiscard]] QString lengthText(DurationNs length);
/// "45.2 %", "< 0.1 %"; "0 %" only where there is nothing.
[[nodiscard]] QString percentText(double share);

}  // namespace threadline::models
