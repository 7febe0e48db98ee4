// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Threads of this process: real pthreads with a name. start() returns when the new thread runs, as in Python. The
// thread's record is kept after its end, for is_alive, ident and join.
//
// Thread: any thread of the process.

#include <pthread.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/engine/actor/actor_start.h"
#include "core/engine/monotonic_condition.h"
#include "core/engine/process_runtime.h"

namespace threadline::engine {

struct ThreadRecord {
  LaneId lane;
  bool isDaemon = false;
  bool hasStarted = false;
  bool hasEnded = false;
  std::int64_t tid = 0;
  std::uint64_t ident = 0;
  std::uint64_t endFlow = 0;  // flow from its end to whoever joins it
};

class ThreadRegistry {
 public:
  explicit ThreadRegistry(ProcessRuntime& process) : m_process(process) {}

  /// Starts a thread for `start` and waits until it runs. The caller has dropped the GIL. Errors: kSystem (no thread to
  /// be had: says so as Python does, "can't start new thread").
  [[nodiscard]] Result<std::uint32_t> startThread(const ActorStart& start);
  /// Waits for its end; false when the time limit passed. The caller has recorded `joining` and dropped the GIL.
  bool join(std::uint32_t thread, std::optional<DurationNs> limit);
  [[nodiscard]] ThreadRecord record(std::uint32_t thread) const;
  /// Threads that are no daemons and still live: what a process waits for at its exit.
  [[nodiscard]] std::vector<std::uint32_t> unfinishedNonDaemons() const;

 private:
  struct Launch;
  static void* entry(void* launch);
  void run(std::uint32_t thread, const ActorStart& start);

  ProcessRuntime& m_process;
  mutable std::mutex m_mutex;
  MonotonicCondition m_changed;
  std::vector<ThreadRecord> m_threads;
};

}  // namespace threadline::engine
