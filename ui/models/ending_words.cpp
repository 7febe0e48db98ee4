// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ending_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/report/run_facts.h"

namespace threadline::models {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(EndingWords)
};

QString waitText(const model::Snapshot& snapshot, const model::WaitEdge& edge) {
  const QString waiter = QString::fromStdString(snapshot.lane(edge.lane).name);
  const QString other = QString::fromStdString(snapshot.lane(edge.other).name);
  if (edge.object.isNone()) return Words::tr("%1 waits for the end of %2").arg(waiter, other);
  const QString object = QString::fromStdString(snapshot.objects()[edge.object.value].name);
  return Words::tr("%1 waits for %2, held by %3").arg(waiter, object, other);
}

}  // namespace

QString troubleText(const report::RunRecord& run) {
  const auto cycle = report::deadlockOf(*run.snapshot);
  if (cycle.empty()) return QString::fromStdString(run.message);
  QStringList waits;
  for (const model::WaitEdge& edge : cycle) waits += waitText(*run.snapshot, edge);
  return Words::tr("Deadlock: %1.").arg(waits.join(QStringLiteral("; ")));
}

}  // namespace threadline::models
