// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Traces with invented times in the shape of the pictures that people need most, for tests of layout and figures.

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/model/trace_writer.h"
#include "core/model/view.h"

namespace threadline::test {

struct Sample {
  model::SnapshotPtr snapshot;
  model::View view;
};

/// A trace in milliseconds and names.
class TraceSketch {
 public:
  ProcessId process(std::string_view name, std::int64_t pid, double startMs, ProcessId parent = {});
  LaneId lane(ProcessId process, std::string_view name, double startMs, bool isMain = false);
  void span(LaneId lane, double startMs, LaneState state, const std::string& label = {});
  void end(LaneId lane, double ms, LaneExit exit = LaneExit::kReturned);
  void endProcess(ProcessId process, double ms, ProcessEndHow how = ProcessEndHow::kReturned, std::int64_t code = 0,
                  double collectedMs = 0);
  void flow(FlowKind kind, LaneId from, double outMs, LaneId to, double inMs, ObjectId object = {});
  void instant(LaneId lane, double ms, InstantKind kind, std::string_view text = {}, std::int64_t value = 0);

  model::TraceWriter writer;
};

[[nodiscard]] TimeNs atMs(double ms);
/// Everything of a snapshot, each process's lanes together.
[[nodiscard]] model::View wholeView(const model::Snapshot& snapshot);

[[nodiscard]] Sample forkJoinSample();
[[nodiscard]] Sample gilSample();
[[nodiscard]] Sample sumSample();
[[nodiscard]] Sample producerSample();
[[nodiscard]] Sample crashSample();
[[nodiscard]] Sample raceSample();
[[nodiscard]] Sample daemonSample();
[[nodiscard]] Sample crowdSample(int threads);
/// `spans` spans over all lanes, of random states and lengths from a fixed seed.
[[nodiscard]] Sample denseSample(int lanes, int spans);

}  // namespace threadline::test
