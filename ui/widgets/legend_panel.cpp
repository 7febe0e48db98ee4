// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/legend_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

#include "ui/paint/timeline_painter.h"
#include "ui/paint/words.h"
#include "ui/widgets/state_shares.h"
#include "ui/widgets/timeline_view.h"

namespace threadline::widgets {
namespace {

constexpr int kRefreshMs = 100;
constexpr int kStateRole = Qt::UserRole;  // int: the state's number
constexpr int kSwatchWidth = 26;
constexpr int kSwatchHeight = 14;
constexpr std::array<StateFamily, 5> kFamilies{StateFamily::kWork, StateFamily::kReady, StateFamily::kWaiting,
                                               StateFamily::kRest, StateFamily::kUnknown};

QIcon swatchOf(LaneState state, paint::ThemeKind theme, double ratio) {
  scene::DrawList list;
  list.width = kSwatchWidth;
  list.height = kSwatchHeight;
  list.primitives.emplace_back(scene::StateBox{{0, 0, kSwatchWidth, kSwatchHeight}, state});
  QImage image = paint::rasterOf(list, paint::themeFor(theme), ratio);
  image.setDevicePixelRatio(ratio);
  return QIcon(QPixmap::fromImage(image));
}

}  // namespace

LegendPanel::LegendPanel(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("legendPanel"));
  m_timer.setSingleShot(true);
  m_timer.setInterval(kRefreshMs);
  connect(&m_timer, &QTimer::timeout, this, &LegendPanel::refresh);
  build();
  retranslate();
}

void LegendPanel::build() {
  m_tree = new QTreeWidget(this);
  m_tree->setObjectName(QStringLiteral("legendTree"));
  m_tree->setColumnCount(2);
  m_tree->setIconSize({kSwatchWidth, kSwatchHeight});
  m_tree->setIndentation(14);
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  for (const StateFamily family : kFamilies) {
    auto* top = new QTreeWidgetItem(m_tree);
    top->setData(0, kStateRole, -1);
    for (std::size_t i = 0; i < kLaneStateCount; ++i) {
      if (familyOf(static_cast<LaneState>(i)) != family) continue;
      auto* item = new QTreeWidgetItem(top);
      item->setData(0, kStateRole, static_cast<int>(i));
      item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    top->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    top->setExpanded(true);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_tree);
  connect(m_tree, &QTreeWidget::itemClicked, this, &LegendPanel::toggle);
  auto* space = new QShortcut(QKeySequence(Qt::Key_Space), m_tree, nullptr, nullptr, Qt::WidgetShortcut);
  space->setObjectName(QStringLiteral("legendToggle"));
  connect(space, &QShortcut::activated, this, [this] { toggle(m_tree->currentItem()); });
}

QString LegendPanel::familyWord(StateFamily family) const {
  switch (family) {
    case StateFamily::kWork: return tr("Work");
    case StateFamily::kReady: return tr("Ready");
    case StateFamily::kWaiting: return tr("Waiting");
    case StateFamily::kRest: return tr("Rest");
    case StateFamily::kUnknown: break;
  }
  return tr("Unknown");
}

void LegendPanel::retranslate() {
  m_tree->setHeaderLabels({tr("State"), tr("Share")});
  m_tree->setAccessibleName(tr("Legend: shares of the states in sight"));
  m_tree->setToolTip(tr("Click a state to take it out of the picture or to bring it back."));
  const scene::Words words = paint::figureWords(false);
  for (int f = 0; f < m_tree->topLevelItemCount(); ++f) {
    QTreeWidgetItem* top = m_tree->topLevelItem(f);
    top->setText(0, familyWord(kFamilies[static_cast<std::size_t>(f)]));
    for (int i = 0; i < top->childCount(); ++i) {
      QTreeWidgetItem* item = top->child(i);
      item->setText(0, QString::fromStdString(words.states[item->data(0, kStateRole).toUInt()]));
      item->setToolTip(0, item->text(0));  // the column may be too narrow
    }
  }
}

void LegendPanel::setTimeline(TimelineView* timeline) {
  if (m_timeline) m_timeline->disconnect(this);
  m_timeline = timeline;
  if (timeline != nullptr) {
    connect(timeline, &TimelineView::rangeChanged, this, &LegendPanel::scheduleRefresh);
    connect(timeline, &TimelineView::lanesShownChanged, this, &LegendPanel::scheduleRefresh);
    connect(timeline, &TimelineView::panesShown, this, &LegendPanel::scheduleRefresh);
    connect(timeline, &TimelineView::themeChanged, this, &LegendPanel::scheduleRefresh);
  }
  refresh();
}

void LegendPanel::scheduleRefresh() {
  if (isVisible() && !m_timer.isActive()) m_timer.start();
}

void LegendPanel::makeSwatches() {
  const paint::ThemeKind theme = m_timeline->themeKind();
  if (m_swatchesOf == static_cast<int>(theme)) return;
  m_swatchesOf = static_cast<int>(theme);
  for (int f = 0; f < m_tree->topLevelItemCount(); ++f) {
    QTreeWidgetItem* top = m_tree->topLevelItem(f);
    for (int i = 0; i < top->childCount(); ++i) {
      const auto state = static_cast<LaneState>(top->child(i)->data(0, kStateRole).toInt());
      top->child(i)->setIcon(0, swatchOf(state, theme, devicePixelRatioF()));
    }
  }
}

void LegendPanel::refresh() {
  if (!m_timeline) {
    m_tree->setEnabled(false);
    return;
  }
  m_tree->setEnabled(true);
  makeSwatches();
  const scene::ViewState& state = m_timeline->viewState();
  showShares(stateTimes(m_timeline->panes(), state, state.range));
}

std::set<LaneState> LegendPanel::statesOf(const QTreeWidgetItem* item) const {
  std::set<LaneState> out;
  const int own = item->data(0, kStateRole).toInt();
  if (own >= 0) out.insert(static_cast<LaneState>(own));
  for (int i = 0; i < item->childCount(); ++i) {
    out.insert(static_cast<LaneState>(item->child(i)->data(0, kStateRole).toInt()));
  }
  return out;
}

void LegendPanel::showCheck(QTreeWidgetItem* item, const std::set<LaneState>& states) {
  const auto& hidden = m_timeline->viewState().hiddenStates;
  std::size_t count = 0;
  for (const LaneState state : states) count += hidden.count(state);
  // Not ticked by the tree itself: the whole row is what is clicked.
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  item->setCheckState(0, count == 0 ? Qt::Checked : (count == states.size() ? Qt::Unchecked : Qt::PartiallyChecked));
}

void LegendPanel::showShares(const PerState<DurationNs>& times) {
  const DurationNs whole = totalOf(times);
  const auto& hiddenStates = m_timeline->viewState().hiddenStates;
  for (int f = 0; f < m_tree->topLevelItemCount(); ++f) {
    QTreeWidgetItem* top = m_tree->topLevelItem(f);
    DurationNs family;
    bool isFiltered = false;
    for (int i = 0; i < top->childCount(); ++i) {
      QTreeWidgetItem* item = top->child(i);
      const auto state = static_cast<LaneState>(item->data(0, kStateRole).toInt());
      const DurationNs time = times[static_cast<std::size_t>(state)];
      family += time;
      isFiltered = isFiltered || hiddenStates.count(state) > 0;
      item->setText(1, percentText(time, whole));
      item->setHidden(time.ns == 0 && hiddenStates.count(state) == 0);
      showCheck(item, {state});
    }
    top->setText(1, percentText(family, whole));
    // The four families always stand; the fifth, what was not recorded, only where there is some of it.
    const bool isExtra = kFamilies[static_cast<std::size_t>(f)] == StateFamily::kUnknown;
    top->setHidden(isExtra && family.ns == 0 && !isFiltered);
    showCheck(top, statesOf(top));
  }
}

void LegendPanel::toggle(QTreeWidgetItem* item) {
  if (item == nullptr || !m_timeline) return;
  const std::set<LaneState> states = statesOf(item);
  const auto& hidden = m_timeline->viewState().hiddenStates;
  bool areAllHidden = true;
  for (const LaneState state : states) areAllHidden = areAllHidden && hidden.count(state) > 0;
  m_timeline->setStatesHidden(states, !areAllHidden);
  refresh();
}

void LegendPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void LegendPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace threadline::widgets
