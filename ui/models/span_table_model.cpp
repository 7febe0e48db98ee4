// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/span_table_model.h"

#include <algorithm>
#include <utility>

#include "ui/models/state_words.h"

namespace threadline::models {

SpanTableModel::SpanTableModel(QObject* parent) : QAbstractTableModel(parent) {}

std::vector<SpanTableModel::Part> SpanTableModel::partsOf(const model::Snapshot& snapshot,
                                                          const std::vector<LaneId>& lanes, TimeRange range) const {
  const bool isAll = range.end <= range.start;
  std::vector<Part> out;
  for (const LaneId lane : lanes) {
    if (lane.value >= snapshot.laneCount()) continue;
    const std::size_t count = snapshot.spanCount(lane);
    const std::size_t first = isAll ? 0 : snapshot.spanAt(lane, range.start);
    std::size_t end = count;
    if (!isAll) {
      end = snapshot.spanAt(lane, range.end);
      if (end < count && snapshot.span(lane, end).start < range.end) ++end;
    }
    out.push_back({lane, first, end > first ? end - first : 0, 0});
  }
  return out;
}

bool SpanTableModel::isGrowth(const model::SnapshotPtr& next, const std::vector<Part>& parts) const {
  if (m_snapshot == nullptr || next == nullptr || parts.size() < m_parts.size()) return false;
  if (m_snapshot != next && (m_snapshot->isFinished() || next->now() < m_snapshot->now())) return false;
  for (std::size_t i = 0; i < m_parts.size(); ++i) {
    const Part& before = m_parts[i];
    const Part& after = parts[i];
    if (before.lane != after.lane || before.first != after.first || before.count > after.count) return false;
    if (m_snapshot->lane(before.lane).start != next->lane(after.lane).start) return false;
  }
  return true;
}

void SpanTableModel::setSource(model::SnapshotPtr snapshot, std::vector<LaneId> lanes, TimeRange range) {
  std::vector<Part> parts;
  if (snapshot != nullptr) parts = partsOf(*snapshot, lanes, range);
  std::size_t wanted = 0;
  for (const Part& part : parts) wanted += part.count;
  if (isGrowth(snapshot, parts)) {
    m_snapshot = std::move(snapshot);
    limit(parts, m_parts);
    grow(parts);
  } else {
    beginResetModel();
    m_snapshot = std::move(snapshot);
    limit(parts, {});
    m_parts = std::move(parts);
    countRows();
    endResetModel();
  }
  m_wanted = wanted;
}

/// A full table stays as it is while its lanes grow: what it lists is never pushed out by what comes above it.
void SpanTableModel::limit(std::vector<Part>& parts, const std::vector<Part>& listed) {
  std::size_t room = kMostRows;
  for (const Part& part : listed) room -= part.count;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t before = i < listed.size() ? listed[i].count : 0;
    const std::size_t more = std::min(parts[i].count - before, room);
    parts[i].count = before + more;
    room -= more;
  }
}

void SpanTableModel::grow(const std::vector<Part>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == m_parts.size()) {
      m_parts.push_back({parts[i].lane, parts[i].first, 0, m_rowCount});
    }
    const std::size_t more = parts[i].count - m_parts[i].count;
    if (more == 0) continue;
    const std::size_t row = m_parts[i].row + m_parts[i].count;
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row + more - 1));
    m_parts[i].count = parts[i].count;
    countRows();
    endInsertRows();
  }
  // What was each lane's last span has become longer.
  for (const Part& part : m_parts) {
    if (part.count == 0) continue;
    const int last = static_cast<int>(part.row + part.count) - 1;
    emit dataChanged(index(last, kLength), index(last, kLength));
  }
}

void SpanTableModel::countRows() {
  std::size_t row = 0;
  for (Part& part : m_parts) {
    part.row = row;
    row += part.count;
  }
  m_rowCount = row;
}

void SpanTableModel::retranslate() {
  emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
  if (m_rowCount > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

std::optional<SpanPlace> SpanTableModel::spanAt(int row) const {
  if (row < 0 || static_cast<std::size_t>(row) >= m_rowCount) return std::nullopt;
  const auto wanted = static_cast<std::size_t>(row);
  const auto after = std::upper_bound(m_parts.begin(), m_parts.end(), wanted,
                                      [](std::size_t value, const Part& part) { return value < part.row; });
  const Part& part = *(after - 1);
  return SpanPlace{part.lane, part.first + wanted - part.row};
}

int SpanTableModel::rowOf(SpanPlace place) const {
  for (const Part& part : m_parts) {
    if (part.lane != place.lane || place.span < part.first || place.span >= part.first + part.count) continue;
    return static_cast<int>(part.row + place.span - part.first);
  }
  return -1;
}

int SpanTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rowCount);
}

int SpanTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QString SpanTableModel::textAt(SpanPlace place, int column) const {
  const model::Span span = m_snapshot->span(place.lane, place.span);
  switch (column) {
    case kLane: return laneTitle(*m_snapshot, place.lane);
    case kStart: return timeText(span.start);
    case kLength: return lengthText(span.end - span.start);
    case kState: return stateWord(span.state);
    case kLabel: return labelText(*m_snapshot, span.label);
    case kWaitsFor: return waitsFor(*m_snapshot, span);
    case kHeldBy: return heldBy(*m_snapshot, span);
    default: return {};
  }
}

QVariant SpanTableModel::data(const QModelIndex& index, int role) const {
  const std::optional<SpanPlace> place = index.isValid() ? spanAt(index.row()) : std::nullopt;
  if (!place.has_value()) return {};
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textAt(*place, index.column());
    case Qt::TextAlignmentRole:
      return index.column() == kStart || index.column() == kLength ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                   : QVariant();
    case kLaneRole: return QVariant::fromValue(place->lane.value);
    case kSpanRole: return QVariant::fromValue<quint64>(place->span);
    case kStateRole: return static_cast<int>(m_snapshot->span(place->lane, place->span).state);
    case kTimeRole: {
      const model::Span span = m_snapshot->span(place->lane, place->span);
      return QVariant::fromValue<qint64>(index.column() == kLength ? (span.end - span.start).ns : span.start.ns);
    }
    default: return {};
  }
}

QVariant SpanTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool isNumber = section == kStart || section == kLength;
    return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kLane: return tr("Lane");
    case kStart: return tr("Start");
    case kLength: return tr("Length");
    case kState: return tr("State");
    case kLabel: return tr("Label");
    case kWaitsFor: return tr("Waits for");
    case kHeldBy: return tr("Held by");
    default: return {};
  }
}

}  // namespace threadline::models
