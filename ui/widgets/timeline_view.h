// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The timeline: ruler, lanes, overview and the buttons that are always needed. It takes panes as often as they come,
// keeps the person's place in them, and tells what is looked at. Each part has a duty of its own: timeline_canvas draws
// lanes, timeline_ruler the axis, overview_bar the whole, timeline_input turns keys and mouse into the commands here.
//
// Thread: GUI. Nothing here waits, and nothing runs while nothing changes.

#include <QWidget>

#include "ui/widgets/timeline_data.h"

class QLabel;
class QScrollBar;
class QToolButton;

namespace threadline::widgets {

class OverviewBar;
class TimelineCanvas;
class TimelineInput;
class TimelineRuler;

class TimelineView : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineView(QWidget* parent = nullptr);
  ~TimelineView() override;

  /// Newer snapshots or other runs. The range stays, unless everything is shown or the newest is followed. While paused
  /// they are kept and shown when the pause ends.
  void setPanes(std::vector<scene::Pane> panes);
  /// As when the panes were first seen: the range of their views (of all of them where they have none), no selection,
  /// all lanes.
  void resetView();
  /// A run is going on: begins to follow it. Its end leaves everything in sight as it is.
  void setLive(bool isLive);
  void setThemeKind(paint::ThemeKind kind);
  [[nodiscard]] paint::ThemeKind themeKind() const { return m_data.theme; }

  [[nodiscard]] const scene::ViewState& viewState() const { return m_data.state; }
  [[nodiscard]] const std::vector<scene::Pane>& panes() const { return m_data.panes; }
  /// All lanes that are shown, from the top, and what there is to say of them.
  [[nodiscard]] std::vector<scene::LaneRef> lanes() const;
  [[nodiscard]] QString laneName(scene::LaneRef lane) const;
  [[nodiscard]] QString laneFacts(scene::LaneRef lane) const;
  /// Brings the lane into sight and selects its first span there.
  void goToLane(scene::LaneRef lane);
  /// What is drawn of a pane now: for a picture of it.
  [[nodiscard]] model::View shownView(std::size_t pane) const;
  [[nodiscard]] std::vector<model::ViewMark> marks() const { return m_data.marks; }
  void addMark(TimeRange range, const QString& text);
  /// Marks that touch the range.
  void removeMarks(TimeRange range);
  [[nodiscard]] std::optional<scene::SpanRef> selectedSpan() const { return m_data.selected; }
  [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
  [[nodiscard]] bool isPaused() const { return m_isPaused; }

  /// For input and panels.
  enum class Remember { kNo, kYes };  // in the history; steps of one gesture are not
  void showRange(TimeRange range, Remember remember);
  void zoomAbout(TimeNs time, double factor, Remember remember);
  void pan(double share, Remember remember);
  void setSelection(std::optional<TimeRange> range);
  void scrollLanes(int pixels);
  void selectNeighbourLane(bool down);
  void zoomToSpan(const scene::SpanRef& span);
  void setStatesHidden(const std::set<LaneState>& states, bool isHidden);
  void setArrowKindHidden(FlowKind kind, bool isHidden);
  void pinLane(scene::LaneRef lane);
  void pinSelected();  // the lane of the selected span
  void moveLane(scene::LaneRef lane, bool up);
  void setProcessFolded(std::size_t pane, ProcessId process, bool isFolded);
  void showAllLanes();
  void hover(const std::optional<scene::SpanRef>& span, const std::optional<TimeNs>& cursor);
  [[nodiscard]] bool wheelZooms() const { return m_wheelZooms; }
  [[nodiscard]] bool showsHints() const { return m_showsHints; }

 public slots:
  void fit();
  void zoomIn();
  void zoomOut();
  void panLeft();
  void panRight();
  void zoomToSelection();
  void back();
  void forward();
  void setFollowing(bool isFollowing);
  void setPaused(bool isPaused);
  void selectSpan(threadline::scene::SpanRef span);
  /// The range, with some room around it; a point gets a hundredth of what is seen.
  void showTime(threadline::TimeRange range);
  void clearSelection();
  /// Marks all places with this text in lane names, span labels and prints, and goes to the first one in sight or
  /// after.
  void find(const QString& text);
  void nextHit();
  void previousHit();
  void selectNextSpan();
  void selectPreviousSpan();
  /// Back: who woke the selected span; else whom it wakes.
  void followFlow(bool isBack);
  /// Asks for a mark (markRequested) over the selection, else the selected span, else at the pointer or the middle.
  void markHere();
  /// Asks for a brace over the selection, else the selected span, else all that is in sight.
  void braceHere();
  /// As showRange(), on a way of a moment that the eye can follow; at once with reduced motion.
  void glideTo(threadline::TimeRange range);
  void setReducedMotion(bool isReduced);
  void setGridVisible(bool isVisible);
  void setLabelsVisible(bool isVisible);
  void setCompact(bool isCompact);
  /// The tool tips of spans and lanes.
  void setHintsVisible(bool isVisible);
  void setArrowsVisible(bool isVisible);
  void setLaneHidden(threadline::scene::LaneRef lane, bool isHidden);
  /// Whether the plain wheel zooms; else it scrolls the lanes and Ctrl+wheel zooms.
  void setWheelZooms(bool zooms);

 signals:
  void rangeChanged();
  void selectionChanged();
  void spanSelected(threadline::scene::SpanRef span);
  void spanHovered(const QString& fields);
  void followingChanged(bool isFollowing);
  void pausedChanged(bool isPaused);
  void lanesShownChanged();
  void panesShown();  // newer panes are what is drawn now
  /// `current` counts from 1; 0 where there are none.
  void hitsChanged(int current, int count);
  void markRequested(threadline::TimeRange range);
  void findRequested();    // by its key
  void drawerRequested();  // by its key: the panels below, away or back
  void shownThingsChanged();
  void themeChanged();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build();
  QWidget* buildStrip();
  void connectParts();
  void retranslate();
  void takePanes(std::vector<scene::Pane> panes);
  void setRange(TimeRange range);
  void rememberGesture();
  void endGrowth();
  [[nodiscard]] TimeRange grownRange() const;
  void refresh();
  void refreshLanes();
  void onFrame();
  void showSelectionText();
  void describeSelection();
  void goToHit(std::size_t hit);
  void ensureRowSeen(const scene::LaneRef& lane);
  [[nodiscard]] std::optional<TimeRange> chosenRange() const;

  TimelineData m_data;
  std::optional<std::vector<scene::Pane>> m_waitingPanes;  // came while paused
  bool m_isLive = false;
  bool m_isFollowing = false;
  bool m_isPaused = false;
  bool m_isFitted = true;  // everything is shown, also what comes
  bool m_wheelZooms = false;
  bool m_showsHints = true;
  int m_glideMs = 0;
  std::size_t m_omittedArrows = 0;
  bool m_isGestureOpen = false;  // the range is not in the history yet

  TimelineCanvas* m_canvas = nullptr;
  TimelineRuler* m_ruler = nullptr;
  OverviewBar* m_overview = nullptr;
  TimelineInput* m_input = nullptr;
  QScrollBar* m_scroll = nullptr;
  QToolButton* m_fitButton = nullptr;
  QToolButton* m_followButton = nullptr;
  QToolButton* m_pauseButton = nullptr;
  QLabel* m_info = nullptr;
};

}  // namespace threadline::widgets
