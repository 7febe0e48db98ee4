// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rules of the house that a compiler does not see: which folder may include which, how long a file and a function
// may grow, how files are named and begin. Each rule takes a path and a text, so that it can be tried on made-up
// sources before it judges the tree.
//
// Paths are relative to the source folder and use '/'.

#include <string>
#include <string_view>
#include <vector>

namespace threadline::architecture {

/// One line for each rule that this file breaks, "path:line: what"; empty for a file in order.
/// Thread: any. Errors: none.
[[nodiscard]] std::vector<std::string> violations(std::string_view path, std::string_view text);

}  // namespace threadline::architecture
