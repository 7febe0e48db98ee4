// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of pictures in the language of the installed translators (context "Figure").
//
// Thread: any one; translators must not change meanwhile.

#include <QString>

#include "ui/scene/marks.h"
#include "ui/scene/words.h"

namespace threadline::paint {

/// Without the kernel's records a lane that wants a core looks like one that has it: running is "running or ready".
[[nodiscard]] scene::Words figureWords(bool readyIsKnown);

[[nodiscard]] QString wordsOf(scene::MarkKind kind);
/// "time (ms)"
[[nodiscard]] QString axisLabel(const QString& unit);
/// "waiting for join, or at exit"
[[nodiscard]] QString joinsWord(bool hasExitWait, bool hasOthers);
/// "120 arrows left out"
[[nodiscard]] QString omittedArrows(std::size_t count);

}  // namespace threadline::paint
