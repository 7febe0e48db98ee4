// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline is put together, what it shows when new panes come, and what it tells. Its commands are in
// timeline_commands.cpp and timeline_marks.cpp.
#include "ui/widgets/timeline_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

#include "ui/paint/words.h"
#include "ui/scene/units.h"
#include "ui/widgets/overview_bar.h"
#include "ui/widgets/state_shares.h"
#include "ui/widgets/timeline_canvas.h"
#include "ui/widgets/timeline_input.h"
#include "ui/widgets/timeline_ruler.h"

namespace threadline::widgets {
namespace {

QToolButton* makeButton(QWidget* parent, const char* name, bool isCheckable) {
  auto* button = new QToolButton(parent);
  button->setObjectName(QLatin1String(name));
  button->setCheckable(isCheckable);
  button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  return button;
}

void setTexts(QToolButton* button, const QString& text, const QString& hint) {
  button->setText(text);
  button->setToolTip(hint);
  button->setAccessibleName(text);
}

/// The newest time that any of the panes knows.
TimeNs newestOf(const std::vector<scene::Pane>& panes) {
  TimeNs out{0};
  for (const scene::Pane& pane : panes) {
    if (pane.snapshot) out = std::max(out, pane.snapshot->now());
  }
  return out;
}

std::size_t laneTotal(const std::vector<scene::Pane>& panes) {
  std::size_t out = 0;
  for (const scene::Pane& pane : panes) out += pane.view.lanes.size();
  return out;
}

}  // namespace

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("timelineView"));
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_InputMethodEnabled, false);
  m_data.state.extent = {{0}, {1}};
  m_data.state.range = scene::fitted(m_data.state.extent);
  build();
  connectParts();
  retranslate();
}

TimelineView::~TimelineView() = default;

void TimelineView::build() {
  m_canvas = new TimelineCanvas(m_data, this);
  m_ruler = new TimelineRuler(m_data, this);
  m_overview = new OverviewBar(m_data, this);
  m_input = new TimelineInput(*this, *m_canvas);
  m_scroll = new QScrollBar(Qt::Vertical, this);
  m_scroll->setObjectName(QStringLiteral("laneScrollBar"));
  m_scroll->setSingleStep(20);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(0);
  grid->addWidget(m_ruler, 0, 0);
  grid->addWidget(m_canvas, 1, 0);
  grid->addWidget(m_scroll, 1, 1);
  grid->addWidget(m_overview, 2, 0);
  grid->addWidget(buildStrip(), 3, 0, 1, 2);
  grid->setRowStretch(1, 1);
}

QWidget* TimelineView::buildStrip() {
  auto* strip = new QWidget(this);
  strip->setObjectName(QStringLiteral("timelineStrip"));
  m_fitButton = makeButton(strip, "fitButton", false);
  m_followButton = makeButton(strip, "followButton", true);
  m_pauseButton = makeButton(strip, "pauseButton", true);
  m_info = new QLabel(strip);
  m_info->setObjectName(QStringLiteral("selectionInfo"));
  m_info->setTextFormat(Qt::PlainText);
  m_info->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* row = new QHBoxLayout(strip);
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(6);
  for (QToolButton* button : {m_fitButton, m_followButton, m_pauseButton}) row->addWidget(button);
  row->addSpacing(8);
  row->addWidget(m_info, 1);
  return strip;
}

void TimelineView::connectParts() {
  connect(m_canvas, &TimelineCanvas::frameChanged, this, &TimelineView::onFrame);
  connect(m_ruler, &TimelineRuler::fitRequested, this, &TimelineView::fit);
  connect(m_overview, &OverviewBar::fitRequested, this, &TimelineView::fit);
  connect(m_overview, &OverviewBar::rangeRequested, this, [this](TimeRange range) { showRange(range, Remember::kNo); });
  connect(m_overview, &OverviewBar::dragFinished, this, [this] { rememberGesture(); });
  connect(m_scroll, &QScrollBar::valueChanged, m_canvas, &TimelineCanvas::setScrollTop);
  connect(m_fitButton, &QToolButton::clicked, this, &TimelineView::fit);
  connect(m_followButton, &QToolButton::toggled, this, &TimelineView::setFollowing);
  connect(m_pauseButton, &QToolButton::toggled, this, &TimelineView::setPaused);
}

void TimelineView::retranslate() {
  setTexts(m_fitButton, tr("Fit"), tr("Shows everything (0 or Home)."));
  setTexts(m_followButton, tr("Follow"), tr("Keeps the newest time in sight while a run goes on."));
  setTexts(m_pauseButton, tr("Pause"), tr("Holds the picture still. The run goes on, and nothing of it is lost."));
  m_scroll->setAccessibleName(tr("Scroll the lanes"));
  describeSelection();
  showSelectionText();
}

void TimelineView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

bool TimelineView::event(QEvent* event) {
  // Before the window's shortcuts: single letters are this view's while it has the focus.
  if (event->type() == QEvent::ShortcutOverride && m_input->key(*static_cast<QKeyEvent*>(event), true)) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  if (!m_input->key(*event, false)) QWidget::keyPressEvent(event);
}

void TimelineView::setPanes(std::vector<scene::Pane> panes) {
  if (m_isPaused) {
    m_waitingPanes = std::move(panes);
    return;
  }
  takePanes(std::move(panes));
}

void TimelineView::takePanes(std::vector<scene::Pane> panes) {
  const bool isFirst = m_data.panes.empty();
  const bool hasOtherLanes = laneTotal(panes) != laneTotal(m_data.panes) || panes.size() != m_data.panes.size();
  m_data.panes = std::move(panes);
  m_data.state.extent = scene::extentOf(m_data.panes);
  if (m_data.selected && !scene::spanAt(m_data.panes, *m_data.selected)) {
    m_data.selected.reset();
    describeSelection();
    emit selectionChanged();
  }
  if (isFirst && !m_isLive) {
    resetView();
  } else if (m_isFitted || (m_isLive && m_isFollowing)) {
    setRange(grownRange());
  }
  refresh();
  if (hasOtherLanes) emit lanesShownChanged();
  emit panesShown();
}

TimeRange TimelineView::grownRange() const {
  const TimeNs newest = newestOf(m_data.panes);
  const bool atNewest = m_isLive && m_isFollowing && newest > m_data.state.extent.start;
  if (m_isFitted) {
    return atNewest ? TimeRange{m_data.state.extent.start, newest} : scene::fitted(m_data.state.extent);
  }
  const DurationNs length = m_data.state.range.length();
  return {newest - length, newest};
}

void TimelineView::resetView() {
  std::optional<TimeRange> range;
  for (const scene::Pane& pane : m_data.panes) {
    const TimeRange own = pane.view.range;
    if (own.end <= own.start) continue;
    range = range ? TimeRange{std::min(range->start, own.start), std::max(range->end, own.end)} : own;
  }
  scene::ViewState fresh;
  fresh.extent = scene::extentOf(m_data.panes);
  fresh.range = m_data.state.range;
  fresh.showsArrows = m_data.state.showsArrows;
  fresh.showsGrid = m_data.state.showsGrid;
  fresh.showsLabels = m_data.state.showsLabels;
  fresh.isCompact = m_data.state.isCompact;
  m_data.state = std::move(fresh);
  m_data.marks.clear();
  m_data.hits.clear();
  m_data.currentHit = 0;
  m_data.selected.reset();
  m_isGestureOpen = false;
  const TimeRange extent = m_data.state.extent;
  m_isFitted = m_isLive || !range || (range->start <= extent.start && range->end >= extent.end);
  setRange(m_isFitted ? grownRange() : scene::clamped(*range, extent));
  m_data.state.history.visit(m_data.state.range);
  m_scroll->setValue(0);
  describeSelection();
  refresh();
  emit selectionChanged();
  emit hitsChanged(0, 0);
  emit lanesShownChanged();
}

void TimelineView::setLive(bool isLive) {
  if (isLive == m_isLive) return;
  m_isLive = isLive;
  if (isLive) {
    m_isFitted = true;
    setFollowing(true);
    return;
  }
  setPaused(false);
  setFollowing(false);
  // The end's mark stands right of the end.
  if (m_isFitted) setRange(scene::fitted(m_data.state.extent));
  refresh();
}

void TimelineView::setThemeKind(paint::ThemeKind kind) {
  if (kind == m_data.theme) return;
  m_data.theme = kind;
  refresh();
  m_ruler->update();
  emit themeChanged();
}

model::View TimelineView::shownView(std::size_t pane) const {
  if (pane >= m_data.panes.size() || !m_data.panes[pane].snapshot) return {};
  model::View out = scene::viewOf(m_data.panes[pane], pane, m_data.state);
  out.marks.insert(out.marks.end(), m_data.marks.begin(), m_data.marks.end());
  return out;
}

void TimelineView::refresh() {
  m_canvas->invalidate();
  m_overview->refresh();
  showSelectionText();
}

void TimelineView::refreshLanes() {
  refresh();
  emit lanesShownChanged();
}

void TimelineView::onFrame() {
  const scene::Frame& frame = m_canvas->frame();
  m_ruler->setScale(frame.scale);
  m_overview->setPlot(frame.scale.left(), frame.scale.right());
  const int hidden = std::max(0, static_cast<int>(frame.contentHeight) - m_canvas->height());
  m_scroll->setPageStep(m_canvas->height());
  m_scroll->setRange(0, hidden);
  // Always there, so that the plot's width does not jump; pale where there is nothing to scroll.
  m_scroll->setEnabled(hidden > 0);
  if (frame.omittedArrows == m_omittedArrows) return;
  m_omittedArrows = frame.omittedArrows;
  showSelectionText();
}

void TimelineView::showSelectionText() {
  const TimeRange range = m_data.state.selection.value_or(m_data.state.range);
  const QString length = QString::fromStdString(scene::durationText(range.length()));
  if (!m_data.state.selection) {
    QStringList facts;
    if (!m_data.panes.empty()) facts << tr("In sight: %1").arg(length);
    if (m_omittedArrows > 0) facts << paint::omittedArrows(m_omittedArrows);
    m_info->setText(facts.join(QStringLiteral(" · ")));
    return;
  }
  const PerState<DurationNs> times = stateTimes(m_data.panes, m_data.state, range);
  const QStringList shares = largestShares(times, m_canvas->words(), 3);
  m_info->setText(shares.isEmpty() ? tr("Selected: %1").arg(length)
                                   : tr("Selected: %1 — %2").arg(length, shares.join(QStringLiteral(" · "))));
}

void TimelineView::describeSelection() {
  QString name = tr("Timeline");
  QString description = tr("Arrow keys go from one span to the next, W and S zoom, A and D move, 0 shows everything.");
  if (m_data.selected) {
    description = QStringLiteral("%1, %2").arg(
        m_canvas->laneName(m_data.selected->lane),
        m_canvas->hintOf(*m_data.selected).replace(QStringLiteral(" · "), QStringLiteral(", ")));
    name = tr("Timeline: %1").arg(description);
  }
  setAccessibleName(name);
  setAccessibleDescription(description);
}

}  // namespace threadline::widgets
