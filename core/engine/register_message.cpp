// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/register_message.h"

#include <unistd.h>

#include <cerrno>

namespace threadline::engine {

void registerProcess(int registerFd, ProcessId process, pid_t pid) noexcept {
  const RegisterMessage message{process.value, pid};
  // Below PIPE_BUF a write is whole or not at all, so only an interruption needs another try.
  while (::write(registerFd, &message, sizeof message) < 0 && errno == EINTR) {
  }
}

}  // namespace threadline::engine
