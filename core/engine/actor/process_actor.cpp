// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/actor/process_actor.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

#include "core/base/check.h"
#include "core/base/clock.h"
#include "core/engine/exit_status.h"
#include "core/engine/register_message.h"
#include "core/engine/start_method/forkserver_message.h"
#include "core/engine/start_method/start_method.h"

namespace threadline::engine {

namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

Event processEvent(EventKind kind, ProcessId process) {
  Event event;
  event.kind = kind;
  event.target = process.value;
  return event;
}

/// True once the process behind the pidfd has ended; false when the limit passed first.
bool waitForEnd(int pidfd, std::optional<DurationNs> limit) {
  const TimeNs deadline = monotonicNow() + limit.value_or(DurationNs{0});
  while (true) {
    timespec left{};
    if (limit) {
      const std::int64_t ns = std::max<std::int64_t>(0, (deadline - monotonicNow()).ns);
      left = {static_cast<time_t>(ns / kNsPerSecond), static_cast<long>(ns % kNsPerSecond)};
    }
    pollfd waiting{pidfd, POLLIN, 0};
    const int ready = ::ppoll(&waiting, 1, limit ? &left : nullptr, nullptr);
    if (ready > 0) return true;
    if (ready == 0) return false;
    TL_CHECK(errno == EINTR);
  }
}

}  // namespace

std::uint32_t ChildRegistry::reserve(Recorder& starter, const std::string& name, bool isDaemon, StartMethod method) {
  ChildProcess child;
  child.id = ProcessId{m_process.rings->header().nextProcess.fetch_add(1, std::memory_order_relaxed)};
  child.name = name;
  child.method = method;
  child.isDaemon = isDaemon;
  recordProcess(starter, child);
  const std::lock_guard lock(m_mutex);
  m_children.push_back(std::move(child));
  return static_cast<std::uint32_t>(m_children.size() - 1);
}

void ChildRegistry::recordProcess(Recorder& starter, const ChildProcess& child) const {
  const std::uint32_t name = starter.text(child.name);
  Event event = processEvent(EventKind::kProcess, child.id);
  event.other = m_process.identity.id.value;
  event.value = static_cast<std::uint64_t>(child.pid);
  event.sub = static_cast<std::uint8_t>(child.method);
  event.step = child.isDaemon ? kProcessDaemon : 0;
  event.text = name;
  starter.push(event);
}

Status ChildRegistry::startProcess(Recorder& starter, std::uint32_t index, const ActorStart& start) {
  // Held over the fork too: so the child inherits a registry at rest, from which it closes what it need not keep.
  const std::lock_guard lock(m_mutex);
  TL_CHECK(index < m_children.size());
  ChildProcess& child = m_children[index];
  if (child.hasStarted || child.hasFailed) return Error{ErrorCode::kRunFailed, "cannot start a process twice", {}};
  if (m_process.identity.isDaemon)
    return refuse(child, start, {ErrorCode::kRunFailed, "daemonic processes are not allowed to have children", {}});

  ProcessIdentity identity;
  identity.id = child.id;
  identity.parent = m_process.identity.id;
  identity.name = child.name;
  identity.startMethod = child.method;
  identity.isDaemon = child.isDaemon;
  Result<StartedProcess> started = startFunctionOf(child.method)(m_process, starter, identity, start);
  if (!started) return refuse(child, start, started.error());

  const pid_t pid = started.value().pid;
  if (pid == 0) {  // not refuse(): two writers would spoil the lane
    child.hasFailed = true;
    return Error{ErrorCode::kRunFailed, "the fork server has ended before it told of the process", {}};
  }
  registerProcess(m_process.registerFd, child.id, pid);
  UniqueFd pidfd = std::move(started.value().pidfd);
  if (!pidfd.isOpen()) pidfd.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (!pidfd.isOpen()) {
    const int problem = errno;
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
    return refuse(child, start, systemError("pidfd_open", problem));
  }
  child.hasStarted = true;
  child.pid = pid;
  child.pidfd = std::make_shared<const UniqueFd>(std::move(pidfd));
  if (started.value().ending.isOpen())
    child.ending = std::make_shared<const UniqueFd>(std::move(started.value().ending));
  child.mainLane = start.recorder.lane;
  recordProcess(starter, child);
  return ok();
}

Status ChildRegistry::refuse(ChildProcess& child, const ActorStart& start, Error reason) const {
  child.hasFailed = true;
  Recorder lane(*m_process.rings, start.recorder);
  lane.laneEnds(LaneExit::kException, reason.message, false);
  return reason;
}

bool ChildRegistry::join(Recorder& recorder, std::uint32_t index, std::optional<DurationNs> limit) {
  std::shared_ptr<const UniqueFd> end;
  {
    const std::lock_guard lock(m_mutex);
    TL_CHECK(index < m_children.size());
    const ChildProcess& child = m_children[index];
    if (!child.hasStarted) return false;
    if (!child.pidfd) return true;
    end = child.ending ? child.ending : child.pidfd;
  }
  if (!waitForEnd(end->get(), limit)) return false;
  const std::lock_guard lock(m_mutex);
  collect(recorder, m_children[index]);
  return true;
}

bool ChildRegistry::isAlive(Recorder& recorder, std::uint32_t index) {
  const std::lock_guard lock(m_mutex);
  TL_CHECK(index < m_children.size());
  collect(recorder, m_children[index]);
  return m_children[index].pidfd != nullptr;
}

void ChildRegistry::collectFromServer(ChildProcess& child) {
  if (!waitForEnd(child.ending->get(), DurationNs{0})) return;
  ForkEnding ending;
  std::vector<UniqueFd> none;
  // Python's number for a child whose fork server has died: nobody knows how it ends, or whether.
  constexpr std::int64_t kUnknownEnd = 255;
  const Status told = receiveMessage(child.ending->get(), &ending, sizeof ending, none);
  child.exitCode = told ? ending.exitCode : kUnknownEnd;
  child.pidfd.reset();
  child.ending.reset();
}

void ChildRegistry::collect(Recorder& recorder, ChildProcess& child) {
  if (!child.pidfd) return;
  if (child.ending) {
    collectFromServer(child);  // the server records it: it is the one that collects
    return;
  }
  const std::optional<ProcessExitStatus> status = collectChild(child.pid);
  if (!status) return;
  child.exitCode = pythonExitCode(*status);
  child.pidfd.reset();
  Event collected = processEvent(EventKind::kProcessCollected, child.id);
  collected.sub = static_cast<std::uint8_t>(status->how);
  collected.value = static_cast<std::uint64_t>(status->code);
  recorder.push(collected);
  Event cpu = processEvent(EventKind::kProcessCpu, child.id);
  cpu.value = static_cast<std::uint64_t>(status->cpuNs);
  recorder.push(cpu);
}

Status ChildRegistry::signal(Recorder& recorder, std::uint32_t index, int signalNumber) {
  const std::lock_guard lock(m_mutex);
  TL_CHECK(index < m_children.size());
  const ChildProcess& child = m_children[index];
  if (!child.hasStarted) return Error{ErrorCode::kRunFailed, "the process has not been started", {}};
  if (!child.pidfd) return ok();
  // Before it is sent, so that in the trace no death stands before its reason.
  recorder.instant(InstantKind::kSignal, 0, child.id.value, signalNumber);
  // An ended one that nobody has collected yet takes a signal without a word, or answers that it is gone.
  if (::syscall(SYS_pidfd_send_signal, child.pidfd->get(), signalNumber, nullptr, 0) != 0 && errno != ESRCH)
    return systemError("kill", errno);
  return ok();
}

ChildProcess ChildRegistry::child(std::uint32_t index) const {
  const std::lock_guard lock(m_mutex);
  TL_CHECK(index < m_children.size());
  return m_children[index];
}

std::uint32_t ChildRegistry::count() const {
  const std::lock_guard lock(m_mutex);
  return static_cast<std::uint32_t>(m_children.size());
}

void ChildRegistry::closeInChild() {
  for (ChildProcess& child : m_children) {
    child.pidfd.reset();
    child.ending.reset();
  }
}

}  // namespace threadline::engine
