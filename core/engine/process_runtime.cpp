// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/process_runtime.h"

#include "core/engine/actor/handle_table.h"
#include "core/engine/actor/process_actor.h"
#include "core/engine/actor/thread_actor.h"
#include "core/engine/fork_gate.h"
#include "core/engine/gil/gil.h"
#include "core/engine/loop/task_registry.h"
#include "core/engine/objects/object_table.h"

namespace threadline::engine {

ProcessRuntime::ProcessRuntime() = default;
ProcessRuntime::~ProcessRuntime() = default;

void equipProcess(ProcessRuntime& process, std::unique_ptr<ObjectTable> copiedObjects) {
  if (process.program->hasGil)
    process.gil = std::make_unique<Gil>(Gil::Settings{microseconds(process.program->intervalUs)});
  process.forkGate = std::make_unique<ForkGate>();
  process.handles = std::make_unique<HandleTable>();
  process.threads = std::make_unique<ThreadRegistry>(process);
  process.tasks = std::make_unique<TaskRegistry>();
  process.children = std::make_unique<ChildRegistry>(process);
  if (copiedObjects) {
    process.objects = std::move(copiedObjects);
  } else {
    process.objects = std::make_unique<ObjectTable>(process);
  }
}

}  // namespace threadline::engine
