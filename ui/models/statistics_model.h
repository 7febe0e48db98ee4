// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How long each lane was in each state within a range, as a table: a row a lane and a last one for all, a column a
// state that occurs (in the order of LaneState) between the lane's name and its length within the range.
//
// While only lanes are added and states appear, rows and columns are inserted; another trace is a reset.
// StatisticsSorting sorts it and keeps the total below.
// Thread: GUI.

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QtCore/QString>

#include <vector>

#include "core/model/trace.h"

namespace threadline::models {

class StatisticsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role {
    kLaneRole = Qt::UserRole,  // quint32; of the total: invalid
    kIsTotalRole,              // bool
    kTimeRole,                 // qint64 ns; of the name: invalid
    kShareRole,                // double, 0 ... 1 of the lane's length
    kStateRole,                // int, a LaneState; also of the header; invalid where the column is none
    kSortRole,                 // the name (QString) or qint64 ns
  };

  explicit StatisticsModel(QObject* parent = nullptr);

  /// A range that is empty means all of the trace.
  void setSnapshot(model::SnapshotPtr snapshot, TimeRange range);
  /// Asks for all words again; call it when the language changes.
  void retranslate();

  [[nodiscard]] const std::vector<LaneState>& states() const { return m_states; }
  [[nodiscard]] int laneRows() const { return static_cast<int>(m_rows.size()); }
  [[nodiscard]] DurationNs timeOf(int row, LaneState state) const;  // row laneRows(): the total
  [[nodiscard]] DurationNs lengthOf(int row) const;
  [[nodiscard]] QString nameOf(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  /// All figures are those of the new snapshot and range; comes once a setSnapshot(), after the rows and columns.
  void figuresChanged();

 private:
  struct Row {
    QString name;
    PerState<DurationNs> times{};
    DurationNs length;
  };

  [[nodiscard]] bool isGrowth(const model::SnapshotPtr& next) const;
  void measure(std::vector<Row>& rows, Row& total) const;
  void setStates(const PerState<bool>& isPresent);
  [[nodiscard]] const Row& rowAt(int row) const;
  [[nodiscard]] QVariant figure(const Row& row, int column, int role) const;
  [[nodiscard]] QString figureText(const Row& row, int column) const;

  model::SnapshotPtr m_snapshot;
  TimeRange m_range;
  std::vector<Row> m_rows;
  Row m_total;
  std::vector<LaneState> m_states;
};

class StatisticsSorting : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  explicit StatisticsSorting(QObject* parent = nullptr);

 protected:
  [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

}  // namespace threadline::models
