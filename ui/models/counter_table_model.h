// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The counters of a trace within a range as a table: name, smallest, largest and last value, number of samples. The
// twin of the counter chart. Counters only ever come to a trace, so growth inserts rows; another trace is a reset.
// Thread: GUI.

#include <QAbstractTableModel>
#include <QtCore/QString>

#include <cstdint>
#include <vector>

#include "core/model/trace.h"

namespace threadline::models {

class CounterTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kName, kSmallest, kLargest, kLast, kSamples, kColumnCount };

  explicit CounterTableModel(QObject* parent = nullptr);

  /// An empty range means all of the trace. O(samples within the range).
  void setSource(model::SnapshotPtr snapshot, TimeRange range);
  void retranslate();
  /// "queue q: depth", "n: value": what is drawn beside the line too.
  [[nodiscard]] static QString nameOf(const model::Snapshot& snapshot, const model::Counter& counter);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Row {
    QString name;
    std::int64_t smallest = 0;
    std::int64_t largest = 0;
    std::int64_t last = 0;
    std::size_t samples = 0;  // within the range
    bool hasValue = false;    // it had one at the range's start, or within
  };
  [[nodiscard]] static Row measure(const model::Snapshot& snapshot, const model::Counter& counter, TimeRange range);

  model::SnapshotPtr m_snapshot;
  std::vector<Row> m_rows;
};

}  // namespace threadline::models
