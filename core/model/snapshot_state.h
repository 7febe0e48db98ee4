// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a Snapshot consists of: shared views of the writer's lists. Only trace_writer.cpp fills it, only snapshot.cpp
// reads it.

#include "core/model/span_list.h"
#include "core/model/trace.h"

namespace threadline::model {

struct LaneRows {
  SpanView spans;
  Sequence<Slice> slices;
};

struct Snapshot::State {
  TimeNs now;
  bool isFinished = false;
  TimeRange extent;
  Sequence<Lane> lanes;
  Sequence<LaneRows> rows;  // one a lane
  Sequence<Instant> instants;
  Sequence<Flow> flows;
  std::shared_ptr<const std::vector<Counter>> counters;
  Sequence<OutputLine> output;
  Sequence<Process> processes;
  Sequence<Object> objects;
  Sequence<Diagnostic> diagnostics;
  TraceTotals totals;
  Sequence<std::string> texts;
};

}  // namespace threadline::model
