// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An application that measures its own event loop: all that the GUI thread does from one picture of the timeline to the
// next, and when an input has become a picture. Waiting for events does not count.
//
// Thread: GUI; expectInput() from any one other.

#include <QApplication>

#include <atomic>
#include <vector>

namespace threadline::bench {

class FrameClock final : public QApplication {
 public:
  using QApplication::QApplication;
  [[nodiscard]] static FrameClock* instance() { return static_cast<FrameClock*>(QCoreApplication::instance()); }

  /// From here on pictures of this widget count.
  void begin(const QObject* canvas);
  void end() { m_canvas = nullptr; }
  /// An input is sent now; it counts unless an earlier one still waits for its picture.
  void expectInput(double timeMs);

  [[nodiscard]] const std::vector<double>& wall() const { return m_wall; }
  [[nodiscard]] const std::vector<double>& cpu() const { return m_cpu; }
  [[nodiscard]] const std::vector<double>& inputs() const { return m_inputs; }

  bool notify(QObject* receiver, QEvent* event) override;

 private:
  void finishPicture();

  const QObject* m_canvas = nullptr;
  int m_depth = 0;
  bool m_isPainted = false;
  double m_wallSum = 0;
  double m_cpuSum = 0;
  std::atomic<double> m_sentAt = 0;  // of the input that waits; 0: none does
  bool m_isDelivered = false;        // it has reached the widget
  std::vector<double> m_wall;
  std::vector<double> m_cpu;
  std::vector<double> m_inputs;
};

}  // namespace threadline::bench
