// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui/frame_clock.h"

#include <QThread>

#include "tests/bench/ui/figures.h"

namespace threadline::bench {

void FrameClock::begin(const QObject* canvas) {
  m_wallSum = m_cpuSum = 0;
  m_canvas = canvas;
}

void FrameClock::expectInput(double timeMs) {
  double none = 0;
  m_sentAt.compare_exchange_strong(none, timeMs);
}

bool FrameClock::notify(QObject* receiver, QEvent* event) {
  // Events of the consumer's thread come by here too.
  if (QThread::currentThread() != thread() || m_canvas == nullptr) return QApplication::notify(receiver, event);
  const QEvent::Type type = event->type();
  const double wall = m_depth == 0 ? wallMs() : 0;
  const double cpu = m_depth == 0 ? cpuMs() : 0;
  ++m_depth;
  const bool isTaken = QApplication::notify(receiver, event);
  --m_depth;
  if (receiver == m_canvas && type == QEvent::Paint) m_isPainted = true;
  if (receiver == m_canvas && (type == QEvent::Wheel || type == QEvent::KeyPress)) m_isDelivered = m_sentAt != 0;
  if (m_depth > 0) return isTaken;
  m_wallSum += wallMs() - wall;
  m_cpuSum += cpuMs() - cpu;
  if (m_isPainted) finishPicture();
  return isTaken;
}

void FrameClock::finishPicture() {
  m_isPainted = false;
  m_wall.push_back(m_wallSum);
  m_cpu.push_back(m_cpuSum);
  m_wallSum = m_cpuSum = 0;
  if (!m_isDelivered) return;
  m_isDelivered = false;
  m_inputs.push_back(wallMs() - m_sentAt.exchange(0));
}

}  // namespace threadline::bench
