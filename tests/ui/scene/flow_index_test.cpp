// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/flow_index.h"

#include <gtest/gtest.h>

#include "tests/ui/scene/sample_traces.h"

namespace threadline::scene {
namespace {

TEST(FlowIndex, HasEveryFlowAtBothOfItsLanesAndNowhereElse) {
  const model::SnapshotPtr snapshot = test::forkJoinSample().snapshot;
  const FlowIndex index(*snapshot);
  std::size_t out = 0;
  std::size_t in = 0;
  for (std::uint32_t i = 0; i < snapshot->laneCount(); ++i) {
    for (const std::uint32_t place : index.outOf(LaneId{i})) {
      EXPECT_EQ(snapshot->flows()[place].from, LaneId{i});
      ++out;
    }
    for (const std::uint32_t place : index.into(LaneId{i})) {
      EXPECT_EQ(snapshot->flows()[place].to, LaneId{i});
      ++in;
    }
  }
  EXPECT_GT(out, 0U);
  EXPECT_EQ(out, snapshot->flows().size());
  EXPECT_LE(in, out) << "a flow that has not arrived is in no lane";
}

TEST(FlowIndex, IsEmptyForALaneThatIsNotThere) {
  const FlowIndex nothing;
  EXPECT_EQ(nothing.outOf(LaneId{0}).begin(), nothing.outOf(LaneId{0}).end());
  const FlowIndex index(*test::forkJoinSample().snapshot);
  EXPECT_EQ(index.into(LaneId{}).begin(), index.into(LaneId{}).end());
}

}  // namespace
}  // namespace threadline::scene
