// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/host_spawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "core/ring/run_descriptors.h"

namespace threadline::relay {

namespace {

// Above all numbers that the host gets, so that no dup2 overwrites a source that is still needed.
constexpr int kFirstSource = 64;

Result<UniqueFd> makePackage(std::string_view bytes) {
  UniqueFd fd(::memfd_create("threadline-package", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!fd.isOpen()) return systemError("memfd_create", errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return systemError("write of the run package", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fcntl(fd.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    return systemError("fcntl", errno);
  return fd;
}

struct Pipe {
  UniqueFd read;
  UniqueFd write;
};

Result<Pipe> makePipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return systemError("pipe2", errno);
  return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// File actions and attributes of one spawn, freed when they go.
class SpawnPlan {
 public:
  SpawnPlan() {
    ::posix_spawn_file_actions_init(&m_actions);
    ::posix_spawnattr_init(&m_attributes);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&m_actions);
    ::posix_spawnattr_destroy(&m_attributes);
  }

  /// The child's descriptor `number` becomes a copy of `source`.
  [[nodiscard]] Status give(int source, int number) {
    UniqueFd copy(::fcntl(source, F_DUPFD_CLOEXEC, kFirstSource));
    if (!copy.isOpen()) return systemError("fcntl", errno);
    if (const int problem = ::posix_spawn_file_actions_adddup2(&m_actions, copy.get(), number); problem != 0)
      return systemError("posix_spawn_file_actions_adddup2", problem);
    m_sources[m_sourceCount++] = std::move(copy);
    return ok();
  }

  [[nodiscard]] Result<pid_t> spawn(const std::string& path) {
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    const bool isPlanned =
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0 &&
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, ring::kFirstOtherFd) == 0 &&
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0 &&
        ::posix_spawnattr_setpgroup(&m_attributes, 0) == 0 && ::posix_spawnattr_setsigmask(&m_attributes, &none) == 0 &&
        ::posix_spawnattr_setsigdefault(&m_attributes, &all) == 0;
    if (!isPlanned) return systemError("posix_spawnattr", ENOMEM);

    std::string program = "threadline-host";
    std::string mode = ring::kGuardMode;
    std::array<char*, 3> arguments{program.data(), mode.data(), nullptr};
    pid_t pid = 0;
    const int problem = ::posix_spawn(&pid, path.c_str(), &m_actions, &m_attributes, arguments.data(), environ);
    if (problem != 0) return systemError("posix_spawn of " + path, problem);
    return pid;
  }

 private:
  posix_spawn_file_actions_t m_actions{};
  posix_spawnattr_t m_attributes{};
  std::array<UniqueFd, 4> m_sources;
  std::size_t m_sourceCount = 0;
};

Status checkHost(const std::string& path) {
  if (::access(path.c_str(), X_OK) == 0) return ok();
  return Error{ErrorCode::kNotFound,
               "threadline-host is missing: it stands beside threadline where both were built or installed together; "
               "build the target threadline-host or install Threadline again",
               path};
}

}  // namespace

Result<SpawnedHost> spawnHost(const std::string& hostPath, int ringFd, std::string_view package) {
  if (Status found = checkHost(hostPath); !found) return found.error();
  Result<UniqueFd> packageFd = makePackage(package);
  if (!packageFd) return packageFd.error();
  Result<Pipe> lifeline = makePipe();
  if (!lifeline) return lifeline.error();
  Result<Pipe> message = makePipe();
  if (!message) return message.error();
  if (::fcntl(message.value().read.get(), F_SETFL, O_NONBLOCK) != 0) return systemError("fcntl", errno);

  SpawnPlan plan;
  for (const auto& [source, number] : {std::pair{ringFd, ring::kRingFd},
                                       {packageFd.value().get(), ring::kPackageFd},
                                       {lifeline.value().read.get(), ring::kLifelineFd},
                                       {message.value().write.get(), ring::kModeFd}}) {
    if (Status given = plan.give(source, number); !given) return given.error();
  }
  Result<pid_t> pid = plan.spawn(hostPath);
  if (!pid) return pid.error();

  SpawnedHost host;
  host.pid = pid.value();
  host.lifeline = std::move(lifeline.value().write);
  host.message = std::move(message.value().read);
  host.pidfd.reset(static_cast<int>(::syscall(SYS_pidfd_open, host.pid, 0)));
  if (!host.pidfd.isOpen()) {
    const int problem = errno;
    ::kill(-host.pid, SIGKILL);
    ::waitpid(host.pid, nullptr, 0);
    return systemError("pidfd_open", problem);
  }
  return host;
}

}  // namespace threadline::relay
