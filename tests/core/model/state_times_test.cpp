// SPDX-License-Identifier: GPL-3.0-or-later
// Times of ranges against the sum over all spans, for random lanes of every length class of the storage.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "core/model/span_walk.h"
#include "core/model/statistics.h"
#include "core/model/trace_writer.h"

namespace threadline::model {
namespace {

class StateTimes : public testing::TestWithParam<std::size_t> {
 protected:
  void SetUp() override {
    std::uniform_int_distribution<int> kind(0, 9);
    std::uniform_int_distribution<std::int64_t> length(1, 1000);
    std::uniform_int_distribution<std::size_t> state(0, kLaneStateCount - 1);
    m_writer.addProcess();
    Lane facts;
    facts.start = {-500};
    m_lane = m_writer.addLane(facts);
    std::int64_t t = facts.start.ns;
    for (std::size_t i = 0; i < GetParam(); ++i) {
      m_writer.beginSpan(m_lane, {{t}, static_cast<LaneState>(state(m_random))});
      const int what = kind(m_random);  // some have no length at all, some are far longer than the others
      t += what == 0 ? 0 : what == 1 ? length(m_random) * 100'000'000 : length(m_random);
    }
    m_end = t;
    m_writer.endLane(m_lane, {m_end});
    m_snapshot = m_writer.snapshot();
    for (std::size_t i = 0; i < m_snapshot->spanCount(m_lane); ++i) m_spans.push_back(m_snapshot->span(m_lane, i));
  }

  [[nodiscard]] PerState<DurationNs> bruteForce(TimeRange range) const {
    PerState<DurationNs> times{};
    auto first = std::lower_bound(m_spans.begin(), m_spans.end(), range.start,
                                  [](const Span& span, TimeNs t) { return span.end <= t; });
    for (; first != m_spans.end() && first->start < range.end; ++first) {
      const Span& span = *first;
      const TimeNs start = std::max(span.start, range.start);
      const TimeNs end = std::min(span.end, range.end);
      if (start < end) times[static_cast<std::size_t>(span.state)] += end - start;
    }
    return times;
  }

  [[nodiscard]] TimeNs anyTime() {
    return {std::uniform_int_distribution<std::int64_t>(-1000, m_end + 1000)(m_random)};
  }
  /// A time at or beside the start of a span.
  [[nodiscard]] TimeNs edgeTime() {
    const std::size_t count = m_snapshot->spanCount(m_lane);
    const std::size_t i = std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random);
    return {m_snapshot->span(m_lane, i).start.ns + std::uniform_int_distribution<std::int64_t>(-1, 1)(m_random)};
  }

  std::mt19937_64 m_random{GetParam() + 7};
  TraceWriter m_writer;
  LaneId m_lane;
  std::int64_t m_end = 0;
  SnapshotPtr m_snapshot;
  std::vector<Span> m_spans;
};

TEST_P(StateTimes, AreThoseOfTheSpansForAnyRange) {
  for (int round = 0; round < 60; ++round) {
    TimeRange range{round % 2 == 0 ? anyTime() : edgeTime(), round % 3 == 0 ? anyTime() : edgeTime()};
    if (range.end < range.start) std::swap(range.start, range.end);
    EXPECT_EQ(laneTotals(*m_snapshot, m_lane, range).time, bruteForce(range)) << range.start.ns << ' ' << range.end.ns;
  }
}

TEST_P(StateTimes, OfALaneAddUpToItsLength) {
  const Lane& lane = m_snapshot->lane(m_lane);
  EXPECT_EQ(laneTotals(*m_snapshot, m_lane).sum(), *lane.end - lane.start);
}

TEST_P(StateTimes, OfColumnsAreThoseOfEachRange) {
  for (const std::int64_t columns : {1, 2, 7, 40, 300}) {
    TimeRange range{anyTime(), edgeTime()};
    if (range.end < range.start) std::swap(range.start, range.end);
    std::vector<TimeNs> edges;
    for (std::int64_t i = 0; i <= columns; ++i) {
      edges.push_back(range.start + DurationNs{range.length().ns / columns * i});
    }
    std::vector<PerState<DurationNs>> times(static_cast<std::size_t>(columns));
    m_snapshot->addStateTimes(m_lane, edges, times.data());
    for (std::size_t i = 0; i < times.size(); ++i) {
      ASSERT_EQ(times[i], bruteForce({edges[i], edges[i + 1]})) << columns << " columns, " << i;
    }
  }
}

TEST_P(StateTimes, TheSpanAtATimeContainsIt) {
  for (int round = 0; round < 60; ++round) {
    const TimeNs t = round % 2 == 0 ? anyTime() : edgeTime();
    const std::size_t i = m_snapshot->spanAt(m_lane, t);
    if (t.ns >= m_end) {
      EXPECT_EQ(i, m_snapshot->spanCount(m_lane));
    } else if (t < m_snapshot->lane(m_lane).start) {
      EXPECT_EQ(i, 0U);
    } else {
      EXPECT_LE(m_snapshot->span(m_lane, i).start, t);
      EXPECT_GT(m_snapshot->span(m_lane, i).end, t);
    }
  }
}

TEST_P(StateTimes, AWalkMeetsEverySpanFromWhereItBegins) {
  for (int round = 0; round < 20; ++round) {
    const TimeNs t = round % 2 == 0 ? anyTime() : edgeTime();
    std::size_t i = m_snapshot->spanAt(m_lane, t);
    SpanWalk walk = m_snapshot->walk(m_lane, t);
    PerState<DurationNs> times{};
    for (; !walk.isAtEnd() && round % 5 != 4; ++i, walk.next()) {
      ASSERT_EQ(walk.index(), i);
      ASSERT_EQ(walk.start(), m_spans.at(i).start);
      ASSERT_EQ(walk.end(), m_spans.at(i).end);
      ASSERT_EQ(walk.state(), m_spans.at(i).state);
      if (round % 3 == 0) {  // now and then far ahead
        walk.addUntil({walk.start().ns + (round % 4 == 0 ? 50'000 : 1)}, times);
        if (walk.isAtEnd()) break;
        i = walk.index();
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Lengths, StateTimes,
                         testing::Values(1, 2, 15, 16, 17, 31, 33, 64, 257, 1000, 4095, 4096, 4097, 8200, 13000));

}  // namespace
}  // namespace threadline::model
