// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where `--json FILE|-` goes.

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace threadline::app {

/// "-" is standard output; a file is replaced as a whole. Errors: kSystem, with the target as context.
[[nodiscard]] Status writeJson(std::string_view json, const std::string& target);

}  // namespace threadline::app
