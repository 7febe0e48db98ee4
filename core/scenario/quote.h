// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a message shows a text that somebody else wrote: on one line, bounded, and with nothing in it that a terminal
// would obey or that could turn the line around. Korean and any other printable text stays as it is.
//
// Thread: any. Errors: none; bytes that are not UTF-8 are shown as \xNN.

#include <string>
#include <string_view>

namespace threadline::scenario {

inline constexpr std::size_t kQuotedCharacters = 60;

/// `text` in double quotes; control and direction characters, quotes and backslashes escaped; cut with "..." after
/// `most` characters.
[[nodiscard]] std::string inQuotes(std::string_view text, std::size_t most = kQuotedCharacters);

/// True where the whole of `text` is well-formed UTF-8.
[[nodiscard]] bool isUtf8(std::string_view text);

}  // namespace threadline::scenario
