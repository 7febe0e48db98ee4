// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/step_text.h"

#include <QStringList>

namespace threadline::models {

using scenario::Argument;
using scenario::Step;
using scenario::Verb;

namespace {

bool has(const Step& step, const char* name) {
  return step.argument(name) != nullptr;
}

QString said(const Step& step, const char* name) {
  const Argument* argument = step.argument(name);
  return argument ? StepText::of(*argument) : QString();
}

/// The elements of a list of arguments.
QStringList listed(const Step& step, const char* name) {
  QStringList texts;
  const Argument* argument = step.argument(name);
  const auto* list = argument ? std::get_if<std::vector<Argument>>(&argument->content) : nullptr;
  if (!list) return texts;
  for (const Argument& one : *list) texts.push_back(StepText::of(one));
  return texts;
}

}  // namespace

QString StepText::of(const Argument& argument) {
  if (const auto* value = std::get_if<scenario::Value>(&argument.content)) {
    return QString::fromStdString(value->toText());
  }
  if (const auto* expression = argument.expression()) return QString::fromStdString(expression->text());
  if (const auto* text = std::get_if<scenario::Template>(&argument.content)) {
    return QString::fromStdString(text->text());
  }
  if (const scenario::Reference* reference = argument.reference()) {
    QString text = QString::fromStdString(reference->name);
    if (reference->element) text += QStringLiteral("[%1]").arg(QString::fromStdString(reference->element->text()));
    return reference->part.empty() ? text : text + QLatin1Char('.') + QString::fromStdString(reference->part);
  }
  QStringList texts;
  for (const Argument& one : std::get<std::vector<Argument>>(argument.content)) texts.push_back(of(one));
  return QLatin1Char('[') + texts.join(QStringLiteral(", ")) + QLatin1Char(']');
}

QString StepText::of(const scenario::Function& function) {
  QStringList arguments;
  for (const std::string& argument : function.arguments) arguments.push_back(QString::fromStdString(argument));
  return QString::fromStdString(function.name) + QLatin1Char('(') + arguments.join(QStringLiteral(", ")) +
         QLatin1Char(')');
}

QString StepText::of(const Step& step) {
  QString text = action(step);
  if (!step.as.empty()) text += QStringLiteral(" → ") + QString::fromStdString(step.as);
  if (has(step, "timeout_ms")) text = tr("%1, for at most %2 ms").arg(text, said(step, "timeout_ms"));
  return step.when ? tr("%1, if %2").arg(text, QString::fromStdString(step.when->text())) : text;
}

QString StepText::action(const Step& step) {
  switch (step.verb) {
    case Verb::kCompute:
    case Verb::kSleep:
    case Verb::kPrint:
    case Verb::kCrash:
    case Verb::kExit: return work(step);
    case Verb::kCreate:
    case Verb::kStart:
    case Verb::kCall:
    case Verb::kJoin:
    case Verb::kKill: return actors(step);
    case Verb::kRepeat: return repetition(step);
    default: return exchange(step);
  }
}

QString StepText::work(const Step& step) {
  if (step.verb == Verb::kSleep) {
    return has(step, "us") ? tr("sleep for %1 µs").arg(said(step, "us")) : tr("sleep for %1 ms").arg(said(step, "ms"));
  }
  if (step.verb == Verb::kPrint) return tr("print: %1").arg(said(step, "text"));
  if (step.verb == Verb::kCrash) return tr("crash: %1").arg(said(step, "kind"));
  if (step.verb == Verb::kExit) return tr("end the process with code %1").arg(said(step, "code"));
  if (const QStringList bounds = listed(step, "sum"); bounds.size() == 2) {
    return tr("add up the numbers %1 … %2").arg(bounds[0], bounds[1]);
  }
  return has(step, "cpu_ms") ? tr("calculate for %1 ms").arg(said(step, "cpu_ms"))
                             : tr("calculate %1 items").arg(said(step, "items"));
}

QString StepText::call(const Step& step) {
  return said(step, "function") + QLatin1Char('(') + listed(step, "arguments").join(QStringLiteral(", ")) +
         QLatin1Char(')');
}

QString StepText::runtime(const Step& step) {
  QString name = said(step, "runtime");
  if (name == QLatin1String("thread")) return tr("thread");
  if (name == QLatin1String("process")) return tr("process");
  if (name == QLatin1String("task")) return tr("task");
  return name;
}

QString StepText::actors(const Step& step) {
  switch (step.verb) {
    case Verb::kCall: return tr("call %1").arg(call(step));
    case Verb::kJoin: return tr("wait for the end of %1").arg(said(step, "actor"));
    case Verb::kKill: {
      const QString signal = has(step, "signal") ? said(step, "signal") : QStringLiteral("TERM");
      return tr("end %1 by SIG%2").arg(said(step, "actor"), signal);
    }
    default: break;
  }
  if (has(step, "actor")) return tr("start %1").arg(said(step, "actor"));
  QString text = step.verb == Verb::kCreate ? tr("make %1 as %2, not started").arg(call(step), runtime(step))
                                            : tr("start %1 as %2").arg(call(step), runtime(step));
  if (has(step, "count")) text += QStringLiteral(" × ") + said(step, "count");
  return text;
}

QString StepText::exchange(const Step& step) {
  switch (step.verb) {
    case Verb::kAcquire:
      if (has(step, "mode")) return tr("acquire %1 (%2)").arg(said(step, "object"), said(step, "mode"));
      return tr("acquire %1").arg(said(step, "object"));
    case Verb::kSet:
      if (has(step, "value")) return tr("set %1 to %2").arg(said(step, "object"), said(step, "value"));
      return tr("set %1").arg(said(step, "object"));
    case Verb::kWait: return tr("wait for %1").arg(said(step, "object"));
    case Verb::kRelease: return tr("release %1").arg(said(step, "object"));
    case Verb::kPut: {
      const QString item = has(step, "value") ? said(step, "value") : tr("%1 bytes").arg(said(step, "bytes"));
      return tr("put %1 into %2").arg(item, said(step, "to"));
    }
    case Verb::kGet: return tr("take from %1").arg(said(step, "from"));
    case Verb::kEmit: return tr("emit %1 to %2").arg(said(step, "value"), said(step, "to"));
    case Verb::kServe:
      return has(step, "until") ? tr("serve %1 until %2").arg(said(step, "mailbox"), said(step, "until"))
                                : tr("serve %1 for ever").arg(said(step, "mailbox"));
    case Verb::kAssign: return said(step, "to") + QStringLiteral(" = ") + said(step, "value");
    case Verb::kAdd: {
      const QString value = has(step, "value") ? said(step, "value") : QStringLiteral("1");
      const QString sum = said(step, "to") + QStringLiteral(" += ") + value;
      return has(step, "times") ? tr("%1, %2 times").arg(sum, said(step, "times")) : sum;
    }
    default: break;
  }
  const std::string_view verb = scenario::ruleOf(step.verb).name;
  return QString::fromUtf8(verb.data(), static_cast<qsizetype>(verb.size()));
}

QString StepText::repetition(const Step& step) {
  if (has(step, "times")) return tr("repeat %1 times").arg(said(step, "times"));
  if (has(step, "over")) return tr("for each of %1").arg(said(step, "over"));
  if (has(step, "until")) return tr("repeat until %1").arg(said(step, "until"));
  return tr("repeat for ever");
}

}  // namespace threadline::models
