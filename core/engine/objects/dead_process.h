// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether a process has ended: asked by those who wait for something that it holds.
//
// Thread: any.

#include <sys/types.h>

namespace threadline::engine {

/// It is gone, or only waits to be collected. False for numbers that are no process's.
[[nodiscard]] bool isDeadProcess(pid_t pid);

}  // namespace threadline::engine
