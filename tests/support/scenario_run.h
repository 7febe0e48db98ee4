// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a scenario in a real threadline-host and keeps what came of it, for tests.
//
// Thread: one.

#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/time.h"
#include "core/model/trace_builder.h"
#include "core/relay/drain.h"
#include "core/relay/run_controller.h"

namespace threadline::test {

/// A scenario's text around these functions: `functions` is the inside of "functions", `rest` further top-level
/// members, each with a comma behind it ("\"process\": {...},").
[[nodiscard]] std::string scenarioOf(std::string_view functions, std::string_view rest = {});

using Settings = std::vector<std::pair<std::string, std::string>>;

/// The package of this scenario; a failure of the test, and empty, where the scenario has problems.
[[nodiscard]] std::string packageOf(const std::string& scenario, const Settings& settings = {},
                                    const std::string& preset = {});

/// A run that is on its way. What it has recorded is read by tick() and waitForEnd().
class ScenarioRun {
 public:
  /// Null, and a failure of the test, where it does not start.
  [[nodiscard]] static std::unique_ptr<ScenarioRun> start(const std::string& scenario, const Settings& settings = {},
                                                          std::optional<DurationNs> timeLimit = {});
  [[nodiscard]] static std::unique_ptr<ScenarioRun> startPackage(const std::string& package,
                                                                 std::optional<DurationNs> timeLimit = {});
  /// One pass of the drain; true once the run is over.
  bool tick();
  /// False, and a failure of the test, when it did not end within the limit.
  bool waitForEnd(DurationNs limit = seconds(60));
  /// Ticks until something is in the trace; false when the run ended or the limit passed first.
  template <typename Condition>
  bool waitFor(Condition condition);

  [[nodiscard]] relay::RunController& controller() { return *m_controller; }
  [[nodiscard]] pid_t group() const { return m_group; }
  [[nodiscard]] model::SnapshotPtr snapshot() { return m_builder.snapshot(); }
  [[nodiscard]] model::RunEnding ending() { return m_controller->ending(*snapshot()); }

 private:
  explicit ScenarioRun(std::unique_ptr<relay::RunController> controller);
  static void nap();

  std::unique_ptr<relay::RunController> m_controller;
  model::TraceBuilder m_builder;
  relay::Drain m_drain;
  pid_t m_group = 0;
};

template <typename Condition>
bool ScenarioRun::waitFor(Condition condition) {
  for (int i = 0; i < 20'000; ++i) {
    const bool isOver = tick();
    if (condition(*snapshot())) return true;
    if (isOver) return false;
    nap();
  }
  return false;
}

/// From its start to its end. Null, and a failure of the test, where it does not start or end.
[[nodiscard]] std::unique_ptr<ScenarioRun> runToTheEnd(const std::string& scenario, const Settings& settings = {},
                                                       std::optional<DurationNs> timeLimit = {});

/// The process with this name; a failure of the test where there is none.
[[nodiscard]] model::Process processNamed(const model::Snapshot& snapshot, std::string_view name);
/// The lane with this name, likewise.
[[nodiscard]] model::Lane laneNamed(const model::Snapshot& snapshot, std::string_view name);
/// What was printed, in the order of time.
[[nodiscard]] std::vector<std::string> outputOf(const model::Snapshot& snapshot);
/// The times of the lane's spans in this state.
[[nodiscard]] std::vector<TimeRange> spansOf(const model::Snapshot& snapshot, LaneId lane, LaneState state);
/// Every lane's spans join without gap and add up to its length; a failure of the test where they do not.
void expectLanesAddUp(const model::Snapshot& snapshot);

}  // namespace threadline::test
