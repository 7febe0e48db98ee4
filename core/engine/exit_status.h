// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a process ended, as the kernel tells its parent; for the guard and for every process that has children.

#include <sys/types.h>

#include <cstdint>
#include <optional>

#include "core/event/event.h"

namespace threadline::engine {

struct ProcessExitStatus {
  ProcessEndHow how = ProcessEndHow::kExited;  // kExited or kSignalled
  std::int64_t code = 0;                       // exit code, or the signal's number
  std::int64_t cpuNs = 0;                      // of it and of all that it had collected
};

/// Collects this child when it has ended; nothing while it lives, or when it is no child of this process.
/// Thread: any, but only one collects a given child.
[[nodiscard]] std::optional<ProcessExitStatus> collectChild(pid_t pid);

/// Python's number for it: the exit code, or the signal's number below zero.
[[nodiscard]] std::int64_t pythonExitCode(const ProcessExitStatus& status);

}  // namespace threadline::engine
