// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The legend of a timeline, which is also the profile of what is in sight: each state's share of the shown lanes' time,
// in families that open. A click (or Space) on a state or a family takes it out of the picture and back.
//
// Thread: GUI. Counts at most ten times a second, and only when the timeline has changed.

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <set>

#include "core/event/lane_state.h"
#include "core/base/time.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace threadline::widgets {

class TimelineView;

class LegendPanel : public QWidget {
  Q_OBJECT
 public:
  explicit LegendPanel(QWidget* parent = nullptr);
  /// Null: nothing is shown.
  void setTimeline(TimelineView* timeline);
  QSize sizeHint() const override { return {270, 280}; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void retranslate();
  void refresh();
  void showShares(const PerState<DurationNs>& times);
  void showCheck(QTreeWidgetItem* item, const std::set<LaneState>& states);
  void makeSwatches();
  void toggle(QTreeWidgetItem* item);
  void scheduleRefresh();
  [[nodiscard]] QString familyWord(StateFamily family) const;
  [[nodiscard]] std::set<LaneState> statesOf(const QTreeWidgetItem* item) const;

  QPointer<TimelineView> m_timeline;
  QTreeWidget* m_tree = nullptr;
  QTimer m_timer{this};
  int m_swatchesOf = -1;  // the theme that they were made for
};

}  // namespace threadline::widgets
