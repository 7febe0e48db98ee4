// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <vector>

#include "core/base/unique_fd.h"
#include "core/engine/shared_block.h"
#include "core/engine/start_method/spawn_package.h"
#include "core/engine/start_method/start_method.h"
#include "core/ring/run_descriptors.h"

namespace threadline::engine {

namespace {

Result<UniqueFd> makeMemfd(std::string_view bytes) {
  UniqueFd fd(::memfd_create("threadline-start", MFD_CLOEXEC));
  if (!fd.isOpen()) return systemError("memfd_create", errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return systemError("write of a process's start", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return fd;
}

}  // namespace

Result<pid_t> spawnSelf(const char* mode, const std::vector<int>& sameNumber, int startFd) {
  posix_spawn_file_actions_t actions;
  if (const int problem = ::posix_spawn_file_actions_init(&actions); problem != 0)
    return startError("posix_spawn", problem);
  int problem = 0;
  // A dup2 onto itself takes close-on-exec away in the child alone.
  for (const int fd : sameNumber) {
    if (problem == 0) problem = ::posix_spawn_file_actions_adddup2(&actions, fd, fd);
  }
  if (problem == 0) problem = ::posix_spawn_file_actions_adddup2(&actions, startFd, ring::kModeFd);
  std::string program = "threadline-host";
  std::string word = mode;
  std::array<char*, 3> arguments{program.data(), word.data(), nullptr};
  pid_t pid = 0;
  if (problem == 0) problem = ::posix_spawn(&pid, "/proc/self/exe", &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (problem != 0) return startError("posix_spawn", problem);
  return pid;
}

std::vector<int> runDescriptors(const ProcessRuntime& process) {
  std::vector<int> fds = {ring::kRingFd, ring::kPackageFd, ring::kLifelineFd, process.registerFd};
  if (process.shared == nullptr) return fds;
  const std::vector<int> shared = process.shared->fds();
  fds.insert(fds.end(), shared.begin(), shared.end());
  return fds;
}

Result<UniqueFd> packageFd(const SpawnPackage& package) {
  return makeMemfd(writeSpawnPackage(package));
}

Result<StartedProcess> startBySpawn(ProcessRuntime& parent, Recorder& /*starter*/, const ProcessIdentity& child,
                                    const ActorStart& start) {
  SpawnPackage package{child, start, parent.registerFd};
  if (parent.shared != nullptr) package.sharedFd = parent.shared->memfd();
  const Result<UniqueFd> startFd = packageFd(package);
  if (!startFd) return startFd.error();
  const Result<pid_t> pid = spawnSelf(ring::kChildMode, runDescriptors(parent), startFd.value().get());
  if (!pid) return pid.error();
  return StartedProcess{pid.value(), {}, {}};
}

}  // namespace threadline::engine
