// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export_lane_list.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace threadline::widgets {
namespace {

constexpr int kLaneRole = Qt::UserRole;
constexpr int kOwnNameRole = Qt::UserRole + 1;
constexpr int kFewestRows = 3;  // of the list's height; beyond the most it scrolls
constexpr int kMostRows = 12;

LaneId laneOf(const QListWidgetItem& item) {
  return LaneId{item.data(kLaneRole).toUInt()};
}

QToolButton* moveButton(QWidget* parent, const char* name, Qt::ArrowType arrow) {
  auto* button = new QToolButton(parent);
  button->setObjectName(QLatin1String(name));
  button->setArrowType(arrow);
  return button;
}

}  // namespace

ExportLaneList::ExportLaneList(QWidget* parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_up(moveButton(this, "exportLaneUp", Qt::UpArrow)),
      m_down(moveButton(this, "exportLaneDown", Qt::DownArrow)) {
  m_list->setObjectName(QStringLiteral("exportLanes"));
  m_list->setDragDropMode(QAbstractItemView::InternalMove);
  m_list->setDefaultDropAction(Qt::MoveAction);
  m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  m_list->setTextElideMode(Qt::ElideMiddle);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* buttons = new QVBoxLayout;
  buttons->addWidget(m_up);
  buttons->addWidget(m_down);
  buttons->addStretch();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_list, 1);
  row->addLayout(buttons);
  setFocusProxy(m_list);

  connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
  connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
  for (const auto& [key, by] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
    auto* action = new QAction(m_list);
    action->setShortcut(QKeySequence(Qt::ALT | key));
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(action);
    connect(action, &QAction::triggered, this, [this, step = by] { moveCurrent(step); });
  }
  connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
    restoreEmptyName(item);
    emit changed();
  });
  connect(m_list, &QListWidget::currentRowChanged, this, &ExportLaneList::showMoves);
  connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] {
    showMoves();
    emit changed();
  });
  retranslate();
  showMoves();
  fitHeight();
}

QListWidgetItem* ExportLaneList::addLane(LaneId lane, const QString& own, const QString& name, bool shown) {
  auto* item = new QListWidgetItem(name.isEmpty() ? own : name, m_list);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsUserCheckable |
                 Qt::ItemIsDragEnabled);
  item->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
  item->setData(kLaneRole, lane.value);
  item->setData(kOwnNameRole, own);
  return item;
}

void ExportLaneList::setLanes(const std::vector<ExportLane>& lanes) {
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ExportLane& lane : lanes) addLane(lane.lane, lane.name, lane.name, lane.shown);
    if (m_list->count() > 0) m_list->setCurrentRow(0);
  }
  fitHeight();
  showMoves();
  emit changed();
}

std::vector<ExportedLane> ExportLaneList::chosen() const {
  std::vector<ExportedLane> out;
  for (int i = 0; i < m_list->count(); ++i) {
    const QListWidgetItem& item = *m_list->item(i);
    if (item.checkState() == Qt::Checked) out.push_back({laneOf(item), item.text()});
  }
  return out;
}

void ExportLaneList::choose(const std::vector<ExportedLane>& lanes) {
  const auto wishFor = [&](LaneId lane) {
    return std::find_if(lanes.begin(), lanes.end(), [&](const ExportedLane& wish) { return wish.lane == lane; });
  };
  std::vector<ExportLane> known;  // with their own names
  for (int i = 0; i < m_list->count(); ++i) {
    const QListWidgetItem& item = *m_list->item(i);
    known.push_back({laneOf(item), item.data(kOwnNameRole).toString(), wishFor(laneOf(item)) != lanes.end()});
  }
  if (std::none_of(known.begin(), known.end(), [](const ExportLane& lane) { return lane.shown; })) return;
  std::stable_sort(known.begin(), known.end(), [&](const ExportLane& a, const ExportLane& b) {
    return wishFor(a.lane) - lanes.begin() < wishFor(b.lane) - lanes.begin();
  });
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ExportLane& lane : known) {
      addLane(lane.lane, lane.name, lane.shown ? wishFor(lane.lane)->name : lane.name, lane.shown);
    }
    m_list->setCurrentRow(0);
  }
  showMoves();
  emit changed();
}

void ExportLaneList::moveCurrent(int by) {
  const int from = m_list->currentRow();
  const int to = from + by;
  if (from < 0 || to < 0 || to >= m_list->count()) return;
  {
    const QSignalBlocker quiet(m_list);
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
  }
  showMoves();
  emit changed();
}

void ExportLaneList::restoreEmptyName(QListWidgetItem* item) {
  if (!item->text().trimmed().isEmpty()) return;
  const QSignalBlocker quiet(m_list);
  item->setText(item->data(kOwnNameRole).toString());
}

void ExportLaneList::fitHeight() {
  const int row = m_list->count() > 0 ? m_list->sizeHintForRow(0) : fontMetrics().height();
  m_list->setFixedHeight(std::clamp(m_list->count(), kFewestRows, kMostRows) * row + 2 * m_list->frameWidth() + 2);
}

void ExportLaneList::showMoves() {
  m_up->setEnabled(m_list->currentRow() > 0);
  m_down->setEnabled(m_list->currentRow() >= 0 && m_list->currentRow() + 1 < m_list->count());
}

void ExportLaneList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void ExportLaneList::retranslate() {
  m_list->setAccessibleName(tr("What the picture shows"));
  m_list->setToolTip(tr("What is checked is drawn, in this order. F2 renames, Alt+Up and Alt+Down move."));
  m_up->setAccessibleName(tr("Move up"));
  m_up->setToolTip(tr("Move up (Alt+Up)"));
  m_down->setAccessibleName(tr("Move down"));
  m_down->setToolTip(tr("Move down (Alt+Down)"));
}

}  // namespace threadline::widgets
