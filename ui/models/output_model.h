// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run printed, a row a line: time, who, text. Grows with the run's snapshots; a new run begins anew.
//
// Row i is line i of Snapshot::output(). A snapshot continues the one before when its first lines are the same ones.
//
// Thread: GUI.

#include <QAbstractTableModel>

#include "core/model/trace.h"

namespace threadline::models {

class OutputModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kTime, kLane, kText, kColumnCount };
  enum Role {
    kSortRole = Qt::UserRole,  // qlonglong (ns) for the time, QString otherwise
    kLineRole                  // QString: the whole line, as copied: time, lane and text with tabs between
  };

  explicit OutputModel(QObject* parent = nullptr);

  /// Null: no run.
  void setSnapshot(model::SnapshotPtr snapshot);
  void retranslate();

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] bool continues(const model::Snapshot& next) const;
  [[nodiscard]] QString text(std::size_t row, int column) const;

  model::SnapshotPtr m_snapshot;
  int m_rows = 0;
};

}  // namespace threadline::models
