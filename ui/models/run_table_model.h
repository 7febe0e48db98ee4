// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The runs since the start of the program, the newest first, as a table: name (can be edited), kept (a check box), when
// it started, how long it took, what became of its claims, how it ended, saved or not.
//
// There are at most limit() runs: the oldest that are neither kept nor just added go. Kept ones count, but never go by
// themselves.
// Thread: GUI.

#include <QAbstractTableModel>
#include <QtCore/QString>

#include <memory>
#include <vector>

#include "core/report/claims.h"
#include "core/report/run_record.h"

namespace threadline::models {

struct RunItem {
  quint64 id = 0;  // 0: add() gives one
  QString name;
  std::shared_ptr<const report::RunRecord> record;
  std::vector<report::ClaimResult> claims;
  bool isKept = false;
  bool isSaved = false;
};

class RunTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { kName, kKept, kStarted, kLength, kClaims, kEnding, kSaved, kColumnCount };
  enum Role {
    kIdRole = Qt::UserRole,  // quint64
    kIsKeptRole,             // bool
    kIsSavedRole,            // bool
    kFailedRole,             // bool: a claim of it does not hold
  };
  static constexpr int kDefaultLimit = 20;

  explicit RunTableModel(QObject* parent = nullptr);

  /// Puts the run first; returns its id. May drop others (limit).
  quint64 add(RunItem item);
  void remove(quint64 id);
  void rename(quint64 id, const QString& name);  // an empty name changes nothing
  void setKept(quint64 id, bool isKept);
  void setSaved(quint64 id, bool isSaved);
  void setLimit(int runs);
  [[nodiscard]] int limit() const { return m_limit; }

  [[nodiscard]] const RunItem* run(quint64 id) const;  // null: gone. Lifetime: until the next change
  [[nodiscard]] const std::vector<RunItem>& runs() const { return m_runs; }
  [[nodiscard]] int rowOf(quint64 id) const;  // -1: gone
  [[nodiscard]] quint64 idAt(int row) const;  // 0: no such row
  [[nodiscard]] int unsavedCount() const;
  /// Asks for all words again; call it when the language changes.
  void retranslate();

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 signals:
  /// The run went, by remove() or by the limit.
  void runGone(quint64 id);

 private:
  [[nodiscard]] QString textAt(const RunItem& item, int column) const;
  [[nodiscard]] QString claimsText(const RunItem& item) const;
  [[nodiscard]] QString endingText(const RunItem& item) const;
  void removeRow(std::size_t row);
  void dropBeyondLimit();
  void rowChanged(int row);

  std::vector<RunItem> m_runs;  // newest first
  quint64 m_nextId = 1;
  int m_limit = kDefaultLimit;
};

}  // namespace threadline::models
