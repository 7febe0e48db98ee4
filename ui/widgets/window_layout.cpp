// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window_layout.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/widgets/card_column.h"
#include "ui/widgets/comparison_panel.h"
#include "ui/widgets/details_panel.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/first_run_page.h"
#include "ui/widgets/gallery_panel.h"
#include "ui/widgets/legend_panel.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/output_panel.h"
#include "ui/widgets/parameter_panel.h"
#include "ui/widgets/predict_card.h"
#include "ui/widgets/runs_panel.h"
#include "ui/widgets/statistics_panel.h"
#include "ui/widgets/steps_panel.h"
#include "ui/widgets/timeline_view.h"
#include "ui/widgets/verdict_card.h"

namespace threadline::widgets {
namespace {

// Raise it when docks come or go: an older state is then left alone.
constexpr int kLayoutVersion = 2;
// A lesson of which one line is seen is not read.
constexpr int kLessonHeight = 120;

}  // namespace

WindowLayout::WindowLayout(QMainWindow& window) : m_window(window) {
  m_window.setDockNestingEnabled(true);
  m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  makeCentre();
  makeDocks();
  retitle();
  m_firstState = m_window.saveState(kLayoutVersion);
}

void WindowLayout::makeCentre() {
  auto* centre = new QWidget(&m_window);
  auto* column = new QVBoxLayout(centre);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_parts.notices = new NoticeBar(centre);
  column->addWidget(m_parts.notices);
  m_pages = new QStackedWidget(centre);
  column->addWidget(m_pages, 1);

  m_work = new QWidget(m_pages);
  auto* work = new QVBoxLayout(m_work);
  work->setContentsMargins(0, 0, 0, 0);
  work->setSpacing(0);
  m_parts.timeline = new TimelineView(m_work);
  work->addWidget(m_parts.timeline, 1);
  m_parts.find = new FindBar(m_work);
  work->addWidget(m_parts.find);
  m_pages->addWidget(m_work);
  m_parts.firstRun = new FirstRunPage(m_pages);
  m_pages->addWidget(m_parts.firstRun);
  m_window.setCentralWidget(centre);
}

QDockWidget* WindowLayout::addDock(QWidget* part, const char* title, const char* name, Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(&m_window);
  dock->setObjectName(QString::fromLatin1(name));
  dock->setWidget(part);
  m_window.addDockWidget(area, dock);
  m_docks.push_back(dock);
  m_titles.push_back(title);
  // Not the dock's own action: of docks behind one another the one that is asked for shall come to the front, and only
  // one that is seen goes away.
  auto* toggle = new QAction(dock);
  toggle->setCheckable(true);
  toggle->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>(m_docks.size()))));
  QObject::connect(dock, &QDockWidget::visibilityChanged, toggle, &QAction::setChecked);
  QObject::connect(toggle, &QAction::triggered, dock, [dock](bool isShown) {
    dock->setVisible(isShown);
    if (isShown) dock->raise();
  });
  dock->addAction(toggle);
  return dock;
}

void WindowLayout::makeDocks() {
  m_parts.gallery = new GalleryPanel(&m_window);
  m_parts.parameters = new ParameterPanel(&m_window);
  auto* lesson = new QWidget(&m_window);
  auto* column = new QVBoxLayout(lesson);
  column->setContentsMargins(0, 0, 0, 0);
  auto* cards = new CardColumn(lesson);
  m_parts.predict = new PredictCard;
  m_parts.verdict = new VerdictCard;
  m_parts.lesson = new LessonPanel(lesson);
  cards->add(m_parts.predict);
  cards->add(m_parts.verdict);
  QObject::connect(m_parts.predict, &PredictCard::answered, cards,
                   [cards, predict = m_parts.predict] { cards->showEndOf(predict); });
  column->addWidget(cards);
  column->addWidget(m_parts.lesson, 1);
  m_parts.lesson->setMinimumHeight(kLessonHeight);
  m_parts.legend = new LegendPanel(&m_window);
  m_parts.legend->setTimeline(m_parts.timeline);
  m_parts.output = new OutputPanel(&m_window);
  m_parts.steps = new StepsPanel(&m_window);
  m_parts.statistics = new StatisticsPanel(&m_window);
  m_parts.details = new DetailsPanel(&m_window);
  m_parts.runs = new RunsPanel(&m_window);
  m_parts.comparison = new ComparisonPanel(&m_window);

  QDockWidget* gallery = addDock(m_parts.gallery, QT_TR_NOOP("Examples"), "galleryDock", Qt::LeftDockWidgetArea);
  QDockWidget* form = addDock(m_parts.parameters, QT_TR_NOOP("Values"), "parametersDock", Qt::LeftDockWidgetArea);
  QDockWidget* lessonDock = addDock(lesson, QT_TR_NOOP("Lesson"), "lessonDock", Qt::RightDockWidgetArea);
  QDockWidget* legend = addDock(m_parts.legend, QT_TR_NOOP("Legend"), "legendDock", Qt::RightDockWidgetArea);
  QDockWidget* details = addDock(m_parts.details, QT_TR_NOOP("Span"), "detailsDock", Qt::RightDockWidgetArea);
  QDockWidget* output = addDock(m_parts.output, QT_TR_NOOP("Output"), "outputDock", Qt::BottomDockWidgetArea);
  QDockWidget* steps = addDock(m_parts.steps, QT_TR_NOOP("Steps"), "stepsDock", Qt::BottomDockWidgetArea);
  QDockWidget* statistics =
      addDock(m_parts.statistics, QT_TR_NOOP("Statistics"), "statisticsDock", Qt::BottomDockWidgetArea);
  QDockWidget* runs = addDock(m_parts.runs, QT_TR_NOOP("Runs"), "runsDock", Qt::BottomDockWidgetArea);
  QDockWidget* comparison =
      addDock(m_parts.comparison, QT_TR_NOOP("Comparison"), "comparisonDock", Qt::BottomDockWidgetArea);
  m_window.tabifyDockWidget(output, steps);
  m_window.tabifyDockWidget(steps, statistics);
  m_window.tabifyDockWidget(statistics, runs);
  m_window.tabifyDockWidget(runs, comparison);
  m_window.tabifyDockWidget(legend, details);
  legend->raise();
  output->raise();
  m_window.resizeDocks({gallery, form}, {300, 300}, Qt::Vertical);
  m_window.resizeDocks({lessonDock, legend}, {440, 220}, Qt::Vertical);
  m_window.resizeDocks({gallery}, {260}, Qt::Horizontal);
  m_window.resizeDocks({details}, {280}, Qt::Horizontal);
  m_window.resizeDocks({output}, {170}, Qt::Vertical);
}

QDockWidget* WindowLayout::dockOf(const QWidget* part) const {
  const auto found = std::find_if(m_docks.begin(), m_docks.end(), [part](const QDockWidget* dock) {
    return dock->widget() == part || dock->widget()->isAncestorOf(part);
  });
  return found == m_docks.end() ? nullptr : *found;
}

void WindowLayout::raise(const QWidget* part) {
  QDockWidget* dock = dockOf(part);
  if (dock == nullptr) return;
  dock->show();
  dock->raise();
}

bool WindowLayout::isClosed(const QWidget* part) const {
  const QDockWidget* dock = dockOf(part);
  return dock == nullptr || dock->isHidden();
}

void WindowLayout::toggleBelow() {
  std::vector<QDockWidget*> shown;
  for (QDockWidget* dock : m_docks) {
    const bool isBelow = m_window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea && !dock->isFloating();
    if (isBelow && !dock->isHidden()) shown.push_back(dock);
  }
  if (!shown.empty()) {
    m_below = shown;
    for (QDockWidget* dock : shown) dock->hide();
    return;
  }
  for (QDockWidget* dock : m_docks) {
    const bool wasThere = m_below.empty() || std::find(m_below.begin(), m_below.end(), dock) != m_below.end();
    if (wasThere && m_window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea) dock->show();
  }
}

void WindowLayout::showFirstRun(bool isShown) {
  if (isShown == isFirstRunShown()) return;
  if (isShown) {
    m_hiddenState = m_window.saveState(kLayoutVersion);
    for (QDockWidget* dock : m_docks) dock->hide();
    m_pages->setCurrentWidget(m_parts.firstRun);
    return;
  }
  m_pages->setCurrentWidget(m_work);
  m_window.restoreState(m_hiddenState, kLayoutVersion);
}

bool WindowLayout::isFirstRunShown() const {
  return m_pages->currentWidget() == m_parts.firstRun;
}

void WindowLayout::reset() {
  showFirstRun(false);
  m_window.restoreState(m_firstState, kLayoutVersion);
  for (QDockWidget* dock : m_docks) dock->show();
}

QByteArray WindowLayout::state() const {
  return isFirstRunShown() ? m_hiddenState : m_window.saveState(kLayoutVersion);
}

void WindowLayout::restore(const QByteArray& state) {
  if (!state.isEmpty()) m_window.restoreState(state, kLayoutVersion);
}

void WindowLayout::retitle() {
  for (std::size_t i = 0; i < m_docks.size(); ++i) {
    m_docks[i]->setWindowTitle(tr(m_titles[i]));
    m_docks[i]->actions().front()->setText(tr(m_titles[i]));
  }
}

}  // namespace threadline::widgets
