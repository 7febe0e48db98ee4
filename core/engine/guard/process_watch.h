// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The guard's eyes: a pidfd for every process of the run, so that each end is seen when it happens, also when the
// parent looks away or has died itself; and the pipe through which new processes make themselves known.
//
// Messages are not trusted: a number out of range, a pid outside of the run's group or a second message about the same
// process is ignored.
//
// Thread: the guard's only one.

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/unique_fd.h"
#include "core/engine/register_message.h"

namespace threadline::engine {

class ProcessWatch {
 public:
  /// Errors: kSystem.
  [[nodiscard]] static Result<ProcessWatch> create();

  /// The write end of the register pipe, for all processes of the run.
  [[nodiscard]] int registerFd() const { return m_registerWrite.get(); }
  /// Readable when a process has ended or made itself known, or a child of the guard has ended.
  [[nodiscard]] int pollFd() const { return m_epoll.get(); }

  /// Watches this process from now on. True when it is already gone for good, so that nothing will be seen.
  bool add(ProcessId process, pid_t pid);

  struct News {
    std::vector<ProcessId> ended;  // each process once
  };
  /// Waits for news and takes them. Messages are read before ends are looked at, so that an end is never nameless.
  void wait(News& news);

  /// The watched process with this pid, for what the guard collects itself; forgets it. `wasSeen`: it was in News.
  /// A process makes itself known before it can end, so a pid that is not known is looked for in the pipe.
  struct Known {
    ProcessId process;
    bool wasSeen = false;
  };
  [[nodiscard]] std::optional<Known> take(pid_t pid, News& news);
  /// Closes the guard's own descriptors in the process that it has just forked; registerFd() stays.
  void closeInChild();
  /// Reads what is still in the pipe, and all watched processes whose end was not in News: after the last one is gone.
  void takeRest(News& news);

 private:
  struct Watched {
    ProcessId process;
    UniqueFd pidfd;  // closed once the end was seen
  };
  ProcessWatch() = default;
  void readMessages(News& news);
  [[nodiscard]] bool isCredible(const RegisterMessage& message) const;
  void markEnded(pid_t pid, News& news);

  UniqueFd m_epoll;
  UniqueFd m_signals;
  UniqueFd m_registerRead;
  UniqueFd m_registerWrite;
  std::unordered_map<pid_t, Watched> m_watched;
  std::vector<bool> m_isKnown;  // by ProcessId
};

}  // namespace threadline::engine
