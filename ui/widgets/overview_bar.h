// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The whole run in one strip, the shares of the states of all lanes column by column, and a frame where the visible
// range is. Dragging moves the range, a click centres it, a double-click shows everything.
//
// The strip is made anew at most four times a second while a run grows; meanwhile the last one is drawn where its times
// are now. Thread: GUI.

#include <QElapsedTimer>
#include <QImage>
#include <QWidget>

#include "ui/scene/time_scale.h"
#include "ui/widgets/timeline_data.h"

namespace threadline::widgets {

class OverviewBar : public QWidget {
  Q_OBJECT
 public:
  OverviewBar(const TimelineData& shown, QWidget* parent);
  /// The strip stands below the lanes' plot: from `left` to `right`.
  void setPlot(double left, double right);
  /// Panes, lanes, range or theme have changed.
  void refresh();
  [[nodiscard]] scene::TimeScale scale() const;
  QSize sizeHint() const override { return {320, 30}; }

 signals:
  void rangeRequested(TimeRange range);
  void dragFinished();
  void fitRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void makeStrip();
  [[nodiscard]] bool isStripOld() const;
  [[nodiscard]] QRectF windowPlace() const;
  void requestAround(TimeNs centre);

  const TimelineData& m_data;
  double m_left = 0;
  double m_right = 1;
  QImage m_strip;
  TimeRange m_stripRange;
  std::vector<const model::Snapshot*> m_stripOf;  // compared only
  paint::ThemeKind m_stripTheme = paint::ThemeKind::kLight;
  QElapsedTimer m_sinceStrip;
  bool m_isDragging = false;
  std::int64_t m_grabOffset = 0;  // from the range's middle to where it was taken hold of
};

}  // namespace threadline::widgets
