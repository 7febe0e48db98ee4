// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs of a figure under one another on one time axis: each with its rows and, where it has a title, a line above
// them. A single run without a title is a stack of one.
//
// The panes' zeros stand under one another: each begins at its view's start, and the longest gives all of them their
// length. Where they begin at the same time of their runs the axis shows that time, else it counts from their starts.
//
// Thread: any; nothing is kept. Lifetime: the figure's snapshots outlive the stack.

#include <string>
#include <vector>

#include "ui/paint/figure.h"
#include "ui/paint/page_metrics.h"
#include "ui/scene/draw_list.h"
#include "ui/scene/lane_layout.h"
#include "ui/scene/row_layout.h"
#include "ui/scene/text_measure.h"
#include "ui/scene/words.h"

namespace threadline::paint {

struct PlacedPane {
  const model::Snapshot* snapshot = nullptr;
  model::View view;
  std::string title;
  std::string note;
  bool headsOnlyProcess = true;  // the title says enough where there is one and it ended well
  double top = 0;                // of the title line, or of the rows where there is none
  scene::RowLayout rows;
};

class PaneStack {
 public:
  /// `subject` has a trace (hasTrace).
  explicit PaneStack(const FigureSubject& subject);

  [[nodiscard]] const std::vector<PlacedPane>& panes() const { return m_panes; }
  /// What the axis shows.
  [[nodiscard]] TimeRange axis() const { return m_axis; }
  /// All panes show so much from their starts.
  void setLength(DurationNs length);

  /// The widest label left of the lanes, without eliding.
  [[nodiscard]] double widestLabel(const scene::Metrics& metrics, const scene::TextMeasure& measure,
                                   const scene::Words& words) const;
  /// Rows as high as they want to be.
  void layOut(const scene::Metrics& metrics, double top);
  /// Rows for a page of fixed height: as high as there is room for, in its middle; folded where they could not be read.
  void layOutWithin(const scene::Metrics& metrics, double top, double height);

  /// After laying out: as used, and from the first pane's rows to the last one's.
  [[nodiscard]] const scene::Metrics& metrics() const { return m_panes.front().rows.metrics; }
  [[nodiscard]] double bottom() const { return m_panes.back().rows.bottom; }
  [[nodiscard]] std::size_t omittedFlows() const;

  /// Appends the titles and the lanes to the list; what a legend has to explain of all of them.
  scene::LaneLegend appendTo(scene::DrawList& list, const scene::TextMeasure& measure, const scene::Words& words) const;

 private:
  double place(const scene::Metrics& metrics, double top);
  [[nodiscard]] std::size_t laneRows() const;
  void shrink(scene::Metrics metrics, double top, double height);
  void appendTitle(const PlacedPane& pane, const scene::TextMeasure& measure, scene::DrawList& list) const;

  std::vector<PlacedPane> m_panes;
  TimeRange m_axis;
};

/// Whether there is anything to draw, and no pane without a trace.
[[nodiscard]] bool hasTrace(const FigureSubject& subject);

}  // namespace threadline::paint
