// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/judge.h"

#include <utility>

#include "ui/models/pool_work.h"

namespace threadline::models {

void Judge::judge(const RunRecordPtr& record) {
  const quint64 question = ++m_question;
  onPool<report::Advice>(
      this, [record] { return report::adviceOf(*record); },
      [this, question](const report::Advice& advice) {
        if (question == m_question) emit runJudged(advice);
      });
}

void Judge::judge(const scenario::LocalizedText& title, report::Comparison comparison,
                  std::vector<scenario::Claim> claims) {
  const quint64 question = ++m_question;
  const auto work = [title, comparison = std::move(comparison), claims = std::move(claims)] {
    auto judged = std::make_shared<JudgedComparison>();
    judged->title = title;
    judged->comparison = comparison;
    judged->summaries = report::summarise(comparison);
    judged->claims = report::checkClaims(claims, comparison);
    judged->advice = report::adviceOf(comparison, judged->summaries);
    return JudgedComparisonPtr(std::move(judged));
  };
  onPool<JudgedComparisonPtr>(this, work, [this, question](const JudgedComparisonPtr& judged) {
    if (question == m_question) emit comparisonJudged(judged);
  });
}

}  // namespace threadline::models
