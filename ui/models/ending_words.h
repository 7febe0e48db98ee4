// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why a run ended as it did, as people read it, the same in the window and on the command line.
//
// Thread: GUI (the installed translators choose the language).

#include <QString>

#include "core/report/run_record.h"

namespace threadline::models {

/// What went wrong: the deadlock, each actor's wait in turn, in the person's language; else what the engine or the
/// exception said; empty where nothing did.
[[nodiscard]] QString troubleText(const report::RunRecord& run);

}  // namespace threadline::models
