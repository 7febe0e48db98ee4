// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/probe/watchdog.h"

#include <pthread.h>
#include <QCoreApplication>
#include <QEvent>

#include <chrono>
#include <ctime>

namespace threadline::stories {
namespace {

constexpr std::chrono::milliseconds kBetween{2};  // the grain of the measurement

std::int64_t read(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

double toMs(std::int64_t ns) {
  return static_cast<double>(ns) / 1e6;
}

}  // namespace

Watchdog::Watchdog() = default;

Watchdog::~Watchdog() {
  m_isOver = true;
  if (m_asker.joinable()) m_asker.join();
}

void Watchdog::begin() {
  const std::lock_guard lock(m_mutex);
  m_longest = {};
  if (!m_asker.joinable()) m_asker = std::thread([this] { ask(); });
}

Watchdog::Stall Watchdog::longest() const {
  const std::lock_guard lock(m_mutex);
  return m_longest;
}

void Watchdog::ask() {
  while (!m_isOver) {
    if (!m_isWaiting) {
      m_cpuNs = m_hasClock ? read(m_clock) : 0;
      m_askedNs = read(CLOCK_MONOTONIC);
      m_isWaiting = true;
      QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }
    std::this_thread::sleep_for(kBetween);
  }
}

bool Watchdog::event(QEvent* event) {
  if (event->type() != QEvent::User) return QObject::event(event);
  const double cpu = m_hasClock ? toMs(read(CLOCK_THREAD_CPUTIME_ID) - m_cpuNs) : 0;
  const double wall = toMs(read(CLOCK_MONOTONIC) - m_askedNs);
  if (!m_hasClock) {
    clockid_t own{};
    pthread_getcpuclockid(pthread_self(), &own);
    m_clock = own;
    m_hasClock = true;
  }
  const std::lock_guard lock(m_mutex);
  if (wall > m_longest.wallMs) {
    m_longest.wallMs = wall;
    m_longest.cpuMs = cpu;
  }
  m_longest.mostCpuMs = std::max(m_longest.mostCpuMs, cpu);
  m_isWaiting = false;
  return true;
}

}  // namespace threadline::stories
