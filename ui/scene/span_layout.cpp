// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/span_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace threadline::scene {
namespace {

constexpr double kNarrowestLabel = 24;
constexpr double kLongestNs = 9e18;
constexpr std::array kHalfHeight{LaneState::kJoining, LaneState::kSleeping, LaneState::kCreated, LaneState::kIdle};
constexpr double kSeamFrom = 4;  // a seam of 1.5 px in less would be most of the box

/// Appends the column of these times, in which `length` is the time that a full column stands for and no less than
/// their sum. Returns the sum.
DurationNs addColumn(const PerState<DurationNs>& times, std::int64_t length, std::vector<ShareColumn>& columns) {
  // A fraction of 2^52, rounded up: in whole numbers, for turning fifteen of them into doubles would cost more than
  // the rest.
  constexpr int kShift = 52;
  const auto full = static_cast<std::uint64_t>(std::max<std::int64_t>(length, 1));
  const std::uint64_t perNs = (std::uint64_t{255} << kShift) / full + 1;
  ShareColumn& column = columns.emplace_back();
  std::uint64_t sum = 0;
  for (std::size_t state = 0; state < kLaneStateCount; ++state) {
    sum += static_cast<std::uint64_t>(times[state].ns);
    column[state] = static_cast<std::uint8_t>((sum * perNs + (std::uint64_t{1} << (kShift - 1))) >> kShift);
  }
  return {static_cast<std::int64_t>(sum)};
}

DurationNs halfHeightTime(const PerState<DurationNs>& times) {
  DurationNs sum{0};
  for (const LaneState state : kHalfHeight) sum += times[static_cast<std::size_t>(state)];
  return sum;
}

}  // namespace

bool isHalfHeight(LaneState state) {
  return std::find(kHalfHeight.begin(), kHalfHeight.end(), state) != kHalfHeight.end();
}

SpanLayout::SpanLayout(const model::Snapshot& snapshot, const TimeScale& scale, const Metrics& metrics,
                       const SpanText* texts, DrawList& list, std::vector<LabelSpot>& spots)
    : m_snapshot(snapshot),
      m_scale(scale),
      m_metrics(metrics),
      m_texts(texts),
      m_list(list),
      m_spots(spots),
      m_wideNs(static_cast<std::int64_t>(std::ceil(std::min(metrics.boxFrom * scale.nsPerPx(), kLongestNs)))) {
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

bool SpanLayout::isWide(const model::SpanWalk& walk) const {
  return (walk.end() - walk.start()).ns >= m_wideNs;
}

void SpanLayout::addBox(LaneId lane, const Row& row, const Extent& span, double left, double right) {
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
  const bool mayHaveLabel = box.rect.width >= kNarrowestLabel;
  if (m_texts != nullptr || mayHaveLabel) {
    const model::Span whole = m_snapshot.span(lane, span.index);
    if (m_texts != nullptr) box.tooltip = m_texts->hint(lane, whole);
    if (mayHaveLabel) m_spots.push_back({box.rect, lane, whole});
  }
  m_previousBox = m_list.primitives.size();
  m_list.primitives.emplace_back(std::move(box));
}

void SpanLayout::addLane(LaneId lane, const Row& row) {
  const TimeRange range = m_scale.range();
  m_previousBox = kNoBox;
  double edge = m_scale.left();     // nothing is drawn left of it any more
  std::optional<LaneState> before;  // of the span before the current one
  for (model::SpanWalk walk = m_snapshot.walk(lane, range.start); !walk.isAtEnd() && walk.start() < range.end;) {
    if (!isWide(walk)) {
      const std::optional<double> wide = addStrip(lane, row, walk, before);
      if (!wide) return;
      edge = *wide;
    }
    const Extent span{walk.index(), walk.start(), walk.end(), walk.state()};
    walk.next();
    double right = std::min(m_scale.xOf(span.end), m_scale.right());
    // The column in which a narrow neighbour begins belongs to the share columns.
    if (!walk.isAtEnd() && span.end < range.end && !isWide(walk)) right = columnX(columnAt(right));
    const double left = std::max(edge, m_scale.xOf(span.start));
    if (right > left) addBox(lane, row, span, left, right);
    edge = std::max(left, right);
    before = span.state;
  }
}

std::optional<double> SpanLayout::addStrip(LaneId lane, const Row& row, model::SpanWalk& walk,
                                           std::optional<LaneState> before) {
  const std::size_t first = columnAt(std::max(m_scale.xOf(walk.start()), m_scale.left()));
  const std::size_t last = m_columnTimes.size() - 1;
  const TimeNs laneEnd = m_snapshot.laneEnd(lane);
  m_previousBox = kNoBox;
  m_columns.clear();
  DurationNs half{0};
  DurationNs all{0};
  bool isWideNext = false;
  for (std::size_t column = first; column < last && m_columnTimes[column] < laneEnd; ++column) {
    const TimeRange range{m_columnTimes[column], m_columnTimes[column + 1]};
    isWideNext = column > first && !walk.isAtEnd() && walk.end() >= range.end && isWide(walk);
    if (isWideNext) break;
    PerState<DurationNs> times{};
    if (column == first && before && walk.start() > range.start) {  // the wide neighbour's end
      times[static_cast<std::size_t>(*before)] = walk.start() - range.start;
    }
    walk.addUntil(range.end, times);
    half += halfHeightTime(times);
    all += addColumn(times, range.length().ns, m_columns);
  }
  if (!m_columns.empty()) {
    ShareStrip strip{columnX(first), row.top, m_metrics.column, row.height, m_columns};
    // One that is mostly of half-height states is as high as they are: a moment of work between two sleeps must not
    // stand below them like a speck.
    if (2 * half.ns > all.ns) {
      strip.y += strip.height / 4;
      strip.height /= 2;
    }
    m_list.primitives.emplace_back(std::move(strip));
  }
  if (!isWideNext) return std::nullopt;
  return columnX(first + m_columns.size());
}

void SpanLayout::addFold(const std::vector<LaneId>& lanes, const Row& row) {
  const std::size_t columns = m_columnTimes.size() - 1;
  std::vector<PerState<DurationNs>> times(columns);
  for (const LaneId lane : lanes) m_snapshot.addStateTimes(lane, m_columnTimes, times.data());
  ShareStrip strip{m_scale.left(), row.top, m_metrics.column, row.height, {}};
  strip.cumulative.reserve(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    const std::int64_t length = (m_columnTimes[i + 1] - m_columnTimes[i]).ns;
    addColumn(times[i], length * static_cast<std::int64_t>(lanes.size()), strip.cumulative);
  }
  m_list.primitives.emplace_back(std::move(strip));
}

}  // namespace threadline::scene
