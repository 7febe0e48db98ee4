// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The spans of some lanes within a range as a table, lane after lane and in time order: what the picture shows, for who
// cannot see it. Rows are read straight from the snapshot; there are at most kMostRows, and isCut() says when there
// would be more.
//
// While the same lanes grow, rows are inserted; other lanes or another trace are a reset.
// Thread: GUI.

#include <QAbstractTableModel>
#include <QtCore/QString>

#include <optional>
#include <vector>

#include "core/model/trace.h"

namespace threadline::models {

/// A span of a snapshot, by its number in its lane.
struct SpanPlace {
  LaneId lane;
  std::size_t span = 0;
  friend bool operator==(const SpanPlace&, const SpanPlace&) = default;
};

class SpanTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kLane, kStart, kLength, kState, kLabel, kWaitsFor, kHeldBy, kColumnCount };
  enum Role {
    kLaneRole = Qt::UserRole,  // quint32
    kSpanRole,                 // quint64
    kStateRole,                // int, a LaneState
    kTimeRole,                 // qint64 ns: of the start and of the length
  };
  static constexpr std::size_t kMostRows = 100'000;

  explicit SpanTableModel(QObject* parent = nullptr);

  /// An empty range means all of the trace; lanes that the snapshot does not have are left out.
  void setSource(model::SnapshotPtr snapshot, std::vector<LaneId> lanes, TimeRange range);
  void retranslate();

  [[nodiscard]] std::optional<SpanPlace> spanAt(int row) const;
  [[nodiscard]] int rowOf(SpanPlace place) const;  // -1: not in the table
  [[nodiscard]] bool isCut() const { return m_wanted > m_rowCount; }
  [[nodiscard]] std::size_t wantedRows() const { return m_wanted; }  // without the bound

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Part {
    LaneId lane;
    std::size_t first = 0;  // span
    std::size_t count = 0;
    std::size_t row = 0;
  };

  [[nodiscard]] std::vector<Part> partsOf(const model::Snapshot& snapshot, const std::vector<LaneId>& lanes,
                                          TimeRange range) const;
  [[nodiscard]] bool isGrowth(const model::SnapshotPtr& next, const std::vector<Part>& parts) const;
  static void limit(std::vector<Part>& parts, const std::vector<Part>& listed);
  void grow(const std::vector<Part>& parts);
  void countRows();
  [[nodiscard]] QString textAt(SpanPlace place, int column) const;

  model::SnapshotPtr m_snapshot;
  std::vector<Part> m_parts;
  std::size_t m_rowCount = 0;
  std::size_t m_wanted = 0;
};

}  // namespace threadline::models
