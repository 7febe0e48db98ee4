// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/output_model.h"

#include <algorithm>
#include <limits>

#include "ui/models/plain_tool_tip.h"
#include "ui/scene/units.h"

namespace threadline::models {

namespace {

bool isSame(const model::OutputLine& a, const model::OutputLine& b) {
  return a.time == b.time && a.lane == b.lane && a.text == b.text;
}

}  // namespace

OutputModel::OutputModel(QObject* parent) : QAbstractTableModel(parent) {}

// Two runs of one scenario may print the same, but never at the same nanosecond; so the first and the last line that
// are shown already tell whether the rest is the same.
bool OutputModel::continues(const model::Snapshot& next) const {
  const auto shown = static_cast<std::size_t>(m_rows);
  if (!m_snapshot || next.output().size() < shown) return false;
  if (shown == 0) return true;
  return isSame(m_snapshot->output()[0], next.output()[0]) &&
         isSame(m_snapshot->output()[shown - 1], next.output()[shown - 1]);
}

void OutputModel::setSnapshot(model::SnapshotPtr snapshot) {
  const std::size_t count = snapshot ? snapshot->output().size() : 0;
  const auto rows = static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
  if (snapshot && continues(*snapshot)) {
    const bool grows = rows > m_rows;
    if (grows) beginInsertRows({}, m_rows, rows - 1);
    m_snapshot = std::move(snapshot);
    m_rows = rows;
    if (grows) endInsertRows();
    return;
  }
  beginResetModel();
  m_snapshot = std::move(snapshot);
  m_rows = rows;
  endResetModel();
}

void OutputModel::retranslate() {
  emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
}

int OutputModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_rows;
}

int OutputModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QString OutputModel::text(std::size_t row, int column) const {
  const model::OutputLine& line = m_snapshot->output()[row];
  switch (column) {
    case kTime: return QString::fromStdString(scene::durationText({line.time.ns}));
    case kLane:
      return line.lane.value < m_snapshot->laneCount() ? QString::fromStdString(m_snapshot->lane(line.lane).name)
                                                       : QString();
    default: return QString::fromStdString(line.text);
  }
}

QVariant OutputModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto row = static_cast<std::size_t>(index.row());
  switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return plainToolTip(text(row, index.column()));
    case Qt::TextAlignmentRole:
      return index.column() == kTime ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case kSortRole:
      return index.column() == kTime ? QVariant(static_cast<qlonglong>(m_snapshot->output()[row].time.ns))
                                     : QVariant(text(row, index.column()));
    case kLineRole: return QStringList({text(row, kTime), text(row, kLane), text(row, kText)}).join(QLatin1Char('\t'));
    default: return {};
  }
}

QVariant OutputModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kTime: return tr("Time");
    case kLane: return tr("Printed by");
    case kText: return tr("Text");
    default: return {};
  }
}

}  // namespace threadline::models
