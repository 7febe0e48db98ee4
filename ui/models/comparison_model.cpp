// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparison_model.h"

#include <utility>

#include "ui/models/localized.h"
#include "ui/models/plain_tool_tip.h"
#include "ui/scene/units.h"

namespace threadline::models {
namespace {

QString timeText(std::int64_t ns) {
  return QString::fromStdString(scene::durationText(DurationNs{ns}));
}

QString numberText(const std::optional<std::int64_t>& value) {
  return value ? QString::fromStdString(scene::numberText(*value)) : QString();
}

QString factorText(const std::optional<double>& value) {
  return value ? QString::number(*value, 'f', 2) + QChar(0x00D7) : QString();
}

QString spreadText(const report::VariantSummary& summary) {
  const auto& wall = summary.wallNs;
  if (!wall || summary.counted < 2) return {};
  return QStringLiteral("%1 \u2013 %2").arg(timeText(wall->min), timeText(wall->max));
}

}  // namespace

void ComparisonModel::setComparison(JudgedComparisonPtr judged) {
  beginResetModel();
  m_judged = std::move(judged);
  endResetModel();
}

void ComparisonModel::retranslate() {
  if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
  emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_judged ? 0 : static_cast<int>(m_judged->summaries.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QString ComparisonModel::textAt(std::size_t row, int column) const {
  const report::VariantSummary& summary = m_judged->summaries[row];
  switch (column) {
    case kVariant: return localized(m_judged->comparison.variants[row].label).simplified();
    case kTime: return summary.wallNs ? timeText(summary.wallNs->median) : tr("no run to its end");
    case kSpread: return spreadText(summary);
    case kCpu: return summary.cpuNs ? timeText(*summary.cpuNs) : QString();
    case kCores: return summary.coresUsed ? QString::number(*summary.coresUsed, 'f', 1) : QString();
    case kSwitches: return numberText(summary.switches);
    case kMemory: return summary.memoryKb ? tr("%1 kB").arg(numberText(summary.memoryKb)) : QString();
    case kSpeedup: return factorText(summary.speedup);
    case kFactor: return factorText(summary.factor);
    case kDocument: return factorText(summary.document);
    default: break;
  }
  return {};
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  if (role == Qt::DisplayRole) return textAt(static_cast<std::size_t>(index.row()), index.column());
  if (role == Qt::ToolTipRole && index.column() == kVariant) {
    return plainToolTip(textAt(static_cast<std::size_t>(index.row()), kVariant));
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                               (index.column() == kVariant ? Qt::AlignLeft : Qt::AlignRight));
  }
  return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
  const bool isHint = role == Qt::ToolTipRole;
  switch (section) {
    case kVariant: return isHint ? tr("What was run") : tr("Variant");
    case kTime: return isHint ? tr("Wall time: the median of its runs") : tr("Time");
    case kSpread: return isHint ? tr("The fastest and the slowest run") : tr("Least – most");
    case kCpu: return isHint ? tr("CPU time of all its processes") : tr("CPU time");
    case kCores: return isHint ? tr("CPU time over wall time") : tr("Cores used");
    case kSwitches: return isHint ? tr("Context switches of all its threads") : tr("Switches");
    case kMemory: return isHint ? tr("Private memory of all its processes") : tr("Memory");
    case kSpeedup: return isHint ? tr("How many times as fast as the first variant") : tr("Times as fast");
    case kFactor: return isHint ? tr("Its time over that of the first variant") : tr("Of the first");
    case kDocument: return isHint ? tr("The same factor in the document") : tr("Document");
    default: break;
  }
  return {};
}

}  // namespace threadline::models
