// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The owner of the consumer and its thread. Its destructor asks the run to stop, ends the thread's loop and waits: no
// process of a run and no signal outlives it, in whatever state it is destroyed.
//
// Thread: the one that made it (the window's). Nothing here waits but the destructor, and that no longer than killed
// processes take to go.

#include <QThread>

#include "core/relay/trace_consumer.h"

namespace threadline::relay {

class ConsumerThread final {
 public:
  ConsumerThread();
  ~ConsumerThread();
  ConsumerThread(const ConsumerThread&) = delete;
  ConsumerThread& operator=(const ConsumerThread&) = delete;

  /// For connections (with Qt::QueuedConnection) and its mailbox. Lifetime: this object's.
  [[nodiscard]] TraceConsumer& consumer() { return *m_consumer; }
  /// Asks for a run; returns its number at once. What comes of it is told by the consumer's signals.
  quint64 startRun(RunRequest request);
  /// Asks for the end of the run.
  void stopRun();

 private:
  QThread m_thread;
  TraceConsumer* m_consumer;  // lives on m_thread and is deleted there
  quint64 m_lastRun = 0;
};

}  // namespace threadline::relay
