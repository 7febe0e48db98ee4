// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What reports, claims and views all ask of a run's snapshot: which lanes a pattern means, how long the run took, what
// it cost, what went through an object. One place, so that the JSON, a claim and a picture never disagree.
//
// Thread: any; the snapshot is immutable.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/model/run_ending.h"
#include "core/model/trace.h"
#include "core/model/wait_graph.h"

namespace threadline::report {

/// Lanes in the order of their ids whose name matches, or whose process's name does where they are its main lane.
/// "*" alone leaves services out.
[[nodiscard]] std::vector<LaneId> lanesMatching(const model::Snapshot& snapshot, std::string_view glob);
[[nodiscard]] bool laneMatches(const model::Snapshot& snapshot, const model::Lane& lane, std::string_view glob);

/// The process that runs main: the first with that start method; null in a trace without processes.
[[nodiscard]] const model::Process* mainProcess(const model::Snapshot& snapshot);
[[nodiscard]] const model::Process* processOf(const model::Snapshot& snapshot, ProcessId id);

/// Main's start to its end (or to the last thing known of a run that was cut off).
[[nodiscard]] DurationNs wallTime(const model::Snapshot& snapshot);
/// When the last process ended.
[[nodiscard]] TimeNs groupEnd(const model::Snapshot& snapshot);
/// CPU time of all processes, each counted once; nothing where none is known.
[[nodiscard]] std::optional<DurationNs> cpuTime(const model::Snapshot& snapshot);

/// Who waited for whom for ever, in the order of the cycle; empty where nobody did.
[[nodiscard]] std::vector<model::WaitEdge> deadlockOf(const model::Snapshot& snapshot);

/// What the engine said of a failure, in English, as files have it: the host's own words, else the deadlock, else
/// main's exception; empty where there was none.
[[nodiscard]] std::string failureMessage(const model::Snapshot& snapshot, model::RunEnding ending,
                                         const std::string& hostMessage);

struct ObjectTraffic {
  std::int64_t puts = 0;
  std::int64_t gets = 0;
  std::int64_t maxDepth = 0;
  std::int64_t left = 0;
};
/// Items put into and taken out of a queue, or emitted into a mailbox and served.
[[nodiscard]] ObjectTraffic trafficOf(const model::Snapshot& snapshot, ObjectId object);

/// The words of instants in scenario files: "code_end", "print", ...
[[nodiscard]] std::string_view nameOf(InstantKind kind);
/// Accepts "code end" for "code_end".
[[nodiscard]] std::optional<InstantKind> instantNamed(std::string_view word);
/// The words of flows: "start", "put", "emit", "release", "signal", "join".
[[nodiscard]] std::optional<FlowKind> flowNamed(std::string_view word);

/// When the lane's first step began: the arrival of its start, else its first span after starting.
[[nodiscard]] std::optional<TimeNs> firstStepOf(const model::Snapshot& snapshot, LaneId lane);

}  // namespace threadline::report
