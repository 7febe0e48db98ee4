// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lane_menu.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

#include "ui/scene/span_text.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {
namespace {

class LaneMenu {
  Q_DECLARE_TR_FUNCTIONS(threadline::widgets::LaneMenu)
 public:
  LaneMenu(TimelineView& view, QMenu& menu) : m_view(view), m_menu(menu) {}

  void addLane(const scene::LaneRef& lane, const QString& name) {
    m_menu.addSection(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
    TimelineView* view = &m_view;
    const auto& pinned = m_view.viewState().pinned;
    const bool isPinned = std::find(pinned.begin(), pinned.end(), lane) != pinned.end();
    add("hideLane", tr("&Hide"), [view, lane] { view->setLaneHidden(lane, true); });
    add("pinLane", isPinned ? tr("Un&pin") : tr("&Pin to top"), [view, lane] { view->pinLane(lane); });
    add("moveLaneUp", tr("Move &up"), [view, lane] { view->moveLane(lane, true); });
    add("moveLaneDown", tr("Move &down"), [view, lane] { view->moveLane(lane, false); });
  }

  void addProcess(std::size_t pane, ProcessId process) {
    const bool isFolded = m_view.viewState().isFolded(pane, process);
    TimelineView* view = &m_view;
    add("foldProcess", isFolded ? tr("Un&fold process") : tr("&Fold process"),
        [view, pane, process, isFolded] { view->setProcessFolded(pane, process, !isFolded); });
  }

  void addGeneral() {
    m_menu.addSeparator();
    TimelineView* view = &m_view;
    add("showAllLanes", tr("Show &all lanes"), [view] { view->showAllLanes(); });
    QAction* arrows = m_menu.addAction(tr("A&rrows"));
    arrows->setObjectName(QStringLiteral("showArrows"));
    arrows->setCheckable(true);
    arrows->setChecked(m_view.viewState().showsArrows);
    QObject::connect(arrows, &QAction::toggled, view, &TimelineView::setArrowsVisible);
  }

 private:
  template <typename Command>
  void add(const char* name, const QString& text, Command command) {
    QAction* action = m_menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    QObject::connect(action, &QAction::triggered, &m_view, command);
  }
  TimelineView& m_view;
  QMenu& m_menu;
};

}  // namespace

void openLaneMenu(TimelineView& view, const std::optional<scene::FrameHit>& hit, const scene::Words& words,
                  const QPoint& globalPlace) {
  auto* menu = new QMenu(&view);
  menu->setObjectName(QStringLiteral("laneMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  LaneMenu entries(view, *menu);
  if (hit && !hit->lane.isNone()) {
    const scene::Pane& pane = view.panes()[hit->pane];
    const scene::SpanText texts(*pane.snapshot, pane.view, words);
    entries.addLane({hit->pane, hit->lane}, QString::fromStdString(texts.nameOf(hit->lane)));
  }
  if (hit && !hit->process.isNone()) entries.addProcess(hit->pane, hit->process);
  entries.addGeneral();
  menu->popup(globalPlace);
}

}  // namespace threadline::widgets
