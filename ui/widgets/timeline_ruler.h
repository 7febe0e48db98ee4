// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The time axis above the lanes: round times in one unit at the same pixels as the lanes' grid, the selection's
// length, marks as flags. A double-click asks for everything to be shown.
//
// Thread: GUI.

#include <QWidget>

#include "ui/scene/time_scale.h"
#include "ui/widgets/timeline_data.h"

namespace threadline::widgets {

class TimelineRuler : public QWidget {
  Q_OBJECT
 public:
  TimelineRuler(const TimelineData& shown, QWidget* parent);
  void setScale(const scene::TimeScale& scale);
  QSize sizeHint() const override;

 signals:
  void fitRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void paintTicks(QPainter& painter) const;
  void paintSelection(QPainter& painter) const;

  const TimelineData& m_data;
  scene::TimeScale m_scale{TimeRange{}, 0, 1};
};

}  // namespace threadline::widgets
