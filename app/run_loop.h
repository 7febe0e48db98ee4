// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One run from start to end on the calling thread: starts it, drains its rings every 12 ms, turns Ctrl+C into Stop, and
// gives back the finished trace. While it works, SIGINT, SIGTERM and SIGHUP are taken from a descriptor; afterwards
// they do what they did before.
//
// Thread: main's; nothing else in the process may want these signals.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/run_ending.h"
#include "core/model/trace.h"

namespace threadline::app {

struct RunWish {
  std::string package;  // scenario::writeRunPackage
  std::string hostPath;
  std::optional<DurationNs> timeLimit;
};

struct RunOutcome {
  model::SnapshotPtr snapshot;
  model::RunEnding ending = model::RunEnding::kReturned;
  std::string hostMessage;  // what the host said when it could not run
  double otherLoad = 0;     // cores that other programs used meanwhile
};

struct RunProgress {
  DurationNs elapsed;
  std::uint64_t events = 0;
  std::size_t lanes = 0;
};

/// Called four times a second, the first time after one second.
using ProgressReceiver = std::function<void(const RunProgress&)>;

/// Errors: those of RunController::start; kSystem for descriptors.
[[nodiscard]] Result<RunOutcome> executeRun(const RunWish& wish, const ProgressReceiver& progress);

}  // namespace threadline::app
