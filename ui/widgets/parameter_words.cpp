// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parameter_words.h"

#include <map>

namespace threadline::widgets {

QString ParameterWords::choice(const QString& name) {
  const std::map<QString, QString> words = {
      {QStringLiteral("sequential"), tr("One after the other")},
      {QStringLiteral("thread"), tr("Threads")},
      {QStringLiteral("task"), tr("Tasks")},
      {QStringLiteral("process"), tr("Processes")},
      {QStringLiteral("fork"), tr("Fork")},
      {QStringLiteral("spawn"), tr("Spawn (start afresh)")},
      {QStringLiteral("forkserver"), tr("Fork server")},
      {QStringLiteral("spin"), tr("Checking again and again (busy wait)")},
      {QStringLiteral("blocking"), tr("Waiting until there is something")},
      {QStringLiteral("plain"), tr("Plain statement")},
      {QStringLiteral("call"), tr("With a function call in between")},
      {QStringLiteral("each_op"), tr("Switched at every operation")},
  };
  const auto found = words.find(name);
  return found == words.end() ? name : found->second;
}

QString ParameterWords::preset(const QString& name) {
  const std::map<QString, QString> words = {
      {QStringLiteral("quick"), tr("Quick")},
      {QStringLiteral("document"), tr("As in the document")},
      {QStringLiteral("step"), tr("Slowly, step by step")},
      {QStringLiteral("figure"), tr("For a figure")},
  };
  const auto found = words.find(name);
  return found == words.end() ? name : found->second;
}

QString ParameterWords::unit(const QString& name) {
  if (name == QLatin1String("us")) return QStringLiteral("µs");
  if (name == QLatin1String("bytes")) return tr("bytes");
  return name;
}

}  // namespace threadline::widgets
