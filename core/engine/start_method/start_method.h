// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a child process is made: one function for each start method, in one table. What they have in common (who may have
// children, registering, watching, recording) stands in the ChildRegistry.

#include <sys/types.h>

#include <vector>

#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/engine/actor/actor_start.h"
#include "core/engine/process_runtime.h"
#include "core/engine/start_method/spawn_package.h"

namespace threadline::engine {

/// A process that was just made. Of a forked server's child, which is not this process's own, the pidfd comes with it,
/// and the socket on which the server will tell its end; of the others both are closed.
struct StartedProcess {
  pid_t pid = 0;  // 0: the server died before it told; a process may be there, and its lane is that process's
  UniqueFd pidfd;
  UniqueFd ending;
};

/// Makes the process; in a forked child it does not return. `child` has no pid yet. `starter`: the lane that starts.
/// Errors: kSystem (EAGAIN says which limit), kUnsupported.
using StartFunction = Result<StartedProcess> (*)(ProcessRuntime& parent, Recorder& starter,
                                                 const ProcessIdentity& child, const ActorStart& start);

/// The function of this method. Errors of calling it: kUnsupported for a method of a later version.
[[nodiscard]] StartFunction startFunctionOf(StartMethod method);

/// fork(2): the child goes on from here with a runtime made anew; only the forking thread lives there.
[[nodiscard]] Result<StartedProcess> startByFork(ProcessRuntime& parent, Recorder& starter,
                                                 const ProcessIdentity& child, const ActorStart& start);
/// posix_spawn of /proc/self/exe: a fresh program that gets descriptors by number, objects by index and the rest as
/// JSON through a memfd.
[[nodiscard]] Result<StartedProcess> startBySpawn(ProcessRuntime& parent, Recorder& starter,
                                                  const ProcessIdentity& child, const ActorStart& start);
/// Asks the fork server of this process for a child (forkserver_link.cpp), making the server where there is none.
[[nodiscard]] Result<StartedProcess> startByForkserver(ProcessRuntime& parent, Recorder& starter,
                                                       const ProcessIdentity& child, const ActorStart& start);

/// Spawns this program again in this mode. `sameNumber` are handed over under their own numbers, `startFd` as kModeFd.
[[nodiscard]] Result<pid_t> spawnSelf(const char* mode, const std::vector<int>& sameNumber, int startFd);
/// The numbers of what every process of the run has open: rings, package, lifeline, the guard's pipe, objects.
[[nodiscard]] std::vector<int> runDescriptors(const ProcessRuntime& process);
/// The package in a memfd of its own. Errors: kSystem.
[[nodiscard]] Result<UniqueFd> packageFd(const SpawnPackage& package);

/// The error of a refused fork or spawn, naming the limit where that is the reason.
[[nodiscard]] Error startError(const char* call, int errnoValue);

}  // namespace threadline::engine
