// SPDX-License-Identifier: GPL-3.0-or-later
// Whole functions of scenarios, run in the test's process: what they compute, and what they record of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/engine/steps/step_table.h"
#include "core/scenario/verbs.h"
#include "tests/core/engine/engine_fixture.h"

namespace threadline::engine::testing {
namespace {

using scenario::Value;

TEST(Steps, EveryVerbOfTheFormatThatIsAvailableHasAClass) {
  for (const scenario::VerbRule& rule : scenario::allVerbs()) {
    EXPECT_EQ(stepKindOf(rule.verb) != nullptr, rule.available) << rule.name;
  }
}

TEST(Steps, ASumIsExact) {
  EngineRun run(R"("main": {"steps": [{"compute": {"sum": [10, 1000010]}, "as": "total"}]})");
  EXPECT_EQ(run.run().how, ActorOutcome::How::kReturned);
  const Recording recording = run.read();
  EXPECT_EQ(recording.lane("main").local("total"), Value(std::int64_t{500'009'500'000}));
  EXPECT_EQ(recording.problems(), "");
}

TEST(Steps, ThreadsShareASumThroughAQueue) {
  EngineRun run(
      R"("work": {"arguments": ["from", "to"], "steps": [
           {"compute": {"sum": ["=from", "=to"]}, "as": "part"}, {"put": {"to": "q", "value": "=part"}}]},
         "main": {"steps": [
           {"start": {"function": "work", "runtime": "thread", "count": 3, "name": "w{index}",
                      "arguments": ["=index*1000", "=(index+1)*1000"]}, "as": "crew"},
           {"join": "crew"}, {"assign": {"to": "sum", "value": 0}},
           {"repeat": {"times": 3, "steps": [{"get": {"from": "q"}, "as": "part"},
                                             {"assign": {"to": "sum", "value": "=sum+part"}}]}},
           {"print": "Result: {sum}"}]})",
      R"("q": {"kind": "queue", "between": "thread", "capacity": 0})");
  EXPECT_EQ(run.run().text, "");
  const Recording recording = run.read();
  EXPECT_EQ(recording.problems(), "");
  EXPECT_EQ(recording.lane("main").local("sum"), Value(std::int64_t{2999 * 3000 / 2}));
  EXPECT_EQ(recording.lane("main").instants(InstantKind::kPrint).at(0).text, "Result: 4498500");
  for (const char* name : {"w0", "w1", "w2"}) {
    EXPECT_EQ(recording.lane(name).states().front(), LaneState::kStarting);
    EXPECT_EQ(recording.lane(name).events.back().event.kind, EventKind::kLaneEnd);
  }
}

}  // namespace
}  // namespace threadline::engine::testing
