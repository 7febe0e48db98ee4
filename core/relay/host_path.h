// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where threadline-host is: beside the program that runs now (build folder, installed bin), or in
// ../libexec/threadline.

#include <string>

namespace threadline::relay {

/// The path of threadline-host; where there is none, the path at which it was looked for first (so that the message of
/// RunController::start can name it). Thread: any.
[[nodiscard]] std::string findHost();

}  // namespace threadline::relay
