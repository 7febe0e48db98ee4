// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/localized.h"

#include <QCoreApplication>

namespace threadline::models {

bool isKorean() {
  //: The code of the language of this file: "ko" in the Korean one.
  return QCoreApplication::translate("Language", "en") == QLatin1String("ko");
}

QString localized(const scenario::LocalizedText& text) {
  return QString::fromStdString(isKorean() && !text.ko.empty() ? text.ko : text.en);
}

}  // namespace threadline::models
