// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Search that finds a word however it is spelled: 쓰레드, 쓰래드 and 스레드 are the same, so are 락, 록 and 잠금, case
// and spaces do not count, 데몬 finds daemon, and initial consonants find their word (ㅅㄹㄷ finds 스레드).
//
// A word that is still being typed finds what it begins (스레 or 스렏 finds 스레드). Works on UTF-8; bytes that are
// none are passed over.
//
// Thread: any.

#include <string>
#include <string_view>
#include <vector>

namespace threadline::scenario {

/// Whether each word of the query, or the query without its spaces, is found in one of the texts. An empty query
/// matches everything.
[[nodiscard]] bool matches(std::string_view query, const std::vector<std::string>& texts);

}  // namespace threadline::scenario
