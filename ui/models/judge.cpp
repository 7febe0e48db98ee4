// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/judge.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace threadline::models {
namespace {

/// `work` on the pool, then `tell` with what it made in the thread of `context`, unless that is gone by then.
template <typename Made, typename Work, typename Tell>
void onPool(QObject* context, Work work, Tell tell) {
  const auto promise = std::make_shared<QPromise<Made>>();
  promise->future().then(context, std::move(tell));
  promise->start();
  QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
    promise->addResult(work());
    promise->finish();
  });
}

}  // namespace

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
