// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/guard/guard.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "core/base/clock.h"
#include "core/ring/run_descriptors.h"

namespace threadline::engine {

namespace {

void blockChildSignal(int how) {
  sigset_t childSignal;
  sigemptyset(&childSignal);
  sigaddset(&childSignal, SIGCHLD);
  ::sigprocmask(how, &childSignal, nullptr);
}

}  // namespace

Result<Guard> Guard::create(ring::SharedRings& rings) {
  blockChildSignal(SIG_BLOCK);  // a signalfd gives only blocked signals
  Result<ProcessWatch> watch = ProcessWatch::create();
  if (!watch) return watch.error();
  return Guard(watch.take(), GuardFacts(ring::RingWriter(rings, rings.claimGuardSlot())));
}

Status Guard::startMain(ProcessId process, std::string_view name, const std::function<void()>& main) {
  m_facts.mainProcess(process, name, 0);
  const pid_t pid = ::fork();
  if (pid < 0) return systemError("fork", errno);
  if (pid == 0) {
    blockChildSignal(SIG_UNBLOCK);
    m_watch.closeInChild();
    main();
    std::abort();
  }
  m_facts.mainProcess(process, name, pid);
  m_watch.add(process, pid);
  return ok();
}

void Guard::watchToTheEnd() {
  ProcessWatch::News news;
  while (reap(news)) {
    m_watch.wait(news);
    recordEnds(news);
  }
  m_watch.takeRest(news);
  recordEnds(news);
  m_facts.runEnd();
}

void Guard::recordEnds(ProcessWatch::News& news) {
  const TimeNs now = monotonicNow();
  for (const ProcessId process : news.ended) m_facts.dead(process, now);
  news.ended.clear();
}

bool Guard::reap(ProcessWatch::News& news) {
  while (true) {
    siginfo_t info{};
    if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0) {
      if (errno == EINTR) continue;
      return false;  // ECHILD: nobody is left
    }
    if (info.si_pid == 0) return true;
    const std::optional<ProcessWatch::Known> known = m_watch.take(info.si_pid, news);
    if (known && !known->wasSeen) m_facts.dead(known->process, monotonicNow());
    const std::optional<ProcessExitStatus> status = collectChild(info.si_pid);
    if (known && status) m_facts.collected(known->process, *status);
  }
}

}  // namespace threadline::engine
