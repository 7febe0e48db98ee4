// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/relay/consumer_thread.h"

#include <utility>

namespace threadline::relay {

ConsumerThread::ConsumerThread() : m_consumer(new TraceConsumer()) {
  registerMetaTypes();
  m_consumer->moveToThread(&m_thread);
  // Deferred deletes are carried out when a thread's loop has ended, still on that thread.
  QObject::connect(&m_thread, &QThread::finished, m_consumer, &QObject::deleteLater);
  m_thread.setObjectName(QStringLiteral("consumer"));
  m_thread.start();
}

ConsumerThread::~ConsumerThread() {
  stopRun();
  m_thread.quit();
  m_thread.wait();
}

quint64 ConsumerThread::startRun(RunRequest request) {
  const quint64 run = ++m_lastRun;
  QMetaObject::invokeMethod(
      m_consumer, [consumer = m_consumer, run, order = std::move(request)] { consumer->startRun(run, order); },
      Qt::QueuedConnection);
  return run;
}

void ConsumerThread::stopRun() {
  QMetaObject::invokeMethod(m_consumer, &TraceConsumer::stopRun, Qt::QueuedConnection);
}

}  // namespace threadline::relay
