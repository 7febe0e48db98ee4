// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/lane_state.h"

#include <gtest/gtest.h>

namespace threadline {
namespace {

LaneState stateAt(std::size_t i) {
  return static_cast<LaneState>(i);
}

TEST(LaneState, EveryNameFindsItsState) {
  for (std::size_t i = 0; i < kLaneStateCount; ++i) EXPECT_EQ(laneStateNamed(nameOf(stateAt(i))), stateAt(i));
  EXPECT_EQ(laneStateNamed("nonsense"), std::nullopt);
}

TEST(LaneState, NumbersOutsideOfTheTableAreNoState) {
  EXPECT_EQ(laneStateFromNumber(kLaneStateCount), std::nullopt);
  EXPECT_EQ(laneStateFromNumber(255), std::nullopt);
  EXPECT_EQ(laneStateFromNumber(0), LaneState::kCreated);
}

TEST(LaneState, EveryStateMayStayMayBecomeUnknownAndMayComeFromUnknown) {
  for (std::size_t i = 0; i < kLaneStateCount; ++i) {
    EXPECT_TRUE(isLegalTransition(stateAt(i), stateAt(i))) << nameOf(stateAt(i));
    EXPECT_TRUE(isLegalTransition(stateAt(i), LaneState::kUnknown)) << nameOf(stateAt(i));
    EXPECT_TRUE(isLegalTransition(LaneState::kUnknown, stateAt(i))) << nameOf(stateAt(i));
  }
}

TEST(LaneState, NothingThatLivesGoesBackToCreatedOrStarting) {
  for (std::size_t i = 2; i < kLaneStateCount; ++i) {
    if (stateAt(i) == LaneState::kUnknown) continue;
    EXPECT_FALSE(isLegalTransition(stateAt(i), LaneState::kCreated)) << nameOf(stateAt(i));
    EXPECT_FALSE(isLegalTransition(stateAt(i), LaneState::kStarting)) << nameOf(stateAt(i));
  }
}

TEST(LaneState, CreatedCannotRunWithoutStarting) {
  EXPECT_FALSE(isLegalTransition(LaneState::kCreated, LaneState::kRunning));
  EXPECT_TRUE(isLegalTransition(LaneState::kCreated, LaneState::kStarting));
  EXPECT_TRUE(isLegalTransition(LaneState::kStarting, LaneState::kRunning));
}

TEST(LaneState, AWaitForTheGilEndsOnTheCpuOnly) {
  EXPECT_TRUE(isLegalTransition(LaneState::kWaitingGil, LaneState::kRunning));
  EXPECT_FALSE(isLegalTransition(LaneState::kWaitingGil, LaneState::kSleeping));
  EXPECT_FALSE(isLegalTransition(LaneState::kWaitingGil, LaneState::kWaitingIo));
}

}  // namespace
}  // namespace threadline
