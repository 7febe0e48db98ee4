// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Makes the runs of an experiment's plan, one after the other and never side by side. It waits for nothing: whoever has
// it calls poll() every few milliseconds, on a thread of its own or in the command line's loop, and sleeps meanwhile on
// pidfd().
//
// What is finished is kept, whatever becomes of the rest. A run that fails, crashes or passes the time limit is one of
// the finished; the one that stop() interrupts is not. When a run cannot be started at all, no other is tried.
//
// Thread: one at a time; stop() may come from any thread and from a signal handler.

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/trace.h"
#include "core/report/comparison.h"
#include "core/report/experiment_plan.h"

namespace threadline::relay {

struct ExperimentRequest {
  report::ExperimentPlan plan;
  /// Of each variant of the plan; variants may share one.
  std::vector<std::shared_ptr<const scenario::RunnableScenario>> scenarios;
  std::string preset;                   // for the records; its values are in the plan
  std::string hostPath;                 // threadline-host
  std::optional<DurationNs> timeLimit;  // of each run
};

class ExperimentRunner {
 public:
  struct Progress {
    std::size_t index = 0;  // of the run that goes on, from 0; `total` when all are done
    std::size_t total = 0;
    std::size_t variant = 0;         // of that run
    DurationNs elapsed;              // of that run
    std::optional<DurationNs> left;  // of all of them, by what the finished ones took
  };

  explicit ExperimentRunner(ExperimentRequest request);
  ~ExperimentRunner();  // stops what still runs and waits for it
  ExperimentRunner(const ExperimentRunner&) = delete;
  ExperimentRunner& operator=(const ExperimentRunner&) = delete;

  /// Starts, reads, ends runs as far as can be done now; true once there is nothing more to do.
  [[nodiscard]] bool poll();
  /// The run that goes on is killed and nothing is started after it; poll() does it. Idempotent.
  void stop() { m_isStopWanted.store(true); }

  /// Readable when the run that goes on has ended; -1 between runs.
  [[nodiscard]] int pidfd() const;
  [[nodiscard]] Progress progress() const;
  /// The trace so far of the run that goes on; null between runs.
  [[nodiscard]] model::SnapshotPtr snapshot() const;
  /// In the order in which they ran.
  [[nodiscard]] const std::vector<report::ComparedRun>& finished() const { return m_finished; }
  /// Why no further run could be started.
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  /// Whether stop() kept it from making all runs.
  [[nodiscard]] bool wasStopped() const { return m_wasStopped; }

 private:
  struct Run;
  void startNext();
  void take();

  ExperimentRequest m_request;
  std::unique_ptr<Run> m_run;
  std::vector<report::ComparedRun> m_finished;
  std::vector<DurationNs> m_durations;  // of each of them, with its start and its end
  std::optional<Error> m_error;
  std::atomic<bool> m_isStopWanted = false;
  bool m_wasStopped = false;
};

}  // namespace threadline::relay
