// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows from a run or a comparison (core/report/verdict), found on a pool thread, because on a large trace that
// takes longer than a frame. Only the newest question is answered.
//
// Thread: GUI, which never waits here.

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

#include "core/report/comparison.h"
#include "core/report/verdict.h"
#include "ui/models/run_session.h"

namespace threadline::models {

/// A comparison with all that is said of it.
struct JudgedComparison {
  scenario::LocalizedText title;
  report::Comparison comparison;
  std::vector<report::VariantSummary> summaries;
  std::vector<report::ClaimResult> claims;
  report::Advice advice;
};
using JudgedComparisonPtr = std::shared_ptr<const JudgedComparison>;

class Judge final : public QObject {
  Q_OBJECT

 public:
  explicit Judge(QObject* parent = nullptr) : QObject(parent) {}

  void judge(const RunRecordPtr& record);
  /// `claims`: the experiment's own.
  void judge(const scenario::LocalizedText& title, report::Comparison comparison, std::vector<scenario::Claim> claims);
  /// No answer comes to what was asked.
  void forget() { ++m_question; }

 signals:
  void runJudged(const threadline::report::Advice& advice);
  void comparisonJudged(const threadline::models::JudgedComparisonPtr& judged);

 private:
  quint64 m_question = 0;
};

}  // namespace threadline::models
