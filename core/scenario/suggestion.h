// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words for messages: lists of what is known, and the known name that was probably meant.
//
// Thread: any. Time is bounded: names are compared up to 64 bytes, lists are cut.

#include <string>
#include <string_view>
#include <vector>

namespace threadline::scenario {

/// The name of `known` that differs from `found` by a slip of the keyboard or two; empty: none.
[[nodiscard]] std::string_view nearest(std::string_view found, const std::vector<std::string_view>& known);

/// "a, b or c" (the first 30); "nothing" where there is none.
[[nodiscard]] std::string oneOf(const std::vector<std::string_view>& known);

/// "known are a, b and c" or, with a near one, "did you mean b? known are a, b and c".
[[nodiscard]] std::string knownNames(std::string_view found, const std::vector<std::string_view>& known);

}  // namespace threadline::scenario
