// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the command line. Help and version go to standard output, what is wrong goes to standard error in one line.

#include <variant>

#include "app/cli/options.h"
#include "app/exit_status.h"

namespace threadline::app {

/// What to do, or, when all is said already (help, version, wrong arguments), the status to leave with.
[[nodiscard]] std::variant<Command, ExitStatus> readCommandLine(int argc, const char* const* argv);

/// Whether these arguments may lead to a picture, which needs fonts; true sometimes when they do not.
[[nodiscard]] bool mayDraw(int argc, const char* const* argv);

}  // namespace threadline::app
