// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/run_controller.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <thread>

#include "core/base/clock.h"
#include "core/relay/host_spawn.h"
#include "core/ring/run_descriptors.h"

namespace threadline::relay {

namespace {

enum class StopReason : std::uint8_t { kNone, kPerson, kTimeLimit };

// A killed process that hangs in the kernel must not hang the window for ever.
constexpr int kLongestWaitMs = 5'000;

bool isReadable(int fd, int timeoutMs) {
  pollfd waiting{fd, POLLIN, 0};
  return ::poll(&waiting, 1, timeoutMs) > 0;
}

}  // namespace

// The guard's number names the group. It stays valid until the guard is reaped, so nobody may send to it afterwards:
// `mayKill` closes the door, `killers` counts those who are still in it.
struct RunController::Impl {
  explicit Impl(ring::SharedRings theRings) : rings(std::move(theRings)) {}

  ring::SharedRings rings;
  SpawnedHost host;
  std::optional<TimeNs> deadline;
  std::atomic<StopReason> stopReason = StopReason::kNone;
  std::atomic<bool> mayKill = true;
  std::atomic<int> killers = 0;
  bool isReaped = false;
  bool isOver = false;
  siginfo_t exit{};
  std::string message;
  bool isStuck = false;  // a deadlock was found

  void killGroup() {
    killers.fetch_add(1);
    if (mayKill.load()) ::kill(-host.pid, SIGKILL);
    killers.fetch_sub(1);
  }

  /// Kills this process if it is one of the run and not the guard. Its number cannot be another's while it stands in
  /// the run's group, which the guard's number names until the guard is reaped.
  void killProcess(std::int64_t pid) const {
    if (isReaped || pid <= 1 || pid > INT32_MAX) return;
    const auto number = static_cast<pid_t>(pid);
    if (number != host.pid && ::getpgid(number) == host.pid) ::kill(number, SIGKILL);
  }

  void stop(StopReason reason) {
    StopReason none = StopReason::kNone;
    stopReason.compare_exchange_strong(none, reason);
    killGroup();
  }

  /// The guard has ended: nothing of its group may outlive it, and only then may its number be given back.
  void reapGuard() {
    killGroup();
    mayKill.store(false);
    while (killers.load() != 0) std::this_thread::yield();
    while (::waitid(P_PIDFD, static_cast<id_t>(host.pidfd.get()), &exit, WEXITED) != 0 && errno == EINTR) {
    }
    isReaped = true;
  }

  /// Every process of the run holds the lifeline's read end, so an error at the write end says that all are gone.
  [[nodiscard]] bool isGroupGone(int timeoutMs) const {
    pollfd lifeline{host.lifeline.get(), 0, 0};
    return ::poll(&lifeline, 1, timeoutMs) > 0 && (lifeline.revents & POLLERR) != 0;
  }

  void readMessage() {
    std::array<char, 512> buffer;
    while (message.size() < ring::kMaxHostMessageBytes) {
      const ssize_t bytes = ::read(host.message.get(), buffer.data(), buffer.size());
      if (bytes <= 0) return;
      const std::size_t room = ring::kMaxHostMessageBytes - message.size();
      message.append(buffer.data(), std::min(room, static_cast<std::size_t>(bytes)));
    }
  }

  bool advance(int timeoutMs) {
    if (isOver) return true;
    if (!isReaped) {
      if (!isReadable(host.pidfd.get(), timeoutMs)) return false;
      reapGuard();
      readMessage();
    }
    isOver = isGroupGone(timeoutMs);
    return isOver;
  }
};

RunController::RunController() = default;

Result<std::unique_ptr<RunController>> RunController::start(const RunRequest& request) {
  Result<ring::SharedRings> rings = ring::SharedRings::create();
  if (!rings) return rings.error();
  auto impl = std::make_unique<Impl>(rings.take());
  Result<SpawnedHost> host = spawnHost(request.hostPath, impl->rings.fd(), request.package);
  if (!host) return host.error();
  impl->host = host.take();
  if (request.timeLimit) impl->deadline = monotonicNow() + *request.timeLimit;
  std::unique_ptr<RunController> controller(new RunController());
  controller->m_impl = std::move(impl);
  return controller;
}

RunController::~RunController() {
  stop();
  m_impl->advance(kLongestWaitMs);
}

ring::SharedRings& RunController::rings() {
  return m_impl->rings;
}

int RunController::pidfd() const {
  return m_impl->host.pidfd.get();
}

void RunController::stop() {
  m_impl->stop(StopReason::kPerson);
}

bool RunController::poll() {
  if (m_impl->deadline && monotonicNow() >= *m_impl->deadline) m_impl->stop(StopReason::kTimeLimit);
  return m_impl->advance(0);
}

void RunController::endWhenStuck(model::TraceBuilder& builder) {
  if (!m_impl->isStuck) {
    const std::optional<model::WaitCycle> cycle = builder.deadlock();
    if (!cycle) return;
    builder.addDeadlock(*cycle);
    m_impl->isStuck = true;
  }
  // Again each time: a process that was just being made is told of later.
  const model::SnapshotPtr snapshot = builder.snapshot();
  for (const model::Process& process : snapshot->processes()) {
    if (!process.end) m_impl->killProcess(process.pid);
  }
}

model::RunEnding RunController::ending(const model::Snapshot& snapshot) const {
  if (m_impl->exit.si_code != CLD_EXITED) {
    switch (m_impl->stopReason.load()) {
      case StopReason::kPerson: return model::RunEnding::kStopped;
      case StopReason::kTimeLimit: return model::RunEnding::kTimeLimit;
      case StopReason::kNone: return model::RunEnding::kHostLost;
    }
  }
  if (m_impl->exit.si_status != ring::kHostDone) return model::RunEnding::kFailed;
  for (const model::Process& process : snapshot.processes()) {
    if (process.startMethod != StartMethod::kMain) continue;
    const bool isGood = process.exit && process.exit->code == 0 && process.exit->how != ProcessEndHow::kException;
    return isGood ? model::RunEnding::kReturned : model::RunEnding::kFailed;
  }
  return model::RunEnding::kFailed;
}

const std::string& RunController::hostMessage() const {
  return m_impl->message;
}

}  // namespace threadline::relay
