// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/span_layout.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace threadline::scene {
namespace {

using Column = std::array<std::uint8_t, kLaneStateCount>;
constexpr double kFull = 255;
constexpr double kNarrowestLabel = 24;
constexpr std::size_t kFirstBatch = 4;
constexpr std::size_t kLargestBatch = 128;
constexpr double kSeamFrom = 4;  // a seam of 1.5 px in less would be most of the box

/// `length` is the time that 255 stands for.
Column columnOf(const PerState<DurationNs>& times, std::int64_t length) {
  Column out{};
  const double perNs = kFull / static_cast<double>(std::max<std::int64_t>(length, 1));
  std::int64_t sum = 0;
  std::uint8_t level = 0;
  for (std::size_t state = 0; state < kLaneStateCount; ++state) {
    if (times[state].ns > 0) {
      sum += times[state].ns;
      level = static_cast<std::uint8_t>(std::min(kFull, static_cast<double>(sum) * perNs + 0.5));
    }
    out[state] = level;
  }
  return out;
}

bool isPure(const PerState<DurationNs>& times, std::int64_t length) {
  return std::any_of(times.begin(), times.end(), [&](DurationNs time) { return time.ns >= length && length > 0; });
}

}  // namespace

bool isHalfHeight(LaneState state) {
  return state == LaneState::kJoining || state == LaneState::kSleeping || state == LaneState::kCreated ||
         state == LaneState::kIdle;
}

SpanLayout::SpanLayout(const model::Snapshot& snapshot, const TimeScale& scale, const Metrics& metrics,
                       const SpanText* texts, DrawList& list, std::vector<LabelSpot>& spots)
    : m_snapshot(snapshot),
      m_scale(scale),
      m_metrics(metrics),
      m_texts(texts),
      m_list(list),
      m_spots(spots),
      m_times(kLargestBatch) {
  const auto columns = static_cast<std::size_t>(std::ceil((scale.right() - scale.left()) / metrics.column - 1e-9));
  m_columnTimes.reserve(columns + 1);
  for (std::size_t i = 0; i <= columns; ++i) m_columnTimes.push_back(scale.timeAt(columnX(i)));
}

double SpanLayout::columnX(std::size_t column) const {
  return m_scale.left() + static_cast<double>(column) * m_metrics.column;
}

std::size_t SpanLayout::columnAt(double x) const {
  return static_cast<std::size_t>(std::max(0.0, std::floor((x - m_scale.left()) / m_metrics.column + 1e-9)));
}

bool SpanLayout::isWide(const model::Span& span) const {
  return static_cast<double>(span.end.ns - span.start.ns) >= m_metrics.boxFrom * m_scale.nsPerPx();
}

void SpanLayout::addBox(LaneId lane, const Row& row, const model::Span& span, double left, double right) {
  StateBox box;
  const double inset = isHalfHeight(span.state) ? row.height / 4 : 0;
  box.rect = {left, row.top + inset, right - left, row.height - 2 * inset};
  box.state = span.state;
  box.hasOutline = box.rect.width >= m_metrics.outlineFrom;
  if (m_previousBox != kNoBox) {
    auto& before = std::get<StateBox>(m_list.primitives[m_previousBox]);
    const bool touches = std::abs(before.rect.right() - left) < 0.01;
    if (touches && before.state == box.state && before.rect.width >= kSeamFrom && box.rect.width >= kSeamFrom) {
      before.rect.width -= m_metrics.seam / 2;
      box.rect.x += m_metrics.seam / 2;
      box.rect.width -= m_metrics.seam / 2;
    }
  }
  if (m_texts != nullptr) box.tooltip = m_texts->hint(lane, span);
  if (box.rect.width >= kNarrowestLabel) m_spots.push_back({box.rect, lane, span});
  m_previousBox = m_list.primitives.size();
  m_list.primitives.emplace_back(std::move(box));
}

void SpanLayout::addLane(LaneId lane, const Row& row) {
  const std::size_t count = m_snapshot.spanCount(lane);
  const TimeRange range = m_scale.range();
  Cursor cursor{m_snapshot.spanAt(lane, range.start), m_scale.left()};
  m_previousBox = kNoBox;
  if (cursor.span >= count) return;
  model::Span span = m_snapshot.span(lane, cursor.span);
  while (span.start < range.end) {
    if (isWide(span)) {
      const bool hasNext = cursor.span + 1 < count;
      const model::Span next = hasNext ? m_snapshot.span(lane, cursor.span + 1) : model::Span{};
      double right = std::min(m_scale.xOf(span.end), m_scale.right());
      // The column in which a narrow neighbour begins belongs to the share columns.
      if (hasNext && span.end < range.end && !isWide(next)) right = columnX(columnAt(right));
      const double left = std::max(cursor.edge, m_scale.xOf(span.start));
      if (right > left) addBox(lane, row, span, left, right);
      cursor.edge = std::max(left, right);
      ++cursor.span;
      if (!hasNext) return;
      span = next;
    } else {
      addStrip(lane, row, cursor, std::max(m_scale.xOf(span.start), m_scale.left()));
      if (cursor.span >= count) return;
      span = m_snapshot.span(lane, cursor.span);
    }
  }
}

/// A strip that is mostly of half-height states is as high as they are: a moment of work between two sleeps must not
/// stand below them like a speck.
void SpanLayout::append(LaneId lane, std::size_t first, ShareStrip strip) {
  PerState<DurationNs> times{};
  m_snapshot.addStateTimes(lane, {m_columnTimes[first], m_columnTimes[first + strip.cumulative.size()]}, times);
  std::int64_t half = 0;
  std::int64_t all = 0;
  for (std::size_t state = 0; state < kLaneStateCount; ++state) {
    all += times[state].ns;
    if (isHalfHeight(static_cast<LaneState>(state))) half += times[state].ns;
  }
  if (2 * half > all) {
    strip.y += strip.height / 4;
    strip.height /= 2;
  }
  m_list.primitives.emplace_back(std::move(strip));
}

void SpanLayout::addStrip(LaneId lane, const Row& row, Cursor& cursor, double from) {
  const TimeNs laneEnd = m_snapshot.laneEnd(lane);
  const std::size_t first = columnAt(from);
  // Columns that begin before the lane's end.
  const auto afterLast = std::lower_bound(m_columnTimes.begin(), m_columnTimes.end() - 1, laneEnd);
  const auto last = static_cast<std::size_t>(afterLast - m_columnTimes.begin());
  ShareStrip strip{columnX(first), row.top, m_metrics.column, row.height, {}};
  std::size_t batch = kFirstBatch;  // a strip is often one column between boxes
  m_previousBox = kNoBox;
  cursor.span = m_snapshot.spanCount(lane);  // unless a wide span takes over
  for (std::size_t column = first; column < last; batch = std::min(2 * batch, kLargestBatch)) {
    const std::size_t count = std::min(batch, last - column);
    std::fill_n(m_times.begin(), count, PerState<DurationNs>{});
    m_snapshot.addStateTimes(lane, std::span(m_columnTimes).subspan(column, count + 1), m_times.data());
    for (std::size_t i = 0; i < count; ++i, ++column) {
      const TimeRange range{m_columnTimes[column], m_columnTimes[column + 1]};
      // Only a column of one state can lie within a wide span, so only then the span is looked up.
      if (column > first && isPure(m_times[i], range.length().ns)) {
        const std::size_t index = m_snapshot.spanAt(lane, range.start);
        const model::Span span = m_snapshot.span(lane, index);
        if (isWide(span) && span.end >= range.end) {
          cursor = {index, columnX(column)};
          append(lane, first, std::move(strip));
          return;
        }
      }
      strip.cumulative.push_back(columnOf(m_times[i], range.length().ns));
    }
  }
  if (!strip.cumulative.empty()) append(lane, first, std::move(strip));
}

void SpanLayout::addFold(const std::vector<LaneId>& lanes, const Row& row) {
  const std::size_t columns = m_columnTimes.size() - 1;
  std::vector<PerState<DurationNs>> times(columns);
  for (const LaneId lane : lanes) m_snapshot.addStateTimes(lane, m_columnTimes, times.data());
  ShareStrip strip{m_scale.left(), row.top, m_metrics.column, row.height, {}};
  strip.cumulative.reserve(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    const std::int64_t length = (m_columnTimes[i + 1] - m_columnTimes[i]).ns;
    strip.cumulative.push_back(columnOf(times[i], length * static_cast<std::int64_t>(lanes.size())));
  }
  m_list.primitives.emplace_back(std::move(strip));
}

}  // namespace threadline::scene
