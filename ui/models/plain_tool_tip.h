// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tool tips guess whether a text is HTML; a name from an imported file must not be taken for it. This says a plain text
// in HTML, so that it is shown as it is.
//
// Thread: any.

#include <QString>

namespace threadline::models {

/// Empty stays empty: no tool tip.
[[nodiscard]] inline QString plainToolTip(const QString& text) {
  if (text.isEmpty()) return text;
  return QStringLiteral("<qt>") + text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")) +
         QStringLiteral("</qt>");
}

}  // namespace threadline::models
