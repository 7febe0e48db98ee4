// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a ring says, the trace keeps its promises.
#include <gtest/gtest.h>

#include <random>

#include "core/model/statistics.h"
#include "core/model/trace_builder.h"

namespace threadline::model {
namespace {

void expectPromises(const Snapshot& snapshot) {
  for (std::uint32_t i = 0; i < snapshot.laneCount(); ++i) {
    const LaneId id{i};
    const Lane& lane = snapshot.lane(id);
    ASSERT_EQ(lane.id, id);
    ASSERT_GE(snapshot.laneEnd(id), lane.start);
    if (!lane.process.isNone()) {
      ASSERT_LT(lane.process.value, snapshot.processes().size());
    }
    if (!lane.parent.isNone()) {
      ASSERT_LT(lane.parent.value, snapshot.laneCount());
    }
    const std::size_t count = snapshot.spanCount(id);
    if (snapshot.isFinished()) {
      ASSERT_GT(count, 0U);
    }
    if (count == 0) continue;
    ASSERT_EQ(snapshot.span(id, 0).start, lane.start);
    ASSERT_EQ(laneTotals(snapshot, id).sum(), snapshot.laneEnd(id) - lane.start);
    for (std::size_t s = 0; s < count; ++s) {
      const Span span = snapshot.span(id, s);
      ASSERT_LE(span.start, span.end);
      if (s + 1 < count) {
        ASSERT_EQ(span.end, snapshot.span(id, s + 1).start);
      }
      if (span.targetKind == TargetKind::kObject) {
        ASSERT_LT(span.target, snapshot.objects().size());
      }
      if (span.targetKind == TargetKind::kLane) {
        ASSERT_LT(span.target, snapshot.laneCount());
      }
      if (span.targetKind == TargetKind::kProcess) {
        ASSERT_LT(span.target, snapshot.processes().size());
      }
      if (!span.holder.isNone()) {
        ASSERT_LT(span.holder.value, snapshot.laneCount());
      }
    }
    for (const Slice& slice : snapshot.slices(id)) ASSERT_LE(slice.range.start, slice.range.end);
  }
  for (const Flow& flow : snapshot.flows()) {
    ASSERT_LT(flow.from.value, snapshot.laneCount());
    if (!flow.object.isNone()) {
      ASSERT_LT(flow.object.value, snapshot.objects().size());
    }
  }
  for (const Counter& counter : snapshot.counters()) {
    for (std::size_t s = 1; s < counter.samples.size(); ++s) {
      ASSERT_LE(counter.samples[s - 1].time, counter.samples[s].time);
    }
  }
  for (const Instant& instant : snapshot.instants()) {
    ASSERT_LT(instant.lane.value, snapshot.laneCount());
    if (instant.kind == InstantKind::kStart) {
      ASSERT_LT(instant.target, snapshot.laneCount());
    }
    if (instant.kind == InstantKind::kSignal) {
      ASSERT_LT(instant.target, snapshot.processes().size());
    }
  }
}

/// Mostly sensible numbers with wild ones between, so that checks behind checks are reached.
class Hostile {
 public:
  explicit Hostile(std::uint64_t seed) : m_random(seed) {}

  Event event() {
    Event event;
    m_time += static_cast<std::int64_t>(m_random() % 100);
    event.timeNs = pick<std::int64_t>(m_time, static_cast<std::int64_t>(m_random()));
    const auto kind = m_random() % 25;
    event.kind = static_cast<EventKind>(pick<std::uint64_t>(kind < 15 ? kind : 32 + kind - 15, m_random() % 256));
    event.sub = static_cast<std::uint8_t>(pick<std::uint64_t>(m_random() % 6, m_random() % 256));
    event.step = static_cast<std::uint16_t>(pick<std::uint64_t>(m_random() % 4, m_random()));
    event.text = small32();
    event.target = small32();
    event.other = small32();
    event.value = pick<std::uint64_t>(m_random() % 8, m_random());
    return event;
  }
  RingKey ring() {
    return {static_cast<std::uint32_t>(pick<std::uint64_t>(m_random() % 6, m_random() % 5000)), m_generation};
  }
  std::uint32_t small32() { return static_cast<std::uint32_t>(pick<std::uint64_t>(m_random() % 8, m_random())); }
  std::uint64_t dice(std::uint64_t sides) { return m_random() % sides; }
  TimeNs now() const { return {m_time}; }
  void nextGeneration() { ++m_generation; }

 private:
  template <typename T>
  T pick(T often, T seldom) {
    return m_random() % 12 == 0 ? seldom : often;
  }
  std::mt19937_64 m_random;
  std::int64_t m_time = 1'000'000;
  std::uint64_t m_generation = 1;
};

TEST(HostileEvents, NeverBreakThePromisesOfATrace) {
  for (std::uint64_t seed = 1; seed <= 16; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Hostile hostile(seed);
    TraceBuilder builder(seed % 4 == 0 ? 100'000 : kMaxTraceBytes);
    for (int i = 0; i < 3000; ++i) {
      const auto dice = hostile.dice(100);
      if (dice < 8) builder.text(hostile.ring(), hostile.small32(), std::string(hostile.dice(40), '\xC3'));
      if (dice == 9) builder.endPass(hostile.now());
      if (dice == 10) builder.ringEnded(hostile.ring(), hostile.dice(3));
      if (dice == 11) hostile.nextGeneration();
      if (dice == 12) builder.corrupt(hostile.ring(), "damage");
      builder.event(hostile.ring(), hostile.event());
      if (i % 500 == 0) expectPromises(*builder.snapshot());
    }
    builder.finish(hostile.now());
    const SnapshotPtr snapshot = builder.snapshot();
    expectPromises(*snapshot);
    EXPECT_TRUE(snapshot->isFinished());
    EXPECT_GT(snapshot->totals().corrupt, 100U);
  }
}

}  // namespace
}  // namespace threadline::model
