// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one process of a run has exactly one of. Made in the guard's child (main), made anew in a forked child (only the
// forking thread lives there: GIL, registries and process-local objects must not be inherited), made from descriptors
// in a spawned one.
//
// Ends by _exit; nothing in it relies on destructors.

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/ids.h"
#include "core/engine/program.h"
#include "core/event/event.h"
#include "core/ring/shared_rings.h"

namespace threadline::engine {

class Gil;             // gil/gil.h
class HandleTable;     // actor/handle_table.h: actors that this process created or started
class ObjectTable;     // objects/object_table.h: process-local side of every object
class ThreadRegistry;  // actor/thread_actor.h: threads of this process, for join at exit
class ChildRegistry;   // actor/process_actor.h: children that this process started
class ForkGate;        // fork_gate.h: exclusive around fork, shared by every engine mutex that a child needs
class TaskRegistry;    // loop/task_registry.h: tasks of this process
class SharedBlock;     // shared_block.h: memory and pipes of the objects between processes

struct ProcessIdentity {
  ProcessId id;
  ProcessId parent;
  pid_t pid = 0;
  pid_t parentPid = 0;
  std::string name;
  StartMethod startMethod = StartMethod::kMain;
  bool isDaemon = false;
};

struct ProcessRuntime {
  const Program* program = nullptr;
  ring::SharedRings* rings = nullptr;
  SharedBlock* shared = nullptr;
  int registerFd =
      -1;  // write end of the guard's pipe: {ProcessId, pid} of each new process, so that it can watch its pidfd
  int packageFd = -1;     // the package's memfd, for spawn
  int forkserverFd = -1;  // this process's end of the socket to its fork server; -1: none so far
  ProcessIdentity identity;
  std::unique_ptr<Gil> gil;  // null: the scenario switched it off
  std::unique_ptr<ObjectTable> objects;
  std::unique_ptr<HandleTable> handles;
  std::unique_ptr<ThreadRegistry> threads;
  std::unique_ptr<TaskRegistry> tasks;
  std::unique_ptr<ChildRegistry> children;
  std::unique_ptr<ForkGate> forkGate;

  ProcessRuntime();
  ~ProcessRuntime();
};

/// Makes what a process has for itself alone, once program, rings, shared block and identity are set: GIL, registries,
/// gate, and the objects, unless they were copied for it (ObjectTable::copyForFork).
void equipProcess(ProcessRuntime& process, std::unique_ptr<ObjectTable> copiedObjects);

}  // namespace threadline::engine
