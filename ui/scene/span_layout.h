// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One lane's spans as boxes and share columns: the hot part of the layout.
//
// A span of at least Metrics::boxFrom pixels becomes a box with exact edges. Where a narrower one begins, whole columns
// take over: each holds the exact time shares of all states within it, the ends of its wide neighbours included, until
// a column lies wholly within a wide span again. So every column of the plot is either inside boxes or exact by itself,
// and the work is bounded by the columns, not by the spans.

#include <optional>
#include <vector>

#include "core/model/span_walk.h"
#include "core/model/trace.h"
#include "ui/scene/draw_list.h"
#include "ui/scene/metrics.h"
#include "ui/scene/row_layout.h"
#include "ui/scene/span_text.h"
#include "ui/scene/time_scale.h"

namespace threadline::scene {

/// A box that is wide enough to be worth a try with a label.
struct LabelSpot {
  Rect rect;
  LaneId lane;
  model::Span span;
};

/// Joining, sleeping, not yet started: drawn at half height, so that work and other waits stand out.
[[nodiscard]] bool isHalfHeight(LaneState state);

class SpanLayout {
 public:
  /// `texts` is null where no hints are wanted. All references must outlive the object.
  SpanLayout(const model::Snapshot& snapshot, const TimeScale& scale, const Metrics& metrics, const SpanText* texts,
             DrawList& list, std::vector<LabelSpot>& spots);

  void addLane(LaneId lane, const Row& row);
  /// Several lanes as one row: each column holds the shares of all of them together.
  void addFold(const std::vector<LaneId>& lanes, const Row& row);

 private:
  /// What of a span decides how it is drawn; the rest is looked up only for those that get a label or a hint.
  struct Extent {
    std::size_t index;
    TimeNs start;
    TimeNs end;
    LaneState state;
  };
  static constexpr std::size_t kNoBox = static_cast<std::size_t>(-1);
  [[nodiscard]] double columnX(std::size_t column) const;
  [[nodiscard]] std::size_t columnAt(double x) const;
  [[nodiscard]] bool isWide(const model::SpanWalk& walk) const;
  void addBox(LaneId lane, const Row& row, const Extent& span, double left, double right);
  /// Share columns from the current span on, which `before` precedes. Returns where a wide span takes over, on which
  /// the walk stands then, or nothing at the end of lane or plot.
  std::optional<double> addStrip(LaneId lane, const Row& row, model::SpanWalk& walk, std::optional<LaneState> before);

  const model::Snapshot& m_snapshot;
  const TimeScale& m_scale;
  const Metrics& m_metrics;
  const SpanText* m_texts;
  DrawList& m_list;
  std::vector<LabelSpot>& m_spots;
  std::int64_t m_wideNs;               // from this length on a span is a box
  std::vector<TimeNs> m_columnTimes;   // start of each column, and the end of the last
  std::vector<ShareColumn> m_columns;  // of the strip that is being made
  std::size_t m_previousBox = kNoBox;  // index of a box that ends where the next may begin, for seams
};

}  // namespace threadline::scene
