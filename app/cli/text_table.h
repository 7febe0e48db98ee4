// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table of a few columns for a terminal: the first column begins at the left, the others end at the right, and
// Korean letters count as the two places that they take there.
//
// Thread: any.

#include <QStringList>

#include <vector>

namespace threadline::app {

/// One line a row, each indented by two places; columns that are empty in all rows but the first are left out.
[[nodiscard]] QStringList tableLines(const std::vector<QStringList>& rows);

/// The same columns as a table of Markdown, with a newline after each row.
[[nodiscard]] QString markdownTable(const std::vector<QStringList>& rows);

/// How many places of a terminal the text takes.
[[nodiscard]] int placesOf(const QString& text);

}  // namespace threadline::app
