// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_table_model.h"

#include <algorithm>
#include <utility>

#include "ui/scene/units.h"

namespace threadline::models {
namespace {

struct Verdicts {
  int holds = 0;
  int fails = 0;
  int notChecked = 0;
};

Verdicts verdictsOf(const RunItem& item) {
  Verdicts out;
  for (const report::ClaimResult& claim : item.claims) {
    switch (claim.verdict) {
      case report::Verdict::kHolds: ++out.holds; break;
      case report::Verdict::kFails: ++out.fails; break;
      case report::Verdict::kNotChecked: ++out.notChecked; break;
    }
  }
  return out;
}

}  // namespace

RunTableModel::RunTableModel(QObject* parent) : QAbstractTableModel(parent) {}

quint64 RunTableModel::add(RunItem item) {
  if (item.id == 0 || run(item.id) != nullptr) item.id = m_nextId;
  m_nextId = std::max(m_nextId, item.id + 1);
  const quint64 id = item.id;
  beginInsertRows({}, 0, 0);
  m_runs.insert(m_runs.begin(), std::move(item));
  endInsertRows();
  dropBeyondLimit();
  return id;
}

void RunTableModel::removeRow(std::size_t row) {
  const quint64 id = m_runs[row].id;
  beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
  m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(row));
  endRemoveRows();
  emit runGone(id);
}

void RunTableModel::dropBeyondLimit() {
  // The newest, in row 0, stays whatever the limit: it is what the window shows.
  for (std::size_t row = m_runs.size(); row-- > 1 && m_runs.size() > static_cast<std::size_t>(m_limit);) {
    if (!m_runs[row].isKept) removeRow(row);
  }
}

void RunTableModel::remove(quint64 id) {
  const int row = rowOf(id);
  if (row >= 0) removeRow(static_cast<std::size_t>(row));
}

void RunTableModel::rename(quint64 id, const QString& name) {
  const int row = rowOf(id);
  const QString shown = name.simplified();
  if (row < 0 || shown.isEmpty() || m_runs[static_cast<std::size_t>(row)].name == shown) return;
  m_runs[static_cast<std::size_t>(row)].name = shown;
  rowChanged(row);
}

void RunTableModel::setKept(quint64 id, bool isKept) {
  const int row = rowOf(id);
  if (row < 0 || m_runs[static_cast<std::size_t>(row)].isKept == isKept) return;
  m_runs[static_cast<std::size_t>(row)].isKept = isKept;
  rowChanged(row);
}

void RunTableModel::setSaved(quint64 id, bool isSaved) {
  const int row = rowOf(id);
  if (row < 0 || m_runs[static_cast<std::size_t>(row)].isSaved == isSaved) return;
  m_runs[static_cast<std::size_t>(row)].isSaved = isSaved;
  rowChanged(row);
}

void RunTableModel::rowChanged(int row) {
  emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

void RunTableModel::setLimit(int runs) {
  m_limit = std::max(1, runs);
  dropBeyondLimit();
}

const RunItem* RunTableModel::run(quint64 id) const {
  const int row = rowOf(id);
  return row < 0 ? nullptr : &m_runs[static_cast<std::size_t>(row)];
}

int RunTableModel::rowOf(quint64 id) const {
  const auto found = std::find_if(m_runs.begin(), m_runs.end(), [id](const RunItem& item) { return item.id == id; });
  return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

quint64 RunTableModel::idAt(int row) const {
  return row < 0 || row >= rowCount() ? 0 : m_runs[static_cast<std::size_t>(row)].id;
}

int RunTableModel::unsavedCount() const {
  return static_cast<int>(
      std::count_if(m_runs.begin(), m_runs.end(), [](const RunItem& item) { return !item.isSaved; }));
}

void RunTableModel::retranslate() {
  emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
  if (!m_runs.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QString RunTableModel::claimsText(const RunItem& item) const {
  const Verdicts verdicts = verdictsOf(item);
  if (item.claims.empty()) return QString();
  if (verdicts.fails > 0) return tr("%n do(es) not hold", nullptr, verdicts.fails);
  if (verdicts.holds == 0) return tr("not checked");
  if (verdicts.notChecked > 0) return tr("%1 of %2 hold").arg(verdicts.holds).arg(item.claims.size());
  return tr("all %n hold", nullptr, verdicts.holds);
}

QString RunTableModel::endingText(const RunItem& item) const {
  if (item.record == nullptr) return QString();
  switch (item.record->ending) {
    case model::RunEnding::kReturned: return tr("finished");
    case model::RunEnding::kFailed: return tr("failed");
    case model::RunEnding::kStopped: return tr("stopped");
    case model::RunEnding::kTimeLimit: return tr("time limit");
    case model::RunEnding::kHostLost: return tr("cut off");
  }
  return QString();
}

QString RunTableModel::textAt(const RunItem& item, int column) const {
  switch (column) {
    case kName: return item.name;
    case kStarted: return item.record == nullptr ? QString() : QString::fromStdString(item.record->startedAt);
    case kLength:
      if (item.record == nullptr || item.record->snapshot == nullptr) return QString();
      return QString::fromStdString(scene::durationText(item.record->snapshot->extent().length()));
    case kClaims: return claimsText(item);
    case kEnding: return endingText(item);
    case kSaved: return item.isSaved ? tr("saved") : tr("not saved");
    default: return QString();
  }
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const RunItem& item = m_runs[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return index.column() == kKept ? QVariant() : QVariant(textAt(item, index.column()));
    case Qt::EditRole: return index.column() == kName ? QVariant(item.name) : QVariant();
    case Qt::CheckStateRole:
      return index.column() == kKept ? QVariant(static_cast<int>(item.isKept ? Qt::Checked : Qt::Unchecked))
                                     : QVariant();
    case Qt::AccessibleTextRole:
      if (index.column() == kKept) return item.isKept ? tr("kept") : tr("not kept");
      return textAt(item, index.column());
    case kIdRole: return QVariant::fromValue(item.id);
    case kIsKeptRole: return item.isKept;
    case kIsSavedRole: return item.isSaved;
    case kFailedRole: return verdictsOf(item).fails > 0;
    default: return {};
  }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section == kKept) return tr("A kept run does not go when many others follow.");
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kName: return tr("Name");
    case kKept: return tr("Keep");
    case kStarted: return tr("Started");
    case kLength: return tr("Length");
    case kClaims: return tr("Checks");
    case kEnding: return tr("Ended");
    case kSaved: return tr("File");
    default: return {};
  }
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags out = QAbstractTableModel::flags(index);
  if (index.column() == kName) out |= Qt::ItemIsEditable;
  if (index.column() == kKept) out |= Qt::ItemIsUserCheckable;
  return out;
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid()) return false;
  const quint64 id = idAt(index.row());
  if (role == Qt::CheckStateRole && index.column() == kKept) {
    setKept(id, value.toInt() == Qt::Checked);
    return true;
  }
  if (role != Qt::EditRole || index.column() != kName || value.toString().simplified().isEmpty()) return false;
  rename(id, value.toString());
  return true;
}

}  // namespace threadline::models
