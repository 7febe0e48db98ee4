// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many cores other programs use while something is timed: busy time of the machine (/proc/stat) minus the time of
// this process and of the children that it has reaped.
//
// Thread: one. Reading costs one small file.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace threadline::report {

/// Busy nanoseconds of all cores since boot, from /proc/stat's first line (user, nice, system, irq, softirq, steal).
/// Nothing when the text is not that.
[[nodiscard]] std::optional<DurationNs> busyTimeOf(std::string_view procStat, long ticksPerSecond);

class MachineLoad {
 public:
  /// Begins to measure now.
  MachineLoad();
  /// Cores used by others since then, on average: from 0 to the number of cores; 0 where /proc/stat cannot be read.
  /// `ownCpu`: CPU time of the run's processes, where they are not reaped children of this process.
  [[nodiscard]] double othersSince(DurationNs ownCpu) const;

 private:
  struct Reading {
    std::optional<DurationNs> busy;
    DurationNs own;
    TimeNs time;
  };
  static Reading read();
  Reading m_start;
};

/// "2 cores, Linux 6.1.0": the machine in a picture's last line and a trace's metadata.
[[nodiscard]] std::string machineName();
/// Local time as "2026-11-20 15:04".
[[nodiscard]] std::string localTimeNow();

}  // namespace threadline::report
