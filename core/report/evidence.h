// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run's trace says about where its time went: named numbers, each with the place that shows it. The verdict's
// rules (verdict_rules.h) look at nothing else, so every sentence of a verdict can be checked.
//
// The crew are the lanes that do the work: all but services, without a main that only waits for the others. A number
// that cannot be known (no CPU time, no queue, a machine without a name) is absent, never 0.
//
// Thread: any; values only. Costs one pass over the spans.

#include <map>
#include <optional>
#include <string>

#include "core/report/run_record.h"

namespace threadline::report {

enum class Measure {
  kLanes,           // of the crew
  kCores,           // of the machine
  kCoresUsed,       // CPU time over wall time
  kCoresBusy,       // of the machine's cores, the share used
  kForeign,         // of the machine's cores, the share that other programs used
  kGilShare,        // of the crew's time, waiting for the GIL
  kLockShare,       // waiting for a lock, semaphore or read-write lock
  kOneLock,         // of that, the share of one lock
  kOverlap,         // of the time in which any of the crew works, the share in which two or more do
  kIoShare,         // waiting for input and output
  kReadyShare,      // wanting a core, where the kernel said so
  kStartingShare,   // made, but not at its first step yet
  kWantRun,         // lanes of the crew that run or want to, on average
  kWantRunPerCore,  // for each core
  kRunPerCpu,       // that time over the CPU time
  kBusiest,         // of alike lanes: the work of the one with most, over the average
  kAlone,           // and the share of the wall time in which only the last of them was still there
  kStarvedShare,    // of those who take from one queue, the time waiting for it
  kStarvedDepth,    // its average depth
  kBacklog,         // the average depth of the deepest queue, for each of those who take from it
  kTakersWait,      // of their time, waiting for input and output, or resting
  kConvoyShare,     // of the time of a lane that mostly waits: for the GIL
  kConvoyTimes,     // its usual wait for the GIL over its usual piece of work
  kConvoyWaits      // how many such waits
};

struct Measured {
  double value = 0;
  LaneId lane;       // where it shows; none: nowhere in particular
  TimeRange range;   // empty: the whole lane
  std::string name;  // of the lane, lock or queue that it is about
};

using Evidence = std::map<Measure, Measured>;

/// The measure's name in JSON: "gil_share".
[[nodiscard]] const char* nameOf(Measure measure);

/// Everything that the run says. Nothing of a run that was cut off or has no lanes.
[[nodiscard]] Evidence evidenceOf(const RunRecord& run);

/// "2 cores, Linux 6.1" in numbers; nothing where the text is not that.
[[nodiscard]] std::optional<int> coresOf(const std::string& machine);

}  // namespace threadline::report
