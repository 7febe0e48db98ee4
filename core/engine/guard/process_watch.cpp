// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/guard/process_watch.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "core/ring/ring_layout.h"

namespace threadline::engine {

namespace {

// Names of epoll's events: a pid is above 0, so 0 and -1 are free.
constexpr std::int64_t kRegisterPipe = 0;
constexpr std::int64_t kChildSignal = -1;

// Starts are bounded; refused ones use up a number too, so leave room before a number counts as nonsense.
constexpr std::uint32_t kMaxProcessNumber = 16 * ring::kMaxStarts;
constexpr int kEventsAtOnce = 64;

bool watchFd(int epoll, int fd, std::int64_t name) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = static_cast<std::uint64_t>(name);
  return ::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) == 0;
}

void emptySignals(int fd) {
  signalfd_siginfo info;
  while (::read(fd, &info, sizeof info) == sizeof info) {
  }
}

}  // namespace

Result<ProcessWatch> ProcessWatch::create() {
  ProcessWatch watch;
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return systemError("pipe2", errno);
  watch.m_registerRead.reset(pipe[0]);
  watch.m_registerWrite.reset(pipe[1]);
  if (::fcntl(pipe[0], F_SETFL, O_NONBLOCK) != 0) return systemError("fcntl", errno);
  watch.m_epoll.reset(::epoll_create1(EPOLL_CLOEXEC));
  if (!watch.m_epoll.isOpen()) return systemError("epoll_create1", errno);
  sigset_t childSignal;
  sigemptyset(&childSignal);
  sigaddset(&childSignal, SIGCHLD);
  watch.m_signals.reset(::signalfd(-1, &childSignal, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!watch.m_signals.isOpen()) return systemError("signalfd", errno);
  if (!watchFd(watch.m_epoll.get(), pipe[0], kRegisterPipe) ||
      !watchFd(watch.m_epoll.get(), watch.m_signals.get(), kChildSignal)) {
    return systemError("epoll_ctl", errno);
  }
  return watch;
}

bool ProcessWatch::add(ProcessId process, pid_t pid) {
  if (m_isKnown.size() <= process.value) m_isKnown.resize(process.value + 1);
  m_isKnown[process.value] = true;
  UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (!pidfd.isOpen() || !watchFd(m_epoll.get(), pidfd.get(), pid)) {
    // Collected already; or no descriptor to be had: then its end is seen when somebody collects it.
    if (errno == ESRCH) return true;
    pidfd.reset();
  }
  m_watched.insert_or_assign(pid, Watched{process, std::move(pidfd)});
  return false;
}

void ProcessWatch::wait(News& news) {
  std::array<epoll_event, kEventsAtOnce> events{};
  const int count = ::epoll_wait(m_epoll.get(), events.data(), kEventsAtOnce, -1);
  readMessages(news);
  for (int i = 0; i < count; ++i) {
    const auto name = static_cast<std::int64_t>(events[static_cast<std::size_t>(i)].data.u64);
    if (name == kChildSignal) emptySignals(m_signals.get());
    if (name > 0) markEnded(static_cast<pid_t>(name), news);
  }
}

std::optional<ProcessWatch::Known> ProcessWatch::take(pid_t pid, News& news) {
  auto found = m_watched.find(pid);
  if (found == m_watched.end()) {
    readMessages(news);
    found = m_watched.find(pid);
  }
  if (found == m_watched.end()) return std::nullopt;
  const Known known{found->second.process, !found->second.pidfd.isOpen()};
  m_watched.erase(found);
  return known;
}

void ProcessWatch::closeInChild() {
  m_epoll.reset();
  m_signals.reset();
  m_registerRead.reset();
}

void ProcessWatch::takeRest(News& news) {
  readMessages(news);
  for (auto& [pid, watched] : m_watched) {
    if (watched.pidfd.isOpen()) news.ended.push_back(watched.process);
    watched.pidfd.reset();
  }
}

void ProcessWatch::readMessages(News& news) {
  std::array<RegisterMessage, 256> messages;
  while (true) {
    const ssize_t bytes = ::read(m_registerRead.get(), messages.data(), sizeof messages);
    if (bytes <= 0) return;
    const auto count = static_cast<std::size_t>(bytes) / sizeof(RegisterMessage);
    std::for_each_n(messages.begin(), count, [&](const RegisterMessage& message) {
      if (isCredible(message) && add(ProcessId{message.process}, message.pid))
        news.ended.push_back(ProcessId{message.process});
    });
  }
}

bool ProcessWatch::isCredible(const RegisterMessage& message) const {
  if (message.process >= kMaxProcessNumber || message.pid <= 0) return false;
  if (message.process < m_isKnown.size() && m_isKnown[message.process]) return false;
  const pid_t group = ::getpgid(message.pid);
  // One that is gone already cannot be asked; it is believed, since nothing can be done to it any more.
  return group < 0 || group == ::getpgrp();
}

void ProcessWatch::markEnded(pid_t pid, News& news) {
  const auto found = m_watched.find(pid);
  if (found == m_watched.end() || !found->second.pidfd.isOpen()) return;
  news.ended.push_back(found->second.process);
  found->second.pidfd.reset();  // epoll forgets it with its last descriptor
}

}  // namespace threadline::engine
