// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way without Qt, in threads: lanes write, the drain reads and publishes snapshots into a mailbox, and
// somebody looks at them while the trace grows. Run under ThreadSanitizer too.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "core/relay/drain.h"
#include "core/relay/mailbox.h"
#include "tests/core/relay/lane_writer.h"

namespace threadline::relay {
namespace {

using model::Snapshot;
using model::SnapshotPtr;

constexpr std::uint32_t kLanes = 3;
constexpr int kStatesPerLane = 20'000;

void live(ring::RingWriter lane) {
  for (int i = 0; i < kStatesPerLane; ++i) {
    lane.push(testing::stateEvent(i % 2 == 0 ? LaneState::kRunning : LaneState::kSleeping, monotonicNow().ns));
  }
  testing::endLane(lane, monotonicNow().ns);
}

/// Whether every lane's spans adjoin and its times by state add up to its length.
bool isWhole(const Snapshot& snapshot) {
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const LaneId lane{i};
    if (snapshot.spanCount(lane) == 0) continue;
    PerState<DurationNs> times{};
    const TimeRange life{snapshot.lane(lane).start, snapshot.laneEnd(lane)};
    snapshot.addStateTimes(lane, life, times);
    DurationNs sum;
    for (const DurationNs time : times) sum += time;
    if (sum != life.length()) return false;
    const std::size_t last = snapshot.spanCount(lane) - 1;
    if (last > 0 && snapshot.span(lane, last - 1).end != snapshot.span(lane, last).start) return false;
  }
  return true;
}

TEST(DrainThreads, SnapshotsAreWholeWhileTheTraceGrowsAndTheLastOneHasEverything) {
  ring::SharedRings rings = ring::SharedRings::create().take();
  ring::RingWriter guard(rings, rings.claimGuardSlot());
  const std::int64_t start = monotonicNow().ns;
  guard.push(testing::processEvent(0, StartMethod::kMain, start));
  std::vector<std::thread> actors;
  for (std::uint32_t i = 0; i < kLanes; ++i) {
    actors.emplace_back(live, testing::beginLane(rings, i, 0, start, "lane", i == 0));
  }
  Mailbox<SnapshotPtr> mailbox;
  std::atomic<bool> areActorsDone = false;
  std::thread consumer([&] {
    model::TraceBuilder builder;
    Drain drain(rings, builder);
    while (!areActorsDone.load()) {
      if (drain.pass() == 0) std::this_thread::yield();
      mailbox.put(builder.snapshot());
    }
    drain.finish();
    mailbox.put(builder.snapshot());
  });
  SnapshotPtr latest;
  std::thread viewer([&] {
    while (latest == nullptr || !latest->isFinished()) {
      if (auto snapshot = mailbox.take()) {
        latest = *snapshot;
        EXPECT_TRUE(isWhole(*latest));
      } else {
        std::this_thread::yield();
      }
    }
  });
  for (std::thread& actor : actors) actor.join();
  areActorsDone.store(true);
  consumer.join();
  viewer.join();
  const model::TraceTotals totals = latest->totals();
  EXPECT_EQ(totals.corrupt, 0U);
  EXPECT_EQ(totals.eventsRecorded + totals.eventsLost, 1 + kLanes * (2 + std::uint64_t{kStatesPerLane}));
}

}  // namespace
}  // namespace threadline::relay
