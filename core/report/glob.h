// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Shell patterns over names: `*` any number of characters, `?` one, everything else itself. Whole name, case counts.

#include <string_view>

namespace threadline::report {

/// Bytes are compared, but `?` takes a whole UTF-8 character. Thread: any; time at most length x length.
[[nodiscard]] bool matchesGlob(std::string_view glob, std::string_view name);

}  // namespace threadline::report
