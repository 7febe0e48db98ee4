// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/probe/probe_plugin.h"

#include <fcntl.h>
#include <QCoreApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QWidget>
#include <unistd.h>

#include <array>
#include <ctime>

#include "tests/stories/probe/things.h"

namespace threadline::stories {

Probe::Probe(int descriptor) : m_descriptor(descriptor) {
  // What the program starts has nothing to do with the story.
  ::fcntl(m_descriptor, F_SETFD, FD_CLOEXEC);
  m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
  connect(m_notifier.get(), &QSocketNotifier::activated, this, &Probe::read);
  m_idleWatchdog.moveToThread(&m_idleThread);
  QCoreApplication::instance()->installEventFilter(this);
}

Probe::~Probe() {
  m_idleThread.quit();
  m_idleThread.wait();
}

bool Probe::eventFilter(QObject* watched, QEvent* event) {
  const auto* widget = qobject_cast<QWidget*>(watched);
  if (event->type() != QEvent::Paint || widget == nullptr || !widget->isWindow()) return false;
  QCoreApplication::instance()->removeEventFilter(this);
  // The window paints all of itself and shows it before it returns to its event loop.
  QMetaObject::invokeMethod(
      this,
      [this] {
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        m_paintedNs = qint64{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
      },
      Qt::QueuedConnection);
  return false;
}

void Probe::read() {
  std::array<char, 4096> buffer{};
  const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
  if (count <= 0) {
    m_notifier->setEnabled(false);  // the story is over
    return;
  }
  m_pending.append(buffer.data(), count);
  for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
    const QString line = QString::fromUtf8(m_pending.left(end));
    m_pending.remove(0, end + 1);
    const QByteArray out = QJsonDocument(answer(line)).toJson(QJsonDocument::Compact) + '\n';
    for (qsizetype sent = 0; sent < out.size();) {
      const ssize_t step = ::write(m_descriptor, out.constData() + sent, static_cast<std::size_t>(out.size() - sent));
      if (step <= 0) return;
      sent += step;
    }
  }
}

QJsonObject Probe::answer(const QString& line) {
  const QString verb = line.section(QLatin1Char(' '), 0, 0);
  const QString what = line.section(QLatin1Char(' '), 1);
  if (verb == QLatin1String("find")) return {{QStringLiteral("things"), thingsLike(what)}};
  if (verb == QLatin1String("windows")) return windowsNow();
  if (verb == QLatin1String("focus")) return {{QStringLiteral("focus"), focusNow()}};
  if (verb == QLatin1String("digest")) return {{QStringLiteral("digest"), digestOf(what)}};
  if (verb == QLatin1String("painted")) return {{QStringLiteral("ns"), m_paintedNs}};
  if (verb == QLatin1String("watch")) {
    m_idleThread.start();
    m_watchdog.begin();
    m_idleWatchdog.begin();
  }
  return stalls();
}

QJsonObject Probe::stalls() const {
  const Watchdog::Stall longest = m_watchdog.longest();
  return {{QStringLiteral("wallMs"), longest.wallMs},
          {QStringLiteral("cpuMs"), longest.cpuMs},
          {QStringLiteral("mostCpuMs"), longest.mostCpuMs},
          {QStringLiteral("idleMs"), m_idleWatchdog.longest().wallMs}};
}

QObject* ProbePlugin::create(const QString& name, const QString&) {
  bool isNumber = false;
  const int descriptor = qEnvironmentVariableIntValue("THREADLINE_PROBE_FD", &isNumber);
  if (name != QLatin1String("threadline-probe") || !isNumber) return nullptr;
  return new Probe(descriptor);
}

}  // namespace threadline::stories
