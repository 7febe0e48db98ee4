// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statistics_model.h"

#include <algorithm>
#include <utility>

#include "core/model/statistics.h"
#include "ui/models/state_words.h"

namespace threadline::models {
namespace {

constexpr std::size_t at(LaneState state) {
  return static_cast<std::size_t>(state);
}

}  // namespace

StatisticsModel::StatisticsModel(QObject* parent) : QAbstractTableModel(parent) {}

bool StatisticsModel::isGrowth(const model::SnapshotPtr& next) const {
  if (m_snapshot == nullptr || next == nullptr) return false;
  if (m_snapshot == next) return true;
  if (next->laneCount() < m_rows.size() || next->now() < m_snapshot->now() || m_snapshot->isFinished()) return false;
  for (std::uint32_t i = 0; i < m_rows.size(); ++i) {
    const model::Lane& before = m_snapshot->lane(LaneId{i});
    const model::Lane& after = next->lane(LaneId{i});
    if (before.start != after.start || before.process != after.process) return false;
  }
  return true;
}

void StatisticsModel::setSnapshot(model::SnapshotPtr snapshot, TimeRange range) {
  const bool grows = isGrowth(snapshot);
  if (!grows) {
    beginResetModel();
    m_rows.clear();
    m_total = {};
    m_states.clear();
    m_snapshot = nullptr;
    endResetModel();
  }
  m_snapshot = std::move(snapshot);
  m_range = range;
  if (m_snapshot == nullptr) {
    emit figuresChanged();
    return;
  }
  std::vector<Row> rows;
  Row total;
  measure(rows, total);
  PerState<bool> isPresent{};
  for (std::size_t i = 0; i < kLaneStateCount; ++i) isPresent[i] = total.times[i].ns > 0;

  const auto before = static_cast<int>(m_rows.size());
  const auto after = static_cast<int>(rows.size());
  if (after > before) {
    // The first lanes bring the row of the total with them.
    beginInsertRows({}, before, before == 0 ? after : after - 1);
    m_rows = std::move(rows);
    m_total = std::move(total);
    endInsertRows();
  } else {
    m_rows = std::move(rows);
    m_total = std::move(total);
  }
  setStates(isPresent);
  if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  emit figuresChanged();
}

void StatisticsModel::measure(std::vector<Row>& rows, Row& total) const {
  const TimeRange range = m_range.end > m_range.start ? m_range : m_snapshot->extent();
  rows.resize(m_snapshot->laneCount());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    Row& row = rows[i];
    row.name = laneTitle(*m_snapshot, LaneId{i});
    const model::StateTotals totals = model::laneTotals(*m_snapshot, LaneId{i}, range);
    row.times = totals.time;
    row.length = totals.sum();
    for (std::size_t s = 0; s < kLaneStateCount; ++s) total.times[s] += row.times[s];
    total.length += row.length;
  }
}

void StatisticsModel::setStates(const PerState<bool>& isPresent) {
  for (std::size_t i = m_states.size(); i-- > 0;) {
    if (isPresent[at(m_states[i])]) continue;
    const int column = static_cast<int>(i) + 1;
    beginRemoveColumns({}, column, column);
    m_states.erase(m_states.begin() + static_cast<std::ptrdiff_t>(i));
    endRemoveColumns();
  }
  for (std::size_t s = 0; s < kLaneStateCount; ++s) {
    const auto state = static_cast<LaneState>(s);
    const auto place = std::lower_bound(m_states.begin(), m_states.end(), state);
    if (!isPresent[s] || (place != m_states.end() && *place == state)) continue;
    const int column = static_cast<int>(place - m_states.begin()) + 1;
    beginInsertColumns({}, column, column);
    m_states.insert(place, state);
    endInsertColumns();
  }
}

void StatisticsModel::retranslate() {
  emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  emit figuresChanged();
}

const StatisticsModel::Row& StatisticsModel::rowAt(int row) const {
  return row >= 0 && row < laneRows() ? m_rows[static_cast<std::size_t>(row)] : m_total;
}

DurationNs StatisticsModel::timeOf(int row, LaneState state) const {
  return rowAt(row).times[at(state)];
}

DurationNs StatisticsModel::lengthOf(int row) const {
  return rowAt(row).length;
}

QString StatisticsModel::nameOf(int row) const {
  return row < laneRows() ? rowAt(row).name : tr("All lanes");
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
  // Without a trace there is no total either. A reset empties the table first, so that rows only ever grow.
  return parent.isValid() || m_rows.empty() ? 0 : laneRows() + 1;
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_states.size()) + 2;
}

QString StatisticsModel::figureText(const Row& row, int column) const {
  if (column > static_cast<int>(m_states.size())) return lengthText(row.length);
  const DurationNs time = row.times[at(m_states[static_cast<std::size_t>(column - 1)])];
  if (time.ns == 0) return QStringLiteral("–");
  const double share = row.length.ns > 0 ? static_cast<double>(time.ns) / static_cast<double>(row.length.ns) : 0;
  return QStringLiteral("%1 (%2)").arg(lengthText(time), percentText(share));
}

QVariant StatisticsModel::figure(const Row& row, int column, int role) const {
  const bool isLength = column > static_cast<int>(m_states.size());
  const DurationNs time = isLength ? row.length : row.times[at(m_states[static_cast<std::size_t>(column - 1)])];
  switch (role) {
    case Qt::DisplayRole: return figureText(row, column);
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case kTimeRole:
    case kSortRole: return QVariant::fromValue<qint64>(time.ns);
    case kShareRole: return row.length.ns > 0 ? static_cast<double>(time.ns) / static_cast<double>(row.length.ns) : 0.0;
    case kStateRole:
      return isLength ? QVariant() : QVariant(static_cast<int>(m_states[static_cast<std::size_t>(column - 1)]));
    default: return {};
  }
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
  const bool isTotal = index.row() == laneRows();
  if (role == kIsTotalRole) return isTotal;
  if (role == kLaneRole) return isTotal ? QVariant() : QVariant::fromValue(static_cast<quint32>(index.row()));
  const Row& row = rowAt(index.row());
  if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
    if (index.column() == 0) return nameOf(index.row());
    return QStringLiteral("%1, %2: %3")
        .arg(nameOf(index.row()), headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
             figureText(row, index.column()));
  }
  if (index.column() > 0) return figure(row, index.column(), role);
  if (role == Qt::DisplayRole || role == kSortRole) return nameOf(index.row());
  return {};
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const bool isState = section > 0 && section <= static_cast<int>(m_states.size());
  if (role == Qt::TextAlignmentRole) {
    return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (role == kStateRole) {
    return isState ? QVariant(static_cast<int>(m_states[static_cast<std::size_t>(section - 1)])) : QVariant();
  }
  if (role != Qt::DisplayRole) return {};
  if (section == 0) return tr("Lane");
  return isState ? stateWord(m_states[static_cast<std::size_t>(section - 1)]) : tr("Length");
}

StatisticsSorting::StatisticsSorting(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(StatisticsModel::kSortRole);
  setSortCaseSensitivity(Qt::CaseInsensitive);
}

bool StatisticsSorting::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const bool leftIsTotal = left.data(StatisticsModel::kIsTotalRole).toBool();
  const bool rightIsTotal = right.data(StatisticsModel::kIsTotalRole).toBool();
  // The total stays below, so "less" turns with the order.
  if (leftIsTotal != rightIsTotal) return (sortOrder() == Qt::AscendingOrder) == rightIsTotal;
  return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace threadline::models
