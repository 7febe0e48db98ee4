// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The variants of a comparison as a table: what each took (median, least to most), CPU time, cores used, switches,
// memory, how many times as fast as the first, and the documents' factor. Rows are the variants in their order; what
// nobody measured is empty.
//
// Thread: GUI.

#include <QAbstractTableModel>

#include "ui/models/judge.h"

namespace threadline::models {

class ComparisonModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    kVariant,
    kTime,
    kSpread,
    kCpu,
    kCores,
    kSwitches,
    kMemory,
    kSpeedup,
    kFactor,
    kDocument,
    kColumnCount
  };

  explicit ComparisonModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

  /// Null: nothing is compared.
  void setComparison(JudgedComparisonPtr judged);
  [[nodiscard]] const JudgedComparisonPtr& comparison() const { return m_judged; }
  /// Asks for all words again; call it when the language changes.
  void retranslate();

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] QString textAt(std::size_t row, int column) const;

  JudgedComparisonPtr m_judged;
};

}  // namespace threadline::models
