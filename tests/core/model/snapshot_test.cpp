// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots stay what they were while the trace grows beside their readers.
#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

#include "core/model/statistics.h"
#include "core/model/trace_writer.h"
#include "tests/support/trace_dsl.h"

namespace threadline::model {
namespace {

/// A little of everything for each step of time.
class Grower {
 public:
  Grower() {
    m_process = m_writer.addProcess();
    for (int i = 0; i < 3; ++i) {
      Lane facts;
      facts.process = m_process;
      m_lanes.push_back(m_writer.addLane(facts));
    }
    m_counter = m_writer.counter({{}, CounterKind::kValue, "n"});
  }

  void step(std::int64_t t) {
    const LaneId lane = m_lanes[static_cast<std::size_t>(t) % m_lanes.size()];
    m_writer.beginSpan(lane, {{t}, static_cast<LaneState>(2 + t % 10)});
    if (t % 5 == 0) m_writer.beginSlice(lane, {t}, m_writer.text("call " + std::to_string(t % 50)), {});
    if (t % 7 == 0) m_writer.endSlice(lane, {t});
    if (t % 3 == 0) m_writer.addSample(m_counter, {{t - t % 4}, t});
    if (t % 11 == 0) m_flows.push_back(m_writer.addFlow({FlowKind::kPut, lane, {t}, {}, {}, {}, {}}));
    if (t % 33 == 0) {
      m_writer.editFlow(m_flows[m_flows.size() / 2]).to = lane;
      m_writer.editLane(lane).lost += 1;
      m_output = m_writer.addOutput({{t}, lane, "line"});
    }
    if (t % 35 == 0 && t > 35) m_writer.appendOutput(m_output, " and more");
    if (t % 13 == 0) m_writer.setOpenHold(lane, m_process, GilHold{{{t}, {t}}, lane, false, t});
    if (t % 29 == 0) m_writer.addGilHold(m_process, {{{t - 5}, {t}}, lane, true, t});
  }

  SnapshotPtr snapshot() { return m_writer.snapshot(); }

 private:
  TraceWriter m_writer;
  ProcessId m_process;
  std::vector<LaneId> m_lanes;
  std::vector<std::size_t> m_flows;
  std::size_t m_counter = 0;
  std::size_t m_output = 0;
};

TEST(Snapshot, StaysWhatItWasWhileTheTraceGrows) {
  Grower grower;
  std::vector<std::pair<SnapshotPtr, std::string>> kept;
  for (std::int64_t t = 0; t < 3000; ++t) {
    grower.step(t);
    if (t % 97 != 0) continue;
    const SnapshotPtr snapshot = grower.snapshot();
    kept.emplace_back(snapshot, test::dump(*snapshot));
  }
  for (const auto& [snapshot, then] : kept) ASSERT_EQ(test::dump(*snapshot), then);
}

TEST(Snapshot, MayBeReadByOtherThreadsWhileTheTraceGrows) {
  std::mutex mutex;
  std::deque<SnapshotPtr> published;
  std::atomic<bool> isDone{false};
  std::atomic<std::uint64_t> wrong{0};
  std::atomic<std::uint64_t> read{0};
  const auto reader = [&] {
    while (true) {
      const bool wasDone = isDone.load();  // pairs with the store after the last publication
      SnapshotPtr snapshot;
      {
        std::lock_guard lock(mutex);
        if (!published.empty()) {
          snapshot = std::move(published.front());
          published.pop_front();
        }
      }
      if (snapshot == nullptr) {
        if (wasDone) return;
        std::this_thread::yield();
        continue;
      }
      for (std::uint32_t i = 0; i < snapshot->laneCount(); ++i) {
        const DurationNs length = snapshot->laneEnd({i}) - snapshot->lane({i}).start;
        if (snapshot->spanCount({i}) != 0 && laneTotals(*snapshot, {i}).sum() != length) ++wrong;
      }
      read += test::dump(*snapshot).empty() ? 0 : 1;
    }
  };
  std::thread first(reader);
  std::thread second(reader);
  Grower grower;
  std::uint64_t given = 0;
  for (std::int64_t t = 0; t < 4000; ++t) {
    grower.step(t);
    if (t % 40 != 0) continue;
    SnapshotPtr snapshot = grower.snapshot();
    ++given;
    std::lock_guard lock(mutex);
    published.push_back(std::move(snapshot));
  }
  isDone.store(true);
  first.join();
  second.join();
  EXPECT_EQ(wrong.load(), 0U);
  EXPECT_EQ(read.load(), given);
}

TEST(Snapshot, OfNothingIsEmpty) {
  TraceWriter writer;
  const SnapshotPtr snapshot = writer.snapshot();
  EXPECT_EQ(snapshot->laneCount(), 0U);
  EXPECT_EQ(snapshot->extent(), (TimeRange{}));
  EXPECT_TRUE(snapshot->counters().empty());
  EXPECT_TRUE(snapshot->flows().empty());
  EXPECT_EQ(snapshot->text({3}), "");
}

TEST(Snapshot, OutlivesTheWriter) {
  SnapshotPtr snapshot;
  {
    Grower grower;
    for (std::int64_t t = 0; t < 500; ++t) grower.step(t);
    snapshot = grower.snapshot();
  }
  EXPECT_GT(snapshot->spanCount({0}), 100U);
  EXPECT_EQ(snapshot->text(snapshot->slices({0})[0].label), "call 0");
}

TEST(Statistics, OfAProcessAndOfAllAreSumsOverTheirLanes) {
  TraceWriter writer;
  for (std::uint32_t i = 0; i < 4; ++i) {
    if (i % 2 == 0) writer.addProcess();
    Lane facts;
    facts.process = {i / 2};
    const LaneId lane = writer.addLane(facts);
    writer.beginSpan(lane, {{0}, LaneState::kRunning});
    writer.beginSpan(lane, {{10 * (i + 1)}, LaneState::kSleeping});
    writer.endLane(lane, {100});
  }
  const SnapshotPtr snapshot = writer.snapshot();
  const auto running = static_cast<std::size_t>(LaneState::kRunning);
  EXPECT_EQ(processTotals(*snapshot, {0}, {{0}, {100}}).time[running].ns, 30);
  EXPECT_EQ(processTotals(*snapshot, {1}, {{0}, {35}}).time[running].ns, 65);
  EXPECT_EQ(allTotals(*snapshot, {{0}, {100}}).time[running].ns, 100);
  EXPECT_EQ(allTotals(*snapshot, {{-5}, {500}}).sum().ns, 400);
}

}  // namespace
}  // namespace threadline::model
