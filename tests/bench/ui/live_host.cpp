// SPDX-License-Identifier: GPL-3.0-or-later
// Stands where threadline-host stands: 64 lanes that tell 200,000 events a second for some seconds, in real rings that
// the window reads as it reads any run. Only what the lanes do is made up: the load is the same on every machine.
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "core/base/clock.h"
#include "core/ring/ring_writer.h"
#include "core/ring/run_descriptors.h"
#include "tests/core/relay/lane_writer.h"

namespace {

using namespace threadline;

constexpr std::uint32_t kLanes = 64;
constexpr std::int64_t kPerSecond = 200'000;
constexpr std::int64_t kSeconds = 8;
constexpr std::int64_t kBurstNs = 1'000'000;

void sleepUntil(std::int64_t timeNs) {
  const timespec time{timeNs / 1'000'000'000, timeNs % 1'000'000'000};
  ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr);
}

Event eventOf(std::int64_t number) {
  constexpr LaneState kStates[]{LaneState::kRunning, LaneState::kWaitingGil, LaneState::kRunning,
                                LaneState::kWaitingIo};
  // Lanes take turns, so a lane's own count is the number over the lanes.
  const std::int64_t turn = number / kLanes + number % 3;
  return relay::testing::stateEvent(kStates[turn % 4], monotonicNow().ns, 2);
}

}  // namespace

int main() {
  auto rings = ring::SharedRings::attach(ring::kRingFd);
  if (!rings) return ring::kHostSystem;
  const std::int64_t start = monotonicNow().ns;
  ring::RingWriter guard(rings.value(), rings.value().claimGuardSlot());
  guard.push(relay::testing::processEvent(0, StartMethod::kMain, start));
  std::vector<ring::RingWriter> writers;
  for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
    const std::string name = "lane " + std::to_string(lane);
    writers.push_back(relay::testing::beginLane(rings.value(), lane, 0, start, name, lane == 0));
    static_cast<void>(writers.back().pushText(start, 2, "work"));
    writers.back().push(relay::testing::stateEvent(LaneState::kStarting, start));
  }
  std::int64_t number = 0;
  for (std::int64_t burst = 1; number < kPerSecond * kSeconds; ++burst) {
    sleepUntil(start + burst * kBurstNs);
    const std::int64_t due = std::min(kPerSecond * kSeconds, burst * kBurstNs * kPerSecond / 1'000'000'000);
    for (; number < due; ++number) writers[static_cast<std::size_t>(number % kLanes)].push(eventOf(number));
  }
  for (ring::RingWriter& writer : writers) relay::testing::endLane(writer, monotonicNow().ns);
  guard.push(relay::testing::deadEvent(0, monotonicNow().ns));
  guard.push(relay::testing::makeEvent(EventKind::kRunEnd, monotonicNow().ns));
  guard.end();
  return ring::kHostDone;
}
