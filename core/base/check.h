// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// TL_CHECK: a programmer's error ends the process with place and condition, in release builds too.
// Not for bad input (Result) and not in the producer's hot path.

namespace threadline {

/// Writes "FILE:LINE: check failed: CONDITION" to standard error and aborts.
[[noreturn]] void checkFailed(const char* file, int line, const char* condition);

}  // namespace threadline

#define TL_CHECK(condition) \
  (static_cast<bool>(condition) ? static_cast<void>(0) : ::threadline::checkFailed(__FILE__, __LINE__, #condition))
