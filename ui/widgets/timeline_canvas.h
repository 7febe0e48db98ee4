// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lanes of a timeline. A frame is laid out and painted into an image once for each change of what is shown; a
// repaint copies the image and draws over it what the pointer moves: selection, hover, hits, cursor. Changes are
// gathered: at most sixty frames a second, by a single-shot timer that does not run when nothing changes.
//
// Thread: GUI. Answers no keys and no mouse: timeline_input does.

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>
#include <QWidget>

#include "ui/paint/fonts.h"
#include "ui/scene/frame_layout.h"
#include "ui/widgets/timeline_data.h"

namespace threadline::widgets {

class TimelineCanvas : public QWidget {
  Q_OBJECT
 public:
  TimelineCanvas(const TimelineData& shown, QWidget* parent);

  /// What is shown, laid out now where something has changed.
  [[nodiscard]] const scene::Frame& frame();
  /// Something that is drawn has changed.
  void invalidate();
  [[nodiscard]] int scrollTop() const { return m_scrollTop; }
  void setScrollTop(int top);

  void setHover(const std::optional<scene::SpanRef>& span, const std::optional<TimeNs>& cursor);
  void setZoomBand(const std::optional<TimeRange>& band);
  [[nodiscard]] const std::optional<scene::SpanRef>& hovered() const { return m_hover; }
  [[nodiscard]] std::optional<TimeNs> cursorTime() const { return m_cursor; }
  [[nodiscard]] const scene::Words& words() const { return m_words; }
  /// Fields of a span: "waiting for the GIL · 5.13 ms · held by th1".
  [[nodiscard]] QString hintOf(const scene::SpanRef& ref) const;
  [[nodiscard]] QString laneName(const scene::LaneRef& lane) const;

  /// Fields of a lane: "daemon thread · pid 4242 · tid 4250".
  [[nodiscard]] QString laneFacts(const scene::LaneRef& ref) const;

  QSize minimumSizeHint() const override { return {320, 120}; }
  QSize sizeHint() const override { return {900, 420}; }

 signals:
  /// Laid out anew: the height of the content, the scale or the rows may be others.
  void frameChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void layOut();
  void paintBand(QPainter& painter, const TimeRange& range, const QColor& colour) const;
  void paintSelection(QPainter& painter) const;
  void paintHits(QPainter& painter) const;
  void paintSpan(QPainter& painter, const scene::SpanRef& ref, double penWidth) const;
  [[nodiscard]] std::optional<QRectF> placeOf(const scene::LaneRef& lane, const TimeRange& range) const;

  const TimelineData& m_data;
  paint::FontMeasure m_measure;
  scene::Words m_words;
  scene::Frame m_frame;
  QImage m_image;
  QTimer m_timer{this};
  QElapsedTimer m_sinceFrame;
  std::optional<scene::SpanRef> m_hover;
  std::optional<TimeNs> m_cursor;
  std::optional<TimeRange> m_zoomBand;
  int m_scrollTop = 0;
  bool m_isDirty = true;
};

}  // namespace threadline::widgets
