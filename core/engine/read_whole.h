// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a memfd that was handed over, from its beginning, whatever its shared position is.

#include <cstddef>
#include <string>

#include "core/base/result.h"

namespace threadline::engine {

/// `what` names it in messages. Errors: kLimit when it is larger than `limit`, kSystem. Thread: any.
[[nodiscard]] Result<std::string> readWhole(int fd, std::size_t limit, const std::string& what);

}  // namespace threadline::engine
