// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Starts threadline-host with exactly the descriptors of a run (core/ring/run_descriptors.h) and nothing else of this
// process: own process group, default signals, no descriptor leaked. Part of the run controller.
//
// Thread: any; posix_spawn, so it is safe in a program with threads.

#include <sys/types.h>

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/unique_fd.h"

namespace threadline::relay {

/// The guard as its controller holds it.
struct SpawnedHost {
  pid_t pid = 0;
  UniqueFd pidfd;
  UniqueFd lifeline;  // the only write end: closing it kills the group
  UniqueFd message;   // what the guard says when it cannot run; non-blocking
};

/// Errors: kNotFound where there is no program at `hostPath`; kSystem.
[[nodiscard]] Result<SpawnedHost> spawnHost(const std::string& hostPath, int ringFd, std::string_view package);

}  // namespace threadline::relay
