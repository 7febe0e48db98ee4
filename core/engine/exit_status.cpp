// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/exit_status.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>

namespace threadline::engine {

namespace {

std::int64_t nanoseconds(const timeval& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::int64_t>(time.tv_usec) * 1'000;
}

}  // namespace

std::optional<ProcessExitStatus> collectChild(pid_t pid) {
  int status = 0;
  rusage usage{};
  pid_t collected = 0;
  do {
    collected = ::wait4(pid, &status, WNOHANG, &usage);
  } while (collected < 0 && errno == EINTR);
  if (collected != pid) return std::nullopt;

  ProcessExitStatus result;
  const bool isSignalled = WIFSIGNALED(status);
  result.how = isSignalled ? ProcessEndHow::kSignalled : ProcessEndHow::kExited;
  result.code = isSignalled ? WTERMSIG(status) : WEXITSTATUS(status);
  result.cpuNs = nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime);
  return result;
}

std::int64_t pythonExitCode(const ProcessExitStatus& status) {
  return status.how == ProcessEndHow::kSignalled ? -status.code : status.code;
}

}  // namespace threadline::engine
