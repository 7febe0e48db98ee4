// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place that knows every part: makes the window, gives it what there is to run and the doors that it needs,
// and keeps settings, language and theme.
//
// Thread: main's.

#include "app/cli/options.h"
#include "app/exit_status.h"

namespace threadline::app {

/// Opens the window and stays until it is closed. Errors: kBadInput where there is no display, said with what to do.
[[nodiscard]] ExitStatus openWindow(const WindowOptions& options, int& argc, char** argv);

}  // namespace threadline::app
