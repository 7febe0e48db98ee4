// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/counter_table_model.h"

#include <algorithm>
#include <utility>

#include "ui/models/state_words.h"
#include "ui/scene/text_measure.h"
#include "ui/scene/units.h"

namespace threadline::models {

CounterTableModel::CounterTableModel(QObject* parent) : QAbstractTableModel(parent) {}

QString CounterTableModel::nameOf(const model::Snapshot& snapshot, const model::Counter& counter) {
  const QString object = objectTitle(snapshot, counter.object);
  const QString name = object.isEmpty() ? QString::fromStdString(scene::oneLine(counter.name)) : object;
  switch (counter.kind) {
    case CounterKind::kDepth: return tr("%1: waiting items").arg(name);
    case CounterKind::kValue: return tr("%1: value").arg(name);
    case CounterKind::kCpuPercent: return tr("%1: CPU in per cent").arg(name);
    case CounterKind::kMemoryKb: return tr("%1: memory in kB").arg(name);
  }
  return name;
}

CounterTableModel::Row CounterTableModel::measure(const model::Snapshot& snapshot, const model::Counter& counter,
                                                  TimeRange range) {
  Row row;
  row.name = nameOf(snapshot, counter);
  const auto& samples = counter.samples;
  const bool isAll = range.end <= range.start;
  const auto isBefore = [](const model::CounterSample& sample, TimeNs time) { return sample.time < time; };
  const auto first = isAll ? samples.begin() : std::lower_bound(samples.begin(), samples.end(), range.start, isBefore);
  const auto end = isAll ? samples.end() : std::lower_bound(first, samples.end(), range.end, isBefore);
  row.samples = static_cast<std::size_t>(end - first);
  // The value that it had when the range began counts too.
  const auto from = first == samples.begin() ? first : first - 1;
  for (auto it = from; it != end; ++it) {
    row.smallest = row.hasValue ? std::min(row.smallest, it->value) : it->value;
    row.largest = row.hasValue ? std::max(row.largest, it->value) : it->value;
    row.last = it->value;
    row.hasValue = true;
  }
  return row;
}

void CounterTableModel::setSource(model::SnapshotPtr snapshot, TimeRange range) {
  std::vector<Row> rows;
  if (snapshot != nullptr) {
    for (const model::Counter& counter : snapshot->counters()) rows.push_back(measure(*snapshot, counter, range));
  }
  const bool isGrowth = m_snapshot != nullptr && snapshot != nullptr && rows.size() >= m_rows.size() &&
                        (m_snapshot == snapshot || (!m_snapshot->isFinished() && snapshot->now() >= m_snapshot->now()));
  m_snapshot = std::move(snapshot);
  if (!isGrowth) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    return;
  }
  if (rows.size() > m_rows.size()) {
    beginInsertRows({}, rowCount(), static_cast<int>(rows.size()) - 1);
    m_rows = std::move(rows);
    endInsertRows();
  } else {
    m_rows = std::move(rows);
  }
  if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

void CounterTableModel::retranslate() {
  if (m_snapshot != nullptr) {
    for (std::size_t i = 0; i < m_rows.size(); ++i) m_rows[i].name = nameOf(*m_snapshot, m_snapshot->counters()[i]);
  }
  emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
  if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

int CounterTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CounterTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QVariant CounterTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  if (role == Qt::TextAlignmentRole) {
    return index.column() == kName ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  if (index.column() == kName) return row.name;
  if (index.column() == kSamples) {
    return QString::fromStdString(scene::numberText(static_cast<std::int64_t>(row.samples)));
  }
  if (!row.hasValue) return QStringLiteral("–");
  switch (index.column()) {
    case kSmallest: return QString::fromStdString(scene::numberText(row.smallest));
    case kLargest: return QString::fromStdString(scene::numberText(row.largest));
    case kLast: return QString::fromStdString(scene::numberText(row.last));
    default: return {};
  }
}

QVariant CounterTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    return QVariant((section == kName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kName: return tr("Counter");
    case kSmallest: return tr("Smallest");
    case kLargest: return tr("Largest");
    case kLast: return tr("Last");
    case kSamples: return tr("Changes");
    default: return {};
  }
}

}  // namespace threadline::models
