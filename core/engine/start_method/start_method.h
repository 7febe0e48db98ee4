// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a child process is made: one function for each start method, in one table. What they have in common (who may have
// children, registering, watching, recording) stands in the ChildRegistry.

#include <sys/types.h>

#include "core/base/result.h"
#include "core/engine/actor/actor_start.h"
#include "core/engine/process_runtime.h"

namespace threadline::engine {

/// Makes the process and gives its pid; in a forked child it does not return. `child` has no pid yet.
/// Errors: kSystem (EAGAIN says which limit), kUnsupported.
using StartFunction = Result<pid_t> (*)(ProcessRuntime& parent, const ProcessIdentity& child, const ActorStart& start);

/// The function of this method. Errors of calling it: kUnsupported for a method of a later version.
[[nodiscard]] StartFunction startFunctionOf(StartMethod method);

/// fork(2): the child goes on from here with a runtime made anew; only the forking thread lives there.
[[nodiscard]] Result<pid_t> startByFork(ProcessRuntime& parent, const ProcessIdentity& child, const ActorStart& start);
/// posix_spawn of /proc/self/exe: a fresh program that gets descriptors by number, objects by index and the rest as
/// JSON through a memfd.
[[nodiscard]] Result<pid_t> startBySpawn(ProcessRuntime& parent, const ProcessIdentity& child, const ActorStart& start);

/// The error of a refused fork or spawn, naming the limit where that is the reason.
[[nodiscard]] Error startError(const char* call, int errnoValue);

}  // namespace threadline::engine
