// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/notices.h"

#include <unistd.h>

#include "app/files.h"
#include "app/language.h"
#include "app/words.h"

namespace threadline::app {
namespace {

QString kindOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument: return Words::tr("wrong value");
    case ErrorCode::kInvalidInput: return Words::tr("bad file");
    case ErrorCode::kNotFound: return Words::tr("not found");
    case ErrorCode::kLimit: return Words::tr("limit reached");
    case ErrorCode::kSystem: return Words::tr("the system refused");
    case ErrorCode::kUnsupported: return Words::tr("not in this version");
    case ErrorCode::kRunFailed: return Words::tr("the run failed");
  }
  return {};
}

void writeLine(const QString& text) {
  // Nobody is left to tell when standard error is gone.
  static_cast<void>(writeAll(STDERR_FILENO, (text + QLatin1Char('\n')).toStdString()));
}

}  // namespace

QString onOneLine(const QString& text) {
  QString line = text;
  for (QChar& c : line) {
    if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t')) {
      c = QLatin1Char(' ');
    } else if (c.category() == QChar::Other_Control) {
      c = QChar(QChar::ReplacementCharacter);
    }
  }
  return line;
}

void complain(const QString& text) {
  writeLine(QStringLiteral("threadline: ") + onOneLine(text));
}

void complain(const Error& error) {
  const QString what = QString::fromStdString(error.message);
  if (error.context.empty()) {
    complain(QStringLiteral("%1: %2").arg(kindOf(error.code), what));
  } else {
    complain(QStringLiteral("%1: %2: %3").arg(kindOf(error.code), QString::fromStdString(error.context), what));
  }
}

void tell(const QString& text) {
  writeLine(onOneLine(text));
}

QString inLanguage(const scenario::LocalizedText& text) {
  const bool isKorean = currentLanguage() == Language::kKorean && !text.ko.empty();
  return QString::fromStdString(isKorean ? text.ko : text.en);
}

}  // namespace threadline::app
