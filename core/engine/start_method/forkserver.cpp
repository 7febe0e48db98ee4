// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/start_method/forkserver.h"

#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/engine/actor/pthread_start.h"
#include "core/engine/exit_status.h"
#include "core/engine/read_whole.h"
#include "core/engine/recorder/recorder.h"
#include "core/engine/start_method/forkserver_message.h"

namespace threadline::engine {

namespace {

sigset_t childSignal() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGCHLD);
  return signals;
}

Event factAbout(EventKind kind, ProcessId process, std::uint64_t value) {
  Event event;
  event.kind = kind;
  event.target = process.value;
  event.value = value;
  return event;
}

class Forkserver {
 public:
  Forkserver(ring::SharedRings& rings, const SpawnPackage& server, const ForkedChild& child)
      : m_recorder(rings, server.start.recorder),
        m_identity(server.identity),
        m_child(child),
        m_requests(server.requestsFd) {}

  void serve() {
    begin();
    while (m_requests.isOpen()) {
      m_recorder.state(LaneState::kIdle);
      std::array<pollfd, 2> news{{{m_requests.get(), POLLIN, 0}, {m_signals.get(), POLLIN, 0}}};
      if (::poll(news.data(), news.size(), -1) < 0 && errno != EINTR) break;
      m_recorder.state(LaneState::kRunning);
      if (news[1].revents != 0) collectEnded();
      if (news[0].revents != 0) takeRequest();
    }
    m_recorder.push(factAbout(EventKind::kProcessLastWord, m_identity.id, 0));
    m_recorder.laneEnds(LaneExit::kReturned, {}, true);
  }

 private:
  struct Child {
    ProcessId id;
    UniqueFd answers;
  };

  void begin() {
    nameThisThread(m_identity.name);
    m_recorder.identity(::gettid(), static_cast<std::uint64_t>(::pthread_self()));
    const sigset_t signals = childSignal();
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    m_signals.reset(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
  }

  void takeRequest() {
    ForkRequest request;
    std::vector<UniqueFd> fds;
    if (const Status came = receiveMessage(m_requests.get(), &request, sizeof request, fds); !came) {
      // Nobody is left who could ask; a message that is none is left alone.
      if (came.error().code != ErrorCode::kInvalidInput) m_requests.reset();
      return;
    }
    if (request.magic != ForkRequest::kMagic || fds.size() != kRequestFds) return;
    const ForkTaken taken;
    if (!sendMessage(fds[kRequestAnswers].get(), &taken, sizeof taken)) return;
    const Result<std::string> bytes = readWhole(fds[kRequestPackage].get(), kMaxSpawnPackageBytes, "a fork request");
    Result<SpawnPackage> package = bytes ? readSpawnPackage(bytes.value()) : Result<SpawnPackage>(bytes.error());
    if (!package) {
      answer(fds[kRequestAnswers].get(), {0, EINVAL}, {});
      return;
    }
    package.value().identity.startMethod = StartMethod::kForkserver;
    fork(package.value(), std::move(fds[kRequestAnswers]), std::move(fds[kRequestSelf]));
  }

  void fork(const SpawnPackage& package, UniqueFd answers, UniqueFd self) {
    StateDetail detail;
    detail.label = m_recorder.text(package.identity.name);
    m_recorder.state(LaneState::kRunning, detail);
    const pid_t pid = ::fork();
    if (pid == 0) goOnAsChild(package, std::move(answers), std::move(self));
    if (pid < 0) {
      answer(answers.get(), {0, errno}, {});
      return;
    }
    const UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!pidfd.isOpen()) {
      answer(answers.get(), {0, errno}, {});
      ::kill(pid, SIGKILL);
    } else {
      answer(answers.get(), {pid, 0}, {pidfd.get()});
    }
    m_children.emplace(pid, Child{package.identity.id, std::move(answers)});
  }

  [[noreturn]] void goOnAsChild(const SpawnPackage& package, UniqueFd answers, UniqueFd self) {
    answers.reset();
    m_children.clear();
    m_requests.reset();
    m_signals.reset();
    const sigset_t signals = childSignal();
    ::sigprocmask(SIG_UNBLOCK, &signals, nullptr);
    m_child(package, std::move(self));
    std::abort();
  }

  /// Whoever asked may be gone.
  static void answer(int socket, const ForkAnswer& message, const std::vector<int>& fds) {
    static_cast<void>(sendMessage(socket, &message, sizeof message, fds));
  }

  void collectEnded() {
    signalfd_siginfo signal{};
    while (::read(m_signals.get(), &signal, sizeof signal) > 0) continue;
    while (true) {
      siginfo_t info{};
      if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0) return;
      const std::optional<ProcessExitStatus> status = collectChild(info.si_pid);
      const auto child = m_children.find(info.si_pid);
      if (!status || child == m_children.end()) continue;
      Event collected =
          factAbout(EventKind::kProcessCollected, child->second.id, static_cast<std::uint64_t>(status->code));
      collected.sub = static_cast<std::uint8_t>(status->how);
      m_recorder.push(collected);
      m_recorder.push(factAbout(EventKind::kProcessCpu, child->second.id, static_cast<std::uint64_t>(status->cpuNs)));
      const ForkEnding ending{static_cast<std::int32_t>(pythonExitCode(*status))};
      static_cast<void>(sendMessage(child->second.answers.get(), &ending, sizeof ending));
      m_children.erase(child);
    }
  }

  Recorder m_recorder;
  const ProcessIdentity m_identity;
  const ForkedChild& m_child;
  UniqueFd m_requests;
  UniqueFd m_signals;
  std::unordered_map<pid_t, Child> m_children;
};

}  // namespace

void serveForks(ring::SharedRings& rings, const SpawnPackage& server, const ForkedChild& child) {
  Forkserver(rings, server, child).serve();
  ::_exit(0);
}

}  // namespace threadline::engine
