// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trace_builder.h"

#include <gtest/gtest.h>

#include "tests/support/trace_dsl.h"

namespace threadline::model {
namespace {

using test::dump;
using test::traceOf;

TEST(TraceBuilder, BuildsALaneWhoseSpansAdjoinFromItsFirstToItsLastEvent) {
  EXPECT_EQ(dump(*traceOf(R"(
    0 900 process 0 main pid=77 name=main
    1 1000 lane 0 process=0 main name=MainThread
    1 1001 state starting
    1 1010 identity 77 9000
    1 1010 state running label=work step=2
    1 1500 end returned cpu=480 voluntary=3 involuntary=1
    0 1510 dead 0
    0 1520 collected 0 exited 0
    0 1530 run-end
    finish 1600
  )")),
            R"(now=530 extent=[0..500) finished
process 0 main pid=77 name="main" main=0 start=0 end=510 collected=520 exit=exited:0
lane 0 thread main name="MainThread" process=0 tid=77 ident=9000 start=0 end=500 exit=returned cpu=480 voluntary=3 involuntary=1
  [0..10) starting
  [10..500) running label="work" step=2
totals recorded=9 lost=0 illegal=0 corrupt=0
)");
}

}  // namespace
}  // namespace threadline::model
