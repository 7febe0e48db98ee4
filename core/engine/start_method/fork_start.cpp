// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cerrno>
#include <mutex>

#include "core/engine/actor/process_actor.h"
#include "core/engine/fork_gate.h"
#include "core/engine/objects/object_table.h"
#include "core/engine/register_message.h"
#include "core/engine/start_method/start_method.h"

namespace threadline::engine {

namespace {

[[noreturn]] void goOnAsChild(ProcessRuntime& parent, std::unique_ptr<ObjectTable> objects,
                              const ProcessIdentity& identity, const ActorStart& start) {
  registerProcess(parent.registerFd, identity.id, ::getpid());
  parent.children->closeInChild();
  // Never destroyed, like the parent's, which is left as it was: its locks belong to threads that are not here.
  auto* child = new ProcessRuntime;
  child->program = parent.program;
  child->rings = parent.rings;
  child->shared = parent.shared;
  child->registerFd = parent.registerFd;
  child->packageFd = parent.packageFd;
  child->forkserverFd = parent.forkserverFd;
  child->identity = identity;
  child->identity.pid = ::getpid();
  child->identity.parentPid = ::getppid();
  equipProcess(*child, std::move(objects));
  runProcess(*child, start);
}

}  // namespace

Result<StartedProcess> startByFork(ProcessRuntime& parent, Recorder& /*starter*/, const ProcessIdentity& child,
                                   const ActorStart& start) {
  const std::lock_guard gate(*parent.forkGate);
  std::unique_ptr<ObjectTable> objects = parent.objects->copyForFork();
  const pid_t pid = ::fork();
  if (pid == 0) goOnAsChild(parent, std::move(objects), child, start);
  if (pid < 0) return startError("fork", errno);
  return StartedProcess{pid, {}, {}};
}

}  // namespace threadline::engine
