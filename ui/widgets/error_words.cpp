// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/error_words.h"

namespace threadline::widgets {
namespace {

QString detailOf(const Error& error) {
  const QString message = QString::fromStdString(error.message);
  return error.context.empty() ? message
                               : QStringLiteral("%1 (%2)").arg(message, QString::fromStdString(error.context));
}

}  // namespace

QString ErrorWords::textOf(const Error& error) {
  const QString detail = detailOf(error);
  switch (error.code) {
    case ErrorCode::kInvalidArgument: return tr("This value cannot be used: %1").arg(detail);
    case ErrorCode::kInvalidInput: return tr("This file cannot be read: %1").arg(detail);
    case ErrorCode::kNotFound:
      if (error.context.find("threadline-host") != std::string::npos) {
        return tr("The program threadline-host is missing, so nothing can be run. Install Threadline again, or put it "
                  "beside this program: %1")
            .arg(detail);
      }
      return tr("Not found: %1").arg(detail);
    case ErrorCode::kLimit: return tr("This is more than Threadline takes: %1").arg(detail);
    case ErrorCode::kSystem:
      if (error.message.find("memfd") != std::string::npos) {
        return tr("The system gave no shared memory for recording; close other programs or raise the limit: %1")
            .arg(detail);
      }
      return tr("The system refused: %1").arg(detail);
    case ErrorCode::kUnsupported: return tr("Not in this version: %1").arg(detail);
    case ErrorCode::kRunFailed: return tr("A step failed: %1").arg(detail);
  }
  return detail;
}

}  // namespace threadline::widgets
