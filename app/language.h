// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language of everything that a person reads: `--lang`, else the locale's. English where there is no other.
//
// Thread: main's, before anything is said, and again when the person changes it. Lifetime: the translator belongs to
// the application object.

#include <string_view>
#include <vector>

namespace threadline::app {

enum class Language { kEnglish, kKorean };

/// From `--lang ko` or `--lang=ko` among the arguments, else from LC_ALL, LC_MESSAGES, LANG.
[[nodiscard]] Language chooseLanguage(const std::vector<std::string_view>& arguments);

/// Installs the translation (and Qt's own) into the application object, which must exist, in place of the one before;
/// open windows hear LanguageChange.
void installLanguage(Language language);

/// The language installed last.
[[nodiscard]] Language currentLanguage();

}  // namespace threadline::app
