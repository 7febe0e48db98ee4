// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small run that the tests of this folder measure: main with a thread under one GIL, and a child process, that put
// into a queue, print, and end in different ways. Times are nanoseconds; the run's zero is 1000 on the clock.

#include <string>
#include <string_view>

#include "core/report/run_record.h"

namespace threadline::test {

/// The events, in the words of trace_dsl.h.
[[nodiscard]] std::string sampleEvents();

/// The record of a run with these events, of a scenario with these claims (a JSON array) and this view (an object).
[[nodiscard]] report::RunRecord recordOf(std::string_view events, const std::string& claims = "[]",
                                         const std::string& view = "{}");
[[nodiscard]] report::RunRecord sampleRun(const std::string& claims = "[]", const std::string& view = "{}");

/// The lane with this name; fails the test where there is none.
[[nodiscard]] LaneId laneNamed(const model::Snapshot& snapshot, std::string_view name);

}  // namespace threadline::test
