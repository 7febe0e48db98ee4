// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a new process tells the guard through the register pipe, so that the guard can watch its end. Sent by the
// starter and by the process itself: whichever of the two is killed in between, the guard learns of it.

#include <sys/types.h>

#include <climits>
#include <cstdint>

#include "core/base/ids.h"

namespace threadline::engine {

struct RegisterMessage {
  std::uint32_t process = ProcessId::kNone;
  std::int32_t pid = 0;
};
static_assert(sizeof(RegisterMessage) == 8 && PIPE_BUF % sizeof(RegisterMessage) == 0);

/// Sends one message, whole. Waits while the pipe is full; a guard that is gone is no error (the run is ending).
/// Thread: any; async-signal-safe.
void registerProcess(int registerFd, ProcessId process, pid_t pid) noexcept;

}  // namespace threadline::engine
