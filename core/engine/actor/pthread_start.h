// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Starts a real, detached thread; names it.
//
// Thread: any.

#include <string_view>

#include "core/base/result.h"

namespace threadline::engine {

/// Errors: kSystem, "can't start new thread".
[[nodiscard]] Status startPthread(void* (*entry)(void*), void* argument);
/// The kernel keeps 15 bytes of the name; it is cut at a whole character.
void nameThisThread(std::string_view name);

}  // namespace threadline::engine
