// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/guard/guard_setup.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>

#include "core/ring/run_descriptors.h"

namespace threadline::engine {

namespace {

// A pidfd for each of 1000 children, two ends for each pipe between processes, and room.
constexpr rlim_t kDescriptorsWanted = 8192;

Status raiseDescriptorLimit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return systemError("getrlimit", errno);
  const rlim_t wanted = std::min(kDescriptorsWanted, limit.rlim_max);
  if (limit.rlim_cur >= wanted) return ok();
  limit.rlim_cur = wanted;
  if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) return systemError("setrlimit", errno);
  return ok();
}

}  // namespace

Status becomeGuard() {
  // The controller has asked for the group at the spawn already; this makes it true for any other starter.
  if (::getpgrp() != ::getpid() && ::setpgid(0, 0) != 0) return systemError("setpgid", errno);
  if (::prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0UL, 0UL, 0UL) != 0) return systemError("prctl", errno);
  const rlimit noCore{0, 0};
  if (::setrlimit(RLIMIT_CORE, &noCore) != 0) return systemError("setrlimit", errno);
  if (Status raised = raiseDescriptorLimit(); !raised) return raised;
  if (::signal(SIGPIPE, SIG_IGN) == SIG_ERR || ::signal(SIGTTOU, SIG_IGN) == SIG_ERR)
    return systemError("signal", errno);
  if (::close_range(ring::kFirstOtherFd, UINT_MAX, 0) != 0) return systemError("close_range", errno);
  return ok();
}

Status armLifeline(int readEnd) {
  const int flags = ::fcntl(readEnd, F_GETFL);
  if (flags < 0 || ::fcntl(readEnd, F_SETOWN, -::getpgrp()) != 0 || ::fcntl(readEnd, F_SETSIG, SIGKILL) != 0 ||
      ::fcntl(readEnd, F_SETFL, flags | O_ASYNC) != 0) {
    return systemError("fcntl of the lifeline", errno);
  }
  // A writer that died before O_ASYNC was set has sent nothing: look once, now that a later death cannot be missed.
  pollfd lifeline{readEnd, POLLIN, 0};
  if (::poll(&lifeline, 1, 0) < 0) return systemError("poll of the lifeline", errno);
  if ((lifeline.revents & POLLHUP) != 0) return Error{ErrorCode::kRunFailed, "the controller of the run is gone", {}};
  return ok();
}

Status openRunOutput(bool echo) {
  int output = STDERR_FILENO;
  if (!echo) {
    output = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (output < 0) return systemError("open of /dev/null", errno);
  }
  const int result = ::dup2(output, STDOUT_FILENO);
  const int problem = errno;
  if (!echo && output != STDOUT_FILENO) ::close(output);
  if (result < 0) return systemError("dup2", problem);
  return ok();
}

}  // namespace threadline::engine
