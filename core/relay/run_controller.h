// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Starts a run, watches it, stops it, and cleans up after it whatever happens. Used by the window and by the command
// line; std only.
//
// It posix_spawns threadline-host with fd 3 = ring memfd, 4 = package memfd (sealed), 5 = the lifeline's read end, and
// holds the lifeline's write end and a pidfd. When this process dies, the kernel kills the run's group.
// When the guard dies first, the controller kills the group before it reaps the guard, so that its number cannot be
// reused.
//
// Thread: one at a time (the drain's thread); stop() may come from any thread and from a signal handler.

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/unique_fd.h"
#include "core/model/run_ending.h"
#include "core/model/trace.h"
#include "core/model/trace_builder.h"
#include "core/ring/shared_rings.h"

namespace threadline::relay {

struct RunRequest {
  std::string package;   // scenario::writeRunPackage
  std::string hostPath;  // threadline-host
  std::optional<DurationNs> timeLimit;
};

class RunController {
 public:
  /// Errors: kSystem (memfd, pipe, spawn), kNotFound for a missing host program; the message says what to do.
  [[nodiscard]] static Result<std::unique_ptr<RunController>> start(const RunRequest& request);
  ~RunController();  // stops what still runs and waits for it

  [[nodiscard]] ring::SharedRings& rings();
  /// Readable when the guard has ended.
  [[nodiscard]] int pidfd() const;
  /// Kills the run's group. Idempotent. Thread: any; async-signal-safe.
  void stop();
  /// Applies the time limit and notices the guard's end; true once the group is gone and everything is reaped.
  [[nodiscard]] bool poll();
  /// To be called after each reading of the rings. Once lanes wait for each other for ever (core/model/wait_graph.h) it
  /// writes the cycle into the trace and kills the run's processes, but not the guard, which collects them and ends the
  /// run as any other: main was killed, and the trace says why (report::deadlockOf).
  void endWhenStuck(model::TraceBuilder& builder);
  /// How it ended; only after poll() gave true. kFailed where main ended abnormally or the guard reported an error.
  [[nodiscard]] model::RunEnding ending(const model::Snapshot& snapshot) const;
  /// What threadline-host wrote to its standard error when it could not run (at most 4 KiB); empty otherwise.
  [[nodiscard]] const std::string& hostMessage() const;

 private:
  RunController();
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace threadline::relay
