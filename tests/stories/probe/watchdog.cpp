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

Watchdog::Watchdog() {
  pthread_getcpuclockid(pthread_self(), &m_guiClock);
  m_asker = std::thread([this] { ask(); });
}

Watchdog::~Watchdog() {
  m_isOver = true;
  m_asker.join();
}

void Watchdog::begin() {
  m_longest = {};
  m_mostCpuMs = 0;
}

void Watchdog::ask() {
  while (!m_isOver) {
    if (!m_isWaiting) {
      m_cpuNs = read(m_guiClock);
      m_askedNs = read(CLOCK_MONOTONIC);
      m_isWaiting = true;
      QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }
    std::this_thread::sleep_for(kBetween);
  }
}

bool Watchdog::event(QEvent* event) {
  if (event->type() != QEvent::User) return QObject::event(event);
  const double cpu = toMs(read(m_guiClock) - m_cpuNs);
  const double wall = toMs(read(CLOCK_MONOTONIC) - m_askedNs);
  if (wall > m_longest.wallMs) m_longest = {wall, cpu};
  m_mostCpuMs = std::max(m_mostCpuMs, cpu);
  m_isWaiting = false;
  return true;
}

}  // namespace threadline::stories
