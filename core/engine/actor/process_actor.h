// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Child processes of this process: start by fork, spawn or a fork server, join with time limit, aliveness, signals,
// exit codes as Python has them; and the order in which a process ends.
//
// Thread: any thread of the process, under the GIL where there is one; joinChild releases nothing by itself: the caller
// records `joining` and drops the GIL around it.

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/unique_fd.h"
#include "core/engine/actor/actor_start.h"
#include "core/engine/process_runtime.h"

namespace threadline::engine {

struct ChildProcess {
  ProcessId id;
  std::string name;
  StartMethod method = StartMethod::kFork;
  bool hasStarted = false;
  bool hasFailed = false;  // its start was refused: it cannot be started any more
  pid_t pid = 0;
  std::shared_ptr<const UniqueFd> pidfd;   // shared with those who wait on it just now; null once collected
  std::shared_ptr<const UniqueFd> ending;  // of a fork server's child: where the server will tell its end
  bool isDaemon = false;
  LaneId mainLane;
  std::optional<std::int64_t> exitCode;  // Python's, once collected: -15, -9, 3, 0, 1
};

class ChildRegistry {
 public:
  explicit ChildRegistry(ProcessRuntime& process) : m_process(process) {}

  /// Gives a child its ProcessId and records kProcess (without pid) in the starter's lane: `create`, and the first half
  /// of `start`. The caller then makes the child's main lane (lane_factory.h) with that ProcessId.
  [[nodiscard]] std::uint32_t reserve(Recorder& starter, const std::string& name, bool isDaemon, StartMethod method);
  /// Starts a reserved child whose main actor is `start`. Registers the pid with the guard and records kProcess again,
  /// with the pid. A daemonic process may not have children (kRunFailed, in Python's words); a second start is
  /// kRunFailed too. The caller has recorded `starting` in the child's lane; a refused start ends that lane with the
  /// reason (a second start leaves it alone). Errors: kRunFailed, kSystem, kUnsupported.
  [[nodiscard]] Status startProcess(Recorder& starter, std::uint32_t index, const ActorStart& start);

  /// Waits for the child's end and collects it (recording kProcessCollected and kProcessCpu); false when the time limit
  /// passed, or when it was never started. No limit: waits for ever. Waking is by pidfd, no polling.
  bool join(Recorder& recorder, std::uint32_t index, std::optional<DurationNs> limit);
  /// Python's is_alive: looks and collects without waiting.
  [[nodiscard]] bool isAlive(Recorder& recorder, std::uint32_t index);
  /// Sends the signal and records it; nothing happens to a child that was collected. Errors: kRunFailed for one that
  /// was not started, kSystem.
  [[nodiscard]] Status signal(Recorder& recorder, std::uint32_t index, int signalNumber);
  [[nodiscard]] ChildProcess child(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t count() const;
  /// In a forked child, about the registry of the process that it came from: closes what must not stay open.
  void closeInChild();

 private:
  void recordProcess(Recorder& starter, const ChildProcess& child) const;
  void collect(Recorder& recorder, ChildProcess& child);
  static void collectFromServer(ChildProcess& child);
  [[nodiscard]] Status refuse(ChildProcess& child, const ActorStart& start, Error reason) const;

  ProcessRuntime& m_process;
  mutable std::mutex m_mutex;
  std::vector<ChildProcess> m_children;
};

/// Runs a process from its main actor's first step to its end and never comes back: runFunction; then, in the
/// reference's order, the mark of the code's end, join of all threads that are no daemons, SIGTERM to daemon children,
/// join of the others; last word; _exit. (A child process sees to its children first and to its threads afterwards, as
/// multiprocessing does.)
[[noreturn]] void runProcess(ProcessRuntime& process, const ActorStart& start);

/// The end of a whole process from any of its threads, at once (os._exit): last word, _exit.
[[noreturn]] void exitNow(ProcessRuntime& process, Recorder& recorder, std::int64_t code);

}  // namespace threadline::engine
