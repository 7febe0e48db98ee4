// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Traces from a few lines of text, and their dump as text, so that a test shows its input and its result.
//
// One event a line, in the order in which it is read:
//   SLOT TIME KIND WORD... KEY=VALUE...
//   0 900 process 0 main pid=77 name=main         a process: number, start method, daemon
//   1 1000 lane 0 process=0 main name=main        a lane: number, kind, daemon, main, parent=
//   1 1010 state running label=work step=2 object=3 | lane=1 | process=1, holder=, timed=1
//   1 1020 instant print text=hello target= value=    flow: out ID put object=0 text= | in ID put
//   1 1030 slice call | slice-end | counter depth 0 5 | gil taken | gil requested target=1 | lost 3 | identity 42 7
//   1 1040 local n integer 5 | object 0 fork[0] 2 | end returned text= cpu= voluntary= involuntary=
//   0 1050 dead 0 | collected 0 exited 0 | word 0 returned 0 text= | cpu 0 500 | memory 0 800 | run-end
//   ended SLOT DROPPED | damage SLOT | generation SLOT N | pass TIME | finish TIME
// Texts have no spaces; '_' stands for one. Times are the clock's.

#include <string>
#include <string_view>

#include "core/model/trace_builder.h"

namespace threadline::test {

/// Feeds the lines to the builder; a line that cannot be read fails the test.
void feed(model::TraceBuilder& builder, std::string_view lines);
/// The trace of these lines.
[[nodiscard]] model::SnapshotPtr traceOf(std::string_view lines);
/// Everything that the snapshot shows, one fact a line.
[[nodiscard]] std::string dump(const model::Snapshot& snapshot);

}  // namespace threadline::test
