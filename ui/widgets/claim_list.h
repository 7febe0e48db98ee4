// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was checked of a run: for each claim its verdict in a word, its sentence, and the figure with what was expected
// and what the documents have; for one that was not checked, why.
//
// Thread: GUI.

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>
#include <vector>

#include "core/report/claims.h"
#include "core/scenario/scenario.h"

namespace threadline::widgets {

class ClaimList : public QWidget {
  Q_OBJECT

 public:
  explicit ClaimList(QWidget* parent = nullptr);

  /// `claims`: those of the scenario, for the documents' figures.
  void setClaims(const std::vector<report::ClaimResult>& results, const std::vector<scenario::Claim>& claims);
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
  [[nodiscard]] QString figuresOf(const report::ClaimResult& result) const;
  [[nodiscard]] static QString reasonText(const report::ClaimResult& result);
  /// What is known beyond the reason, in the person's language where it is a sentence of ours.
  [[nodiscard]] static QString whyText(const report::ClaimResult& result);

  std::vector<report::ClaimResult> m_results;
  std::vector<scenario::Claim> m_claims;
  QVBoxLayout* m_rows = nullptr;
  QPushButton* m_again = nullptr;
  QLabel* m_heading = nullptr;
};

}  // namespace threadline::widgets
