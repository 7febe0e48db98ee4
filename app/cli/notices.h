// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the command line says on standard error: one line each, without control characters of foreign texts.

#include <QString>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace threadline::app {

/// "threadline: TEXT"
void complain(const QString& text);
/// The same for an error: its kind in the person's language, what happened, and where.
void complain(const Error& error);
/// A line without a prefix: results and progress for a person.
void tell(const QString& text);

/// The text in the language chosen; English where there is no other.
[[nodiscard]] QString inLanguage(const scenario::LocalizedText& text);

/// Line breaks as spaces, other control characters as U+FFFD, so that no file can write to the terminal.
[[nodiscard]] QString onOneLine(const QString& text);

}  // namespace threadline::app
