// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes threadline-host the guard of a run, before anything of the run exists: its own process group, the
// lifeline, subreaper, limits, signals, descriptors. Everything here is inherited by the processes of the run or kept
// by the kernel; nothing needs undoing.
//
// Thread: the guard's only one.

#include "core/base/result.h"

namespace threadline::engine {

/// Leads its own process group, adopts orphans, leaves no core files, may open enough descriptors for 1000 actors,
/// and closes all descriptors above those of the run. SIGPIPE and SIGTTOU are ignored here and in all that it starts:
/// a print into a closed or a foreign terminal is an error, not a death. Errors: kSystem.
[[nodiscard]] Status becomeGuard();

/// Ties the life of this process group to the pipe's writer: when the last write end is closed, in whatever way its
/// owner ended, the kernel sends SIGKILL to the whole group. Lasts as long as any process keeps `readEnd` open.
/// Errors: kSystem; kRunFailed when the writer was gone already.
/// Source: fcntl(2), F_SETOWN with a negative number, F_SETSIG, O_ASYNC.
[[nodiscard]] Status armLifeline(int readEnd);

/// Descriptor 1, where prints of the run go: /dev/null, or with `echo` what descriptor 2 is. Errors: kSystem.
[[nodiscard]] Status openRunOutput(bool echo);

}  // namespace threadline::engine
