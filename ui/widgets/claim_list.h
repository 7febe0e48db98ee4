// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was checked of a run: for each claim its verdict in a word, its sentence, what was expected, and the figure in
// three columns: yours, the reference's (real CPython) and the documents'; for one that was not checked, why.
//
// Thread: GUI.

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>
#include <vector>

#include "core/report/claims.h"

namespace threadline::widgets {

class ClaimList : public QWidget {
  Q_OBJECT

 public:
  explicit ClaimList(QWidget* parent = nullptr);

  void setClaims(const std::vector<report::ClaimResult>& results);
  void clear();
  [[nodiscard]] bool isEmpty() const { return m_results.empty(); }

  /// "holds", "fails", "not checked" in the person's language.
  [[nodiscard]] static QString verdictText(report::Verdict verdict);

 signals:
  /// Measure again: a claim was not checked because the machine was busy.
  void againRequested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void rebuild();
  void addClaim(const report::ClaimResult& result);
  /// Adds yours, reference and document side by side; returns them as one sentence for who cannot see them.
  static QString addFigures(const report::ClaimResult& result, QFrame* row);
  [[nodiscard]] static QString reasonText(const report::ClaimResult& result);
  /// What is known beyond the reason, in the person's language where it is a sentence of ours.
  [[nodiscard]] static QString whyText(const report::ClaimResult& result);

  std::vector<report::ClaimResult> m_results;
  QVBoxLayout* m_rows = nullptr;
  QPushButton* m_again = nullptr;
  QLabel* m_heading = nullptr;
};

}  // namespace threadline::widgets
