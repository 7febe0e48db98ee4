// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Texts of scenarios, which are data in both languages, in the language that the installed translators speak.
//
// Thread: GUI. Ask again when the language changes (QEvent::LanguageChange).

#include <QString>

#include "core/scenario/scenario.h"

namespace threadline::models {

/// Whether the installed translators are Korean.
[[nodiscard]] bool isKorean();
/// The text in that language; English where there is no other.
[[nodiscard]] QString localized(const scenario::LocalizedText& text);

}  // namespace threadline::models
